import { Demand, type DemandQuote } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { compareOffers, priceQuote } from "../domain/demand/compare-quotes"
import { demandStateOn } from "../domain/demand/decide-demand"
import { graph } from "../medusa"
import type { DemandRow, QuoteRow } from "../modules/demand/rows"
import { readExpectedBenefits } from "../reads/expected-benefit"
import { type Goods, goneGoods, readGoods } from "../reads/goods"
import { readOrganisations, unique } from "../reads/plans"
import { readRegionNames } from "../reads/region-names"
import { demandsOf } from "."

/** Whose quotes are seen: the buyer's side sees all once they are opened, staff those of producers they answer for, a producer its own. */
export type SeesQuotes = { side: "buyer" } | { side: "staff"; mayIn: (region: string) => boolean } | { side: "producer"; producer_id: string }

interface ProducerRow {
  id: string
  name: string
  region_code: string
}

/** Demands in the shape of the contract, each with its quotes, best first. As many questions to the database however many there are. */
export async function showDemands(container: MedusaContainer, demands: DemandRow[], sees: SeesQuotes, now: Date): Promise<Demand[]> {
  const today = businessDay(now)
  const quotes = await demandsOf(container).readQuotes(demands.map(({ id }) => id))
  const producers = await readProducers(container, quotes)
  const isSeen = ({ demand_id, producer_id }: QuoteRow) => {
    if (sees.side === "producer") return producer_id === sees.producer_id
    const { stage, quote_by } = demands.find(({ id }) => id === demand_id)!
    return sees.side === "buyer" ? demandStateOn(stage, quote_by, today) !== "open" : sees.mayIn(producers.get(producer_id)?.region_code ?? "")
  }
  const [organisations, regions, shown] = [
    new Map((await readOrganisations(container, { id: unique(demands.map(({ organisation_id }) => organisation_id)) })).map(({ id, name }) => [id, name])),
    await readRegionNames(container, unique([...demands.flatMap(({ origin_code }) => origin_code ?? []), ...[...producers.values()].map(({ region_code }) => region_code)])),
    await pricedQuotes(container, demands, quotes.filter(isSeen)),
  ]
  return demands.map(({ organisation_id, origin_code, created_at, decided_at, stage, quote_id, reason, agreement_id, ...demand }) => Demand.parse({
    ...demand, organisation_id, organisation_name: organisations.get(organisation_id) ?? "", state: demandStateOn(stage, demand.quote_by, today),
    origin: origin_code === null ? null : { code: origin_code, name: regions.get(origin_code) ?? origin_code },
    created_at: new Date(created_at).toISOString(), quote_count: quotes.filter(({ demand_id }) => demand_id === demand.id).length,
    quotes: rank(demand.lines.length, shown.filter(({ row }) => row.demand_id === demand.id), producers, regions, today),
    chosen: quote_id === null ? null : { quote_id, reason: reason ?? "", at: new Date(decided_at!).toISOString(), agreement_id },
  }))
}

async function readProducers(container: MedusaContainer, quotes: QuoteRow[]): Promise<Map<string, ProducerRow>> {
  const ids = unique(quotes.map(({ producer_id }) => producer_id))
  const rows = ids.length === 0 ? [] : await graph<ProducerRow>(container, "producer", ["id", "name", "region_code"], { id: ids })
  return new Map(rows.map((row) => [row.id, row]))
}

type Priced = Awaited<ReturnType<typeof pricedQuotes>>[number]

/** Each quote with what it costs over the term and what that would bring to households. */
async function pricedQuotes(container: MedusaContainer, demands: DemandRow[], quotes: QuoteRow[]) {
  const goods = await readGoods(container, quotes.flatMap(({ lines }) => lines.map(({ variant_id }) => variant_id)))
  const priced = quotes.map((row) => ({ row, lines: priceQuote(demands.find(({ id }) => id === row.demand_id)!.lines, row.lines) }))
  const benefits = await readExpectedBenefits(container, priced.map(({ lines }) => lines.filter(({ variant_id }) => goods.has(variant_id))))
  return priced.map((quote, index) => ({ ...quote, goods, benefit: benefits[index]! }))
}

function rank(lineCount: number, quotes: Priced[], producers: Map<string, ProducerRow>, regions: Map<string, string>, today: string): DemandQuote[] {
  const offers = quotes.map(({ row, lines, benefit }) => ({ id: row.id, valid_to: row.valid_to, quoted_at: new Date(row.quoted_at), lines, benefit_fen: benefit.total_fen }))
  return compareOffers(lineCount, offers, today).map(({ id, total_fen, standing }) => {
    const { row: { producer_id, valid_to, note, quoted_at, deductions }, lines, goods, benefit } = quotes.find(({ row }) => row.id === id)!
    const producer = producers.get(producer_id)
    return {
      id, producer: { id: producer_id, name: producer?.name ?? "" }, place: regions.get(producer?.region_code ?? "") ?? "", valid_to, note, quoted_at: new Date(quoted_at).toISOString(),
      total_fen, deductions, benefit_fen: benefit.total_fen, households: benefit.households, standing, lines: lines.map((line) => ({ ...line, ...named(goods, line.variant_id) })),
    }
  })
}

function named(goods: Map<string, Goods>, variantId: string): Pick<Goods, "title" | "specification"> {
  const { title, specification } = goods.get(variantId) ?? goneGoods(variantId)
  return { title, specification }
}
