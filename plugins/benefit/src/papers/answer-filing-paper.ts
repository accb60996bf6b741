import type { FilingPaperQuery, Roster } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { maskRoster } from "../domain/paper/mask-roster"
import type { FilingRow } from "../modules/filing"
import { FILING_MODULE, type FilingModuleService } from "../modules/filing"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { PAPER_MODULE, type PaperModuleService } from "../modules/paper"
import type { DocumentRow } from "../modules/paper/documents"
import { openPayload } from "../modules/paper/payload"
import { contentsOf } from "../queries/filing-contents"
import { openFilingEvidence, readFilingEvidence } from "../queries/read-filing-evidence"
import { openFilingRoster, readFilingRoster } from "../queries/read-filing-roster"
import { sendSheet } from "./answer-paper"
import { evidenceSheet } from "./evidence-sheet"
import { markOf } from "./paper-dress"
import { documentSheet } from "./render-document"
import { rosterSheet } from "./roster-sheet"

type Scoped = Pick<MedusaRequest, "scope">

/** A paper of a filing, masked: the frozen document once it is accepted, a draft before. */
export async function answerFilingPaper(req: Scoped, res: MedusaResponse, filing: FilingRow, query: FilingPaperQuery): Promise<void> {
  const papers = await req.scope.resolve<FilingModuleService>(FILING_MODULE).readPapers(filing.id)
  const frozen = papers.find(({ kind }) => kind === query.paper)
  const row = frozen && (await req.scope.resolve<PaperModuleService>(PAPER_MODULE).readByNumber(frozen.number))
  await (row ? answerFrozen(req, res, row, query) : answerDraft(req, res, filing, query))
}

async function answerFrozen(req: Scoped, res: MedusaResponse, row: DocumentRow, { paper: kind, format }: FilingPaperQuery): Promise<void> {
  const { paper } = openPayload(row, req.scope.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE).personal).payload
  if (format !== "json") return await sendSheet(req, res, documentSheet(row, paper, markOf(req.scope, row), false), format, row.number)
  res.setHeader("cache-control", "no-store").json(kind === "roster" ? maskRoster(paper as Roster) : paper)
}

async function answerDraft(req: Scoped, res: MedusaResponse, filing: FilingRow, { paper, format }: FilingPaperQuery): Promise<void> {
  const asked = await contentsOf(req.scope, filing)
  const dress = { unit: filing.unit.name, office: filing.unit.parent_name ?? undefined }
  const file = `${paper === "roster" ? "附件1" : "附件2"}-${filing.unit.name}-${filing.period}`
  if (format === "json") res.setHeader("cache-control", "no-store").json(paper === "roster" ? await readFilingRoster(req.scope, asked, []) : await readFilingEvidence(req.scope, asked))
  else if (paper === "roster") await openFilingRoster(req.scope, asked, [], (roster) => sendSheet(req, res, rosterSheet(roster, dress), format, file))
  else await openFilingEvidence(req.scope, asked, (evidence) => sendSheet(req, res, evidenceSheet(evidence, dress), format, file))
}
