import type { StaffRequest } from "@fupin/access"
import type { RefusalInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { sendRefusal } from "../../../../../../notices/letters"
import { institutionOf } from "../../../../../../reads/plans"
import { organisationInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest<RefusalInput>, res: MedusaResponse) => {
  const { id, name, registered_by } = await organisationInScope(req, req.params.id!)
  const [{ reason }, at] = [req.validatedBody, new Date()]
  await institutionOf(req.scope).refuseOrganisation(id, reason, { side: "office", by: req.auth_context.actor_id, at })
  if (registered_by) await sendRefusal(req.scope, { key: `${id}:${at.getTime()}`, organisation: name, customer_id: registered_by, reason })
  res.json({ id })
}
