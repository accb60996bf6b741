import { Reconciled, type ReconcileInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { reconcileBenefitWorkflow } from "../../../../workflows/reconcile"

export const POST = async (req: AuthenticatedMedusaRequest<ReconcileInput>, res: MedusaResponse) => {
  const { result } = await reconcileBenefitWorkflow(req.scope).run({ input: req.validatedBody })
  res.json(Reconciled.parse(result))
}
