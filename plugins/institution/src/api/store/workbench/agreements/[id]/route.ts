import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { answerProducersAgreement, producersAgreement } from "../../../../_workbench"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(await answerProducersAgreement(req, await producersAgreement(req, req.params.id!, "read")))
}
