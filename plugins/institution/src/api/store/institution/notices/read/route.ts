import type { NoticesRead } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { noticesOf } from "../../../../../notices"
import { allowMember } from "../../../../../reads/members"
import { answerNotices } from "../../../../_notices"

export const POST = async (req: AuthenticatedMedusaRequest<NoticesRead>, res: MedusaResponse) => {
  const { organisation_id } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  await noticesOf(req.scope).markRead(customerOf(req), organisation_id)
  res.json(await answerNotices(req, organisation_id))
}
