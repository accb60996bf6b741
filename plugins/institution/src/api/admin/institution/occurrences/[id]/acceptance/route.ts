import type { StaffRequest } from "@fupin/access"
import { AcceptanceAnswer } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { occurrenceDoor } from "../../../../../../statement/occurrence-door"
import { showAcceptance } from "../../../../../../statement/receive"
import { deliveryInScope } from "../../../../../_receiving"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  res.json(AcceptanceAnswer.parse(await showAcceptance(req.scope, occurrenceDoor(req.scope, await deliveryInScope(req)), null)))
}
