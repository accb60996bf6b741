import type { StaffRequest } from "@fupin/access"
import { SupplyAgreement, type SupplyAgreementInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { businessDay } from "../../../../domain/business-day"
import { readAgreements } from "../../../../reads/plans"
import { showAgreements } from "../../../../reads/show-plans"
import { saveSupplyAgreementsWorkflow } from "../../../../workflows/save-supply-agreements"
import { organisationInScope, organisationsInScope } from "../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const ids = (await organisationsInScope(req)).map(({ id }) => id)
  const agreements = await showAgreements(req.scope, await readAgreements(req.scope, { organisation_id: ids }), businessDay(new Date()))
  res.json({ agreements: agreements.map((one) => SupplyAgreement.parse(one)) })
}

export const POST = async (req: StaffRequest<SupplyAgreementInput>, res: MedusaResponse) => {
  await organisationInScope(req, req.validatedBody.organisation_id)
  const { result } = await saveSupplyAgreementsWorkflow(req.scope).run({ input: { agreements: [req.validatedBody], actor_id: req.auth_context.actor_id } })
  const [agreement] = await showAgreements(req.scope, result, businessDay(new Date()))
  res.status(201).json({ agreement: SupplyAgreement.parse(agreement) })
}
