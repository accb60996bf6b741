import type { MedusaContainer } from "@medusajs/framework/types"
import { remindFilingsWorkflow } from "../workflows/remind-filings"

/** Every hour: opens the filings of a period that has begun, and reminds of those that are due. */
export default async function remindFilings(container: MedusaContainer): Promise<void> {
  await remindFilingsWorkflow(container).run({ input: { now: new Date() } })
}

export const config = { name: "remind-filings", schedule: "5 * * * *" }
