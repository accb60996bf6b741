import type { StaffRequest } from "@fupin/access"
import type { BaseStep } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { pairingOf } from "../../../../../../pairing"
import { baseInScope, shownBase } from "../../../../../_bases"

/** Confirmed on the spot, declined, or ended with the reason. */
export const POST = async (req: StaffRequest<BaseStep>, res: MedusaResponse) => {
  const { id } = await baseInScope(req, req.params.id!)
  const now = new Date()
  await pairingOf(req.scope).stepBase(id, req.validatedBody, { actor_id: req.auth_context.actor_id, at: now })
  res.json({ base: await shownBase(req.scope, id, now) })
}
