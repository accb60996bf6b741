import { Checkout, type GroupBuyJoinInput } from "@fupin/contract/schemas"
import type { MedusaResponse, MedusaStoreRequest } from "@medusajs/framework/http"
import { joinGroupBuy } from "../../../../../group-buy/join"
import { customerOf } from "../../../../../medusa"
import { allowMember } from "../../../../../reads/members"
import { channelOf, shownGroupBuy } from "../../../../_group-buys"

export const POST = async (req: MedusaStoreRequest<GroupBuyJoinInput>, res: MedusaResponse) => {
  const { id } = await shownGroupBuy(req)
  const customer_id = customerOf(req)
  const { organisation_id } = req.validatedBody
  if (organisation_id !== null) await allowMember(req.scope, customer_id, organisation_id, "order")
  res.json(Checkout.parse(await joinGroupBuy(req.scope, id, req.validatedBody, { customer_id, sales_channel_id: await channelOf(req) })))
}
