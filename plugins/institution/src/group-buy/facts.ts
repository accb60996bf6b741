import { refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { GROUP_BUY_MODULE, type GroupBuyModuleService } from "../modules/group-buy"
import type { GroupBuyRow, PartRow } from "../modules/group-buy/service"

export const groupBuysOf = (container: MedusaContainer): GroupBuyModuleService => container.resolve(GROUP_BUY_MODULE)

/** Error: not_found. */
export async function requireGroupBuy(container: MedusaContainer, id: string): Promise<GroupBuyRow> {
  const [row] = await groupBuysOf(container).readGroupBuys({ ids: [id] })
  if (!row) throw refusal("not_found", "not_found")
  return row
}

/** Error: not_found. */
export async function requirePart(container: MedusaContainer, id: string): Promise<PartRow> {
  const [part] = await groupBuysOf(container).readParts({ ids: [id] })
  if (!part) throw refusal("not_found", "not_found")
  return part
}
