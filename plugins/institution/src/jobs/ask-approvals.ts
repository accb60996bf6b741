import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { askApprovalsWorkflow } from "../workflows/ask-approvals"

/** Approvers see what is coming before cut-off, not after it. */
export default async function askApprovals(container: MedusaContainer): Promise<void> {
  await askApprovalsWorkflow(container).run({ input: { today: businessDay(new Date()) } })
}

export const config = { name: "ask-approvals", schedule: "40 * * * *" }
