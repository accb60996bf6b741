import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { runPreorders } from "../preorder/run"

/** On the hour: contracts lapse, surpluses are shared, batches are placed and advances settled; what failed is tried again. */
export default async function runPreordersJob(container: MedusaContainer): Promise<void> {
  const run = await runPreorders(container, new Date())
  container.resolve(ContainerRegistrationKeys.LOGGER).info(`preorders: ${JSON.stringify(run)}`)
}

export const config = { name: "run-preorders", schedule: "20 * * * *" }
