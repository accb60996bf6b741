import { refusal } from "@fupin/access"
import { MyOrganisation, type OrganisationInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf, graph } from "../../../../medusa"
import { readMine } from "../../../../reads/members"
import { institutionOf } from "../../../../reads/plans"
import { showOrganisation } from "../../../../reads/show-organisations"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const organisations = await readMine(req.scope, customerOf(req))
  res.json({ organisations: organisations.map((one) => MyOrganisation.parse({ ...showOrganisation(one), roles: one.roles })) })
}

/** A person registers their unit; staff verify the unit and the person before either may do anything. */
export const POST = async (req: AuthenticatedMedusaRequest<OrganisationInput>, res: MedusaResponse) => {
  const [division] = await graph<{ code: string }>(req.scope, "division", ["code"], { code: req.validatedBody.region_code })
  if (!division) throw refusal("invalid_data", "unknown_region")
  const organisation = await institutionOf(req.scope).registerOrganisation(req.validatedBody, customerOf(req), new Date())
  res.status(201).json({ organisation: showOrganisation(organisation) })
}
