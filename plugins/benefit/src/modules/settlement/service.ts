import type { PayoutMethod, SettlementSetting, SettlementState } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { type HandedOut, type HandOut, handOut } from "./batches"
import { hold, releaseHold } from "./holds"
import { giveUpPayment, readRunOf, refreshPayee, retryPayment } from "./payments"
import { type PrepareRun, prepareRun, type ResolvePayees } from "./prepare"
import { type CashResults, importReturns, payCash, type ResultsSaid, type ReturnFile, returnPayment } from "./results"
import { type Act, explainSuspense, moveRun, readRunRegion } from "./runs"
import { appendScan, readScan, type Scan, type SignedScan } from "./scans"
import { refusing, rowsOf } from "./sql"
import { approveSuccessor, endSuccessor, type NamedSuccessor, nameSuccessor, readSuccessors } from "./successors"
import { decideWriteOff, type ProposedWriteOff, proposeWriteOff, readCaseBeneficiary } from "./write-offs"

export type { Act, CashResults, HandedOut, HandOut, NamedSuccessor, PrepareRun, ProposedWriteOff, ResolvePayees, ResultsSaid, ReturnFile, Scan }

/** Payout runs (兑付). Every act is one transaction under a lock, and the same act again changes nothing. Tables are hand-written SQL. */
export class SettlementModuleService extends MedusaService({}) {
  private readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** Lays down a run of what is payable; answers its id. Errors: nothing_to_settle, settlement_open, entry_already_settled. */
  async prepare(run: PrepareRun, resolve: ResolvePayees): Promise<string> {
    return await refusing("IDX_settlement_open", "settlement_open", () =>
      refusing("IDX_settlement_item_once", "entry_already_settled", () => this.connection.transaction((transaction) => prepareRun(transaction, run, resolve))))
  }

  /** Errors: not_found, settlement_state, settlement_second_person, suspense_unexplained. */
  async move(id: string, to: "submit" | "approve" | "cancel", act: Act, reason: string | null = null): Promise<SettlementState> {
    return await this.connection.transaction((transaction) => moveRun(transaction, id, to, act, reason))
  }

  /** Errors: not_found, settlement_state. */
  async explainSuspense(id: string, explanation: string, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => explainSuspense(transaction, id, explanation, act))
  }

  /** Errors: not_found, settlement_state, nothing_to_pay, payee_account_changed. */
  async handOut(input: HandOut, act: Act, resolve: ResolvePayees): Promise<HandedOut> {
    return await this.connection.transaction((transaction) => handOut(transaction, input, act, resolve))
  }

  /** Errors: not_found, return_file_known, unknown_payout_reference, payout_amount_differs, payout_result_contradicts. */
  async importReturns(file: ReturnFile, act: Act): Promise<ResultsSaid> {
    return await this.connection.transaction((transaction) => importReturns(transaction, file, act))
  }

  /** Errors: not_found, payout_scan_required, payment_state. */
  async payCash(results: CashResults, act: Act): Promise<ResultsSaid> {
    return await this.connection.transaction((transaction) => payCash(transaction, results, act))
  }

  /** Errors: not_found, payment_state. */
  async returnPayment(paymentId: string, reason: string, act: Act): Promise<void> {
    await this.connection.transaction(async (transaction) => returnPayment(transaction, await readRunOf(transaction, "payment", paymentId), paymentId, reason, act))
  }

  /** Errors: not_found, payment_state, payee_account_missing. */
  async retryPayment(paymentId: string, method: PayoutMethod | undefined, resolve: ResolvePayees): Promise<void> {
    await this.connection.transaction((transaction) => retryPayment(transaction, paymentId, method, resolve))
  }

  /** Errors: not_found, payment_state, payee_account_missing. */
  async refreshPayee(paymentId: string, method: PayoutMethod | undefined, resolve: ResolvePayees): Promise<void> {
    await this.connection.transaction((transaction) => refreshPayee(transaction, paymentId, method, resolve))
  }

  /** Errors: not_found, payment_state. */
  async giveUpPayment(paymentId: string, reason: string, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => giveUpPayment(transaction, paymentId, reason, act))
  }

  /** Error: not_found. */
  async appendScan(id: string, batch: number, scan: Scan, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => appendScan(transaction, id, batch, scan, act))
  }

  /** A scan with the run it belongs to. Error: not_found. */
  async readScan(id: string): Promise<SignedScan> {
    return await readScan(this.connection, id)
  }

  /** Error: already_held. */
  async hold(beneficiaryId: string, reason: string, act: Act): Promise<{ id: string; sent: number }> {
    return await this.connection.transaction((transaction) => hold(transaction, beneficiaryId, reason, act))
  }

  /** Errors: not_found, settlement_second_person. */
  async releaseHold(id: string, reason: string, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => releaseHold(transaction, id, reason, act))
  }

  /** Error: already_succeeded. */
  async nameSuccessor(successor: NamedSuccessor, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => nameSuccessor(transaction, successor, act))
  }

  /** Errors: not_found, settlement_second_person. */
  async approveSuccessor(id: string, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => approveSuccessor(transaction, id, act))
  }

  /** Error: not_found. */
  async endSuccessor(id: string, act: Act): Promise<void> {
    await endSuccessor(this.connection, id, act)
  }

  async readSuccessors(by: { beneficiary_ids: string[] } | { ids: string[] }): Promise<NamedSuccessor[]> {
    return await readSuccessors(this.connection, by)
  }

  /** Error: nothing_owed. */
  async proposeWriteOff(writeOff: ProposedWriteOff, act: Act): Promise<string> {
    return await this.connection.transaction((transaction) => proposeWriteOff(transaction, writeOff, act))
  }

  /** Errors: not_found, settlement_state, settlement_second_person. */
  async decideWriteOff(id: string, isApproved: boolean, act: Act): Promise<void> {
    await this.connection.transaction((transaction) => decideWriteOff(transaction, id, isApproved, act))
  }

  /** How much of a payment may be kept back in a region, from now on. */
  async saveSetting({ region, cap_bp }: SettlementSetting, { actor_id, at }: Act): Promise<void> {
    await this.connection.raw(
      `insert into settlement_setting (region, cap_bp, updated_by, updated_at) values (:region, :cap_bp, :actor_id, :at)
       on conflict (region) do update set cap_bp = excluded.cap_bp, updated_by = excluded.updated_by, updated_at = excluded.updated_at`, { region, cap_bp, actor_id, at } as never)
  }

  async listSettings(): Promise<SettlementSetting[]> {
    return await rowsOf(this.connection, "select region, cap_bp from settlement_setting order by region")
  }

  /** Where a run lies, for whoever checks a scope. Error: not_found. */
  async readRunRegion(id: string): Promise<string> {
    return await readRunRegion(this.connection, id)
  }

  /** The run of a payment or a suspense. Error: not_found. */
  async readRunOf(what: "payment" | "suspense", id: string): Promise<string> {
    return await readRunOf(this.connection, what, id)
  }

  /** Whom a case is about. Error: not_found. */
  async readCaseBeneficiary(kind: "hold" | "successor" | "write_off", id: string): Promise<string> {
    return await readCaseBeneficiary(this.connection, kind, id)
  }
}
