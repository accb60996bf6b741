import type { ShortageRule } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideOutcome, type DeliveryLine, SHORT } from "../domain/plan-delivery"
import { readCertified } from "../reads/certified"
import { RULES } from "../reads/papers"
import { type Delivery, institutionOf, readOccurrences, unique, withPlans } from "../reads/plans"
import { readShop } from "../reads/shop"
import type { Taken } from "./bounds"
import { type PlannedDelivery, planDeliveries } from "./delivery-facts"

/** How far ahead shortages are looked for. */
export const FORESIGHT_DAYS = 10
const PAGE = 500

/** The planned deliveries of these days as they would be placed, the earlier days first; writes nothing. */
export async function foresee(container: MedusaContainer, filter: Record<string, unknown>, moment: Date): Promise<PlannedDelivery[]> {
  const { sales_channel_id } = await readShop(container)
  const deliveries = await readAll(container, filter)
  const taken: Taken[] = []
  const planned: PlannedDelivery[] = []
  for (const date of unique(deliveries.map(({ occurrence }) => occurrence.delivery_date)).sort()) {
    const day = await planDeliveries(container, deliveries.filter(({ occurrence }) => occurrence.delivery_date === date), sales_channel_id, moment, taken)
    taken.push(...day.flatMap(takenBy))
    planned.push(...day)
  }
  return planned
}

/** Page after page: whoever stands late in the table is told as well. */
async function readAll(container: MedusaContainer, filter: Record<string, unknown>): Promise<Delivery[]> {
  const all: Delivery[] = []
  for (;;) {
    const page = await readOccurrences(container, filter, { skip: all.length, take: PAGE })
    all.push(...await withPlans(container, page))
    if (page.length < PAGE) return all
  }
}

const takenBy = ({ occurrence, agreement, lines }: PlannedDelivery): Taken[] =>
  lines.map(({ variant_id, supplied }) => ({ variant_id, date: occurrence.delivery_date, agreement_id: agreement.id, quantity: supplied }))

/** Looks ahead, and tells the buyers what will be missing while they can still change it, with a certified substitute where the agreement names one. Answers how many lines. */
export async function tellShortages(container: MedusaContainer, from: string, to: string, moment: Date): Promise<number> {
  const planned = await foresee(container, { state: "planned", delivery_date: { $gte: from, $lte: to }, cutoff_on: { $gte: from } }, moment)
  const short = planned.flatMap((delivery) => delivery.lines.filter(({ requested, supplied }) => supplied < requested).map((line) => ({ delivery, line, substitute: substituteOf(delivery, line.variant_id) })))
  const certified = await readCertified(container, unique(short.flatMap(({ substitute }) => substitute ?? [])), moment)
  const rules = new Map((await institutionOf(container).readShortageRules()).map(({ seller_id, rule }) => [seller_id, rule]))
  await institutionOf(container).replaceShortages(planned.map(({ occurrence }) => occurrence.id), short.map(({ delivery, line, substitute }) => ({
    occurrence_id: delivery.occurrence.id, variant_id: line.variant_id, requested: line.requested, expected: line.supplied, reason: reasonTold(line, rules), substitute_variant_id: substitute !== null && certified.has(substitute) ? substitute : null,
  })))
  return short.length
}

/** Why, and where goods are shared the rule by which: the buyer can check it. */
function reasonTold({ reason, seller_id }: DeliveryLine, rules: Map<string, ShortageRule>): string {
  const isShared = reason === SHORT.stock || reason === SHORT.pledge
  return isShared ? `${reason}，${RULES[rules.get(seller_id ?? "") ?? "pro_rata"]}` : (reason ?? "")
}

const substituteOf = ({ agreement }: Delivery, variantId: string): string | null => agreement.lines.find(({ variant_id }) => variant_id === variantId)?.substitute_variant_id ?? null

/** What each of these would become if it were placed now. */
export const outcomesOf = (planned: PlannedDelivery[]) => planned.map(({ lines }) => decideOutcome(lines))
