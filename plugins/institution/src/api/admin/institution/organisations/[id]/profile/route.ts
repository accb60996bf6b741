import type { StaffRequest } from "@fupin/access"
import { OrganisationProfile } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { showProfile } from "../../../../../../reads/show-profile"
import { spendingOf } from "../../../../../../spending"
import { statementsOf } from "../../../../../../statement"
import { organisationInScope } from "../../../../../_scope"

/** Whom to call stays with the unit: the office sees no phone here. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await organisationInScope(req, req.params.id!)
  const profile = OrganisationProfile.omit({ delivery_points: true }).parse(await showProfile(req.scope, id))
  res.json({ profile, second_signature: await statementsOf(req.scope).wantsSecondSignature(id), invitations: await spendingOf(req.scope).readInvitations(id, new Date()) })
}
