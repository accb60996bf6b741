import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { showProducerDemands } from "../../../../workbench/demands"
import { producerAsked } from "../../../_workbench"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { id } = await producerAsked(req)
  res.json({ demands: await showProducerDemands(req.scope, id, new Date()) })
}
