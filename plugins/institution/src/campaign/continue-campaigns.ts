import type { MedusaContainer } from "@medusajs/framework/types"
import { eraseAddresses } from "./erase"
import { campaignsOf } from "./facts"
import { runJob } from "./run-job"

/** Where members live is kept so long after a campaign, for complaints about what arrived. */
const KEEP_DAYS = 30

/** Takes up what a process that died left undone, and deletes addresses that are no longer needed. */
export async function continueCampaigns(container: MedusaContainer): Promise<void> {
  const module = campaignsOf(container)
  for (const job of await module.readIdleJobs()) await runJob(container, job)
  for (const id of await module.readToErase(KEEP_DAYS)) await eraseAddresses(container, id)
  await module.forgetAttempts()
}
