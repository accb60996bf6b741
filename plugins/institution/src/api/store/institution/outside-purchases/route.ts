import { OutsidePurchase, type OutsidePurchaseInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { enterOutsidePurchase } from "../../../../spending/outside"

export const POST = async (req: AuthenticatedMedusaRequest<OutsidePurchaseInput>, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.validatedBody.organisation_id, "pay")
  const outside_purchase = await enterOutsidePurchase(req.scope, req.validatedBody, customerOf(req))
  res.status(201).json({ outside_purchase: OutsidePurchase.parse(outside_purchase) })
}
