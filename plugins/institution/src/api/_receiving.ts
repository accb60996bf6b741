import { refusal, type StaffRequest } from "@fupin/access"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { type Delivery, readOccurrences, withPlans } from "../reads/plans"
import { statementsOf } from "../statement"
import { writeDeliveryNote } from "../statement/delivery-note"
import { organisationInScope } from "./_scope"
import { answerSealed } from "./_statements"

/** The delivery in the path, if its organisation lies in the staff member's regions. Errors: not_found, not_in_your_region. */
export async function deliveryInScope(req: Pick<StaffRequest, "staffRegions" | "scope" | "params">): Promise<Delivery> {
  const [delivery] = await withPlans(req.scope, await readOccurrences(req.scope, { id: req.params.id! }))
  if (!delivery) throw refusal("not_found", "not_found")
  await organisationInScope(req, delivery.organisation.id)
  return delivery
}

/** A picture of this delivery alone. Error: not_found. */
export async function answerPhoto(req: MedusaRequest, res: MedusaResponse, { occurrence }: Delivery): Promise<void> {
  const photos = await statementsOf(req.scope).readPhotos(occurrence.id)
  if (!photos.some(({ id }) => id === req.params.photo)) throw refusal("not_found", "not_found")
  await answerSealed(req, res, req.params.photo!)
}

/** The note of an order of this delivery alone. Error: not_found. */
export async function answerDeliveryNote(req: MedusaRequest, res: MedusaResponse, delivery: Delivery): Promise<void> {
  const order = req.params.order!
  if (!delivery.occurrence.order_ids.includes(order)) throw refusal("not_found", "not_found")
  for (const [name, value] of [["cache-control", "private, no-store"], ["content-type", "application/pdf"], ["x-content-type-options", "nosniff"], ["content-disposition", `inline; filename="delivery-note.pdf"; filename*=UTF-8''${encodeURIComponent("送货单.pdf")}`]] as const) res.setHeader(name, value)
  await writeDeliveryNote(req.scope, delivery, order, res)
}
