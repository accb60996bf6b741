import { allowed, refusal } from "@fupin/access"
import type { RegionalHolidayInput } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { businessDay } from "../../domain/business-day"
import { type DaysOff, decideDaysOff } from "../../domain/regional-holidays"

export interface DaysOffRow extends DaysOff {
  id: string
  document: string
}

interface Act {
  by: string
  at: Date
}

/** What regions decided and did not take back, the latest first. */
export async function readDaysOff(manager: EntityManager): Promise<DaysOffRow[]> {
  return manager.execute("select id, region_code, holiday, year, from_on, to_on, document from regional_holiday where withdrawn_at is null order by from_on desc, region_code")
}

/** Found again by region, holiday and year. Errors: those of `decideDaysOff`. */
export async function saveDaysOff(manager: EntityManager, input: RegionalHolidayInput, { by, at }: Act): Promise<void> {
  const { region_code, holiday, year, from_on, to_on, document } = input
  await lock(manager)
  const held = (await readDaysOff(manager)).find((one) => one.region_code === region_code && one.holiday === holiday && one.year === year) ?? null
  allowed(decideDaysOff(input, held, businessDay(at)))
  await manager.execute(`insert into regional_holiday (id, region_code, holiday, year, from_on, to_on, document, entered_by, entered_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)
    on conflict (region_code, holiday, year) where withdrawn_at is null do update set from_on = excluded.from_on, to_on = excluded.to_on, document = excluded.document, entered_by = excluded.entered_by, entered_at = excluded.entered_at`,
  [generateEntityId(undefined, "hol"), region_code, holiday, year, from_on, to_on, document, by, at])
}

/** Takes days off back before they begin. Errors: not_found, holiday_begun. */
export async function withdrawDaysOff(manager: EntityManager, id: string, { by, at }: Act): Promise<void> {
  await lock(manager)
  const held = (await readDaysOff(manager)).find((one) => one.id === id)
  if (!held) throw refusal("not_found", "not_found")
  if (held.from_on <= businessDay(at)) throw refusal("not_allowed", "holiday_begun")
  await manager.execute("update regional_holiday set withdrawn_at = ?, withdrawn_by = ? where id = ?", [at, by, id])
}

const lock = (manager: EntityManager) => manager.execute("select pg_advisory_xact_lock(hashtextextended('regional-holidays', 0))")
