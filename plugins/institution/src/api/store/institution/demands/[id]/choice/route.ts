import type { DemandChoice } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { chooseQuote } from "../../../../../../demand/choose-quote"
import { customerOf } from "../../../../../../medusa"
import { answerDemand, demandFor } from "../../../../../_demands"

export const POST = async (req: AuthenticatedMedusaRequest<DemandChoice>, res: MedusaResponse) => {
  const { id } = await demandFor(req, "order")
  await chooseQuote(req.scope, id, req.validatedBody, customerOf(req))
  res.json(await answerDemand(req, id))
}
