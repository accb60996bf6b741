import type { GiftKey } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { addressOf } from "../../_client-address"
import { openLink, showGift } from "../../../campaign/gift"

/** A personal link with its code; nobody need sign in. A POST, so that neither stands in an address or a log. */
export const POST = async (req: MedusaRequest<GiftKey>, res: MedusaResponse) => {
  res.setHeader("cache-control", "no-store")
  res.json({ gift: await showGift(req.scope, await openLink(req.scope, req.validatedBody, addressOf(req))) })
}
