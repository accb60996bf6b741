import type { StaffRequest } from "@fupin/access"
import type { ConsentInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readHousehold } from "../../../../../../queries/read-households"
import { recordHouseholdConsentWorkflow } from "../../../../../../workflows/record-household-consent"

export const POST = async (req: StaffRequest<ConsentInput>, res: MedusaResponse) => {
  const household_id = req.params.id!
  await recordHouseholdConsentWorkflow(req.scope).run({ input: { household_id, consent: req.validatedBody, actor_id: req.auth_context.actor_id, regions: req.staffRegions } })
  res.status(201).json({ household: await readHousehold(req.scope, household_id, req.staffRegions) })
}
