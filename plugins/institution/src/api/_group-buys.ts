import { refusal, regionContains, type StaffRequest } from "@fupin/access"
import { OfficeGroupBuy } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaStoreRequest } from "@medusajs/framework/http"
import { requireGroupBuy } from "../group-buy/facts"
import { showOfficeGroupBuys } from "../group-buy/show"
import type { GroupBuyRow } from "../modules/group-buy/service"
import { readShop } from "../reads/shop"
import { refuseOutside } from "./_scope"

/** The group buy in the path as everybody may see it: a draft is nobody's business. Error: not_found. */
export async function shownGroupBuy(req: MedusaRequest): Promise<GroupBuyRow> {
  const group = await requireGroupBuy(req.scope, req.params.id!)
  if (group.state === "draft") throw refusal("not_found", "not_found")
  return group
}

/** The group buy in the path, if its producer lies in the staff member's regions. Errors: not_found, not_in_your_region. */
export async function groupBuyInScope(req: StaffRequest): Promise<GroupBuyRow> {
  const group = await requireGroupBuy(req.scope, req.params.id!)
  refuseOutside(req, group.region_code)
  return group
}

export const isInScope = ({ staffRegions }: StaffRequest, { region_code }: GroupBuyRow): boolean => staffRegions.some((within) => regionContains(within, region_code))

export async function answerOfficeGroupBuys(req: StaffRequest, rows: GroupBuyRow[]): Promise<OfficeGroupBuy[]> {
  return (await showOfficeGroupBuys(req.scope, rows, new Date())).map((one) => OfficeGroupBuy.parse(one))
}

/** The channel of the request's key, which must be the shop's own: goods are set aside there. */
export async function channelOf(req: MedusaStoreRequest): Promise<string> {
  const { sales_channel_id } = await readShop(req.scope)
  if (!req.publishable_key_context.sales_channel_ids.includes(sales_channel_id)) throw refusal("not_found", "not_found")
  return sales_channel_id
}
