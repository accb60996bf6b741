import { refusal } from "@fupin/access"
import type { AcceptanceSheetInput, AdjustInput, DisputeInput, InvoiceInput, PurchaseReason } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { exclusively } from "../campaign/sql"
import type { Entrant, EntryRow } from "../spending/entries"
import type { OpenOrder } from "../../domain/statement/allocate"
import type { BankLine } from "../../domain/statement/bank-file"
import type { Match } from "../../domain/statement/match-row"
import { type Allocation, type BankRowRow, closeAllocation, dismissRow, isKnownFile, keepFile, type KnownRow, leftOf, lockBankRow, readBankRows, readKnownRows, readPending, writeMatch } from "./bank"
import { readRuleChanges, setSecond, wantsSecond } from "./acceptance-rule"
import { type AdjustedOrder, readAdjusted } from "./adjusted"
import { adjustLines, confirmStatement, disputeLines } from "./decide"
import { type Act, drawMonth, type NameGoods, sendStatement } from "./draw"
import { declineInvoice, type InvoiceRow, type InvoiceWhere, type IssuedInvoice, readFile, readInvoices, requestInvoice, type SealedFile, withdrawInvoice, writeInvoice } from "./invoices"
import { type PackedRow, readPacked, writePacked } from "./packed"
import { keepPaper, readPaper } from "./papers"
import { readReasons, setReason } from "./reasons"
import { countersignSheet, keepPhoto, readDoors, readPhotos, readSheet, readWaiting, type SheetRow, type SignedFor, signSheet } from "./receiving"
import { lockUnit, readStatedOrders, readStatementLines, readStatements, type StatedOrder, type StatementLineRow, type StatementRow, type StatementWhere } from "./read"
import { readDrawn, readUnitsWithDeliveries, recordRun } from "./runs"
import { pageUnitOrders, readUnitOrders, type UnitOrder, type UnitOrderPage, type UnitOrders, type UnitOrderWhere } from "./unit-orders"

export type { Act, Allocation, BankRowRow, InvoiceRow, KnownRow, NameGoods, SealedFile, SheetRow, StatedOrder, StatementLineRow, StatementRow, StatementWhere, UnitOrder }
export { leftOf }

/** Finds, under the unit's lock, what a row pays and which orders still lack how much. */
export type FindMatch = (row: BankRowRow) => Promise<{ match: Match; orders: OpenOrder[] }>
/** Books one allocation; answers why the order did not take it, or null. Repeating it changes nothing. */
export type Book = (allocation: Allocation) => Promise<string | null>

/** Statements, money at the bank and invoices. Every act is one transaction under the unit's lock; the same act again changes nothing. */
export class StatementModuleService extends MedusaService({}) {
  private readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** Draws up a month (YYYY-MM) of an organisation; answers how many drafts there are. */
  async draw(organisationId: string, month: string, names: NameGoods, at: Date): Promise<number> {
    return await this.connection.transaction((transaction) => drawMonth(transaction, organisationId, month, names, at))
  }

  /** The last month that drew itself, and the first with something accepted; null where there is none. */
  async readDrawn(): Promise<{ last_drawn: string | null; first: string | null }> {
    return await readDrawn(this.connection)
  }

  /** Organisations that accepted anything up to the end of a month (YYYY-MM). */
  async readUnitsWithDeliveries(month: string): Promise<string[]> {
    return await readUnitsWithDeliveries(this.connection, month)
  }

  /** Says that a month is drawn for so many organisations, after it is. */
  async recordRun(month: string, organisations: number, at: Date): Promise<void> {
    await recordRun(this.connection, month, organisations, at)
  }

