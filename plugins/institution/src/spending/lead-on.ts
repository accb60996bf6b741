import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { continueCampaign } from "../campaign/begin-placing"
import { businessDay } from "../domain/business-day"
import { occurrenceOf } from "../modules/spending/purchase"
import { continuePreorder } from "../preorder/book"
import { institutionOf, readOccurrences } from "../reads/plans"
import { placeOccurrencesWorkflow } from "../workflows/place-occurrences"
import { spendingOf } from "./gate"

const LEASE_SECONDS = 60

/**
 * What waited for an approval goes on by itself: a delivery past its cut-off, or refused at the gate before, is placed, a campaign
 * lays down its orders, and a pre-production contract is signed. What is not due yet can still be changed and is placed at its cut-off; for a day that is over nothing is ordered. Whatever breaks here is taken up by the next run.
 */
export async function leadOn(container: MedusaContainer, requestId: string): Promise<void> {
  const { key, organisation_id } = (await spendingOf(container).readRequest(requestId))!
  const occurrence = occurrenceOf(key)
  try {
    if (occurrence !== null) await placeWaiting(container, occurrence)
    else if (!(await continuePreorder(container, key))) await continueCampaign(container, organisation_id, key)
  } catch (error) {
    container.resolve(ContainerRegistrationKeys.LOGGER).error(`approved ${key}, not ordered yet: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function placeWaiting(container: MedusaContainer, id: string): Promise<void> {
  const [occurrence] = await readOccurrences(container, { id })
  if (!occurrence) return
  const { delivery_date: day, standing_order_id } = occurrence
  const today = businessDay(new Date())
  if (day < today || (occurrence.state !== "failed" && occurrence.cutoff_on >= today)) return
  // Paused or ended while a run held it: the calendar has the word before it is ordered.
  await institutionOf(container).syncOccurrences({ from: day, to: day, standing_order_ids: [standing_order_id] })
  const claims = await institutionOf(container).claimOccurrences({ only: [id], date: day, cutoff_before: null, organisation_ids: null, taken: [], limit: 1, lease_seconds: LEASE_SECONDS })
  if (claims.length > 0) await placeOccurrencesWorkflow(container).run({ input: { claims } })
}
