import type { Metric } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { UnitRow } from "../modules/filing"
import { HOUSEHOLD_TOTALS } from "../modules/ledger/household-totals"
import { LINE_TOTALS } from "../modules/ledger/line-totals"

export type UnitFigures = Partial<Record<Metric, number>>

interface Asked {
  year: number
  from: string
  to: string
}

/** What each unit reached in a year: a region's by its households and producers, a buying unit's by what it paid for. Four queries for however many units. */
export async function readUnitFigures(container: MedusaContainer, units: UnitRow[], year: number): Promise<Map<string, UnitFigures>> {
  const asked = { year, from: `${year}-01-01T00:00:00+08:00`, to: `${year + 1}-01-01T00:00:00+08:00` }
  const regional = units.filter(({ organisation_id }) => organisation_id === null)
  const buying = units.filter(({ organisation_id }) => organisation_id !== null)
  const [people, sold, bought, filed] = [
    await readPeople(container, regional, asked), await readSold(container, regional, asked), await readBought(container, buying, asked), await readFiled(container, units, asked),
  ]
  return new Map(units.map(({ id, organisation_id }): [string, UnitFigures] => {
    const punctual = filed.has(id) ? { punctual: filed.get(id)! } : {}
    if (organisation_id !== null) return [id, { purchases: bought.get(id)?.paid ?? 0, benefit: bought.get(id)?.benefit ?? 0, ...punctual }]
    return [id, { benefit: people.get(id)?.benefit ?? 0, households: people.get(id)?.households ?? 0, sales: sold.get(id) ?? 0, ...punctual }]
  }))
}

const PREFIXES = "jsonb_to_recordset(:units::jsonb) as u(id text, region_prefix text, organisation_id text)"

/** Benefit of the year's filing periods, and the households to whom something of it is left. */
async function readPeople(container: MedusaContainer, units: UnitRow[], { year }: Asked): Promise<Map<string, { benefit: number; households: number }>> {
  const rows = await rowsOf<{ id: string; benefit: number; households: number }>(container, `
    select u.id, coalesce(sum(s.fen), 0)::float8 as benefit, count(*) filter (where s.fen > 0)::integer as households
    from ${PREFIXES} join household h on starts_with(h.region_code, u.region_prefix)
    join (select t.beneficiary_id, sum(t.amount_fen) as fen from ${HOUSEHOLD_TOTALS} t where left(t.period, 4) = :year group by 1) s on s.beneficiary_id = h.id
    group by u.id`, { units: JSON.stringify(units), year: String(year) })
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

/** Goods of a region's producers, paid less refunded, by the date of payment. */
async function readSold(container: MedusaContainer, units: UnitRow[], { from, to }: Asked): Promise<Map<string, number>> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "producer", fields: ["id", "region_code"] })
  const rows = await rowsOf<{ producer_id: string; fen: number }>(container, `
    select l.producer_id, sum(s.amount_fen)::float8 as fen from ledger_sale s join ledger_line l on l.line_item_id = s.line_item_id where s.at >= :from and s.at < :to group by 1`, { from, to })
  const sold = new Map(rows.map(({ producer_id, fen }) => [producer_id, fen]))
  return new Map(units.map(({ id, region_prefix }) =>
    [id, (data as { id: string; region_code: string }[]).filter(({ region_code }) => region_code.startsWith(region_prefix)).reduce((sum, producer) => sum + (sold.get(producer.id) ?? 0), 0)]))
}

/** What a buying unit paid in the year, and the benefit that came of its orders. */
async function readBought(container: MedusaContainer, units: UnitRow[], { year, from, to }: Asked): Promise<Map<string, { paid: number; benefit: number }>> {
  if (units.length === 0) return new Map()
  const rows = await rowsOf<{ id: string; paid: number; benefit: number }>(container, `
    select u.id,
      (select coalesce(sum(s.amount_fen), 0) from ledger_line l join ledger_sale s on s.line_item_id = l.line_item_id where l.organisation_id = u.organisation_id and s.at >= :from and s.at < :to)::float8 as paid,
      (select coalesce(sum(t.amount_fen), 0) from ${LINE_TOTALS} t where t.organisation_id = u.organisation_id and left(t.period, 4) = :year)::float8 as benefit
    from ${PREFIXES}`, { units: JSON.stringify(units), year: String(year), from, to })
  return new Map(rows.map(({ id, ...row }) => [id, row]))
}

/** Of the year's filings that are due by now, those that were submitted in time, in basis points; nothing where none is due. */
async function readFiled(container: MedusaContainer, units: UnitRow[], { year }: Asked): Promise<Map<string, number>> {
  const rows = await rowsOf<{ id: string; punctual: number }>(container, `
    select f.unit_id as id, (count(*) filter (where f.is_late = false) * 10000 / count(*))::integer as punctual
    from filing f where f.unit_id in (select u.id from ${PREFIXES}) and left(f.period, 4) = :year and (f.due_at <= now() or f.is_late is not null) group by 1`, { units: JSON.stringify(units), year: String(year) })
  return new Map(rows.map(({ id, punctual }) => [id, punctual]))
}

async function rowsOf<Row>(container: MedusaContainer, sql: string, values: Record<string, unknown>): Promise<Row[]> {
  return (await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(sql, values as never)).rows
}
