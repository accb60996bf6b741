import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { businessDay } from "../domain/business-day"
import { readAgreements } from "../reads/plans"
import { isRenewalDue } from "../reads/show-plans"
import { runStandingOrdersWorkflow } from "../workflows/run-standing-orders"
import { tellShortagesWorkflow } from "../workflows/tell-shortages"

/** Places every delivery whose cut-off is over, lays out the coming weeks, tells what will be missing and leaves the digest in the log, with the agreements to be renewed. */
export default async function runStandingOrders(container: MedusaContainer): Promise<void> {
  const today = businessDay(new Date())
  const { result } = await runStandingOrdersWorkflow(container).run({ input: { date: today, cutoff_before: today } })
  const { result: short_lines } = await tellShortagesWorkflow(container).run({ input: { today } })
  const renewals = (await readAgreements(container, { stage: "signed" })).filter((agreement) => isRenewalDue(agreement, today)).map(({ number }) => number)
  container.resolve(ContainerRegistrationKeys.LOGGER).info(`standing orders ${today}: ${JSON.stringify({ ...result, short_lines, renewals })}`)
}

/** Hourly, in Asia/Shanghai: an hour missed is caught up by the next, and a failed delivery tried again. */
export const config = { name: "run-standing-orders", schedule: "10 * * * *" }
