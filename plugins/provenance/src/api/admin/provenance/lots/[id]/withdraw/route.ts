import { allowed, refusal, type StaffRequest } from "@fupin/access"
import type { WithdrawLotInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideInScope } from "../../../../../../domain/scope"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "../../../../../../modules/provenance"
import { readProducerRegions } from "../../../../../../queries/holders"
import { showLots } from "../../../../../../queries/lots"
import { withdrawLotWorkflow } from "../../../../../../workflows/withdraw-lot"

export const POST = async (req: StaffRequest<WithdrawLotInput>, res: MedusaResponse) => {
  const provenance: ProvenanceModuleService = req.scope.resolve(PROVENANCE_MODULE)
  const [held] = await provenance.readLots({ id: [req.params.id!] })
  if (!held) throw refusal("not_found", "unknown_lot")
  allowed(decideInScope(req.staffRegions, await readProducerRegions(req.scope, [held.producer_id])), "forbidden")
  const { result } = await withdrawLotWorkflow(req.scope).run({ input: { id: held.id, reason: req.validatedBody.reason, actor_id: req.auth_context.actor_id } })
  res.json({ lot: showLots([result], new Date())[0] })
}
