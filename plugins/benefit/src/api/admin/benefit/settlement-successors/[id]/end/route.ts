import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { requireCase } from "../../../../../../queries/read-settlement-names"
import { nameSuccessorWorkflow } from "../../../../../../workflows/name-settlement-successor"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  await requireCase(req.scope, "successor", req.params.id!, req.staffRegions)
  const { result } = await nameSuccessorWorkflow(req.scope).run({ input: { act: { end: req.params.id! }, actor_id: req.auth_context.actor_id } })
  res.json(result)
}
