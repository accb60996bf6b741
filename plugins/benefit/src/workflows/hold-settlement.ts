import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"

export interface HoldSettlement {
  /** Whom to hold, or the hold to release. */
  act: { beneficiary_id: string } | { release: string }
  reason: string
  actor_id: string
}

const holdStep = createStep("hold-settlement", async ({ act, reason, actor_id }: HoldSettlement, { container }) => {
  const module: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  const by = { actor_id, at: new Date() }
  if ("beneficiary_id" in act) return new StepResponse(await module.hold(act.beneficiary_id, reason, by))
  await module.releaseHold(act.release, reason, by)
  return new StepResponse({ id: act.release, sent: 0 })
})

/** Stops paying a household, or lets it be paid again as a second person. Errors: already_held, not_found, settlement_second_person. */
export const holdSettlementWorkflow = createWorkflow("hold-settlement", (input: HoldSettlement) => new WorkflowResponse(holdStep(input)))
