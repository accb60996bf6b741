import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { showProducerDemand } from "../../../../../workbench/demands"
import { producerAsked } from "../../../../_workbench"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = await producerAsked(req)
  res.json({ demand: await showProducerDemand(req.scope, id, req.params.id!) })
}
