import { quantityText } from "@fupin/contract/codes"
import type { Packing } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { addDays, businessDay } from "../domain/business-day"
import type { NewDemand } from "../modules/notice/service"
import { readPackingOfAll } from "../reads/packing"
import { goodsFrom, readCertifiedOrigins } from "../workbench/own-goods"
import { noticesOf } from "."
import type { Fact } from "./compose"

const NOTHING = { amount_fen: null, count: null, reason: null, people: null, goods: null } as const

/** What producers hear that no single table says: what to pack for tomorrow, and which demands they have goods for. */
export async function readProducerFacts(container: MedusaContainer, now: Date): Promise<Fact[]> {
  const listeners = await noticesOf(container).readListeners()
  if (listeners.length === 0) return []
  const [today, tomorrow] = [businessDay(now), addDays(businessDay(now), 1)]
  const packing = (await noticesOf(container).takePackingTurn(tomorrow, now)) ? packingFacts(await readPackingOfAll(container, tomorrow), listeners) : []
  const facts = [...packing, ...(await readDemandFacts(container, listeners, today, now))]
  const told = await noticesOf(container).readTold(facts.map(({ key }) => key))
  return facts.filter(({ key }) => !told.has(key))
}

/** A producer's list of a day is told again when its quantities changed. */
function packingFacts({ date, sellers }: Packing, listeners: readonly string[]): Fact[] {
  return sellers.filter(({ id }) => listeners.includes(id)).map(({ id, lines }) => {
    const goods = lines.map(({ title, settle_by, requested, supplied }) => `${title} ${quantityText(supplied, settle_by)}${supplied < requested ? `（订 ${quantityText(requested, settle_by)}）` : ""}`).join("、")
    const places = new Set(lines.flatMap(({ deliveries }) => deliveries.map(({ occurrence_id }) => occurrence_id))).size
    const state = lines.map(({ variant_id, supplied }) => `${variant_id}=${supplied}`).toSorted().join(",")
    return { ...NOTHING, key: `producer-packing:${id}:${date}:${places}:${state}`, kind: "producer_packing", owner_id: id, id, subject: "", day: date, count: places, reason: goods }
  })
}

/** A demand is put once before all who have certified goods for it on that day; who comes later finds it at the workbench. */
async function readDemandFacts(container: MedusaContainer, listeners: readonly string[], today: string, now: Date): Promise<Fact[]> {
  const demands = await noticesOf(container).readNewDemands(today)
  if (demands.length === 0) return []
  const goods = await readCertifiedOrigins(container, [...listeners], now)
  const about = ({ id, title, quote_by }: NewDemand) => ({ ...NOTHING, kind: "producer_demand", id, subject: title, day: quote_by }) as const
  return demands.flatMap((demand) => [
    ...listeners.filter((producerId) => goodsFrom(goods.filter((one) => one.producer_id === producerId), demand.origin_code).length > 0)
      .map((owner_id) => ({ ...about(demand), key: `producer-demand:${demand.id}:${owner_id}`, owner_id })),
    { ...about(demand), key: `demand-told:${demand.id}`, owner_id: "" },
  ])
}
