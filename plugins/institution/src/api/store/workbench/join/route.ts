import type { JoinInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../medusa"
import { workbenchOf } from "../../../../workbench"
import { addressOf } from "../../../_client-address"

export const POST = async (req: AuthenticatedMedusaRequest<JoinInput>, res: MedusaResponse) => {
  const producer_id = await workbenchOf(req.scope).join(req.validatedBody.code, { actor_id: customerOf(req), at: new Date(), address: addressOf(req) })
  res.status(201).json({ producer_id })
}
