import { submitFilingWorkflow } from "@fupin/benefit/workflows"
import type { FilingStepInput } from "@fupin/contract/schemas"
import type { AuthenticatedMedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { customerOf } from "../../../../../../medusa"
import { filingFor } from "../../../../../_filing"

export const POST = async (req: AuthenticatedMedusaRequest<FilingStepInput>, res: MedusaResponse) => {
  const { filing } = await filingFor(req, "file")
  const { result } = await submitFilingWorkflow(req.scope).run({ input: { id: filing.id, ...req.validatedBody, actor_id: customerOf(req), now: new Date() } })
  res.json(result)
}
