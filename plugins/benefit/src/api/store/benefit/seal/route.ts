import { LedgerSeal } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { LEDGER_MODULE, type LedgerModuleService } from "../../../../modules/ledger"

export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  res.json(LedgerSeal.parse(await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).readSeal()))
}
