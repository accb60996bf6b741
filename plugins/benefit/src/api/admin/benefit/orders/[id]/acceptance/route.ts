import { allowed, decideRegion, type StaffRequest } from "@fupin/access"
import { Accepted, type GoodsAcceptanceInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readDestination } from "../../../../../../queries/read-destination"
import { recordAcceptanceWorkflow } from "../../../../../../workflows/record-acceptance"

/** Staff of a region accept goods only of orders that go there. */
export const POST = async (req: StaffRequest<GoodsAcceptanceInput>, res: MedusaResponse) => {
  const order_id = req.params.id!
  allowed(decideRegion(await readDestination(req.scope, order_id), req.staffRegions), "forbidden")
  const { accepted_at = new Date(), ...acceptance } = req.validatedBody
  const { result } = await recordAcceptanceWorkflow(req.scope).run({ input: { ...acceptance, accepted_at, order_id, actor_id: req.auth_context.actor_id } })
  res.json(Accepted.parse(result))
}
