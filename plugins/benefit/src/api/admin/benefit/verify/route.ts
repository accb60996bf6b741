import { LedgerVerified } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { verifyLedgerWorkflow } from "../../../../workflows/verify"

export const POST = async (req: AuthenticatedMedusaRequest, res: MedusaResponse) => {
  const { result } = await verifyLedgerWorkflow(req.scope).run()
  res.json(LedgerVerified.parse(result))
}