  /** Keeps the paper of a confirmed statement, unless one is kept already. */
  async keepPaper(statementId: string, file: SealedFile, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => keepPaper(transaction, statementId, file, act))
  }

  /** The id of the file that holds a confirmed statement's paper. */
  async readPaper(statementId: string): Promise<string | null> {
    return await readPaper(this.connection, statementId)
  }

  /** Errors: not_found, statement_state, nothing_to_state. */
  async send(id: string, names: NameGoods, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => sendStatement(transaction, id, names, act))
  }

  /** Errors: not_found, statement_state, unknown_statement_line. */
  async dispute(id: string, input: DisputeInput, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => disputeLines(transaction, id, input, act))
  }

  /** Errors: not_found, statement_state, unknown_statement_line, line_not_disputed, adjustment_too_high. */
  async adjust(id: string, input: AdjustInput, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => adjustLines(transaction, id, input, act))
  }

  /** Answers the number. Errors: not_found, statement_changed, dispute_open, statement_state. */
  async confirm(id: string, revision: number, act: Act): Promise<string> {
    return await this.connection.transaction((transaction) => confirmStatement(transaction, id, revision, act))
  }

  /** Orders of which confirmed statements of this organisation, or of all, took something off. */
  async readAdjusted(organisationId: string | null): Promise<AdjustedOrder[]> {
    return await readAdjusted(this.connection, organisationId)
  }

  /** One repricing at a time, in every process. */
  async whileRepricing(act: () => Promise<void>): Promise<void> {
    await this.connection.transaction(async (transaction) => {
      await transaction.raw("select pg_advisory_xact_lock(hashtextextended('statement-repricing', 0))")
      await act()
    })
  }

  /** Marks confirmed statements as settled. */
  async settle(ids: string[], at: Date): Promise<void> {
    await this.connection.raw("update statement set state = 'settled', settled_at = ? where id = any(?) and state = 'confirmed'", [at, ids])
  }

  async readStatements(where: StatementWhere): Promise<StatementRow[]> {
    return await readStatements(this.connection, where)
  }

  async readLines(statementIds: string[]): Promise<StatementLineRow[]> {
    return await readStatementLines(this.connection, statementIds)
  }

  /** What statements say of their orders, in fen. */
  async readStatedOrders(statementIds: string[]): Promise<StatedOrder[]> {
    return await readStatedOrders(this.connection, statementIds)
  }

  /** Orders that units pay, whatever the way they came; orders that no unit pays are absent. */
  async readUnitOrders(where: UnitOrderWhere): Promise<UnitOrder[]> {
    return await readUnitOrders(this.connection, where)
  }

  /** One page of them, and what is due over all. */
  async pageUnitOrders(organisationIds: string[], page: UnitOrderPage): Promise<UnitOrders> {
    return await pageUnitOrders(this.connection, organisationIds, page)
  }

  async isKnownFile(sha256: string): Promise<boolean> {
    return await isKnownFile(this.connection, sha256)
  }

  async readKnownRows(references: string[]): Promise<KnownRow[]> {
    return await readKnownRows(this.connection, references)
  }

  /** Answers the ids of the rows that are new. Error: bank_file_known. */
  async keepFile(file: { sha256: string; filename: string; rows: BankLine[] }, act: Act): Promise<string[]> {
    return await this.connection.transaction((transaction) => keepFile(transaction, file, act))
  }

  async readBankRows(where: Parameters<typeof readBankRows>[1]): Promise<BankRowRow[]> {
    return await readBankRows(this.connection, where)
  }

  /** Decides under the holder's lock what a row pays and writes it down; what earlier runs left unbooked is booked first. Nothing left: nothing happens. `reason` is that of a person who chose. */
  async match(rowId: string, holder: string, find: FindMatch, book: Book, act: Act & { reason: string | null }): Promise<void> {
    await this.connection.transaction(async (transaction) => {
      await lockUnit(transaction, holder)
      await this.bookPending(transaction, holder, book, act.at)
      const row = await lockBankRow(transaction, rowId)
      if (leftOf(row) > 0) await writeMatch(transaction, row, await find(row), holder, act)
    })
  }

  /** A row that pays nothing that is known: why. */
  async leaveUnmatched(rowId: string, { organisation_id, reason }: Match): Promise<void> {
    await this.connection.raw("update bank_row set organisation_id = coalesce(?, organisation_id), reason = ? where id = ?", [organisation_id, reason, rowId])
  }

  /** Books what is written down for a holder and not booked yet. */
  async finishPending(holder: string, book: Book, at: Date): Promise<void> {
    await this.connection.transaction(async (transaction) => {
      await lockUnit(transaction, holder)
      await this.bookPending(transaction, holder, book, at)
    })
  }

  private async bookPending(transaction: Knex, holder: string, book: Book, at: Date): Promise<void> {
    for (const allocation of await readPending(transaction, holder)) await closeAllocation(transaction, allocation.id, await book(allocation), at)
  }

  /** Holders of allocations that a run left behind. */
  async readHoldersPending(): Promise<string[]> {
    const { rows } = await this.connection.raw("select distinct holder as id from bank_allocation where booked_at is null and released_at is null")
    return rows.map(({ id }: { id: string }) => id)
  }

  /** Errors: not_found, bank_row_closed. */
  async dismiss(rowId: string, as: "send_back" | "set_aside", reason: string, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => dismissRow(transaction, rowId, as, reason, act))
  }

  /** Answers the id. Errors: those of `planInvoice`. */
  async requestInvoice(input: InvoiceInput, act: Act): Promise<string> {
    return await this.connection.transaction((transaction) => requestInvoice(transaction, input, act))
  }

  /** Errors: not_found, invoice_state, invoice_number_taken. */
  async writeInvoice(id: string, as: "issued" | "red", issued: IssuedInvoice, file: SealedFile, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => writeInvoice(transaction, id, as, issued, file, act))
  }

  /** Errors: not_found, invoice_state. */
  async declineInvoice(id: string, reason: string, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => declineInvoice(transaction, id, reason, act))
  }

  /** Error: invoice_state. */
  async withdrawInvoice(id: string): Promise<void> {
    await withdrawInvoice(this.connection, id)
  }

  async readInvoices(where: InvoiceWhere): Promise<InvoiceRow[]> {
    return await readInvoices(this.connection, where)
  }

  /** Error: not_found. */
  async readFile(id: string): Promise<SealedFile> {
    const file = await readFile(this.connection, id)
    if (!file) throw refusal("not_found", "not_found")
    return file
  }

  /** Answers whether it waits for a second signature. Error: illegal_transition. */
  async signSheet(door: SignedFor, sheet: AcceptanceSheetInput, act: Act): Promise<boolean> {
    return await signSheet(this.connection, door, sheet, act)
  }

  /** Errors: no_sheet_waiting, second_signature_other_person. */
  async countersign(deliveryId: string, act: Act): Promise<SheetRow> {
    return await this.connection.transaction((transaction) => countersignSheet(transaction, deliveryId, act))
  }

  /** Says that what was signed is recorded. */
  async countSheet(deliveryId: string, at: Date): Promise<void> {
    await this.connection.raw("update acceptance_sheet set counted_at = coalesce(counted_at, ?) where delivery_id = ?", [at, deliveryId])
  }

  async readSheet(deliveryId: string): Promise<SheetRow | null> {
    return await readSheet(this.connection, deliveryId)
  }

  /** What was signed and photographed at these deliveries. */
  async readDoors(deliveryIds: string[]): ReturnType<typeof readDoors> {
    return await readDoors(this.connection, deliveryIds)
  }

  /** Error: too_many_photos. */
  async keepPhoto(deliveryId: string, variantId: string, file: SealedFile, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => keepPhoto(transaction, deliveryId, variantId, file, act))
  }

  async readPhotos(deliveryId: string): Promise<Awaited<ReturnType<typeof readPhotos>>> {
    return await readPhotos(this.connection, deliveryId)
  }

  /** Who signed for which of these deliveries what does not count yet. */
  async readWaitingSheets(deliveryIds: string[]): Promise<Map<string, string>> {
    return await readWaiting(this.connection, deliveryIds)
  }

  /** One at a time signs for a delivery, in every process; null when another would not let go. */
  async whileSigning<T>(deliveryId: string, act: () => Promise<T>): Promise<T | null> {
    return await exclusively(this.connection, `acceptance:${deliveryId}`, act)
  }

  /** From which lots goods of a load are packed, in place of what was said before. */
  async packLots(loadId: string, variantId: string, lotIds: string[], act: Act): Promise<void> {
    await this.connection.transaction((transaction) => writePacked(transaction, loadId, variantId, lotIds, act))
  }

  async readPacked(loadIds: string[]): Promise<PackedRow[]> {
    return await readPacked(this.connection, loadIds)
  }

  async wantsSecondSignature(organisationId: string): Promise<boolean> {
    return await wantsSecond(this.connection, organisationId)
  }

  async setSecondSignature(organisationId: string, second_signature: boolean, entrant: Entrant): Promise<void> {
    await this.connection.transaction((transaction) => setSecond(transaction, organisationId, second_signature, entrant))
  }

  async readRuleChanges(organisationId: string): Promise<EntryRow[]> {
    return await readRuleChanges(this.connection, organisationId)
  }

  /** Why a unit buys (R26), said of its orders from now on; null says nothing. */
  async setReason(organisationId: string, reason: PurchaseReason | null, act: Act): Promise<void> {
    await setReason(this.connection, organisationId, reason, act)
  }

  /** By unit; those that say nothing are absent. */
  async readReasons(organisationIds: string[]): Promise<Map<string, PurchaseReason>> {
    return await readReasons(this.connection, organisationIds)
  }
}
