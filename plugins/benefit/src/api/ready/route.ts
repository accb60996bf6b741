import { Readiness } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { LEDGER_MODULE, type LedgerModuleService } from "../../modules/ledger"

/** 200 when everything that a sale needs answers, else 503; says which. */
export const GET = async (req: MedusaRequest, res: MedusaResponse) => {
  const readiness = Readiness.parse(await req.scope.resolve<LedgerModuleService>(LEDGER_MODULE).readReadiness())
  res.status(readiness.ready ? 200 : 503).json(readiness)
}
