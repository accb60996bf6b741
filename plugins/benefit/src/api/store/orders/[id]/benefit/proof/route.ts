import { refusal } from "@fupin/access"
import { BenefitProof } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { LEDGER_MODULE, type LedgerModuleService } from "../../../../../../modules/ledger"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const proof = await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).readProof(req.params.id!)
  if (!proof) throw refusal("not_found", "not_sealed_yet")
  res.setHeader("cache-control", "private, no-store")
  res.json(BenefitProof.parse(proof))
}
