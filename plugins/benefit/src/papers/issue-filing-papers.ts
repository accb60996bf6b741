import type { MedusaContainer } from "@medusajs/framework/types"
import { FILING_MODULE, type FilingModuleService, type FilingRow } from "../modules/filing"
import { contentsOf } from "../queries/filing-contents"
import { readFilingEvidence } from "../queries/read-filing-evidence"
import { readFilingRoster } from "../queries/read-filing-roster"
import { issuePaper } from "./issue-paper"
import { readDress } from "./paper-dress"

/** Freezes both papers of an accepted filing and notes their numbers with it; those that are there stay. Errors: as `issuePaper`. */
export async function issueFilingPapers(container: MedusaContainer, filing: FilingRow): Promise<void> {
  const asked = await contentsOf(container, filing)
  const regions = [filing.unit.region_code]
  // What a buying unit is handed names nobody in full.
  const clear = filing.unit.kind === "organisation" ? [] : regions
  for (const [kind, paper] of [["roster", await readFilingRoster(container, asked, clear)], ["evidence", await readFilingEvidence(container, asked)]] as const) {
    const { title } = await readDress(container, regions, kind)
    const { number, sha256 } = await issuePaper(container, {
      kind, paper, regions, period: filing.period, subject: { kind: "filing", id: filing.id }, title: title ?? paper.title,
      unit_name: filing.unit.name, office_name: filing.unit.parent_name ?? "", issued_by: filing.accepted_by!, reason: "受理时中断，重新开具",
    })
    await container.resolve<FilingModuleService>(FILING_MODULE).appendPaper(filing.id, { kind, number, sha256 })
  }
}
