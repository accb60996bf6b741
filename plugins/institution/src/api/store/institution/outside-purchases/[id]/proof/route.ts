import { refusal } from "@fupin/access"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { allowMember } from "../../../../../../reads/members"
import { spendingOf } from "../../../../../../spending"
import { answerProof } from "../../../../../_answers"

/** For those who enter and check purchases of the unit. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const [purchase] = await spendingOf(req.scope).readOutside({ ids: [req.params.id!] })
  if (!purchase) throw refusal("not_found", "not_found")
  await allowMember(req.scope, customerOf(req), purchase.organisation_id, "pay")
  await answerProof(req, res, purchase.id)
}
