import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { workbenchOf } from "../../../../../../workbench"
import { answerPeople, producerInScope } from "../../../../../_producer-people"

export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const producerId = await producerInScope(req, "producer_invitation")
  await workbenchOf(req.scope).revokeInvitation(req.params.id!, { actor_id: req.auth_context.actor_id, at: new Date() })
  res.json(await answerPeople(req, producerId))
}
