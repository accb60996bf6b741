import { allowed, type StaffRequest } from "@fupin/access"
import type { ProductProfileInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideInScope } from "../../../../../../domain/scope"
import { readProducerRegions } from "../../../../../../queries/holders"
import { readOrigins } from "../../../../../../queries/product-dossier"
import { saveProductProfilesWorkflow } from "../../../../../../workflows/save-product-profiles"

/** Staff may take up a product from their region that nobody has described, never move one out of another's or lay it at the door of a producer elsewhere. */
export const POST = async (req: StaffRequest<Omit<ProductProfileInput, "product_id">>, res: MedusaResponse) => {
  const product_id = req.params.id!
  const { producer_id, origin_code } = req.validatedBody
  const origins = await readOrigins(req.scope, [product_id], new Date())
  allowed(decideInScope(req.staffRegions, [...origins, ...(await readProducerRegions(req.scope, [producer_id])), origin_code]), "forbidden")
  const { result } = await saveProductProfilesWorkflow(req.scope).run({ input: { profiles: [{ ...req.validatedBody, product_id }] } })
  res.status(201).json({ profile: result[0] })
}
