import type { MedusaContainer } from "@medusajs/framework/types"
import { issueFilingPapersWorkflow } from "../workflows/issue-filing-papers"
import { remindFilingsWorkflow } from "../workflows/remind-filings"

/** Every hour: opens the filings of a period that has begun, reminds of those that are due, and issues papers that a crash has left out. */
export default async function remindFilings(container: MedusaContainer): Promise<void> {
  await remindFilingsWorkflow(container).run({ input: { now: new Date() } })
  await issueFilingPapersWorkflow(container).run({ input: {} })
}

export const config = { name: "remind-filings", schedule: "5 * * * *" }
