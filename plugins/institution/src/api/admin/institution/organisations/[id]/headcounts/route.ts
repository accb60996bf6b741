import type { StaffRequest } from "@fupin/access"
import type { HeadcountInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { spendingOf } from "../../../../../../spending"
import { organisationInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest<HeadcountInput>, res: MedusaResponse) => {
  const { id } = await organisationInScope(req, req.params.id!)
  await spendingOf(req.scope).saveHeadcount(id, req.validatedBody, { side: "office", by: req.auth_context.actor_id, at: new Date() })
  res.status(201).json({ headcount: req.validatedBody })
}
