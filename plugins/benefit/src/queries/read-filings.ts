import type { FilingHead, FilingList, FilingQuery, ReportingUnit, ReportingUnitList } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { isLate, planReminder, submittableFrom } from "../domain/filing/decide-filing"
import { shanghaiDay } from "../domain/period"
import { regionPrefix, villageOf } from "../domain/place"
import { FILING_MODULE, type FilingModuleService, type FilingRow, type UnitRow } from "../modules/filing"
import { type NamesFor, readActorNames } from "./read-actor-names"
import { readPlaces } from "./read-places"

export const prefixesOf = (regions: string[]): string[] | null => (regions.includes("*") ? null : regions.map((region) => `${regionPrefix(region)}%`))

/** A page of the filings of units within these regions, and whom to remind. */
export async function readFilingPage(container: MedusaContainer, query: FilingQuery, regions: string[], now: Date): Promise<FilingList> {
  const module = container.resolve<FilingModuleService>(FILING_MODULE)
  const prefixes = prefixesOf(regions)
  const { offset, limit, overdue, ...filter } = query
  const { filings, count, periods } = await module.readFilings({ ...filter, prefixes, ...(overdue ? { overdue_at: now } : {}) }, { offset, limit })
  return { filings: await headsOf(container, filings, now), count, periods, reminders: await readReminders(container, prefixes, now) }
}

/** Filings that are due soon or overdue, of units within these prefixes; null is everywhere. */
export async function readReminders(container: MedusaContainer, prefixes: string[] | null, now: Date): Promise<FilingList["reminders"]> {
  const module = container.resolve<FilingModuleService>(FILING_MODULE)
  const open = await Promise.all((["open", "returned"] as const).map((state) => module.readFilings({ state, prefixes })))
  return open.flatMap(({ filings }) => filings).flatMap((filing) => {
    const kind = planReminder(filing, filing.unit.remind_days, now)
    return kind === null ? [] : [{ filing_id: filing.id, unit_name: filing.unit.name, period: filing.period, due_day: lastDay(filing.due_at), kind }]
  }).sort((a, b) => (a.due_day + a.unit_name < b.due_day + b.unit_name ? -1 : 1))
}

export async function headsOf(container: MedusaContainer, filings: FilingRow[], now: Date, reader: NamesFor = "office"): Promise<FilingHead[]> {
  const called = await readActorNames(container, filings.flatMap(({ submitted_by, accepted_by }) => [submitted_by, accepted_by]), reader)
  const nameOf = (id: string | null) => (id === null ? null : called(id))
  return filings.map(({ id, unit, period, state, version, from_at, to_at, due_at, stage, is_late, submitted_at, submitted_by, accepted_at, accepted_by, rows_fen, payees }) => ({
    id, unit_id: unit.id, unit_name: unit.name, unit_kind: unit.kind, parent_id: unit.parent_id, region_code: unit.region_code, period, state, version, stage,
    from: shanghaiDay(from_at), to: lastDay(to_at), due_day: lastDay(due_at), due_at: due_at.toISOString(), may_submit_from: submittableFrom({ to_at, due_at }).toISOString(),
    is_late, is_overdue: (state === "open" || state === "returned") && isLate(due_at, now),
    submitted_at: submitted_at?.toISOString() ?? null, submitted_by: nameOf(submitted_by), accepted_at: accepted_at?.toISOString() ?? null, accepted_by: nameOf(accepted_by), rows_fen, payees,
  }))
}

/** Units within these regions, and the settings that bear on them. */
export async function readReportingUnits(container: MedusaContainer, regions: string[]): Promise<ReportingUnitList> {
  const module = container.resolve<FilingModuleService>(FILING_MODULE)
  const prefixes = prefixesOf(regions)?.map((prefix) => prefix.slice(0, -1)) ?? [""]
  const units = (await module.readUnits()).filter(({ region_code }) => prefixes.some((prefix) => region_code.startsWith(prefix)))
  const settings = (await module.readSettings()).filter(({ region_code }) => prefixes.some((prefix) => region_code.startsWith(prefix) || prefix.startsWith(regionPrefix(region_code))))
  const places = await readPlaces(container, [...units, ...settings].map(({ region_code }) => region_code))
  const placeOf = (code: string) => villageOf(places.get(code)!) || code
  return { units: units.map((unit) => unitOf(unit, placeOf(unit.region_code))), settings: settings.map((setting) => ({ ...setting, place: placeOf(setting.region_code) })), count: units.length }
}

function unitOf({ id, name, kind, region_code, organisation_id, parent_id, parent_name, contact, since, until, remind_days }: UnitRow, place: string): ReportingUnit {
  return { id, name, kind, region_code, place, organisation_id, parent_id, parent_name, contact, since, until, remind_days }
}

const lastDay = (end: Date) => shanghaiDay(new Date(end.getTime() - 1))
