import type { MedusaContainer } from "@medusajs/framework/types"
import { runHourly } from "../placing/run-hourly"

export default async function runStandingOrders(container: MedusaContainer): Promise<void> {
  await runHourly(container, new Date())
}

/** Hourly, in Asia/Shanghai: an hour missed is caught up by the next, and a failed delivery tried again. */
export const config = { name: "run-standing-orders", schedule: "10 * * * *" }
