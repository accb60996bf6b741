import type { GiftKey } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addressOf } from "../../../_client-address"
import { confirmGift } from "../../../../campaign/gift"

/** Who has the link says that what was sent home came. */
export const POST = async (req: MedusaRequest<GiftKey>, res: MedusaResponse) => {
  res.setHeader("cache-control", "no-store")
  res.json({ gift: await confirmGift(req.scope, req.validatedBody, addressOf(req)) })
}
