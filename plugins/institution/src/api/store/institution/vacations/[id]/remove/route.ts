import { refusal } from "@fupin/access"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { allowMember, readMine } from "../../../../../../reads/members"
import { institutionOf } from "../../../../../../reads/plans"
import { saveVacationWorkflow } from "../../../../../../workflows/save-vacation"

/** Another unit's vacation answers like one that is not there. */
export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const mine = (await readMine(req.scope, customerOf(req))).map(({ id }) => id)
  const held = (await institutionOf(req.scope).readVacations(mine)).find(({ id }) => id === req.params.id)
  if (!held) throw refusal("not_found", "not_found")
  await allowMember(req.scope, customerOf(req), held.organisation_id, "order")
  await saveVacationWorkflow(req.scope).run({ input: { organisation_id: held.organisation_id, change: { remove: held.id }, actor_id: customerOf(req) } })
  res.json({ removed: true })
}
