import type { StaffRequest } from "@fupin/access"
import { type PreorderOfferInput, PreorderOfferState } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { preordersOf } from "../../../../preorder/facts"
import { createOffer } from "../../../../preorder/manage"
import { showOffers } from "../../../../preorder/show"
import { answerOffer, isInScope } from "../../../_preorders"
import { refuseForeignGoods } from "../../../_sellers"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const rows = await preordersOf(req.scope).readOffers({ states: [...PreorderOfferState.options] })
  res.json({ offers: await showOffers(req.scope, rows.filter((row) => isInScope(req, row)).reverse(), new Date()) })
}

export const POST = async (req: StaffRequest<PreorderOfferInput>, res: MedusaResponse) => {
  await refuseForeignGoods(req, req.validatedBody.variant_id)
  const id = await createOffer(req.scope, req.validatedBody, req.auth_context.actor_id)
  res.status(201).json(await answerOffer(req.scope, id))
}
