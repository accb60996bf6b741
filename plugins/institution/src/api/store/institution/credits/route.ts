import type { CreditInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { spendingOf } from "../../../../spending"

export const POST = async (req: AuthenticatedMedusaRequest<CreditInput>, res: MedusaResponse) => {
  const { organisation_id, order_id } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  await spendingOf(req.scope).creditOrder(order_id, organisation_id, { actor_id: customerOf(req), at: new Date() })
  res.status(201).json({ organisation_id, order_id })
}
