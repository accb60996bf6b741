import type { StaffRequest } from "@fupin/access"
import type { BaseInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { pairingOf } from "../../../../../pairing"
import { baseInScope, goodsOfBase, refuseForeignSupports, shownBase } from "../../../../_bases"
import { refuseOutside } from "../../../../_scope"

/** Everything staff keep of a base, over the version that was read. */
export const POST = async (req: StaffRequest<BaseInput>, res: MedusaResponse) => {
  const { id, supports } = await baseInScope(req, req.params.id!)
  const now = new Date()
  refuseOutside(req, req.validatedBody.region_code)
  await refuseForeignSupports(req, req.validatedBody.supports, supports)
  await pairingOf(req.scope).changeBase(id, req.validatedBody, await goodsOfBase(req.scope, req.validatedBody, now), { actor_id: req.auth_context.actor_id, at: now })
  res.json({ base: await shownBase(req.scope, id, now) })
}
