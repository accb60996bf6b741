import { readPrices } from "@fupin/checkout/reads/read-prices"
import { readSellables } from "@fupin/checkout/reads/read-sellables"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decidePrice } from "../domain/decide-standing-order"
import { indexKey, NO_PRICE_FACTS, type PriceFacts } from "../domain/price-rule"
import type { AgreementLineRow, AgreementRow } from "../medusa"
import { institutionOf, unique } from "./plans"
import { readShop } from "./shop"

/** What the price rules of these agreements hang on; nothing is read where all prices are locked. */
export async function readPriceFacts(container: MedusaContainer, agreements: Pick<AgreementRow, "lines">[]): Promise<PriceFacts> {
  const lines = agreements.flatMap((agreement) => agreement.lines)
  const series = unique(lines.flatMap(({ price_rule }) => (price_rule.kind === "index" ? [price_rule.series] : [])))
  const ceilings = unique(lines.filter(({ price_rule }) => price_rule.kind === "ceiling").map(({ variant_id }) => variant_id))
  const values = series.length === 0 ? [] : await institutionOf(container).readIndices(series)
  return {
    shelf: ceilings.length === 0 ? NO_PRICE_FACTS.shelf : await readShelf(container, ceilings),
    indices: new Map(values.map((one) => [indexKey(one.series, one.month), one.value])),
  }
}

/** Shelf prices in fen, by variant; those without one are absent. */
export async function readShelf(container: MedusaContainer, variantIds: string[]): Promise<Map<string, number>> {
  const { region_id, sales_channel_id } = await readShop(container)
  const sellables = await readSellables(container, sales_channel_id, variantIds)
  const prices = await readPrices(container, [...sellables.values()].map(({ price_set_id }) => price_set_id), { currency_code: "cny", region_id })
  return new Map([...sellables].flatMap(([id, { price_set_id }]) => {
    const price = prices.get(price_set_id ?? "")
    return price ? [[id, price.fen] as const] : []
  }))
}

/** What a delivery on this day pays for one; null where the rule cannot say, and for goods that a later version of the agreement left out. */
export function priceOn(agreement: AgreementRow, variantId: string, date: string, facts: PriceFacts): number | null {
  const price = decidePrice(agreement, variantId, date, facts)
  return price.ok ? price.value : null
}

/** As shown: the day's price, else the agreed one. */
export function priceShown(agreement: AgreementRow, variantId: string, date: string, facts: PriceFacts): number {
  return priceOn(agreement, variantId, date, facts) ?? agreedPrice(agreement.lines, variantId)
}

const agreedPrice = (lines: AgreementLineRow[], variantId: string): number => lines.find(({ variant_id }) => variant_id === variantId)?.unit_price_fen ?? 0
