import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { FILING_MODULE, type FilingModuleService } from "../../../../../../modules/filing"
import { answerScan } from "../../../../../../papers/answer-scan"
import { requireFiling } from "../../../../../../queries/require-filing"
import { withdrawAttachmentWorkflow } from "../../../../../../workflows/withdraw-attachment"

const readOwn = async (req: StaffRequest) => {
  const scan = await req.scope.resolve<FilingModuleService>(FILING_MODULE).readAttachment(req.params.id!)
  await requireFiling(req, scan.filing_id)
  return scan
}

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  answerScan(res, await readOwn(req))
}

/** Takes a scan back; the record keeps it. */
export const DELETE = async (req: StaffRequest, res: MedusaResponse) => {
  const { id } = await readOwn(req)
  const { result } = await withdrawAttachmentWorkflow(req.scope).run({ input: { id, actor_id: req.auth_context.actor_id, now: new Date() } })
  res.json(result)
}
