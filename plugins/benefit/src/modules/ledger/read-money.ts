import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Bearer, OrderFacts, RefundFact } from "../../domain/order-facts"

export interface ReadMoney extends Pick<OrderFacts, "captures" | "refunds"> {
  is_confirmed: boolean
}

/** A collection counts when its captures and refunds are those it says it has: a declined one is committed, then deleted. */
export const CONFIRMED_COLLECTIONS = `
  select pc.id, pc.updated_at,
    round(coalesce(sum(m.captured), 0), 2) = round(coalesce(pc.captured_amount, 0), 2)
      and round(coalesce(sum(m.refunded), 0), 2) = round(coalesce(pc.refunded_amount, 0), 2) as is_confirmed
  from payment_collection pc
  left join payment p on p.payment_collection_id = pc.id and p.deleted_at is null
  left join lateral (
    select (select sum(c.amount) from capture c where c.payment_id = p.id and c.deleted_at is null) as captured,
      (select sum(r.amount) from refund r where r.payment_id = p.id and r.deleted_at is null) as refunded
  ) m on true
  where pc.deleted_at is null`

const MONEY = (table: "capture" | "refund") => `
  select opc.order_id, '${table}' as kind, x.id, x.amount::text, least(coalesce(f.occurred_at, x.created_at), coalesce(f.recorded_at, x.created_at)) as at, coalesce(f.lines, '[]') as lines,
    ${table === "refund" ? "case when k.keeps_benefit then k.stated_at end" : "null::timestamptz"} as kept_from, ${table === "refund" ? "k.bearer" : "null::text"} as bearer
  from order_payment_collection opc
  join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null
  join ${table} x on x.payment_id = p.id and x.deleted_at is null
  left join payment_fact f on f.${table}_id = x.id ${table === "refund" ? "left join refund_cause k on k.refund_id = x.id" : ""}
  where opc.order_id = any(?) and opc.deleted_at is null`

/** Captures and refunds of these orders' payment collections, each at the moment the bank says, else the row's own. */
export async function readMoney(connection: Knex, orderIds: string[]): Promise<Map<string, ReadMoney>> {
  const { rows: confirmed } = await connection.raw(
    `select opc.order_id, bool_and(c.is_confirmed) as is_confirmed from order_payment_collection opc
     join lateral (${CONFIRMED_COLLECTIONS} and pc.id = opc.payment_collection_id group by pc.id) c on true
     where opc.order_id = any(?) and opc.deleted_at is null group by opc.order_id`, [orderIds])
  const money = new Map<string, ReadMoney>()
  for (const { order_id, is_confirmed } of confirmed) money.set(order_id, { captures: [], refunds: [], is_confirmed })
  const { rows } = await connection.raw(`${MONEY("capture")} union all ${MONEY("refund")} order by 5, 3`, [orderIds, orderIds])
  for (const { order_id, kind, kept_from, bearer, ...fact } of rows as ({ order_id: string; kind: string; kept_from: Date | null; bearer: Bearer } & RefundFact)[]) {
    const held = money.get(order_id)
    if (!held) continue
    if (kind === "refund") held.refunds.push(kept_from ? { ...fact, kept: { from: kept_from, bearer } } : fact)
    else held.captures.push({ id: fact.id, amount: fact.amount, at: fact.at })
  }
  return money
}
