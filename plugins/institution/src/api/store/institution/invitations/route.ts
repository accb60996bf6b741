import type { JoinInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { joinByInvitation } from "../../../../spending/invitations"

export const POST = async (req: AuthenticatedMedusaRequest<JoinInput>, res: MedusaResponse) => {
  res.status(201).json(await joinByInvitation(req.scope, req.validatedBody.code, customerOf(req)))
}
