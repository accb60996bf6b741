import { Accepted, type GoodsAcceptanceInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { recordAcceptanceWorkflow } from "../../../../../../workflows/record-acceptance"

export const POST = async (req: AuthenticatedMedusaRequest<GoodsAcceptanceInput>, res: MedusaResponse) => {
  const { accepted_at = new Date(), ...acceptance } = req.validatedBody
  const { result } = await recordAcceptanceWorkflow(req.scope).run({ input: { ...acceptance, accepted_at, order_id: req.params.id!, actor_id: req.auth_context.actor_id } })
  res.json(Accepted.parse(result))
}
