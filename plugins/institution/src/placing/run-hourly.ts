import type { MedusaContainer } from "@medusajs/framework/types"
import { addDays, businessDay, HORIZON_DAYS } from "../domain/business-day"
import { institutionOf } from "../reads/plans"
import { whatBroke } from "../domain/run-health"
import { runStandingOrdersWorkflow } from "../workflows/run-standing-orders"
import { tellShortagesWorkflow } from "../workflows/tell-shortages"

/** Places every delivery whose cut-off is over, lays out the coming weeks and tells what will be missing; then says in a row of its own what came of it, an error too. */
export async function runHourly(container: MedusaContainer, now: Date): Promise<void> {
  const institution = institutionOf(container)
  const today = businessDay(now)
  const window = { from: today, to: addDays(today, HORIZON_DAYS) }
  const id = await institution.beginRun()
  try {
    const { result } = await runStandingOrdersWorkflow(container).run({ input: { date: today, cutoff_before: today } })
    await tellShortagesWorkflow(container).run({ input: { today } })
    await institution.endRun(id, { result }, window)
  } catch (error) {
    await institution.endRun(id, { error: whatBroke(error) }, window)
    throw error
  }
}
