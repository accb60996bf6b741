import { benefitTarget } from "@fupin/benefit/domain/benefit-target"
import type { LinkageInForce } from "@fupin/benefit/domain/linkage"
import type { OrderFacts } from "@fupin/benefit/domain/order-facts"
import type { LedgerModuleService } from "@fupin/benefit/modules/ledger"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { cloneOrder } from "./clone-orders"
import type { ModelTemplate } from "./template"

export const PRODUCER = "prdc_model"
const MINUTE = 60_000
const DAY = 86_400_000

/** One order as the model knows it, beside its rows in the database. */
export interface ModelOrder {
  facts: OrderFacts
  total_fen: number
  payment_id: string
  collection_id: string
  /** A capture that the provider has not confirmed yet: committed, and perhaps deleted again. */
  pending: { id: string; amount_fen: number } | null
}

const yuan = (fen: number) => (fen / 100).toFixed(2)
const fenOf = (facts: { amount: string }[]) => facts.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)

/**
 * Everything that may happen to orders, done to the database as core does it and kept in memory as plain facts. What the ledger should say
 * follows from the facts alone, whatever happened in between.
 */
export class ModelWorld {
  readonly orders: ModelOrder[] = []
  readonly linkages: LinkageInForce[] = []
  private clock: number
  private serial = 0

  constructor(readonly connection: Knex, readonly ledger: LedgerModuleService, readonly name: string, private readonly template: ModelTemplate, readonly households: string[]) {
    this.clock = Date.now() - 20 * DAY
    this.agree(1_000, households.map((_, place) => place + 1))
  }

  private tick(): Date {
    this.clock += MINUTE
    return new Date(this.clock)
  }
  private next(prefix: string): string {
    return `${prefix}_${this.name}_${(this.serial += 1)}`
  }
  private async sql(text: string, values: unknown[]): Promise<void> {
    await this.connection.raw(text, values as never)
  }

  /** A new version of the agreement: another share, other weights; weight 0 is a household that left. */
  agree(bp: number, weights: number[]): void {
    const now = this.tick()
    const last = this.linkages.at(-1)
    if (last) last.valid_to = now
    const members = this.households.flatMap((beneficiary_id, place) => (weights[place] ? [{ beneficiary_id, weight: weights[place]!, from: now, to: null }] : []))
    this.linkages.push({ version_id: this.next("lkvr"), agreement_id: `lkag_${this.name}`, producer_id: PRODUCER, category: "operating", valid_from: now, valid_to: null, rules: [{ target: { kind: "all" }, share: { kind: "revenue_share", bp } }], members })
  }

  /** Somebody leaves in the middle of a version. */
  leave(place: number): void {
    const member = this.linkages.at(-1)!.members[place]
    if (member && member.to === null) member.to = this.tick()
  }

  async place(): Promise<void> {
    const placed_at = this.tick()
    const fresh = await cloneOrder(this.connection, this.template, this.next("m"), placed_at)
    const { facts, total_fen, payment_id, collection_id } = this.template
    const lines = facts.lines.map((line) => ({ ...line, line_id: fresh(line.line_id), producer_id: PRODUCER }))
    this.orders.push({ facts: { ...facts, order_id: fresh(facts.order_id), placed_at, version_at: placed_at, lines, captures: [], refunds: [], acceptances: [] }, total_fen, payment_id: fresh(payment_id), collection_id: fresh(collection_id), pending: null })
  }

  /** A part of what is open is captured; confirmed at once, or only later, or never. */
  async capture(order: ModelOrder, part: number, isConfirmed: boolean): Promise<void> {
    const amount_fen = Math.ceil((order.total_fen - fenOf(order.facts.captures)) * part)
    if (amount_fen <= 0 || order.pending) return
    const at = this.tick()
    const id = this.next("capt")
    await this.sql("insert into capture (id, payment_id, amount, raw_amount, created_at, updated_at) values (?, ?, ?, ?, ?, ?)", [id, order.payment_id, yuan(amount_fen), JSON.stringify({ value: yuan(amount_fen), precision: 20 }), at, at])
    order.facts.captures.push({ id, amount: yuan(amount_fen), at })
    order.pending = { id, amount_fen }
    if (isConfirmed) await this.confirm(order)
  }

  async confirm(order: ModelOrder): Promise<void> {
    if (!order.pending) return
    order.pending = null
    await this.sql("update payment_collection set captured_amount = ? where id = ?", [yuan(fenOf(order.facts.captures)), order.collection_id])
  }

  async decline(order: ModelOrder): Promise<void> {
    if (!order.pending) return
    const { id } = order.pending
    order.pending = null
    order.facts.captures = order.facts.captures.filter((capture) => capture.id !== id)
    await this.sql("delete from capture where id = ?", [id])
  }

