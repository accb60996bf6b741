import { createHash } from "node:crypto"
import { allowed, refusal } from "@fupin/access"
import type { RosterImport } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, generateEntityId, MedusaService } from "@medusajs/framework/utils"
import { normalizeIdNumber } from "../../domain/id-number"
import { decideScan } from "../../domain/voucher/scan"
import { PersonalData } from "../household/personal-data"
import { approveVoucher, rejectVoucher, withdrawVoucher } from "./decide"
import type { EvidenceRow } from "../../domain/voucher/voucher"
import { beatRun, endRun, readRun, type RunEnd, type RunProgress, startRun } from "./intake-runs"
import { readEvidenceRows, readVoucherRecords, type VoucherRecord } from "./rows"
import { readLastScan, type Scan } from "./scans"
import { readClaims, requireNewFile, type VoucherDraft, writeVouchers, type Written } from "./write"

/** Documents that prove benefit outside the shop, with their signed and sealed scans. */
export class VoucherModuleService extends MedusaService({}) {
  private readonly connection: Knex
  private readonly personal: PersonalData

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }, options: ConstructorParameters<typeof PersonalData>[0]) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
    this.personal = new PersonalData(options)
  }

  /** Writes drafts, all or none; `year` is that of the business day. Errors: duplicate_voucher, file_already_imported. */
  async writeVouchers(drafts: VoucherDraft[], by: string, year: string): Promise<Written[]> {
    return await this.connection.transaction((transaction) => writeVouchers(transaction, drafts, by, year))
  }

  /** A document with its rows. Error: not_found. */
  async readVoucher(id: string): Promise<VoucherRecord & { rows: EvidenceRow[] }> {
    const [voucher] = await readVoucherRecords(this.connection, [id])
    if (!voucher) throw refusal("not_found", "not_found")
    return { ...voucher, rows: (await readEvidenceRows(this.connection, [id])).get(id)! }
  }

  /** Posts a draft to the ledger. Errors: not_found, voucher_decided, voucher_own_approval, voucher_without_seal. */
  async approveVoucher(id: string, actor: string, now: Date): Promise<void> {
    await this.connection.transaction((transaction) => approveVoucher(transaction, id, actor, now))
  }

  /** Sends a draft back. Errors: not_found, voucher_decided, voucher_own_approval. */
  async rejectVoucher(id: string, actor: string, reason: string, now: Date): Promise<void> {
    await this.connection.transaction((transaction) => rejectVoucher(transaction, id, actor, reason, now))
  }

  /** Takes one's own draft back. Errors: not_found, voucher_decided, voucher_not_yours. */
  async withdrawVoucher(id: string, actor: string, reason: string, now: Date): Promise<void> {
    await this.connection.transaction((transaction) => withdrawVoucher(transaction, id, actor, reason, now))
  }

  /** Keeps a scan, sealed; the same bytes again change nothing. Errors: not_found, voucher_decided, scan_wrong_type, scan_too_big. */
  async appendScan(voucherId: string, content: Buffer, by: string): Promise<Scan> {
    const mime = allowed(decideScan(content))
    const sha256 = createHash("sha256").update(content).digest("hex")
    return await this.connection.transaction(async (transaction) => {
      const [voucher] = await readVoucherRecords(transaction, [voucherId], true)
      if (!voucher) throw refusal("not_found", "not_found")
      if (voucher.state !== "draft") throw refusal("conflict", "voucher_decided")
      const held = await readLastScan(transaction, voucherId)
      if (held?.sha256 === sha256) return held
      const id = generateEntityId(undefined, "vcsc")
      await transaction.raw("insert into voucher_scan (id, voucher_id, sha256, mime, bytes, content_sealed, uploaded_by) values (?, ?, ?, ?, ?, ?, ?)",
        [id, voucherId, sha256, mime, content.length, this.personal.seal(`${id}:scan`, content.toString("base64")), by])
      return (await readLastScan(transaction, voucherId))!
    })
  }

  /** The newest scan of a document with its bytes; null when there is none. Whoever shows it writes into the access log before. */
  async readScan(voucherId: string): Promise<(Scan & { content: Buffer }) | null> {
    const scan = await readLastScan(this.connection, voucherId)
    if (!scan) return null
    const { rows: [{ content_sealed }] } = await this.connection.raw("select content_sealed from voucher_scan where id = ?", [scan.id])
    return { ...scan, content: Buffer.from(this.personal.open(`${scan.id}:scan`, content_sealed), "base64") }
  }

  /** Blind indexes by which households with these ID numbers are found, under each key that a row may still carry. */
  idNumberIndexes(idNumbers: string[]): Map<string, string[]> {
    return new Map(idNumbers.map((number) => [number, this.personal.blindIndexes("id_number", normalizeIdNumber(number))]))
  }

  /** Begins the import of a roster; one at a time. Error: import_running. */
  async startRun(run: Parameters<typeof startRun>[1]): Promise<string> {
    return await startRun(this.connection, run)
  }

  /** Says how far an import is. */
  async beatRun(id: string, progress: RunProgress): Promise<void> {
    await beatRun(this.connection, id, progress)
  }

  /** Ends an import: done, refused as a whole, or failed. */
  async endRun(id: string, end: RunEnd): Promise<void> {
    await endRun(this.connection, id, end)
  }

  /** One's own import. Error: not_found. */
  async readRun(id: string, started_by: string): Promise<RosterImport> {
    return await readRun(this.connection, id, started_by)
  }

  /** Which of these keys stand in a document already. */
  async readClaims(keys: string[]): Promise<Map<string, Written>> {
    return await readClaims(this.connection, keys)
  }

  /** Error: file_already_imported. */
  async requireNewFile(file_sha256: string): Promise<void> {
    await requireNewFile(this.connection, file_sha256)
  }
}
