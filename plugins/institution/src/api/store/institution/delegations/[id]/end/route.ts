import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { spendingOf } from "../../../../../../spending"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  await spendingOf(req.scope).endDelegation(req.params.id!, customerOf(req), new Date())
  res.json({ id: req.params.id })
}