  /** A part of what is held goes back, for one line or for nothing in particular. */
  async refund(order: ModelOrder, part: number, line: number | null): Promise<void> {
    const amount_fen = Math.floor((fenOf(order.facts.captures) - fenOf(order.facts.refunds)) * part)
    if (amount_fen <= 0 || order.pending) return
    const at = this.tick()
    const id = this.next("ref")
    const lines = line === null ? [] : [{ line_item_id: order.facts.lines[line]!.line_id, amount_fen }]
    await this.sql(`with paid_back as (insert into refund (id, payment_id, amount, raw_amount, created_at, updated_at) values (?, ?, ?, ?, ?, ?)),
        said as (insert into payment_fact (id, refund_id, occurred_at, lines) values (?, ?, ?, ?))
      update payment_collection set refunded_amount = ? where id = ?`,
    [id, order.payment_id, yuan(amount_fen), JSON.stringify({ value: yuan(amount_fen), precision: 20 }), at, at, `payf_${id}`, id, at, JSON.stringify(lines), yuan(fenOf(order.facts.refunds) + amount_fen), order.collection_id])
    order.facts.refunds.push({ id, amount: yuan(amount_fen), at, lines })
  }

  async accept(order: ModelOrder, line: number, quantity: number): Promise<void> {
    const { line_id } = order.facts.lines[line]!
    const at = this.tick()
    const id = this.next("accf")
    await this.sql("insert into acceptance_fact (id, order_id, line_item_id, source, quantity, accepted_at) values (?, ?, ?, ?, ?, ?)", [id, order.facts.order_id, line_id, id, quantity, at])
    order.facts.acceptances.push({ id, kind: "accepted", line_item_id: line_id, quantity, at })
  }

  /** Goods come back: a new version of the order, as core makes it. */
  async giveBack(order: ModelOrder, line: number): Promise<void> {
    const held = order.facts.lines[line]!
    if (held.returned_quantity >= held.live.quantity) return
    held.returned_quantity += 1
    const version = (order.facts.version += 1)
    const id = order.facts.order_id
    await this.sql(`with lines as (update order_item set version = ?, return_received_quantity = case when item_id = ? then ? else return_received_quantity end where order_id = ?),
        shipping as (update order_shipping set version = ? where order_id = ?)
      update "order" set version = ? where id = ?`, [version, held.line_id, held.returned_quantity, id, version, id, version, id])
  }

  private readonly resolve = async (orders: OrderFacts[]) => ({
    orders: orders.map((order) => ({ ...order, lines: order.lines.map((line) => ({ ...line, producer_id: PRODUCER })) })), linkages: structuredClone(this.linkages),
  })

  /** Workers, as many as are said, take from the outbox beside each other until it is empty; their clock may be wrong by some days. */
  async work(workers: number, days = 0): Promise<void> {
    const now = new Date(Date.now() + days * DAY)
    const drain = async () => { while ((await this.ledger.postNext(this.resolve, now, 3)).claimed > 0); }
    await Promise.all(Array.from({ length: workers }, drain))
  }

  async seal(days: number): Promise<void> {
    await this.ledger.seal(new Date(Date.now() + days * DAY))
  }

  /** Whatever the outbox says is lost: the sweep must find it. */
  async forget(): Promise<void> {
    await this.sql("delete from ledger_outbox", [])
  }
  async sweep(): Promise<void> {
    await this.ledger.postOrders(this.orders.map(({ facts }) => facts.order_id), this.resolve, new Date())
  }

  /** Fen by line, version, household and stage, as the facts say. Unconfirmed money counts for nothing, and the order stays as it was before it: such are settled first. */
  expected(): Record<string, number> {
    const held = this.orders.flatMap(({ facts }) => benefitTarget(facts, this.linkages))
    return sumsOf(held.flatMap(({ line_item_id, linkage_version_id, beneficiary_id, provisional_fen, payable_fen }) => [
      { key: [line_item_id, linkage_version_id, beneficiary_id ?? "", "provisional"], fen: provisional_fen }, { key: [line_item_id, linkage_version_id, beneficiary_id ?? "", "payable"], fen: payable_fen },
    ]))
  }

  /** The same as the ledger says; what was paid out counts as payable still. */
  async said(): Promise<Record<string, number>> {
    const { rows } = await this.connection.raw(`select line_item_id, linkage_version_id, coalesce(beneficiary_id, '') as beneficiary_id, case account when 'settled' then 'payable' else account end as stage, sum(amount_fen)::float8 as fen
      from ledger_entry where order_id = any(?) and account in ('provisional', 'payable', 'settled') group by 1, 2, 3, 4`, [this.orders.map(({ facts }) => facts.order_id)])
    return sumsOf((rows as { line_item_id: string; linkage_version_id: string; beneficiary_id: string; stage: string; fen: number }[]).map(({ line_item_id, linkage_version_id, beneficiary_id, stage, fen }) => ({ key: [line_item_id, linkage_version_id, beneficiary_id, stage], fen })))
  }
}

function sumsOf(parts: { key: string[]; fen: number }[]): Record<string, number> {
  const sums = new Map<string, number>()
  for (const { key, fen } of parts) sums.set(key.join(" "), (sums.get(key.join(" ")) ?? 0) + fen)
  return Object.fromEntries([...sums].filter(([, fen]) => fen !== 0).sort(([a], [b]) => (a < b ? -1 : 1)))
}
