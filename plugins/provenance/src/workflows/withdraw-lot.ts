import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../modules/provenance"

interface WithdrawLot {
  id: string
  reason: string
  actor_id: string
}

/** Said once for good; a lot taken back by mistake is entered anew. */
const withdrawLotStep = createStep("withdraw-lot", async ({ id, reason, actor_id }: WithdrawLot, { container }) => {
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  return new StepResponse(await provenance.withdrawLot(id, reason, actor_id, new Date()))
})

/** Takes a lot back: entered by mistake, or called back. */
export const withdrawLotWorkflow = createWorkflow("withdraw-lot", (input: WithdrawLot) => new WorkflowResponse(withdrawLotStep(input)))
