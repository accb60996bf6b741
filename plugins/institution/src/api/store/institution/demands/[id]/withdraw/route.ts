import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { demandsOf } from "../../../../../../demand"
import { customerOf } from "../../../../../../medusa"
import { answerDemand, demandFor } from "../../../../../_demands"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { id } = await demandFor(req, "order")
  await demandsOf(req.scope).withdraw(id, { actor_id: customerOf(req), at: new Date() })
  res.json(await answerDemand(req, id))
}
