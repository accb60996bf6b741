import { refusal } from "@fupin/access"
import type { ImportFault, ImportMode, RosterImport, RosterKind } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"

/** Without a sign for this long its process is gone. */
const GONE = "interval '2 minutes'"

export interface RunProgress {
  read_rows: number
  good_rows: number
  written_rows: number
  faults: ImportFault[]
  fault_count: number
}

export type RunEnd = { state: "done" } | { state: "refused" | "failed"; message: string }

/** Begins a run; one at a time. Error: import_running. */
export async function startRun(connection: Knex, run: { kind: RosterKind; mode: ImportMode; file_sha256: string; regions: string[]; started_by: string }): Promise<string> {
  return await connection.transaction(async (transaction) => {
    await transaction.raw("select pg_advisory_xact_lock(hashtextextended('intake:run', 0))")
    await transaction.raw(`update intake_run set state = 'failed', message = '导入中断，请重新上传同一文件：已写入的行不会重复' where state = 'running' and beat_at < now() - ${GONE}`)
    const { rows: [running] } = await transaction.raw("select 1 from intake_run where state = 'running' limit 1")
    if (running) throw refusal("conflict", "import_running")
    const id = generateEntityId(undefined, "imrn")
    await transaction.raw("insert into intake_run (id, kind, mode, file_sha256, regions, started_by) values (?, ?, ?, ?, ?::text[], ?)", [id, run.kind, run.mode, run.file_sha256, run.regions, run.started_by])
    return id
  })
}

/** Says how far it is, and that it is alive. */
export async function beatRun(connection: Knex, id: string, { read_rows, good_rows, written_rows, faults, fault_count }: RunProgress): Promise<void> {
  await connection.raw("update intake_run set read_rows = ?, good_rows = ?, written_rows = ?, faults = ?::jsonb, fault_count = ?, beat_at = now() where id = ?", [read_rows, good_rows, written_rows, JSON.stringify(faults), fault_count, id])
}

export async function endRun(connection: Knex, id: string, end: RunEnd): Promise<void> {
  await connection.raw("update intake_run set state = ?, message = ?, beat_at = now() where id = ?", [end.state, end.state === "done" ? null : end.message, id])
}

/** A run of this person. Error: not_found. */
export async function readRun(connection: Knex, id: string, started_by: string): Promise<RosterImport> {
  const { rows: [run] } = await connection.raw(
    `select id, kind, mode, case when state = 'running' and beat_at < now() - ${GONE} then 'failed' else state end as state, read_rows, good_rows, written_rows, faults, fault_count,
       case when state = 'running' and beat_at < now() - ${GONE} then '导入中断，请重新上传同一文件：已写入的行不会重复' else message end as message, started_at
     from intake_run where id = ? and started_by = ?`, [id, started_by])
  if (!run) throw refusal("not_found", "not_found")
  return { ...run, started_at: run.started_at.toISOString() }
}
