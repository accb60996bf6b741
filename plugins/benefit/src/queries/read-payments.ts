import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { PeriodBounds } from "../domain/period"

const MOVED = (table: "capture" | "refund") => `
  select opc.order_id, x.id, ${table === "refund" ? "-" : ""}x.amount as amount, least(coalesce(f.occurred_at, x.created_at), coalesce(f.recorded_at, x.created_at)) as at, f.bank_reference, f.cause, p.provider_id
  from ${table} x join payment p on p.id = x.payment_id and p.deleted_at is null
  join order_payment_collection opc on opc.payment_collection_id = p.payment_collection_id and opc.deleted_at is null
  left join payment_fact f on f.${table}_id = x.id where x.deleted_at is null`
const PAYMENTS = `(${MOVED("capture")} union all ${MOVED("refund")}) moved`

export interface Payment {
  order_id: string
  id: string
  bank_reference: string | null
  cause: string | null
  provider_id: string
}

/** Payments and refunds of every order for which money moved in the period; earlier ones too, because reversals cite them. */
export async function readPayments(container: MedusaContainer, bounds: PeriodBounds): Promise<Payment[]> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select order_id, id, bank_reference, cause, provider_id from ${PAYMENTS}
     where order_id in (select order_id from ${PAYMENTS} where at >= ? and at < ?) order by at, id`, [bounds.from, bounds.to])
  return rows
}

/** Money received less money given back in the period, in fen: one plain sum, which the evidence must reach by its rows. */
export async function readPaidTotal(container: MedusaContainer, bounds: PeriodBounds): Promise<number> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select round(coalesce(sum(amount), 0) * 100)::float8 as fen from ${PAYMENTS} where at >= ? and at < ?`, [bounds.from, bounds.to])
  return rows[0].fen
}
