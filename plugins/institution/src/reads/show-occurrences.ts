import { fenOfQuantity } from "@fupin/contract/money"
import type { BenefitPreview, Occurrence } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { conflictsOf } from "../domain/own-quantities"
import { decideEdit, decideSkip } from "../domain/occurrence-state"
import type { OccurrenceRow } from "../medusa"
import { type PricedLine, readExpectedBenefits } from "./expected-benefit"
import { goneGoods, readGoodsWithSellers } from "./goods"
import { readPackedLots } from "./packed-lots"
import { type Delivery, handlingOf, institutionOf, linesOf, settleBy, standingOf, unique, withPlans } from "./plans"
import { decideReceivingOn, type Point } from "../domain/receiving-days"
import { spendingOf } from "../spending"
import { priceShown, readPriceFacts } from "./price-facts"
import type { ExpectedShortageRow } from "../modules/institution/shortages"
import type { PriceFacts } from "../domain/price-rule"

type Line = Occurrence["lines"][number]
const TO_COME: readonly OccurrenceRow["state"][] = ["planned", "claimed", "failed", "placed", "short"]
type GoodsMap = Awaited<ReturnType<typeof readGoodsWithSellers>>

/** Occurrences as the desk and the office show them: what stands, what is asked, supplied and accepted, side by side. */
export async function showOccurrences(container: MedusaContainer, rows: OccurrenceRow[], today: string): Promise<Occurrence[]> {
  const deliveries = await withPlans(container, rows)
  const variantIds = deliveries.flatMap(({ occurrence, standing_order }) => [...standing_order.lines, ...occurrence.lines].map(({ variant_id }) => variant_id).concat(Object.keys(occurrence.edits)))
  .concat(deliveries.flatMap(({ agreement }) => agreement.lines.flatMap(({ substitute_variant_id }) => substitute_variant_id ?? [])))
  const goods = await readGoodsWithSellers(container, variantIds, new Date())
  const prices = await readPriceFacts(container, [...new Map(deliveries.map(({ agreement }) => [agreement.id, agreement])).values()])
  const shortages = await institutionOf(container).readShortages(rows.filter(({ state }) => state === "planned").map(({ id }) => id))
  const lots = await readPackedLots(container, rows.map(({ id }) => id))
  const lines = deliveries.map((delivery) => (delivery.occurrence.lines.length > 0 ? placedLines(delivery, goods, lots) : plannedLines(delivery, goods, prices)))
  const points = await spendingOf(container).readPoints(unique(deliveries.map(({ organisation }) => organisation.id)))
  const expected = await readExpectedBenefits(container, deliveries.map((delivery, at) => openBasket(delivery, lines[at]!, goods)))
  return deliveries.map((delivery, at) => ({ ...headOf(delivery, today), not_received: notReceived(delivery, points.get(delivery.organisation.id)!), ...foreseenOf(delivery, shortages, goods), ...benefitOf(delivery.occurrence, expected[at]!), total_fen: totalOf(lines[at]!), lines: lines[at]! }))
}

function headOf({ occurrence, standing_order, organisation, gift }: Delivery, today: string) {
  const { id, standing_order_id, delivery_date, round, cutoff_on, state, attempt, error, order_ids, accepted_at, version, headcount } = occurrence
  return {
    id, standing_order_id, standing_order_name: standing_order.name, organisation_id: organisation.id, organisation_name: organisation.name, delivery_date, round, cutoff_on, state, attempt, error, order_ids, version,
    editable: decideEdit(occurrence, today).ok, skippable: decideSkip(occurrence, today).ok, accepted_at: accepted_at ? new Date(accepted_at).toISOString() : null, headcount: headcount ?? standing_order.headcount, given_to: gift.recipient?.name ?? null,
  }
}

