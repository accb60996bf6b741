import type { StaffRequest } from "@fupin/access"
import type { RefusalInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { sendRefusal } from "../../../../../../notices/letters"
import { institutionOf, readOrganisations } from "../../../../../../reads/plans"
import { memberInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest<RefusalInput>, res: MedusaResponse) => {
  const { id, customer_id, organisation_id } = await memberInScope(req, req.params.id!)
  const [{ reason }, at] = [req.validatedBody, new Date()]
  await institutionOf(req.scope).refuseMember(id, reason, { side: "office", by: req.auth_context.actor_id, at })
  const [organisation] = await readOrganisations(req.scope, { id: organisation_id })
  await sendRefusal(req.scope, { key: `${id}:${at.getTime()}`, organisation: organisation!.name, customer_id, reason })
  res.json({ id })
}
