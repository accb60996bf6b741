import { PublicBase, PublicBaseQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { showPublicBases } from "../../../pairing/show-bases"
import { validQuery } from "../../_query"

/** The confirmed bases that grow a product. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { product_id } = validQuery(req, PublicBaseQuery)
  res.json({ bases: (await showPublicBases(req.scope, product_id, new Date())).map((base) => PublicBase.parse(base)) })
}
