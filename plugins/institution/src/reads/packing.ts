import type { Packing, SettleBy } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { receivesAt } from "../domain/receiving-days"
import { graph, type OccurrenceRow } from "../medusa"
import { spendingOf } from "../spending"
import { goneGoods, readGoodsWithSellers } from "./goods"
import { readGoodsPapers } from "./required-papers"
import { readPackedLots } from "./packed-lots"
import { type Delivery, institutionOf, handlingOf, linesOf, readOccurrences, settleBy, unique, withPlans } from "./plans"

const OPEN = ["planned", "claimed", "failed"]
const CALLED_OFF = ["skipped", "cancelled", "rejected"]

interface Packed {
  seller_id: string
  variant_id: string
  settle_by: SettleBy
  requested: number
  supplied: number
  delivery: Delivery
}

/** What each producer harvests and packs for a date (采收装箱单): what is placed, and of what is still open what is asked for. Of one seller, or all. */
export async function readPacking(container: MedusaContainer, date: string, organisationIds: string[], sellerId: string | undefined): Promise<Packing> {
  const rows = await readOccurrences(container, { delivery_date: date, standing_order: { agreement: { organisation_id: organisationIds } } })
  const [packing] = await packOf(container, [date], rows, sellerId)
  return packing!
}

/** The same of one seller for each day between two, whoever ordered; `variantIds` is what the seller sells, so that only its agreements are read. */
export async function readPackings(container: MedusaContainer, from: string, to: string, sellerId: string, variantIds: string[]): Promise<Packing[]> {
  const lines = await institutionOf(container).listSupplyAgreementLines({ variant_id: variantIds }, { select: ["agreement_id"], take: null })
  const rows = await readOccurrences(container, { delivery_date: { $gte: from, $lte: to }, standing_order: { agreement_id: unique(lines.map(({ agreement_id }) => agreement_id)) } })
  return packOf(container, unique(rows.map(({ delivery_date }) => delivery_date)), rows, sellerId)
}

/** Of all sellers, whoever ordered. */
export async function readPackingOfAll(container: MedusaContainer, date: string): Promise<Packing> {
  const [packing] = await packOf(container, [date], await readOccurrences(container, { delivery_date: date }), undefined)
  return packing!
}

/** As many questions to the database however many days there are. */
async function packOf(container: MedusaContainer, dates: string[], rows: OccurrenceRow[], sellerId: string | undefined): Promise<Packing[]> {
  const deliveries = await withPlans(container, rows.filter(({ state }) => !CALLED_OFF.includes(state)))
  const goods = await readGoodsWithSellers(container, deliveries.flatMap((delivery) => packedOf(delivery).map(({ variant_id }) => variant_id)), new Date())
  const packed: Packed[] = deliveries.flatMap((delivery) => packedOf(delivery).map((line) => ({ ...line, delivery, seller_id: goods.get(line.variant_id)?.seller?.id ?? "house" })))
  const ids = unique(packed.map(({ seller_id }) => seller_id)).filter((id) => sellerId === undefined || id === sellerId)
  const papers = await readGoodsPapers(container, [...goods.keys()])
  const lots = await readPackedLots(container, deliveries.map(({ occurrence }) => occurrence.id))
  const names = new Map((await graph<{ id: string; name: string }>(container, "producer", ["id", "name"], { id: ids })).map(({ id, name }) => [id, name]))
  const rules = new Map((await institutionOf(container).readShortageRules()).map(({ seller_id, rule }) => [seller_id, rule]))
  const points = await spendingOf(container).readPoints(unique(deliveries.map(({ organisation }) => organisation.id)))
  const receives = ({ organisation, standing_order }: Delivery) => receivesAt(points.get(organisation.id)!, standing_order.delivery)
  return dates.map((date) => {
    const day = packed.filter(({ delivery }) => delivery.occurrence.delivery_date === date)
    const here = ids.filter((id) => day.some(({ seller_id }) => seller_id === id))
    return { date, sellers: here.map((id) => ({ id, name: names.get(id) ?? "本馆自营", rule: rules.get(id) ?? "pro_rata" as const, lines: linesIn(day.filter(({ seller_id }) => seller_id === id), { goods, papers, lots, receives }) })) }
  })
}

function packedOf(delivery: Delivery): Pick<Packed, "variant_id" | "settle_by" | "requested" | "supplied">[] {
  const { state, lines } = delivery.occurrence
  if (OPEN.includes(state)) return linesOf(delivery).filter(({ quantity }) => quantity > 0).map(({ variant_id, quantity }) => ({ variant_id, settle_by: settleBy(delivery.agreement, variant_id), requested: quantity, supplied: quantity }))
  return lines.map(({ variant_id, settle_by, requested, supplied }) => ({ variant_id, settle_by, requested, supplied }))
}

/** What is known beside the lines themselves, read once for all of them. */
interface Known {
  goods: Awaited<ReturnType<typeof readGoodsWithSellers>>
  papers: Awaited<ReturnType<typeof readGoodsPapers>>
  lots: Awaited<ReturnType<typeof readPackedLots>>
  receives: (delivery: Delivery) => string
}

function linesIn(packed: Packed[], { goods, papers, lots, receives }: Known): Packing["sellers"][number]["lines"] {
  const kinds = [...new Map(packed.map(({ variant_id, settle_by }) => [`${variant_id} ${settle_by}`, { variant_id, settle_by }])).values()]
  return kinds.map(({ variant_id, settle_by }) => {
    const { product_id, title, specification } = goods.get(variant_id) ?? goneGoods(variant_id)
    const mine = packed.filter((one) => one.variant_id === variant_id && one.settle_by === settle_by)
    const sum = (part: "requested" | "supplied") => mine.reduce((total, one) => total + one[part], 0)
    const deliveries = mine.filter(({ supplied }) => supplied > 0).map(({ delivery, supplied }) =>
      ({ occurrence_id: delivery.occurrence.id, organisation_name: `${delivery.organisation.name}${delivery.gift.recipient ? `（捐给${delivery.gift.recipient.name}）` : ""}`, standing_order_name: delivery.standing_order.name, receives: receives(delivery), quantity: supplied, ...handlingOf(delivery.agreement, variant_id), lots: lots(delivery.occurrence.id, variant_id), may_pack: delivery.occurrence.lines.length > 0 && delivery.occurrence.accepted_at === null }))
    return { variant_id, product_id, title, specification, settle_by, papers: papers.get(variant_id) ?? [], requested: sum("requested"), supplied: sum("supplied"), deliveries }
  })
}
