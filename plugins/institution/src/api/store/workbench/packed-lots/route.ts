import { refusal } from "@fupin/access"
import type { PackedLotsInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { findPackingLoad } from "../../../../packing/loads"
import { packLots } from "../../../../packing/pack-lots"
import { readGoodsWithSellers } from "../../../../reads/goods"
import { asProducer } from "../../../_workbench"

/** Of its own goods alone, whatever else the delivery brings. Who does not sell them hears the same whether or not there is such a delivery. */
export const POST = async (req: AuthenticatedMedusaRequest<PackedLotsInput>, res: MedusaResponse) => {
  const now = new Date()
  const { load, variant_id } = req.validatedBody
  const held = (await findPackingLoad(req.scope, load, now))?.goods.find((one) => one.variant_id === variant_id)
  const seller_id = held ? held.seller_id : (await readGoodsWithSellers(req.scope, [variant_id], now)).get(variant_id)?.seller?.id
  await asProducer(req, seller_id ?? "", "act")
  if (!held) throw refusal("not_found", "packing_no_goods")
  res.json({ lots: await packLots(req.scope, req.validatedBody, customerOf(req), now) })
}
