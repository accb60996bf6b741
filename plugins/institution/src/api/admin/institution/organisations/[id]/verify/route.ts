import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { showOrganisation } from "../../../../../../reads/show-organisations"
import { verifyOrganisationWorkflow } from "../../../../../../workflows/verify"
import { organisationInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await organisationInScope(req, req.params.id!)
  const { result } = await verifyOrganisationWorkflow(req.scope).run({ input: { id, actor_id: req.auth_context.actor_id } })
  res.json({ organisation: showOrganisation(result) })
}
