import type { CampaignJob } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { rowsOf } from "./sql"

type Kind = CampaignJob["kind"]
const LEASE = "now() + interval '60 seconds'"
const COLUMNS = "id, campaign_id, kind, state, total, done, refused, message"

export interface JobRow extends CampaignJob {
  campaign_id: string
}

/** Begins a long work, or answers the one that runs already. */
export async function startJob(transaction: Knex, job: { campaign_id: string; kind: Kind; total: number; started_by: string }): Promise<JobRow> {
  await transaction.raw(`insert into campaign_job (id, campaign_id, kind, state, total, lease_until, started_by) values (?, ?, ?, 'running', ?, now(), ?) on conflict (campaign_id, kind) where state = 'running' do nothing`,
    [generateEntityId(undefined, "cjob"), job.campaign_id, job.kind, job.total, job.started_by])
  const [row] = await rowsOf<JobRow>(transaction, `select ${COLUMNS} from campaign_job where campaign_id = :campaign_id and kind = :kind and state = 'running'`, { campaign_id: job.campaign_id, kind: job.kind })
  return row!
}

/** Running jobs that nobody works on: begun a moment ago, or left by a process that died. */
export async function readIdleJobs(connection: Knex): Promise<JobRow[]> {
  return await rowsOf(connection, `select ${COLUMNS} from campaign_job where state = 'running' and lease_until <= now() order by started_at`)
}

/** Takes a job for `holder`, or keeps it, and says how far it is; false when another process has it. */
export async function holdJob(connection: Knex, id: string, holder: string, progress: { done: number; refused: number } | null): Promise<boolean> {
  const rows = await rowsOf(connection, `update campaign_job set holder = :holder, lease_until = ${LEASE}, done = coalesce(:done, done), refused = coalesce(:refused, refused)
    where id = :id and state = 'running' and (holder = :holder or lease_until <= now()) returning id`, { id, holder, done: progress?.done ?? null, refused: progress?.refused ?? null })
  return rows.length > 0
}

/** Ends a job, under the campaign's lock; false while money that arrived meanwhile waits to be registered: then the work goes on. */
export async function endJob(transaction: Knex, id: string, holder: string, state: "done" | "failed", message: string | null): Promise<boolean> {
  const [job] = await rowsOf<{ campaign_id: string; kind: Kind }>(transaction, "select j.campaign_id, j.kind from campaign_job j join campaign c on c.id = j.campaign_id where j.id = :id for update of c", { id })
  const waits = await rowsOf(transaction, "select 1 from campaign_transfer_part p join campaign_transfer t on t.id = p.transfer_id where t.campaign_id = :campaign_id and not p.is_registered limit 1", { campaign_id: job?.campaign_id ?? "" })
  if (state === "done" && job?.kind === "receive" && waits.length > 0) return false
  await transaction.raw("update campaign_job set state = ?, message = ?, ended_at = now() where id = ? and holder = ? and state = 'running'", [state, message, id, holder] as never)
  return true
}

/** The last job of each campaign. */
export async function readLastJobs(connection: Knex, campaignIds: string[]): Promise<JobRow[]> {
  return await rowsOf(connection, `select distinct on (campaign_id) ${COLUMNS} from campaign_job where campaign_id = any(:campaignIds) order by campaign_id, started_at desc, id desc`, { campaignIds })
}
