import type { NoticeMailInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { noticesOf } from "../../../../../notices"
import { allowMember } from "../../../../../reads/members"
import { answerNotices } from "../../../../_notices"

/** How one's own notices come by mail. */
export const POST = async (req: AuthenticatedMedusaRequest<NoticeMailInput>, res: MedusaResponse) => {
  const { organisation_id, mail } = req.validatedBody
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  await noticesOf(req.scope).saveMailChoice(customerOf(req), organisation_id, mail)
  res.json(await answerNotices(req, organisation_id))
}
