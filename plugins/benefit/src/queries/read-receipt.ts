import { refusal } from "@fupin/access"
import type { OrderBenefit } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { exactAmounts, fenInOrder } from "../domain/line-base"
import { planLineShares } from "../domain/line-shares"
import { planReceipt, planStatus, stagesOf, type PublicHousehold, type Share } from "../domain/plan-receipt"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { readOrders } from "../modules/ledger/read-facts"
import { readOrderShares } from "./read-benefit"
import { readPlaces } from "./read-places"
import { producerAt, readProfiles } from "./read-profiles"
import { readSettledShares } from "./read-settlement-shares"

/** The public benefit of an order: what the ledger says, or what it would say once the order is paid. Error: not_found. */
export async function readReceipt(container: MedusaContainer, orderId: string, today: string): Promise<OrderBenefit> {
  const posted = [...(await readOrderShares(container, orderId)), ...(await readSettledShares(container, orderId))]
  const shares = posted.length > 0 ? posted : await readExpected(container, orderId)
  const held = new Map<string, number>()
  for (const { household_id, amount_fen } of shares) if (household_id !== null) held.set(household_id, (held.get(household_id) ?? 0) + amount_fen)
  const own: Share[] = [...held].map(([household_id, amount_fen]) => ({ household_id, amount_fen }))
  const households = planReceipt(own, await readPublicHouseholds(container, orderId, [...held.keys()]), today)
  return {
    order_id: orderId,
    status: planStatus(stagesOf(posted)),
    total_fen: households.reduce((sum, { amount_fen }) => sum + amount_fen, 0),
    households,
  }
}

/** By the same rules as the ledger's, as if all of the order were paid. */
async function readExpected(container: MedusaContainer, orderId: string): Promise<{ household_id: string | null; amount_fen: number }[]> {
  const [order] = await readOrders(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), [orderId], 0)
  if (!order) throw refusal("not_found", "not_found")
  const { lines, placed_at } = order.facts
  const profiles = await readProfiles(container, lines.flatMap(({ product_id }) => product_id ?? []))
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const sold = [...lines].sort((a, b) => (a.line_id < b.line_id ? -1 : 1)).map((line) => ({ ...line, producer_id: producerAt(profiles, line.product_id, placed_at) }))
  const linkages = await module.readLinkagesInForce([...new Set(sold.flatMap(({ producer_id }) => producer_id ?? []))], placed_at, placed_at)
  const bases = fenInOrder(sold.map(({ live }) => exactAmounts(live).base))
  return sold.flatMap((line, index) => planLineShares({ ...line, quantity: line.live.quantity, base_fen: bases[index]! }, linkages, placed_at))
    .map(({ beneficiary_id, amount_fen }) => ({ household_id: beneficiary_id, amount_fen }))
}

async function readPublicHouseholds(container: MedusaContainer, orderId: string, ids: string[]): Promise<Map<string, PublicHousehold>> {
  if (ids.length === 0) return new Map()
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const rows = await module.listHouseholds({ id: ids }, { select: ["id", "kind", "name", "name_consent_on", "region_code"] })
  const places = await readPlaces(container, rows.map(({ region_code }) => region_code))
  const { data: producers } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "producer", fields: ["beneficiary_id"], filters: { beneficiary_id: ids, kind: "household" } })
  const selling = new Set(producers.map(({ beneficiary_id }) => beneficiary_id))
  return new Map(rows.map(({ id, kind, name, name_consent_on, region_code }) =>
    [id, { kind, name, name_consent_on, region_code, place: places.get(region_code)!, is_producer: selling.has(id), code: module.receiptCode(orderId, id) }]))
}
