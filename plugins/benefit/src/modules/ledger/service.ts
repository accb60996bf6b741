import type { KeyObject } from "node:crypto"
import type { BenefitProof, LedgerEntryList, LedgerState } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Logger } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import type { LinkageInForce } from "../../domain/linkage"
import type { OrderFacts } from "../../domain/order-facts"
import { NOTHING_POSTED, planPostings } from "../../domain/plan-postings"
import type { Block } from "../../domain/seal/block"
import { isTimeToSeal } from "../../domain/seal/decide-sealing"
import { keyIdOf, publicKeyOf, type SigningKey, signingKeyOf } from "../../domain/seal/keys"
import { appendJournals } from "./append-journals"
import { installCoreTriggers } from "./core-triggers"
import { appendAcceptance, type AcceptanceRecord, appendPaymentFacts, appendRefundCause, type PaymentFactRecord, type RefundCauseRecord } from "./facts"
import { beat } from "./heartbeat"
import { readHouseholdTotal, rebuildHouseholdTotals, verifyTotals } from "./household-totals"
import { writeLineSales } from "./line-sales"
import { rebuildLineTotals, verifyLineTotals } from "./line-totals"
import { claimOutbox, deferOutbox, lockOrders, readOrderPage } from "./outbox"
import { readCompleteness } from "./read-completeness"
import { type EntryFilter, readEntries } from "./read-entries"
import { readOrders } from "./read-facts"
import { readPosted } from "./read-posted"
import { readProof } from "./read-proof"
import { type Readiness, readReadiness } from "./readiness"
import { readLastBlock, readWaiting, sealNext } from "./sealer"
import { type JournalsVerified, verifyJournals } from "./verify-journals"
import { type OrdersVerified, verifyOrders } from "./verify-orders"
import { verifyEvidence } from "./verify-evidence"
import { verifyState } from "./verify-state"

export interface LedgerOptions {
  /** Seed of the key that seals the ledger: 32 bytes in hex. */
  signing_key: string
  /** Public keys that sealed it before, 32 bytes in hex each. */
  former_keys?: string[]
  /** Days after delivery on which goods count as accepted where the order's region sets none. */
  acceptance_days?: number
}

/** Who sold what at the sale, and which linkages bound them: read outside, because they are others' tables. */
export type ResolveLinkages = (orders: OrderFacts[]) => Promise<{ orders: OrderFacts[]; linkages: LinkageInForce[] }>

export interface PostingResult {
  /** Orders looked at. */
  scanned: number
  /** Journals written. */
  posted: number
}

