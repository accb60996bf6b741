import type { StaffRequest } from "@fupin/access"
import type { SuccessorInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { generateEntityId } from "@medusajs/framework/utils"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../../../modules/household"
import { requireBeneficiary } from "../../../../queries/read-settlement-names"
import { nameSuccessorWorkflow } from "../../../../workflows/name-settlement-successor"

/** The account is sealed here, so that it never passes through the workflow engine in clear. */
export const POST = async (req: StaffRequest<SuccessorInput>, res: MedusaResponse) => {
  const { household_code, payee_name, bank_account, cause, reason } = req.validatedBody
  const id = generateEntityId(undefined, "stlx")
  const households: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  const name = {
    id, cause, reason, beneficiary_id: await requireBeneficiary(req.scope, household_code, req.staffRegions),
    payee_name, bank_account_sealed: bank_account === undefined ? null : households.personal.seal(`${id}:bank_account`, bank_account),
  }
  const { result } = await nameSuccessorWorkflow(req.scope).run({ input: { act: { name }, actor_id: req.auth_context.actor_id } })
  res.status(201).json(result)
}
