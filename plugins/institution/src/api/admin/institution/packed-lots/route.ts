import type { StaffRequest } from "@fupin/access"
import { PackedGoods, PackedGoodsQuery, type PackedLotsInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { readPackingLoad } from "../../../../packing/loads"
import { packLots, showPackedGoods } from "../../../../packing/pack-lots"
import { validQuery } from "../../../_query"
import { organisationInScope } from "../../../_scope"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const now = new Date()
  const load = await readPackingLoad(req.scope, validQuery(req, PackedGoodsQuery), now)
  await organisationInScope(req, load.organisation_id)
  res.json(PackedGoods.parse(await showPackedGoods(req.scope, load, now)))
}

export const POST = async (req: StaffRequest<PackedLotsInput>, res: MedusaResponse) => {
  const now = new Date()
  await organisationInScope(req, (await readPackingLoad(req.scope, req.validatedBody.load, now)).organisation_id)
  res.json({ lots: await packLots(req.scope, req.validatedBody, req.auth_context.actor_id, now) })
}
