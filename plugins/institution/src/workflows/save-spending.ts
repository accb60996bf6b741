import type { ApprovalPolicyInput, BudgetInput, InvoiceTitleInput, SpendingPlanInput } from "@fupin/contract/schemas"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { byId, readOrganisations } from "../reads/plans"
import { spendingOf } from "../spending"

export interface SpendingEntry {
  organisation_uscc: string
  policy: ApprovalPolicyInput
  budgets: BudgetInput[]
  plans: SpendingPlanInput[]
  invoice_title: Omit<InvoiceTitleInput, "organisation_id"> | null
}

export interface SaveSpending {
  units: SpendingEntry[]
  actor_id: string
}

/** Whatever order the database keeps their fields in. */
const textOf = (tiers: ApprovalPolicyInput["tiers"]): string => JSON.stringify(tiers.map(({ up_to_fen, mode, approvers }) => [up_to_fen, mode, approvers]))

const saveSpendingStep = createStep("save-spending", async ({ units, actor_id }: SaveSpending, { container }) => {
  const [spending, at] = [spendingOf(container), new Date()]
  const organisations = (await readOrganisations(container, { uscc: units.map(({ organisation_uscc }) => organisation_uscc) })).map((one) => ({ ...one, id: one.uscc, organisation_id: one.id }))
  for (const { organisation_uscc, policy, budgets, plans, invoice_title } of units) {
    const { organisation_id } = byId(organisations, organisation_uscc)
    const held = await spending.readPolicy(organisation_id)
    if (held === null || textOf(held.tiers) !== textOf(policy.tiers)) await spending.savePolicy(organisation_id, policy, actor_id, at)
    for (const budget of budgets) await spending.saveBudget(organisation_id, budget, { side: "office", by: actor_id, at })
    for (const plan of plans) await spending.savePlan(organisation_id, plan, { actor_id, at })
    if (invoice_title && (await spending.readInvoiceTitles(organisation_id)).length === 0) await spending.addInvoiceTitle({ ...invoice_title, organisation_id }, { actor_id, at })
  }
  return new StepResponse(units.length)
})

/** Who approves what, yearly budgets and plans of units, found by their 统一社会信用代码; saving the same again changes nothing. Errors: invalid_policy, unknown_approver, plan_incomplete. */
export const saveSpendingWorkflow = createWorkflow("save-spending", (input: SaveSpending) => new WorkflowResponse(saveSpendingStep(input)))
