import type { LedgerProblem, ReportingSettingInput, ReportingUnitInput } from "@fupin/contract/schemas"
import { refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import type { Act } from "../../domain/filing/decide-filing"
import type { ReportingSetting } from "../../domain/filing/reporting-setting"
import type { Asked } from "./contents"
import { attach, type AttachmentRow, explain, readAttachment, withdraw } from "./desk"
import { appendPaper, type FiledPaper, readPapers, readWithoutPapers } from "./papers"
import { type FilingAnswer, type FilingFilter, type FilingRow, readAnswers, readFiling, readFilings, readSettings, readUnits, type UnitRow } from "./rows"
import { acceptFiling, returnFiling, type Submission, submitFiling } from "./steps"
import { openFilings, saveSetting, saveUnit } from "./units"
import { verifyFilings } from "./verify-filings"

type Contents = Omit<Asked, "filing"> & { id: string }

/** Reporting units and their filings. Every step locks the filing, looks at its version and writes who, when and why beside it. */
export class FilingModuleService extends MedusaService({}) {
  private readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** Units by id, all without ids. */
  async readUnits(ids?: string[]): Promise<UnitRow[]> {
    return await readUnits(this.connection, ids)
  }

  async readSettings(): Promise<ReportingSetting[]> {
    return await readSettings(this.connection)
  }

  /** Saves a unit and opens its filings up to now. Errors: unknown_unit, unit_name_taken, unit_parent_refused, unit_has_filed. */
  async saveUnit(input: ReportingUnitInput, now: Date): Promise<{ id: string }> {
    return await saveUnit(this.connection, input, now)
  }

  /** Sets what a region wants from a period on (R61). Error: setting_touches_past. */
  async saveSetting(input: ReportingSettingInput, now: Date): Promise<void> {
    await saveSetting(this.connection, input, now)
  }

  /** Opens whatever filings have begun by now; idempotent. */
  async openFilings(now: Date): Promise<void> {
    await openFilings(this.connection, now)
  }

  async readFilings(filter: FilingFilter, page?: { offset: number; limit: number }): Promise<{ filings: FilingRow[]; count: number; periods: string[] }> {
    return await readFilings(this.connection, filter, page)
  }

  /** What the office answered since a moment to units that file for themselves. */
  async readAnswers(since: Date): Promise<FilingAnswer[]> {
    return await readAnswers(this.connection, since)
  }

  /** One filing with its unit. Error: not_found. */
  async readFiling(id: string): Promise<FilingRow> {
    const filing = await readFiling(this.connection, id)
    if (!filing) throw refusal("not_found", "not_found")
    return filing
  }

  /** The unit submits. Errors: not_found, filing_moved_on, period_not_over, earlier_filing_open, checklist_incomplete. */
  async submitFiling(contents: Contents, act: Act, submission: Submission): Promise<void> {
    await submitFiling(this.connection, contents, act, submission)
  }

  /** The office returns it with reasons. Errors: not_found, filing_moved_on, reason_required. */
  async returnFiling(id: string, act: Act, reasons: string): Promise<void> {
    await returnFiling(this.connection, id, act, reasons)
  }

  /** The office accepts it, which freezes what it contains. Errors: not_found, filing_moved_on, not_your_own_filing, filing_content_changed. */
  async acceptFiling(contents: Contents, act: Act, payment_ids: string[]): Promise<void> {
    await acceptFiling(this.connection, contents, act, payment_ids)
  }

  /** Keeps a scan of at most 10 MB, PDF, JPG or PNG by its own bytes. Errors: not_found, filing_is_closed, file_too_large, file_type_refused. */
  async attach(filingId: string, scan: { item: string; name: string; content: Buffer }, by: Pick<Act, "actor_id" | "now">): Promise<{ id: string }> {
    return await attach(this.connection, filingId, scan, by)
  }

  /** One scan with its bytes. Error: unknown_file. */
  async readAttachment(id: string): Promise<AttachmentRow & { content: Buffer }> {
    return await readAttachment(this.connection, id)
  }

  /** Takes a scan back. Errors: not_found, filing_is_closed. */
  async withdraw(attachment: AttachmentRow, by: Pick<Act, "actor_id" | "now">): Promise<void> {
    await withdraw(this.connection, attachment, by)
  }

  /** States why something of the checklist is missing. Errors: not_found, filing_is_closed. */
  async explain(filingId: string, item: string, reason: string, by: Pick<Act, "actor_id" | "now">): Promise<void> {
    await explain(this.connection, filingId, { item, reason }, by)
  }

  /** The frozen papers of a filing; none before it is accepted. */
  async readPapers(filingId: string): Promise<FiledPaper[]> {
    return await readPapers(this.connection, filingId)
  }

  /** Notes which document is a filing's paper. */
  async appendPaper(filingId: string, paper: FiledPaper): Promise<void> {
    await appendPaper(this.connection, filingId, paper)
  }

  /** Accepted filings whose papers are still to be issued. */
  async readWithoutPapers(): Promise<string[]> {
    return await readWithoutPapers(this.connection)
  }

  /** Names every accepted filing that is not as it was accepted. */
  async verifyFilings(): Promise<LedgerProblem[]> {
    return await verifyFilings(this.connection)
  }
}