export class LedgerModuleService extends MedusaService({}) {
  private readonly connection: Knex
  private readonly logger: Logger
  private readonly acceptanceDays: number
  private readonly key: SigningKey
  private readonly trusted: ReadonlyMap<string, KeyObject>
  readonly __hooks = { onApplicationStart: async () => this.start() }

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex; [ContainerRegistrationKeys.LOGGER]: Logger }, options: LedgerOptions) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
    this.logger = container[ContainerRegistrationKeys.LOGGER]
    this.acceptanceDays = options.acceptance_days ?? 7
    this.key = signingKeyOf(options.signing_key)
    this.trusted = new Map([this.key.public_hex, ...(options.former_keys ?? [])].map((hex) => [keyIdOf(hex), publicKeyOf(hex)]))
  }

  /** Installs the triggers on core's tables. Core swallows what a module throws at start: it is said aloud here, and by `/ready`. */
  async start(): Promise<void> {
    try {
      const missing = await installCoreTriggers(this.connection)
      if (missing.length > 0) this.logger.error(`ledger: no triggers, these tables do not exist yet: ${missing.join(", ")}`)
    } catch (error) {
      this.logger.error(`ledger: the triggers on core's tables could not be installed: ${error instanceof Error ? error.message : String(error)}`)
    }
  }

  /**
   * Posts the next `limit` rows of the outbox, in one transaction: claim, lock, read, plan, append. Whatever stops it in between
   * undoes all of it. A batch that fails is tried row by row, and the row at fault waits. `claimed` 0: nothing is due.
   */
  async postNext(resolve: ResolveLinkages, now: Date, limit: number): Promise<PostingResult & { claimed: number }> {
    let claimed: string[] = []
    try {
      return await this.connection.transaction(async (transaction) => {
        const { ids, order_ids } = await claimOutbox(transaction, limit)
        claimed = ids
        return { claimed: ids.length, ...(await this.postIn(transaction, order_ids, resolve, now)) }
      })
    } catch (error) {
      if (claimed.length === 0) throw error
      if (claimed.length === 1) await deferOutbox(this.connection, claimed, error instanceof Error ? error.message : String(error))
      return { claimed: claimed.length, scanned: 0, posted: 0, ...(claimed.length > 1 ? await this.postNext(resolve, now, 1) : {}) }
    }
  }

  /** Posts these orders now, whatever the outbox says. */
  async postOrders(orderIds: string[], resolve: ResolveLinkages, now: Date): Promise<PostingResult> {
    return await this.connection.transaction((transaction) => this.postIn(transaction, [...new Set(orderIds)].sort(), resolve, now))
  }

  /** Ids of orders that have money or postings, after `after`, for a sweep by pages. */
  async readOrderPage(after: string, limit: number): Promise<string[]> {
    return await readOrderPage(this.connection, after, limit)
  }

  /** Says when money of captures and refunds really moved, and what refunds are for. Errors: unknown_payment, payment_fact_differs. */
  async appendPaymentFacts(facts: PaymentFactRecord[]): Promise<void> {
    await appendPaymentFacts(this.connection, facts)
  }

  /** Says once why a refund was made, who bears it and whether the households keep their benefit. Errors: unknown_refund, refund_cause_stated. */
  async appendRefundCause(record: RefundCauseRecord): Promise<void> {
    await appendRefundCause(this.connection, record)
  }

  /** Records that goods of an order were accepted. Errors: unknown_order, unknown_order_line, acceptance_differs. */
  async appendAcceptance(record: AcceptanceRecord): Promise<{ line_item_id: string; quantity: number }[]> {
    return await appendAcceptance(this.connection, record)
  }

  async readEntries(filter: EntryFilter): Promise<LedgerEntryList> {
    return await readEntries(this.connection, filter)
  }

  /** Fen of one household at each stage, up to now. */
  async readHouseholdTotal(beneficiaryId: string): Promise<Record<"provisional" | "payable" | "settled", number>> {
    return await readHouseholdTotal(this.connection, beneficiaryId)
  }

  async readReadiness(): Promise<Readiness> {
    return await readReadiness(this.connection)
  }

  /** Seals what waits, block by block of at most `limit` journals, until nothing does. Answers how many journals. */
  async seal(now: Date, limit = 1_000): Promise<number> {
    let sealed = 0
    for (let many = await sealNext(this.connection, this.key, now, limit); many > 0; many = await sealNext(this.connection, this.key, now, limit)) sealed += many
    return sealed
  }

  /** The same where it is in nobody's way: in a lull between sales, or after half a minute at the latest. */
  async sealInLull(now: Date): Promise<number> {
    return isTimeToSeal(await readWaiting(this.connection), now) ? await this.seal(now) : 0
  }

  /** The newest block and the key that checks it; null before the first. */
  async readSeal(): Promise<{ block: Block; public_key: string } | null> {
    const block = await readLastBlock(this.connection)
    return block && { block, public_key: this.key.public_hex }
  }

  /** How complete and how sealed the ledger is, from what happened in the last `days`: cheap enough to ask every minute. */
  async readState(resolve: ResolveLinkages, now: Date, days = 31): Promise<LedgerState> {
    return await readCompleteness(this.connection, resolve, now, this.acceptanceDays, days)
  }

  /** What proves that an order's journals are sealed, without saying who they are for; null while one of them waits, or there is none. */
  async readProof(orderId: string): Promise<BenefitProof | null> {
    return await readProof(this.connection, orderId, this.key.public_hex)
  }

  /** Compares every journal with its hash and its seal and adds what shows without planning: missing triggers, money that is not confirmed. */
  async verifyJournals(): Promise<JournalsVerified> {
    const { problems, ...counts } = await verifyJournals(this.connection, this.trusted)
    return { ...counts, problems: [...problems, ...(await verifyTotals(this.connection)), ...(await verifyLineTotals(this.connection)), ...(await verifyState(this.connection)), ...(await verifyEvidence(this.connection))] }
  }

  /** Adds all totals up anew from the sealed journals, with no sealer beside it. Answers what they said wrongly before. */
  async rebuildTotals(): Promise<JournalsVerified["problems"]> {
    return await this.connection.transaction(async (transaction) => {
      await transaction.raw("select pg_advisory_xact_lock(hashtextextended('ledger:sealer', 0))")
      const found = [...(await verifyTotals(transaction)), ...(await verifyLineTotals(transaction))]
      await rebuildHouseholdTotals(transaction)
      await rebuildLineTotals(transaction)
      return found
    })
  }

  /** Plans these orders again and names what the ledger says otherwise. */
  async verifyOrders(orderIds: string[], resolve: ResolveLinkages, now: Date): Promise<OrdersVerified> {
    return await verifyOrders(this.connection, orderIds, resolve, now, this.acceptanceDays)
  }

  /** Tells `/ready` that a worker is alive. */
  async beat(worker: string): Promise<void> {
    await beat(this.connection, worker)
  }

  private async postIn(transaction: Knex, orderIds: string[], resolve: ResolveLinkages, now: Date): Promise<PostingResult> {
    if (orderIds.length === 0) return { scanned: 0, posted: 0 }
    await lockOrders(transaction, orderIds)
    const read = await readOrders(transaction, orderIds, this.acceptanceDays)
    const posted = await readPosted(transaction, orderIds)
    const { orders, linkages } = await resolve(read.filter(({ is_confirmed }) => is_confirmed).map(({ facts }) => facts))
    const journals = orders.flatMap((facts) => planPostings(facts, linkages, posted.get(facts.order_id) ?? NOTHING_POSTED, now))
    await appendJournals(transaction, journals)
    await writeLineSales(transaction, orders)
    return { scanned: read.length, posted: journals.length }
  }
}
