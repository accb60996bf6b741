import type { StaffRequest } from "@fupin/access"
import type { PriceIndexInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { institutionOf } from "../../../../reads/plans"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json({ price_indices: await institutionOf(req.scope).readIndices(null) })
}

export const POST = async (req: StaffRequest<PriceIndexInput>, res: MedusaResponse) => {
  await institutionOf(req.scope).recordIndices(req.validatedBody, req.auth_context.actor_id)
  res.status(201).json({ price_indices: await institutionOf(req.scope).readIndices([req.validatedBody.series]) })
}
