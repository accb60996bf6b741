import { OutsideList, type OutsideListInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../medusa"
import { allowMember } from "../../../../../reads/members"
import { readPastedList } from "../../../../../spending/outside-list"

export const POST = async (req: AuthenticatedMedusaRequest<OutsideListInput>, res: MedusaResponse) => {
  await allowMember(req.scope, customerOf(req), req.validatedBody.organisation_id, "pay")
  res.json(OutsideList.parse(await readPastedList(req.scope, req.validatedBody.text, new Date())))
}
