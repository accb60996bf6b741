import type { BenefitTotals, RegionGrain, TotalsQuery, TotalsRow } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { regionPrefix } from "../domain/place"
import { codeOf, DIGITS, grainWithin } from "../domain/region-grain"
import { HOUSEHOLD_TOTALS, periodOf } from "../modules/ledger/household-totals"
import { LINE_TOTALS } from "../modules/ledger/line-totals"
import { readTotalNames } from "./read-total-names"
import { readScope, type Scope } from "./region-scope"

const COLUMN = { producer: "producer_id", product: "product_id", organisation: "organisation_id", source: "source" }
type LineHeading = keyof typeof COLUMN
const STAGES = `coalesce(sum(amount_fen) filter (where account = 'provisional'), 0)::float8 as provisional_fen, coalesce(sum(amount_fen) filter (where account = 'payable'), 0)::float8 as payable_fen,
  coalesce(sum(amount_fen) filter (where account = 'settled'), 0)::float8 as settled_fen, coalesce(sum(amount_fen), 0)::float8 as total_fen`

type Figures = Omit<TotalsRow, "name">
type StageFigures = Omit<Figures, "households" | "sales_fen">
interface Range {
  from: string
  to: string
}

/** Sums of the ledger by one heading for staff of some regions: households' totals by place and month, lines' totals by what was sold. */
export async function readTotals(container: MedusaContainer, query: TotalsQuery, regions: string[]): Promise<BenefitTotals> {
  const range = { from: query.from ?? "0000-00", to: query.to ?? "9999-99" }
  const scope = await readScope(container, regions)
  const { by } = query
  const grain = by === "region" ? (query.grain ?? grainWithin(query.region ?? null)) : null
  const figures = await readFigures(container, query, grain, range, scope)
  const names = await readTotalNames(container, by, figures.map(({ key }) => key))
  const rows = figures.map((row) => ({ ...row, name: names(row.key) })).sort(by === "month" ? (a, b) => (a.key < b.key ? -1 : 1) : (a, b) => b.total_fen - a.total_fen || (a.key < b.key ? -1 : 1))
  const sum = sumOf(rows)
  return { by, grain, rows, sum: by === "month" ? { ...sum, households: null } : sum }
}

async function readFigures(container: MedusaContainer, query: TotalsQuery, grain: RegionGrain | null, range: Range, scope: Scope): Promise<Figures[]> {
  if (query.by === "month" || query.by === "region") return await readByHousehold(container, query, grain, range, scope)
  if (query.by === "category") return await readByCategory(container, range, scope)
  return query.by === "source" ? await readBySource(container, range, scope) : await readByLine(container, query.by, range, scope)
}

/** Households count when something is left to them; once in the sum, because each lives in one place. */
async function readByHousehold(container: MedusaContainer, { by, region }: TotalsQuery, grain: RegionGrain | null, range: Range, { prefixes }: Scope): Promise<Figures[]> {
  const key = grain === null ? "period" : `left(h.region_code, ${DIGITS[grain]})`
  const rows = await rowsOf<Omit<Figures, "sales_fen">>(container, `
    select key, ${STAGES}, count(distinct beneficiary_id) filter (where held > 0)::integer as households from (
      select ${key} as key, t.beneficiary_id, t.account, t.amount_fen, sum(t.amount_fen) over (partition by ${key}, t.beneficiary_id) as held
      from ${HOUSEHOLD_TOTALS} t join household h on h.id = t.beneficiary_id
      where t.period between :from and :to and (:prefixes::text[] is null or h.region_code like any(:prefixes)) and h.region_code like :within) held
    group by key`, { ...range, prefixes, within: `${region ? regionPrefix(region) : ""}%` })
  const sales = by === "month" && prefixes === null && !region ? await readSalesBy(container, periodOf("s.at"), range, null) : null
  return rows.map((row) => ({ ...row, key: grain === null ? row.key : codeOf(row.key), sales_fen: sales ? (sales.get(row.key) ?? 0) : null }))
}

async function readByLine(container: MedusaContainer, by: LineHeading, range: Range, { producer_ids }: Scope): Promise<Figures[]> {
  const rows = await rowsOf<StageFigures>(container, `select ${COLUMN[by]} as key, ${STAGES} from ${LINE_TOTALS} t
    where category = 'sale' and period between :from and :to and (:producer_ids::text[] is null or producer_id = any(:producer_ids)) group by 1`, { ...range, producer_ids })
  const sales = await readSalesBy(container, `l.${COLUMN[by]}`, range, producer_ids)
  return union(rows, [...sales.keys()]).map((row) => ({ ...row, households: null, sales_fen: sales.get(row.key) ?? 0 }))
}

