import type { GiftChoice } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addressOf } from "../../../_client-address"
import { chooseGift } from "../../../../campaign/gift"

export const POST = async (req: MedusaRequest<GiftChoice>, res: MedusaResponse) => {
  res.setHeader("cache-control", "no-store")
  res.json({ gift: await chooseGift(req.scope, req.validatedBody, addressOf(req)) })
}
