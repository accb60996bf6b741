import type { StaffRequest } from "@fupin/access"
import type { ProducerInvitationInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { inviteProducerMember } from "../../../../../../workbench/people"
import { answerPeople } from "../../../../../_producer-people"
import { refuseForeignSeller } from "../../../../../_sellers"

export const POST = async (req: StaffRequest<ProducerInvitationInput>, res: MedusaResponse) => {
  const id = req.params.id!
  await refuseForeignSeller(req, id)
  const code = await inviteProducerMember(req.scope, id, req.validatedBody, req.auth_context.actor_id)
  res.status(201).json({ code, ...(await answerPeople(req, id)) })
}
