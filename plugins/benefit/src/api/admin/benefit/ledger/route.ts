import { LedgerState } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { readLedgerStateWorkflow } from "../../../../workflows/read-ledger-state"

export const GET = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { result } = await readLedgerStateWorkflow(req.scope).run({ input: {} })
  res.json(LedgerState.parse(result))
}
