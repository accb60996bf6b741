import type { PreorderBookInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { bookPreorder } from "../../../../../../preorder/book"
import { allowMember } from "../../../../../../reads/members"
import { answerContract, openOffer } from "../../../../../_preorders"

export const POST = async (req: AuthenticatedMedusaRequest<PreorderBookInput>, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.validatedBody.organisation_id, "order")
  const offer = await openOffer(req)
  res.status(201).json(await answerContract(req, await bookPreorder(req.scope, offer.id, req.validatedBody, customerOf(req))))
}
