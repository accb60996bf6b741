import type { StaffRequest } from "@fupin/access"
import type { OrganisationInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readOrganisations } from "../../../../reads/plans"
import { showOfficeOrganisations, showOrganisation } from "../../../../reads/show-organisations"
import { saveOrganisationsWorkflow } from "../../../../workflows/save-organisations"
import { organisationsInScope, refuseOutside } from "../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json({ organisations: await showOfficeOrganisations(req.scope, await organisationsInScope(req)) })
}

export const POST = async (req: StaffRequest<OrganisationInput>, res: MedusaResponse) => {
  refuseOutside(req, req.validatedBody.region_code)
  const [held] = await readOrganisations(req.scope, { uscc: req.validatedBody.uscc })
  // A unit that nobody verified holds nothing yet: a code typed into a form elsewhere keeps no office from its own unit.
  if (held?.verified_at) refuseOutside(req, held.region_code)
  const { result: [organisation] } = await saveOrganisationsWorkflow(req.scope).run({ input: { organisations: [req.validatedBody], actor_id: req.auth_context.actor_id } })
  res.status(201).json({ organisation: showOrganisation(organisation!) })
}
