import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../../medusa"
import { batchDoor } from "../../../../../../../preorder/door"
import { countersignAcceptance } from "../../../../../../../statement/receive"
import { answerContract, deliveryFor } from "../../../../../../_preorders"

export const POST = async (req: MedusaRequest, res: MedusaResponse) => {
  const held = await deliveryFor(req, "countersign")
  await countersignAcceptance(req.scope, batchDoor(req.scope, held), customerOf(req))
  res.json(await answerContract(req, held.contract.id))
}
