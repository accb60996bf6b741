import { decideRegion, refusal, type StaffRequest } from "@fupin/access"
import type { IssuedDocument } from "@fupin/contract/schemas"
import { PAPER_MODULE, type PaperModuleService } from "../modules/paper"
import type { DocumentRow } from "../modules/paper/documents"

/** A document that lies wholly in the regions of who asks. Errors: unknown_document, not_in_your_region. */
export async function retrieveOwnDocument(req: StaffRequest, id: string): Promise<DocumentRow> {
  const module: PaperModuleService = req.scope.resolve(PAPER_MODULE)
  const row = await module.retrieveDocument(id)
  if (!row.regions.every((region) => decideRegion(region, req.staffRegions).ok)) throw refusal("forbidden", "not_in_your_region")
  return row
}

export function shownDocument({ payload_sealed: _sealed, voided_by: _by, subject_kind, subject_id, issued_at, voided_at, ...row }: DocumentRow): IssuedDocument {
  return { ...row, subject: { kind: subject_kind, id: subject_id }, issued_at: issued_at.toISOString(), voided_at: voided_at && voided_at.toISOString() }
}
