import { createHash } from "node:crypto"
import { refusal } from "@fupin/access"
import type { RefundCause } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Bearer } from "../../domain/order-facts"

export interface PaymentFactRecord {
  /** One of the two. */
  capture_id?: string
  refund_id?: string
  /** When the bank says that the money moved (起息日). */
  occurred_at: Date
  bank_reference?: string
  /** What a refund is for, in fen. */
  lines?: { line_item_id: string; amount_fen: number }[]
  /** Why: who bears what a refund costs is named by it. */
  cause?: string
}

export interface RefundCauseRecord {
  refund_id: string
  cause: RefundCause
  bearer: Bearer
  keeps_benefit: boolean
  stated_by: string
}

export interface AcceptanceRecord {
  order_id: string
  /** Names the act of accepting; the same source again changes nothing. */
  source: string
  accepted_at: Date
  actor_id?: string
  lines: { line_item_id: string; quantity: number }[] | "all"
}

const idOf = (prefix: string, ...parts: string[]) => `${prefix}_${createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 26)}`

/** Facts by capture or refund, once each; the same again changes nothing. Errors: unknown_payment, payment_fact_differs. */
export async function appendPaymentFacts(connection: Knex, facts: PaymentFactRecord[]): Promise<void> {
  const rows = facts.map(({ capture_id = null, refund_id = null, bank_reference = null, lines = [], cause = null, occurred_at }) => ({
    id: idOf("payf", capture_id ?? "", refund_id ?? ""), capture_id, refund_id, bank_reference, cause, occurred_at: occurred_at.toISOString(), lines,
  }))
  const incoming = `jsonb_to_recordset(?::jsonb) as n(id text, capture_id text, refund_id text, occurred_at timestamptz, bank_reference text, lines jsonb, cause text)`
  await connection.transaction(async (transaction) => {
    const json = JSON.stringify(rows)
    const unknown = await transaction.raw(
      `select n.id from ${incoming} where not exists (select 1 from capture c where c.id = n.capture_id) and not exists (select 1 from refund r where r.id = n.refund_id) limit 1`, [json])
    if (unknown.rows.length > 0) throw refusal("not_found", "unknown_payment")
    await transaction.raw(
      `insert into payment_fact (id, capture_id, refund_id, occurred_at, bank_reference, lines, cause)
       select n.id, n.capture_id, n.refund_id, n.occurred_at, n.bank_reference, n.lines, n.cause from ${incoming} on conflict do nothing`, [json])
    const differing = await transaction.raw(
      `select n.id from ${incoming} join payment_fact f on f.id = n.id
       where (f.occurred_at, f.bank_reference, f.lines, f.cause) is distinct from (n.occurred_at, n.bank_reference, n.lines, n.cause) limit 1`, [json])
    if (differing.rows.length > 0) throw refusal("conflict", "payment_fact_differs")
  })
}

/** Why money of a refund went back, once. The same again changes nothing. Errors: unknown_refund, refund_cause_stated. */
export async function appendRefundCause(connection: Knex, { refund_id, cause, bearer, keeps_benefit, stated_by }: RefundCauseRecord): Promise<void> {
  await connection.transaction(async (transaction) => {
    const { rows: [refund] } = await transaction.raw("select 1 from refund where id = ? and deleted_at is null", [refund_id])
    if (!refund) throw refusal("not_found", "unknown_refund")
    await transaction.raw("insert into refund_cause (refund_id, cause, bearer, keeps_benefit, stated_by) values (?, ?, ?, ?, ?) on conflict do nothing", [refund_id, cause, bearer, keeps_benefit, stated_by])
    const { rows: [same] } = await transaction.raw("select 1 from refund_cause where refund_id = ? and cause = ? and keeps_benefit = ?", [refund_id, cause, keeps_benefit])
    if (!same) throw refusal("conflict", "refund_cause_stated")
  })
}

/** What was accepted of an order; "all" is every line as it stands. Errors: unknown_order, unknown_order_line, acceptance_differs. */
export async function appendAcceptance(connection: Knex, record: AcceptanceRecord): Promise<{ line_item_id: string; quantity: number }[]> {
  return await connection.transaction(async (transaction) => {
    const held = await transaction.raw(
      `select i.item_id as line_item_id, i.quantity::float8 as quantity from "order" o
       left join order_item i on i.order_id = o.id and i.version = o.version and i.deleted_at is null and i.quantity > 0
       where o.id = ? and o.deleted_at is null`, [record.order_id])
    if (held.rows.length === 0) throw refusal("not_found", "unknown_order")
    const all = (held.rows as { line_item_id: string | null; quantity: number }[]).flatMap(({ line_item_id, quantity }) => (line_item_id ? [{ line_item_id, quantity }] : []))
    const lines = record.lines === "all" ? all : record.lines
    if (lines.some(({ line_item_id }) => !all.some((line) => line.line_item_id === line_item_id))) throw refusal("invalid_data", "unknown_order_line")
    await insertAcceptance(transaction, record, lines)
    return lines
  })
}

async function insertAcceptance(transaction: Knex, { order_id, source, accepted_at, actor_id, lines: asked }: AcceptanceRecord, lines: { line_item_id: string; quantity: number }[]): Promise<void> {
  const rows = JSON.stringify(lines.map((line) => ({ ...line, id: idOf("accf", order_id, line.line_item_id, source) })))
  const incoming = "jsonb_to_recordset(?::jsonb) as n(id text, line_item_id text, quantity numeric)"
  await transaction.raw(
    `insert into acceptance_fact (id, order_id, line_item_id, source, quantity, accepted_at, actor_id)
     select n.id, ?, n.line_item_id, ?, n.quantity, ?, ? from ${incoming} on conflict do nothing`, [order_id, source, accepted_at, actor_id ?? null, rows])
  if (asked === "all") return
  const differing = await transaction.raw(`select n.id from ${incoming} join acceptance_fact f on f.id = n.id where f.quantity <> n.quantity limit 1`, [rows])
  if (differing.rows.length > 0) throw refusal("conflict", "acceptance_differs")
}