/** What is still to come on a day on which its place does not receive; it was planned before the place said so. */
function notReceived({ occurrence: { state, delivery_date }, standing_order: { delivery } }: Delivery, points: readonly Point[]): string | null {
  if (!TO_COME.includes(state)) return null
  const decided = decideReceivingOn(points, delivery, delivery_date)
  return decided.ok ? null : decided.message
}

/** While it can still be changed: where it parted from a standing order that changed since, and what will be missing. */
function foreseenOf(delivery: Delivery, shortages: ExpectedShortageRow[], goods: GoodsMap) {
  const { id, state, edits, bases } = delivery.occurrence
  const titleOf = (variantId: string) => goodsOf(goods, variantId).title
  const open = state === "planned"
  return {
    conflicts: open ? conflictsOf(standingOf(delivery), { edits, bases }).map((one) => ({ ...one, title: titleOf(one.variant_id) })) : [],
    shortages: shortages.filter(({ occurrence_id }) => occurrence_id === id).map(({ variant_id, requested, expected, reason, told_at, substitute_variant_id: other }) => ({
      variant_id, title: titleOf(variant_id), requested, expected, reason, told_at: new Date(told_at).toISOString(), substitute: other === null ? null : { variant_id: other, title: titleOf(other) },
    })),
  }
}

/** What is still to be sold of it: nothing once it is placed or called off. */
function openBasket({ occurrence }: Delivery, lines: Line[], goods: GoodsMap): PricedLine[] {
  if (occurrence.expected_benefit_fen !== null || !["planned", "claimed", "failed"].includes(occurrence.state)) return []
  const sold = lines.filter(({ variant_id, unit_price_fen }) => goods.has(variant_id) && unit_price_fen > 0)
  return sold.map(({ variant_id, requested, unit_price_fen }) => ({ variant_id, quantity: requested, unit_price_fen }))
}

/** What it would bring while it is open; what was expected at placing once it is placed. */
function benefitOf({ expected_benefit_fen, households }: OccurrenceRow, expected: BenefitPreview) {
  return expected_benefit_fen !== null ? { expected_benefit_fen, households: households ?? 0 } : { expected_benefit_fen: expected.total_fen, households: expected.households }
}

function plannedLines(delivery: Delivery, goods: GoodsMap, prices: PriceFacts): Line[] {
  const { agreement, occurrence: { delivery_date } } = delivery
  return linesOf(delivery).map(({ variant_id, quantity }) => ({
    ...goodsOf(goods, variant_id), unit_price_fen: priceShown(agreement, variant_id, delivery_date, prices), order_id: null, standing: standingQuantity(delivery, variant_id), settle_by: settleBy(agreement, variant_id), requested: quantity, supplied: null, accepted: null, reason: null, ...handlingOf(agreement, variant_id), lots: [],
  }))
}

function placedLines(delivery: Delivery, goods: GoodsMap, lots: Awaited<ReturnType<typeof readPackedLots>>): Line[] {
  return delivery.occurrence.lines.map(({ variant_id, unit_price_fen, settle_by, order_id, requested, supplied, accepted, reason }) => ({
    ...goodsOf(goods, variant_id), unit_price_fen, settle_by, order_id, standing: standingQuantity(delivery, variant_id), requested, supplied, accepted, reason, ...handlingOf(delivery.agreement, variant_id), lots: lots(delivery.occurrence.id, variant_id),
  }))
}

const goodsOf = (goods: GoodsMap, variantId: string) => goods.get(variantId) ?? { ...goneGoods(variantId), seller: null }
const standingQuantity = (delivery: Delivery, variantId: string) => standingOf(delivery).find(({ variant_id }) => variant_id === variantId)?.quantity ?? 0

/** What was accepted, before that what is supplied, before that what is asked for. */
function totalOf(lines: Line[]): number {
  return lines.reduce((sum, { accepted, supplied, requested, unit_price_fen }) => sum + fenOfQuantity(accepted ?? supplied ?? requested, unit_price_fen), 0)
}
