import type { PackedLotsInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { goodsIn, readPackingLoad } from "../../../../packing/loads"
import { packLots } from "../../../../packing/pack-lots"
import { asProducer } from "../../../_workbench"

/** Of its own goods alone, whatever else the delivery brings. */
export const POST = async (req: AuthenticatedMedusaRequest<PackedLotsInput>, res: MedusaResponse) => {
  const now = new Date()
  const { load, variant_id } = req.validatedBody
  const { seller_id } = goodsIn(await readPackingLoad(req.scope, load, now), variant_id)
  await asProducer(req, seller_id ?? "", "act")
  res.json({ lots: await packLots(req.scope, req.validatedBody, customerOf(req), now) })
}
