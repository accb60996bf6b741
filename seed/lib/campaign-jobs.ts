import { campaignsOf } from "@fupin/institution/campaign/facts"
import type { MedusaContainer } from "@medusajs/framework/types"

/** Waits for what a campaign does in the background; a job that broke off is told. */
export async function jobsDone(container: MedusaContainer, id: string): Promise<void> {
  for (;;) {
    const [job] = await campaignsOf(container).readLastJobs([id])
    if (job?.state === "failed") throw new Error(`the campaign's job broke off: ${job.message}`)
    if (job?.state !== "running") return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
