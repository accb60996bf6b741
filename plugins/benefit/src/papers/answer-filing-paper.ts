import type { StaffRequest } from "@fupin/access"
import type { FilingPaperQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import type { FilingRow } from "../modules/filing"
import { contentsOf } from "../queries/filing-contents"
import { openFilingEvidence, readFilingEvidence } from "../queries/read-filing-evidence"
import { openFilingRoster, readFilingRoster } from "../queries/read-filing-roster"
import { sendSheet } from "./answer-paper"
import { evidenceSheet } from "./evidence-sheet"
import { rosterSheet } from "./roster-sheet"

/** A paper of a filing, masked, as it would be issued now. */
export async function answerFilingPaper(req: StaffRequest, res: MedusaResponse, filing: FilingRow, { paper, format }: FilingPaperQuery): Promise<void> {
  const asked = await contentsOf(req.scope, filing)
  const dress = { unit: filing.unit.name, office: filing.unit.parent_name ?? undefined }
  const file = `${paper === "roster" ? "附件1" : "附件2"}-${filing.unit.name}-${filing.period}`
  if (format === "json") {
    res.setHeader("cache-control", "no-store").json(paper === "roster" ? await readFilingRoster(req.scope, asked, []) : await readFilingEvidence(req.scope, asked))
    return
  }
  if (paper === "roster") await openFilingRoster(req.scope, asked, [], (roster) => sendSheet(req, res, rosterSheet(roster, dress), format, file))
  else await openFilingEvidence(req.scope, asked, (evidence) => sendSheet(req, res, evidenceSheet(evidence, dress), format, file))
}
