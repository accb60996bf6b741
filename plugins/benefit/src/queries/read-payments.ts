import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PeriodBounds } from "../domain/period"
import type { PaperScope } from "./paper-scope"
import { pagesOf } from "./snapshot"

const MOVED = (table: "capture" | "refund") => `
  select opc.order_id, x.id, ${table === "refund" ? "-" : ""}x.amount as amount, least(coalesce(f.occurred_at, x.created_at), coalesce(f.recorded_at, x.created_at)) as at,
    greatest(x.created_at, f.recorded_at) as known_at, f.bank_reference, f.cause, p.provider_id
  from ${table} x join payment p on p.id = x.payment_id and p.deleted_at is null
  join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id and opc.deleted_at is null
  left join payment_fact f on f.${table}_id = x.id where x.deleted_at is null`
/** Captures and refunds with when they moved, as far as is known, and since when that is known. */
export const PAYMENTS = `(${MOVED("capture")} union all ${MOVED("refund")}) moved`
const IN_PERIOD = `at >= :from and at < :to and (:order_id::text is null or order_id = :order_id)
  and (:organisation_id::text is null or order_id in (select id from "order" where metadata ->> 'organisation_id' = :organisation_id))
  and (:campaign_id::text is null or order_id in (select id from "order" where metadata ->> 'campaign_id' = :campaign_id))`

const ORDERS = 200

export interface Payment {
  order_id: string
  id: string
  bank_reference: string | null
  cause: string | null
  provider_id: string
}

/** Orders for which money moved in the period, in the order in which it first did, by pages. */
export async function* readPaidOrders(snapshot: Knex, bounds: PeriodBounds, scope: PaperScope): AsyncGenerator<string[]> {
  const sql = `select order_id from ${PAYMENTS} where ${IN_PERIOD} group by order_id order by min(at), order_id`
  for await (const page of pagesOf<{ order_id: string }>(snapshot, "paid_orders", ORDERS, sql, valuesOf(bounds, scope))) yield page.map(({ order_id }) => order_id)
}

/** Payments and refunds of these orders; of earlier periods too, because reversals cite them. */
export async function readPayments(snapshot: Knex, orderIds: string[]): Promise<Payment[]> {
  const { rows } = await snapshot.raw(`select order_id, id, bank_reference, cause, provider_id from ${PAYMENTS} where order_id = any(?) order by at, id`, [orderIds])
  return rows
}

/** Money received less money given back in the period, in fen: one plain sum, which the evidence must reach by its rows. */
export async function readPaidTotal(snapshot: Knex, bounds: PeriodBounds, scope: PaperScope): Promise<number> {
  const { rows } = await snapshot.raw(`select round(coalesce(sum(amount), 0) * 100)::float8 as fen from ${PAYMENTS} where ${IN_PERIOD}`, valuesOf(bounds, scope) as never)
  return rows[0].fen
}

function valuesOf({ from, to }: PeriodBounds, { order_id, organisation_id, campaign_id }: PaperScope): Record<string, unknown> {
  return { from, to, order_id, organisation_id, campaign_id }
}
