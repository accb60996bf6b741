import { NoticeQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { answerNotices } from "../../../_notices"
import { validQuery } from "../../../_query"

/** The signed-in member's own notices of one unit. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const { organisation_id, ...page } = validQuery(req, NoticeQuery)
  await allowMember(req.scope, customerOf(req), organisation_id, "read")
  res.json(await answerNotices(req, organisation_id, page))
}
