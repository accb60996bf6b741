import { refusal } from "@fupin/access"
import { withdrawLotWorkflow } from "@fupin/provenance/workflows"
import { showLots } from "@fupin/provenance/queries/lots"
import type { WithdrawLotInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { readLots } from "../../../../../../reads/lots"
import { asProducer } from "../../../../../_workbench"

export const POST = async (req: AuthenticatedMedusaRequest<WithdrawLotInput>, res: MedusaResponse) => {
  const [held] = await readLots(req.scope, { id: req.params.id! })
  if (!held) throw refusal("not_found", "unknown_lot")
  await asProducer(req, held.producer_id, "act")
  const { result } = await withdrawLotWorkflow(req.scope).run({ input: { id: held.id, reason: req.validatedBody.reason, actor_id: customerOf(req) } })
  res.json({ lot: showLots([result], new Date())[0] })
}
