import type { StaffRequest } from "@fupin/access"
import { Pledge, type PledgeInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { addDays, businessDay } from "../../../../domain/business-day"
import { institutionOf } from "../../../../reads/plans"
import { readGoodsOfSellers, refuseForeignGoods } from "../../../_sellers"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const today = businessDay(new Date())
  const pledges = await institutionOf(req.scope).readPledges(null, addDays(today, -7), addDays(today, 366))
  const goods = await readGoodsOfSellers(req, pledges.map(({ variant_id }) => variant_id))
  res.json({ pledges: pledges.filter(({ variant_id }) => goods.has(variant_id)).map((one) => Pledge.parse({ ...one, title: goods.get(one.variant_id)!.title })) })
}

export const POST = async (req: StaffRequest<PledgeInput>, res: MedusaResponse) => {
  await refuseForeignGoods(req, req.validatedBody.variant_id)
  await institutionOf(req.scope).savePledge(req.validatedBody, req.auth_context.actor_id)
  res.status(201).json({ saved: true })
}
