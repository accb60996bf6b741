import { AcceptanceAnswer, type AcceptanceSheetInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { batchDoor } from "../../../../../../preorder/door"
import { allowMember } from "../../../../../../reads/members"
import { showAcceptance, signAcceptance } from "../../../../../../statement/receive"
import { answerContract, deliveryFor } from "../../../../../_preorders"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const held = await deliveryFor(req, "read")
  const roles = await allowMember(req.scope, customerOf(req), held.contract.organisation_id, "read")
  res.json(AcceptanceAnswer.parse(await showAcceptance(req.scope, batchDoor(req.scope, held), { id: customerOf(req), roles })))
}

export const POST = async (req: AuthenticatedMedusaRequest<AcceptanceSheetInput>, res: MedusaResponse) => {
  const held = await deliveryFor(req, "accept")
  await signAcceptance(req.scope, batchDoor(req.scope, held), req.validatedBody, customerOf(req))
  res.json(await answerContract(req, held.contract.id))
}
