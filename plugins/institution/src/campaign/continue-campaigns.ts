import type { MedusaContainer } from "@medusajs/framework/types"
import { continueCampaign } from "./begin-placing"
import { eraseAddresses } from "./erase"
import { campaignsOf } from "./facts"
import { acceptParcels } from "./parcels"
import { runJob } from "./run-job"

/** Where members live is kept so long after a campaign, for complaints about what arrived. */
const KEEP_DAYS = 30

/** Places what was approved meanwhile, takes up what a process that died left undone, and deletes addresses that are no longer needed. */
export async function continueCampaigns(container: MedusaContainer): Promise<void> {
  const module = campaignsOf(container)
  for (const { id, organisation_id } of await module.readApproved()) await continueCampaign(container, organisation_id, `campaign:${id}`)
  for (const job of await module.readIdleJobs()) await runJob(container, job)
  await acceptParcels(container)
  for (const id of await module.readToErase(KEEP_DAYS)) await eraseAddresses(container, id)
  await module.forgetAttempts()
}
