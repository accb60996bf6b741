import type { FilingPaperQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import type { FilingRow } from "../modules/filing"
import { contentsOf } from "../queries/filing-contents"
import { readFilingEvidence } from "../queries/read-filing-evidence"
import { readFilingRoster } from "../queries/read-filing-roster"
import { answerPaper } from "./answer-paper"
import { evidenceSheet } from "./evidence-sheet"
import { rosterSheet } from "./roster-sheet"

/** A paper of a filing, masked. */
export async function answerFilingPaper(container: MedusaContainer, res: MedusaResponse, filing: FilingRow, { paper, format }: FilingPaperQuery): Promise<void> {
  const asked = await contentsOf(container, filing)
  const query = { period: filing.period, format: format === "xlsx" ? "xlsx" as const : "json" as const, full_ids: false, reason: "" }
  if (paper === "roster") {
    const roster = await readFilingRoster(container, asked, [])
    await answerPaper(res, query, roster, () => rosterSheet(roster))
  } else {
    const evidence = await readFilingEvidence(container, asked)
    await answerPaper(res, query, evidence, () => evidenceSheet(evidence))
  }
}
