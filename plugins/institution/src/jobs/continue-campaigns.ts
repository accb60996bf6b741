import type { MedusaContainer } from "@medusajs/framework/types"
import { continueCampaigns } from "../campaign/continue-campaigns"

/** Every minute: campaigns whose process died go on, and addresses are deleted when their time has come. */
export default async function continueCampaignsJob(container: MedusaContainer): Promise<void> {
  await continueCampaigns(container)
}

export const config = { name: "continue-campaigns", schedule: "* * * * *" }
