import type { StaffRequest } from "@fupin/access"
import type { PreorderStep } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { takeOfferStep } from "../../../../../../preorder/manage"
import { answerOffer, offerInScope } from "../../../../../_preorders"

export const POST = async (req: StaffRequest<PreorderStep>, res: MedusaResponse) => {
  const offer = await offerInScope(req)
  await takeOfferStep(req.scope, offer, req.validatedBody, req.auth_context.actor_id)
  res.json(await answerOffer(req.scope, offer.id))
}
