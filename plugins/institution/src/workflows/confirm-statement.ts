import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { statementsOf } from "../statement"
import { rematch } from "../statement/book"
import { settleStatements } from "../statement/money"
import { repriceAdjusted } from "../statement/reprice"
import { statementPaper } from "../statement/paper"

export interface ConfirmStatement {
  id: string
  revision: number
  actor_id: string
}

const confirmStatementStep = createStep("confirm-statement", async ({ id, revision, actor_id }: ConfirmStatement, { container }) => {
  const act = { actor_id, at: new Date() }
  const number = await statementsOf(container).confirm(id, revision, act)
  const [statement] = await statementsOf(container).readStatements({ ids: [id] })
  await statementPaper(container, statement!)
  await repriceAdjusted(container, statement!.organisation_id)
  await rematch(container, act, number)
  await settleStatements(container, [statement!.organisation_id])
  return new StepResponse(number)
})

/** Freezes a statement and its paper; what was taken off prices its orders anew before they are paid; money that came with its number before is booked. Errors: not_found, statement_changed, dispute_open, statement_state. */
export const confirmStatementWorkflow = createWorkflow("confirm-statement", (input: ConfirmStatement) => new WorkflowResponse(confirmStatementStep(input)))
