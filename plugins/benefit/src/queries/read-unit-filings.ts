import { refusal } from "@fupin/access"
import type { FilingDetail, FilingHead } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { planReminder } from "../domain/filing/decide-filing"
import { FILING_MODULE, type FilingModuleService, type FilingRow } from "../modules/filing"
import type { AttachmentRow } from "../modules/filing/desk"
import type { FilingAnswer } from "../modules/filing/rows"
import { readFilingDetail } from "./read-filing-detail"
import { headsOf } from "./read-filings"

/** A filing of a unit that reports what it bought itself (R61: 各单位). */
export type OwnFiling = FilingRow & { organisation_id: string }

/** Months that a unit looks back on. */
const MONTHS = 36

const filingsOf = (container: MedusaContainer) => container.resolve<FilingModuleService>(FILING_MODULE)

/** What an organisation files itself, the newest period first; none when the office made it no reporting unit. */
export async function readUnitFilings(container: MedusaContainer, organisationId: string, now: Date): Promise<FilingHead[]> {
  const { filings } = await filingsOf(container).readFilings({ organisation_ids: [organisationId], prefixes: null }, { offset: 0, limit: MONTHS })
  return await headsOf(container, filings, now, "unit")
}

/** One of them. Error: not_found, also for what towns and offices file. */
export async function readUnitFiling(container: MedusaContainer, id: string): Promise<OwnFiling> {
  const filing = await filingsOf(container).readFiling(id)
  const { organisation_id } = filing.unit
  if (organisation_id === null) throw refusal("not_found", "not_found")
  return { ...filing, organisation_id }
}

/** A scan with its bytes, and the filing that it accompanies. Errors: unknown_file, not_found. */
export async function readUnitScan(container: MedusaContainer, id: string): Promise<{ scan: AttachmentRow & { content: Buffer }; filing: OwnFiling }> {
  const scan = await filingsOf(container).readAttachment(id)
  return { scan, filing: await readUnitFiling(container, scan.filing_id) }
}

/** All that the unit's own page of a filing shows: masked, and of the office no names. */
export async function readUnitFilingDetail(container: MedusaContainer, filing: OwnFiling, { actor_id, mayFile }: { actor_id: string; mayFile: boolean }, now: Date): Promise<FilingDetail> {
  return await readFilingDetail(container, filing, { actor_id, submits: mayFile ? [filing.unit.region_code] : [], accepts: [], reader: "unit" }, now)
}

/** Filings that wait for the unit now: returned, overdue, or to be submitted soon; the oldest first. */
export async function readUnitReminders(container: MedusaContainer, organisationId: string, now: Date): Promise<{ filing: FilingHead; kind: "returned" | "due" | "overdue" }[]> {
  const open = await Promise.all((["open", "returned"] as const).map((state) => filingsOf(container).readFilings({ state, organisation_ids: [organisationId], prefixes: null })))
  const waiting = open.flatMap(({ filings }) => filings).flatMap((filing) => {
    const kind = filing.state === "returned" ? "returned" as const : planReminder(filing, filing.unit.remind_days, now)
    return kind === null ? [] : [{ filing, kind }]
  })
  const heads = await headsOf(container, waiting.map(({ filing }) => filing), now, "unit")
  return waiting.map(({ kind }, index) => ({ filing: heads[index]!, kind })).sort((one, other) => (one.filing.period < other.filing.period ? -1 : 1))
}

/** What the office answered since a moment, with its reason where it sent a filing back. */
export async function readFilingAnswers(container: MedusaContainer, since: Date): Promise<FilingAnswer[]> {
  return await filingsOf(container).readAnswers(since)
}
