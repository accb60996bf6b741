import { allowed } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideShip } from "../domain/group-buy/plan-settlement"
import { groupBuysOf, requireGroupBuy } from "./facts"

/** A parcel was just made up: goods of a group buy stay where they are until it is reached. Error: group_buy_state. */
export async function refuseEarlyParcel(container: MedusaContainer, fulfillment_id: string): Promise<void> {
  const [part] = await groupBuysOf(container).readParts({ fulfillment_id })
  if (part) allowed(decideShip(await requireGroupBuy(container, part.group_buy_id), part), "not_allowed")
}
