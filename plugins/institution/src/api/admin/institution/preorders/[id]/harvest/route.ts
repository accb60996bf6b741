import type { StaffRequest } from "@fupin/access"
import type { PreorderHarvestInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { recordHarvest } from "../../../../../../preorder/manage"
import { answerOffer, offerInScope } from "../../../../../_preorders"

export const POST = async (req: StaffRequest<PreorderHarvestInput>, res: MedusaResponse) => {
  const offer = await offerInScope(req)
  await recordHarvest(req.scope, offer, req.validatedBody, req.auth_context.actor_id)
  res.json(await answerOffer(req.scope, offer.id))
}
