import type { StaffRequest } from "@fupin/access"
import type { MemberInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readMembersOf, showMembers } from "../../../../../../reads/show-organisations"
import { saveMembersWorkflow } from "../../../../../../workflows/save-organisations"
import { organisationInScope } from "../../../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await organisationInScope(req, req.params.id!)
  res.json({ members: await readMembersOf(req.scope, id) })
}

/** Added by one, verified by another step: nobody may act on an e-mail typed in by mistake. */
export const POST = async (req: StaffRequest<MemberInput>, res: MedusaResponse) => {
  const { id } = await organisationInScope(req, req.params.id!)
  const { result } = await saveMembersWorkflow(req.scope).run({ input: { organisation_id: id, members: [req.validatedBody], verified: false, actor_id: req.auth_context.actor_id } })
  const [member] = await showMembers(req.scope, result)
  res.status(201).json({ member })
}
