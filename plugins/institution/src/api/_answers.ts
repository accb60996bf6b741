import { Occurrence, StandingOrder } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { businessDay } from "../domain/business-day"
import type { OccurrenceRow, StandingOrderRow } from "../medusa"
import { readOccurrences } from "../reads/plans"
import { showOccurrences } from "../reads/show-occurrences"
import { openProof } from "../spending/outside"
import { showStandingOrders } from "../reads/show-plans"

/** Standing orders in the shape of the contract, as of today. */
export async function answerStandingOrders(req: MedusaRequest, rows: StandingOrderRow[]): Promise<StandingOrder[]> {
  const shown = await showStandingOrders(req.scope, rows, businessDay(new Date()))
  return shown.map((one) => StandingOrder.parse(one))
}

/** Occurrences in the shape of the contract, as of today. */
export async function answerOccurrences(req: MedusaRequest, rows: OccurrenceRow[]): Promise<Occurrence[]> {
  const shown = await showOccurrences(req.scope, rows, businessDay(new Date()))
  return shown.map((one) => Occurrence.parse(one))
}

export async function answerOccurrence(req: MedusaRequest, id: string): Promise<{ occurrence: Occurrence }> {
  const [occurrence] = await answerOccurrences(req, await readOccurrences(req.scope, { id }))
  return { occurrence: occurrence! }
}

/** The proof of a purchase made elsewhere, to be saved, as it was handed in. */
export async function answerProof(req: Pick<MedusaRequest, "scope">, res: MedusaResponse, id: string): Promise<void> {
  const { name, mime, bytes } = (await openProof(req.scope, id))!
  res.setHeader("content-type", mime).setHeader("cache-control", "no-store").setHeader("x-content-type-options", "nosniff").setHeader("content-disposition", `attachment; filename*=UTF-8''${encodeURIComponent(name)}`).send(bytes)
}
