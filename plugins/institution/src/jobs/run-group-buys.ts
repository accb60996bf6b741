import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { runGroupBuys } from "../group-buy/run"

/** On the hour: group buys whose time is over end, and everybody's money is settled; what failed is tried again. */
export default async function runGroupBuysJob(container: MedusaContainer): Promise<void> {
  const run = await runGroupBuys(container, new Date())
  container.resolve(ContainerRegistrationKeys.LOGGER).info(`group buys: ${JSON.stringify(run)}`)
}

export const config = { name: "run-group-buys", schedule: "0 * * * *" }
