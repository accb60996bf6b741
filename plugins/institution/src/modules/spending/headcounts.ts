import { allowed } from "@fupin/access"
import type { HeadcountInput } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { businessDay } from "../../domain/business-day"
import { decideHeadcount } from "../../domain/spending/own-entry"
import { appendHeadcount, type Entrant } from "./entries"
import { lockSpending, rowsOf } from "./sql"

/** Members on a day, found again by the day. Errors: those of `decideHeadcount`. */
export async function saveHeadcount(transaction: Knex, organisation_id: string, headcount: HeadcountInput, entrant: Entrant): Promise<void> {
  await lockSpending(transaction, [organisation_id])
  const [held = null] = await rowsOf<HeadcountInput>(transaction, "select on_day, members, evidence from spending_headcount where organisation_id = :organisation_id and on_day = :on_day", { organisation_id, on_day: headcount.on_day })
  allowed(decideHeadcount(entrant.side, headcount.on_day, held !== null, businessDay(entrant.at)))
  await transaction.raw(`insert into spending_headcount (organisation_id, on_day, members, evidence, entered_by, entered_at) values (:organisation_id, :on_day, :members, :evidence, :by, :at)
    on conflict (organisation_id, on_day) do update set members = excluded.members, evidence = excluded.evidence, entered_by = excluded.entered_by, entered_at = excluded.entered_at`,
  { organisation_id, ...headcount, by: entrant.by, at: entrant.at } as never)
  await appendHeadcount(transaction, organisation_id, headcount, held, entrant)
}

/** Members on record on the last day up to and including `day`. */
export async function readHeadcount(connection: Knex, organisation_id: string, day: string): Promise<{ on_day: string; members: number } | null> {
  const [row] = await rowsOf<{ on_day: string; members: number }>(connection, "select on_day, members from spending_headcount where organisation_id = :organisation_id and on_day <= :day order by on_day desc limit 1", { organisation_id, day })
  return row ?? null
}

/** The latest day first. */
export async function readHeadcounts(connection: Knex, organisation_id: string): Promise<HeadcountInput[]> {
  return rowsOf(connection, "select on_day, members, evidence from spending_headcount where organisation_id = :organisation_id order by on_day desc limit 24", { organisation_id })
}
