import type { StaffRequest } from "@fupin/access"
import type { VoidInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { PAPER_MODULE, type PaperModuleService } from "../../../../../../modules/paper"
import { retrieveOwnDocument, shownDocument } from "../../../../../../papers/document-answers"

export const POST = async (req: StaffRequest<VoidInput>, res: MedusaResponse) => {
  const { id } = await retrieveOwnDocument(req, req.params.id!)
  const module: PaperModuleService = req.scope.resolve(PAPER_MODULE)
  res.json({ document: shownDocument(await module.voidDocument(id, req.validatedBody.reason, req.auth_context.actor_id, new Date())) })
}
