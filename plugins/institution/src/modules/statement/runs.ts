import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { lastDayOf } from "../../domain/statement/months"
import { rowsOf } from "../spending/sql"

const ACCEPTED = `occurrence o join standing_order s on s.id = o.standing_order_id join supply_agreement a on a.id = s.agreement_id where o.accepted_at is not null and o.deleted_at is null`

/** The last month that drew itself, and the first with something accepted. */
export async function readDrawn(connection: Knex): Promise<{ last_drawn: string | null; first: string | null }> {
  const [row] = await rowsOf<{ last_drawn: string | null; first: string | null }>(connection, `select (select max(month) from statement_run) as last_drawn, (select left(min(o.delivery_date), 7) from ${ACCEPTED}) as first`)
  return row!
}

/** Organisations that accepted anything up to the end of a month. */
export async function readUnitsWithDeliveries(connection: Knex, month: string): Promise<string[]> {
  const rows = await rowsOf<{ id: string }>(connection, `select distinct a.organisation_id as id from ${ACCEPTED} and o.delivery_date <= :last order by 1`, { last: lastDayOf(month) })
  return rows.map(({ id }) => id)
}

/** Says that a month is drawn, after it is. */
export async function recordRun(connection: Knex, month: string, organisations: number, at: Date): Promise<void> {
  await connection.raw("insert into statement_run (month, organisations, drawn_at) values (:month, :organisations, :at) on conflict (month) do nothing", { month, organisations, at } as never)
}
