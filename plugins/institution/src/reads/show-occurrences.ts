import type { Occurrence } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { mergeLines } from "../domain/decide-standing-order"
import { decideEdit } from "../domain/occurrence-state"
import type { OccurrenceRow } from "../medusa"
import { expectedBenefitReader } from "./expected-benefit"
import { goneGoods, readGoodsWithSellers } from "./goods"
import { type Delivery, withPlans } from "./plans"
import { priceIn } from "./show-plans"

type Line = Occurrence["lines"][number]
type GoodsMap = Awaited<ReturnType<typeof readGoodsWithSellers>>

/** Occurrences as the desk and the office show them: what stands, what is asked, supplied and accepted, side by side. */
export async function showOccurrences(container: MedusaContainer, rows: OccurrenceRow[], today: string): Promise<Occurrence[]> {
  const deliveries = await withPlans(container, rows)
  const variantIds = deliveries.flatMap(({ occurrence, standing_order }) => [...standing_order.lines, ...occurrence.lines].map(({ variant_id }) => variant_id).concat(Object.keys(occurrence.edits)))
  const goods = await readGoodsWithSellers(container, variantIds, new Date())
  const expected = expectedBenefitReader(container)
  return Promise.all(deliveries.map(async (delivery) => {
    const lines = delivery.occurrence.lines.length > 0 ? placedLines(delivery, goods) : plannedLines(delivery, goods)
    return { ...headOf(delivery, today), ...(await benefitOf(delivery, lines, goods, expected)), total_fen: totalOf(lines), lines }
  }))
}

function headOf({ occurrence, standing_order, organisation }: Delivery, today: string) {
  const { id, standing_order_id, delivery_date, cutoff_on, state, attempt, error, order_ids, accepted_at } = occurrence
  return {
    id, standing_order_id, standing_order_name: standing_order.name, organisation_id: organisation.id, organisation_name: organisation.name, delivery_date, cutoff_on, state, attempt, error, order_ids,
    editable: decideEdit(occurrence, today).ok, accepted_at: accepted_at ? new Date(accepted_at).toISOString() : null,
  }
}

/** What it would bring while it is open; what was expected at placing once it is placed. */
async function benefitOf({ occurrence }: Delivery, lines: Line[], goods: GoodsMap, expected: ReturnType<typeof expectedBenefitReader>) {
  if (occurrence.expected_benefit_fen !== null) return { expected_benefit_fen: occurrence.expected_benefit_fen, households: occurrence.households ?? 0 }
  const open = ["planned", "claimed", "failed"].includes(occurrence.state)
  const sold = lines.filter(({ variant_id, unit_price_fen }) => goods.has(variant_id) && unit_price_fen > 0)
  const benefit = await expected(open ? sold.map(({ variant_id, requested, unit_price_fen }) => ({ variant_id, quantity: requested, unit_price_fen })) : [])
  return { expected_benefit_fen: benefit.total_fen, households: benefit.households }
}

function plannedLines({ occurrence, standing_order, agreement }: Delivery, goods: GoodsMap): Line[] {
  return mergeLines(standing_order.lines, occurrence.edits).map(({ variant_id, quantity }) => ({
    ...goodsOf(goods, variant_id), unit_price_fen: priceIn(agreement, variant_id), order_id: null, standing: standingOf(standing_order, variant_id), requested: quantity, supplied: null, accepted: null, reason: null,
  }))
}

function placedLines({ occurrence, standing_order }: Delivery, goods: GoodsMap): Line[] {
  return occurrence.lines.map(({ variant_id, unit_price_fen, order_id, requested, supplied, accepted, reason }) => ({
    ...goodsOf(goods, variant_id), unit_price_fen, order_id, standing: standingOf(standing_order, variant_id), requested, supplied, accepted, reason,
  }))
}

const goodsOf = (goods: GoodsMap, variantId: string) => goods.get(variantId) ?? { ...goneGoods(variantId), seller: null }
const standingOf = ({ lines }: Delivery["standing_order"], variantId: string) => lines.find(({ variant_id }) => variant_id === variantId)?.quantity ?? 0

/** What is supplied once that is known, else what is asked for. */
function totalOf(lines: Line[]): number {
  return lines.reduce((sum, { supplied, requested, unit_price_fen }) => sum + (supplied ?? requested) * unit_price_fen, 0)
}
