import { refusal, type StaffRequest } from "@fupin/access"
import { receiveFile } from "@fupin/benefit/intake/receive"
import { PhotoQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../medusa"
import { type Batch, loadOfBatch } from "../preorder/door"
import { type Delivery, readOccurrences, readOrganisations, withPlans } from "../reads/plans"
import { statementsOf } from "../statement"
import { type Load, loadOfOccurrence, writeDeliveryNote } from "../statement/delivery-note"
import { type Door, keepAcceptancePhoto, showAcceptance } from "../statement/receive"
import { validQuery } from "./_query"
import { organisationInScope } from "./_scope"
import { answerSealed } from "./_statements"

/** The delivery in the path, if its organisation lies in the staff member's regions. Errors: not_found, not_in_your_region. */
export async function deliveryInScope(req: Pick<StaffRequest, "staffRegions" | "scope" | "params">): Promise<Delivery> {
  const [delivery] = await withPlans(req.scope, await readOccurrences(req.scope, { id: req.params.id! }))
  if (!delivery) throw refusal("not_found", "not_found")
  await organisationInScope(req, delivery.organisation.id)
  return delivery
}

const MAX_PHOTO_BYTES = 10_000_000

/** Keeps the picture in the body, of the goods that the query names. Errors: those of `keepAcceptancePhoto`. */
export async function answerNewPhoto(req: MedusaRequest, res: MedusaResponse, door: Door): Promise<void> {
  const { variant_id } = validQuery(req, PhotoQuery)
  await keepAcceptancePhoto(req.scope, door, variant_id, await receiveFile(req, MAX_PHOTO_BYTES, "scan_too_big"), customerOf(req))
  res.status(201).json({ photos: (await showAcceptance(req.scope, door, null)).photos })
}

/** A picture of this delivery alone. Error: not_found. */
export async function answerPhoto(req: MedusaRequest, res: MedusaResponse, deliveryId: string): Promise<void> {
  const photos = await statementsOf(req.scope).readPhotos(deliveryId)
  if (!photos.some(({ id }) => id === req.params.photo)) throw refusal("not_found", "not_found")
  await answerSealed(req, res, req.params.photo!)
}

/** The note of an order of this delivery alone. Error: not_found. */
export async function answerDeliveryNote(req: MedusaRequest, res: MedusaResponse, delivery: Delivery): Promise<void> {
  const order = req.params.order!
  if (!delivery.occurrence.order_ids.includes(order)) throw refusal("not_found", "not_found")
  await sendDeliveryNote(req, res, loadOfOccurrence(req.scope, delivery, order))
}

/** The note of a batch of a harvest. Error: not_found before it has an order. */
export async function answerBatchNote(req: Pick<MedusaRequest, "scope">, res: MedusaResponse, held: Batch): Promise<void> {
  if (!["placed", "accepted"].includes(held.delivery.state)) throw refusal("not_found", "not_found")
  const [organisation] = await readOrganisations(req.scope, { id: held.contract.organisation_id })
  await sendDeliveryNote(req, res, loadOfBatch(req.scope, held, organisation!))
}

async function sendDeliveryNote(req: Pick<MedusaRequest, "scope">, res: MedusaResponse, load: Load): Promise<void> {
  for (const [name, value] of [["cache-control", "private, no-store"], ["content-type", "application/pdf"], ["x-content-type-options", "nosniff"], ["content-disposition", `inline; filename="delivery-note.pdf"; filename*=UTF-8''${encodeURIComponent("送货单.pdf")}`]] as const) res.setHeader(name, value)
  await writeDeliveryNote(req.scope, load, res)
}
