import type { BenefitPreviewInput } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { previewBenefitWorkflow } from "../../../../workflows/preview-benefit"

export const POST = async (req: MedusaRequest<BenefitPreviewInput>, res: MedusaResponse) => {
  const { result } = await previewBenefitWorkflow(req.scope).run({ input: req.validatedBody })
  res.json(result)
}
