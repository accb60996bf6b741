import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { businessDay } from "../domain/business-day"
import { runStandingOrdersWorkflow } from "../workflows/run-standing-orders"

/** Places every delivery whose cut-off is over, lays out the coming weeks and leaves the digest in the log. */
export default async function runStandingOrders(container: MedusaContainer): Promise<void> {
  const today = businessDay(new Date())
  const { result } = await runStandingOrdersWorkflow(container).run({ input: { date: today, cutoff_before: today } })
  container.resolve(ContainerRegistrationKeys.LOGGER).info(`standing orders ${today}: ${JSON.stringify(result)}`)
}

/** Hourly, in Asia/Shanghai: an hour missed is caught up by the next, and a failed delivery tried again. */
export const config = { name: "run-standing-orders", schedule: "10 * * * *" }
