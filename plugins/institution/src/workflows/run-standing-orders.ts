import { regionContains } from "@fupin/access"
import type { OccurrenceState, RunResult } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { addDays, businessDay, CATCH_UP_DAYS, earlier, HORIZON_DAYS } from "../domain/business-day"
import { BROKEN } from "../domain/occurrence-state"
import type { Claim } from "../modules/institution/claim"
import { institutionOf, readOrganisations } from "../reads/plans"
import { followOrdersStep } from "./follow-orders"
import { placeOccurrencesWorkflow } from "./place-occurrences"

export interface RunStandingOrders {
  /** Deliveries up to and including this business day are placed. */
  date: string
  /** The daily job's rule instead: deliveries whose cut-off lies before this day. */
  cutoff_before?: string
  /** Staff regions; all when absent. */
  regions?: string[]
  /** ISO 8601; seeds backdate by it. */
  placed_at?: string
}

/** Few enough that what one batch leaves behind is small beside the process itself: memory does not grow with the run. */
const BATCH = 50
const LEASE_SECONDS = 60

const NONE: RunResult = { planned: 0, placed: 0, short: 0, skipped: 0, failed: 0 }

const layOutStep = createStep("lay-out-occurrences", async ({ date }: RunStandingOrders, { container }) => {
  const institution = institutionOf(container)
  const inserted = await institution.syncOccurrences({ from: addDays(date, -CATCH_UP_DAYS), to: addDays(date, HORIZON_DAYS), standing_order_ids: null })
  // A run for days ahead misses none of those between.
  const today = earlier(date, businessDay(new Date()))
  await institution.dropMissed(addDays(today, -CATCH_UP_DAYS), today)
  return new StepResponse(inserted)
})

/** Batch after batch until nothing is due. A batch that breaks is marked failed with its reason and tried again by the next run. */
const placeDueStep = createStep("place-due-occurrences", async (input: RunStandingOrders, { container }) => {
  const institution = institutionOf(container)
  const organisation_ids = await organisationsIn(container, input.regions)
  const taken: string[] = []
  const result = { ...NONE, skipped: await institution.countSkipped(input.date, organisation_ids) }
  for (;;) {
    const claims = await institution.claimOccurrences({ date: input.date, cutoff_before: input.cutoff_before ?? null, organisation_ids, taken, limit: BATCH, lease_seconds: LEASE_SECONDS })
    if (claims.length === 0) return new StepResponse(result)
    const states = await placeBatch(container, claims, input.placed_at)
    taken.push(...claims.map(({ id }) => id).filter((id) => (states.get(id) ?? "failed") === "failed"))
    count(result, claims.length, [...states.values()])
  }
})

/** What became of each; those another worker took over meanwhile are absent. */
async function placeBatch(container: MedusaContainer, claims: Claim[], placed_at: string | undefined): Promise<Map<string, OccurrenceState>> {
  const run = await placeOccurrencesWorkflow(container).run({ input: { claims, placed_at }, throwOnError: false })
  const [broken] = run.errors
  if (!broken) return new Map(run.result.map(({ id, state }) => [id, state]))
  container.resolve(ContainerRegistrationKeys.LOGGER).error(`standing orders: ${broken.error.message}`)
  await institutionOf(container).releaseFailed(claims, BROKEN)
  return new Map(claims.map(({ id }) => [id, "failed"]))
}

function count(result: RunResult, claimed: number, states: OccurrenceState[]): void {
  result.planned += claimed
  for (const state of states) {
    if (state === "placed" || state === "short" || state === "failed") result[state] += 1
    else result.skipped += 1
  }
}

async function organisationsIn(container: MedusaContainer, regions: string[] | undefined): Promise<string[] | null> {
  if (regions === undefined || regions.includes("*")) return null
  const organisations = await readOrganisations(container, {})
  return organisations.filter(({ region_code }) => regions.some((within) => regionContains(within, region_code))).map(({ id }) => id)
}

/** Lays out the coming weeks, places what is due and marks what was paid. Repeating it changes nothing; two at once share the work. */
export const runStandingOrdersWorkflow = createWorkflow("run-standing-orders", (input: RunStandingOrders) => {
  layOutStep(input)
  const result = placeDueStep(input)
  followOrdersStep({ order_ids: null })
  return new WorkflowResponse(result)
})
