import { refusal, type StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { institutionOf } from "../../../../../../reads/plans"
import { refuseOutside } from "../../../../../_scope"

/** Takes days off back before they begin. */
export const POST = async (req: StaffRequest, res: MedusaResponse) => {
  const held = (await institutionOf(req.scope).readDaysOff()).find(({ id }) => id === req.params.id)
  if (!held) throw refusal("not_found", "not_found")
  refuseOutside(req, held.region_code)
  await institutionOf(req.scope).withdrawDaysOff(held.id, req.auth_context.actor_id, new Date())
  res.json({ id: held.id })
}
