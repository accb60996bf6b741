import type { StaffRequest } from "@fupin/access"
import { type IssuedDocument, type IssueInput, PaperQuery } from "@fupin/contract/schemas"
import { PAPER_MODULE, type PaperModuleService } from "../modules/paper"
import { readEvidence } from "../queries/read-evidence"
import { readRoster } from "../queries/read-roster"
import { shownDocument } from "./document-answers"
import { issuePaper } from "./issue-paper"
import { readDress } from "./paper-dress"
import { paperRequestOf } from "./paper-request"

/** Freezes 附件1 or 附件2 as the ledger says it now, for the regions of who asks. Errors: as `paperRequestOf` and `issuePaper`. */
export async function issueLivePaper(req: StaffRequest, { kind, reason, ...asked }: IssueInput): Promise<IssuedDocument> {
  const request = paperRequestOf(req, PaperQuery.parse(asked))
  const { subject, regions, period } = request
  const isHandedOut = subject.kind === "organisation" || subject.kind === "order"
  const paper = kind === "roster" ? await readRoster(req.scope, { ...request, clear: isHandedOut ? [] : regions }) : await readEvidence(req.scope, request)
  const { title, unit, office } = await readDress(req.scope, regions, kind)
  // The same producer seen from another region is another paper.
  const place = [...regions].sort().join(",")
  const { id } = await issuePaper(req.scope, {
    kind, period, regions, paper, title: title ?? paper.title, unit_name: unit ?? "", office_name: office ?? "", reason, issued_by: req.auth_context.actor_id,
    subject: { kind: subject.kind, id: subject.kind === "regions" ? place : `${subject.id}@${place}` },
  })
  const module: PaperModuleService = req.scope.resolve(PAPER_MODULE)
  return shownDocument(await module.retrieveDocument(id))
}
