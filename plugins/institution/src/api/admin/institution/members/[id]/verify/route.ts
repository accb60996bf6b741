import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { showMembers } from "../../../../../../reads/show-organisations"
import { changeMemberWorkflow } from "../../../../../../workflows/verify"
import { memberInScope } from "../../../../../_scope"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await memberInScope(req, req.params.id!)
  const { result } = await changeMemberWorkflow(req.scope).run({ input: { id, actor_id: req.auth_context.actor_id, leaves: false } })
  const [member] = await showMembers(req.scope, [result])
  res.json({ member })
}
