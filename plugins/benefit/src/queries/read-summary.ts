import type { BenefitSummary } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { PeriodBounds } from "../domain/period"
import { readHelpfulOrders, readSales, readSummary } from "./read-benefit"
import { readPlaces } from "./read-places"

/** The public figures of a period, or of all time, by county. Four queries, none of which reads an entry that is sealed. */
export async function readBenefitSummary(container: MedusaContainer, period: string | null, bounds: PeriodBounds | null): Promise<BenefitSummary> {
  const rows = await readSummary(container, period)
  const whole = rows.find(({ code }) => code === null)
  const counties = rows.flatMap(({ code, total_fen, households }) => (code === null || total_fen === 0 ? [] : [{ code, total_fen, households }]))
  const places = await readPlaces(container, counties.map(({ code }) => code))
  return {
    period,
    total_fen: whole?.total_fen ?? 0, households: whole?.households ?? 0,
    orders: await readHelpfulOrders(container, bounds),
    sales_fen: await readSales(container, bounds),
    by_region: counties.map(({ code, total_fen, households }) => ({ code, name: places.get(code)?.county || code, total_fen, households })),
  }
}
