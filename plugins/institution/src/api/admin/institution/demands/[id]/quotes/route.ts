import type { StaffRequest } from "@fupin/access"
import type { DemandQuoteInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { quoteDemand } from "../../../../../../workbench/demands"
import { refuseForeignSeller } from "../../../../../_sellers"

/** Staff write down what a producer quotes. */
export const POST = async (req: StaffRequest<DemandQuoteInput>, res: MedusaResponse) => {
  await refuseForeignSeller(req, req.validatedBody.producer_id)
  res.status(201).json({ id: await quoteDemand(req.scope, req.params.id!, req.validatedBody, req.auth_context.actor_id) })
}
