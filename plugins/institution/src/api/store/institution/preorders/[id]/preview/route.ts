import { PreorderPreview, type PreorderPreviewInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { showPreview } from "../../../../../../preorder/show"
import { allowMember } from "../../../../../../reads/members"
import { openOffer } from "../../../../../_preorders"

export const POST = async (req: AuthenticatedMedusaRequest<PreorderPreviewInput>, res: MedusaResponse) => {
  const { organisation_id, quantity } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "order")
  res.json({ preview: PreorderPreview.parse(await showPreview(req.scope, await openOffer(req), quantity, new Date())) })
}