/** Sales beside what evidence proves; of the latter direct purchases count as goods of poor households. */
async function readByCategory(container: MedusaContainer, range: Range, scope: Scope): Promise<Figures[]> {
  const [all] = await rowsOf<StageFigures>(container, `select '' as key, ${STAGES} from ${HOUSEHOLD_TOTALS} t join household h on h.id = t.beneficiary_id
    where t.period between :from and :to and (:prefixes::text[] is null or h.region_code like any(:prefixes))`, { ...range, prefixes: scope.prefixes })
  const evidence = await readEvidenceFigures(container, range, scope)
  const sold = evidence.reduce((rest, row) => minus(rest, row), all!)
  return [{ ...sold, key: "sale" }, ...evidence].map((row) => ({ ...row, households: null, sales_fen: null }))
}

async function readBySource(container: MedusaContainer, range: Range, scope: Scope): Promise<Figures[]> {
  const direct = (await readEvidenceFigures(container, range, scope)).find(({ key }) => key === "direct_purchase")
  const rows = union(await readByLine(container, "source", range, scope), direct ? ["poor_household"] : []).map((row) => ({ ...row, households: null, sales_fen: row.sales_fen ?? 0 }))
  return direct ? rows.map((row) => (row.key === "poor_household" ? { ...row, ...minus(row, direct, -1), sales_fen: row.sales_fen + direct.total_fen } : row)) : rows
}

/** What approved evidence brought, by its category. Few journals, found by an index of their own. */
async function readEvidenceFigures(container: MedusaContainer, range: Range, { prefixes }: Scope): Promise<StageFigures[]> {
  return await rowsOf(container, `select coalesce(r.kind, j.kind) as key, ${STAGES} from ledger_journal j left join ledger_journal r on r.id = j.reverses
    join ledger_entry e on e.journal_id = j.id join household h on h.id = e.beneficiary_id
    where j.order_id is null and coalesce(r.kind, j.kind) in ('direct_purchase', 'wages', 'rent') and ${periodOf("j.event_at")} between :from and :to
      and (:prefixes::text[] is null or h.region_code like any(:prefixes)) group by 1`, { ...range, prefixes })
}

const NOTHING = { provisional_fen: 0, payable_fen: 0, settled_fen: 0, total_fen: 0 }

/** The rows, and rows of nothing for keys that have none. */
function union<Row extends StageFigures>(rows: readonly Row[], keys: string[]): (Row | (StageFigures & Partial<Row>))[] {
  const known = new Set(rows.map(({ key }) => key))
  return [...rows, ...keys.filter((key) => !known.has(key)).map((key) => ({ ...NOTHING, key }) as StageFigures & Partial<Row>)]
}

function minus(from: StageFigures, row: StageFigures, sign = 1): StageFigures {
  const of = (field: keyof typeof NOTHING) => from[field] - sign * row[field]
  return { key: from.key, provisional_fen: of("provisional_fen"), payable_fen: of("payable_fen"), settled_fen: of("settled_fen"), total_fen: of("total_fen") }
}

/** Goods paid less refunded, by an expression on the lines sold; what was bought from nobody that is known is left out. */
async function readSalesBy(container: MedusaContainer, key: string, range: Range, producerIds: string[] | null): Promise<Map<string, number>> {
  const rows = await rowsOf<{ key: string; fen: number }>(container, `select ${key} as key, sum(s.amount_fen)::float8 as fen from ledger_sale s join ledger_line l on l.line_item_id = s.line_item_id
    where ${periodOf("s.at")} between :from and :to and (:producer_ids::text[] is null or l.producer_id = any(:producer_ids)) group by 1`, { ...range, producer_ids: producerIds })
  return new Map(rows.map(({ key: name, fen }) => [name, fen]))
}

function sumOf(rows: readonly TotalsRow[]): TotalsRow {
  const add = (field: "provisional_fen" | "payable_fen" | "settled_fen" | "total_fen" | "households" | "sales_fen") => rows.reduce((sum, row) => sum + (row[field] ?? 0), 0)
  const has = (field: "households" | "sales_fen") => (rows.some((row) => row[field] !== null) ? add(field) : null)
  return { key: "", name: "合计", provisional_fen: add("provisional_fen"), payable_fen: add("payable_fen"), settled_fen: add("settled_fen"), total_fen: add("total_fen"), households: has("households"), sales_fen: has("sales_fen") }
}

async function rowsOf<Row>(container: MedusaContainer, sql: string, values: Record<string, unknown>): Promise<Row[]> {
  return (await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(sql, values as never)).rows
}
