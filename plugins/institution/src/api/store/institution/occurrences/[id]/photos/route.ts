import { receiveFile } from "@fupin/benefit/intake/receive"
import { PhotoQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { deliveryFor } from "../../../../../../reads/members"
import { keepAcceptancePhoto, showAcceptance } from "../../../../../../statement/receive"
import { validQuery } from "../../../../../_query"

const MAX_BYTES = 10_000_000

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const delivery = await deliveryFor(req.scope, customerOf(req), req.params.id!, "accept")
  const { variant_id } = validQuery(req, PhotoQuery)
  await keepAcceptancePhoto(req.scope, delivery, variant_id, await receiveFile(req, MAX_BYTES, "scan_too_big"), customerOf(req))
  res.status(201).json({ photos: (await showAcceptance(req.scope, delivery, null)).photos })
}
