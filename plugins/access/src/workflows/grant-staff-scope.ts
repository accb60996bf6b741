import type { StaffScopeInput } from "@fupin/contract/schemas"
import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { STAFF_MODULE, type StaffModuleService } from "../modules/staff"
import { refusal } from "../refuse"

const refuseUnknownUserStep = createStep("refuse-unknown-user", async ({ user_id }: StaffScopeInput, { container }) => {
  const [user] = await container.resolve(Modules.USER).listUsers({ id: user_id }, { select: ["id"] })
  if (!user) throw refusal("invalid_data", "not_found", "没有这位后台用户，请先邀请其注册")
  return new StepResponse(user.id)
})

const grantStaffScopeStep = createStep(
  "grant-staff-scope",
  async (input: StaffScopeInput, { container }) => {
    const staff: StaffModuleService = container.resolve(STAFF_MODULE)
    const { user_id, role, region } = input
    const valid_to = input.valid_to === null ? null : new Date(input.valid_to)
    const [held] = await staff.listStaffScopes({ user_id, role, region })
    const scope = held
      ? await staff.updateStaffScopes({ id: held.id, valid_to })
      : await staff.createStaffScopes({ user_id, role, region, valid_to })
    return new StepResponse(scope, held ? null : scope.id)
  },
  async (scopeId: string | null | undefined, { container }) => {
    if (scopeId) await container.resolve<StaffModuleService>(STAFF_MODULE).deleteStaffScopes(scopeId)
  },
)

/** Grants a user a role in a region; granting it again only moves the date on which it ends. Error: not_found. */
export const grantStaffScopeWorkflow = createWorkflow("grant-staff-scope", (input: StaffScopeInput) => {
  refuseUnknownUserStep(input)
  return new WorkflowResponse(grantStaffScopeStep(input))
})
