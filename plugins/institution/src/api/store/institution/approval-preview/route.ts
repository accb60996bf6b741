import { ApprovalPreview, ApprovalPreviewQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { allowMember } from "../../../../reads/members"
import { showPreview } from "../../../../reads/show-policy"
import { validQuery } from "../../../_query"

/** Before a purchase is submitted: who would have to approve it, and why. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const query = validQuery(req, ApprovalPreviewQuery)
  await allowMember(req.scope, customerOf(req), query.organisation_id, "read")
  res.json({ preview: ApprovalPreview.parse(await showPreview(req.scope, query)) })
}
