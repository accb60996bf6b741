import type { DemandQuoteInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { quoteDemand, showProducerDemand } from "../../../../../../workbench/demands"
import { asProducer } from "../../../../../_workbench"

export const POST = async (req: AuthenticatedMedusaRequest<DemandQuoteInput>, res: MedusaResponse) => {
  const { id } = await asProducer(req, req.validatedBody.producer_id, "act")
  await quoteDemand(req.scope, req.params.id!, req.validatedBody, customerOf(req))
  res.status(201).json({ demand: await showProducerDemand(req.scope, id, req.params.id!) })
}
