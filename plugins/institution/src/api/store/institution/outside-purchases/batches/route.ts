import { OutsideBatch, type OutsideBatchInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { allowMember } from "../../../../../reads/members"
import { enterOutsideList } from "../../../../../spending/outside"

export const POST = async (req: AuthenticatedMedusaRequest<OutsideBatchInput>, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.validatedBody.organisation_id, "pay")
  res.status(201).json(OutsideBatch.parse({ outside_purchases: await enterOutsideList(req.scope, req.validatedBody, customerOf(req)) }))
}
