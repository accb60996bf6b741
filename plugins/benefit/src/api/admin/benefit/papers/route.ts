import type { StaffRequest } from "@fupin/access"
import { DocumentsQuery, IssuedDocumentList, type IssueInput } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { regionPrefix } from "../../../../domain/place"
import { PAPER_MODULE, type PaperModuleService } from "../../../../modules/paper"
import { shownDocument } from "../../../../papers/document-answers"
import { issueLivePaper } from "../../../../papers/issue-live-paper"
import { readInput } from "../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const query = readInput(DocumentsQuery, req.query)
  const module: PaperModuleService = req.scope.resolve(PAPER_MODULE)
  const prefixes = req.staffRegions.includes("*") ? null : req.staffRegions.map((region) => `${regionPrefix(region)}%`)
  const { documents, count } = await module.readDocuments({ ...query, prefixes })
  res.json(IssuedDocumentList.parse({ documents: documents.map(shownDocument), count }))
}

export const POST = async (req: StaffRequest<IssueInput>, res: MedusaResponse) => {
  res.json({ document: await issueLivePaper(req, req.validatedBody) })
}
