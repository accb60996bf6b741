import { refusal } from "@fupin/access"
import type { DocumentKind, Evidence, Roster } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { PAPER_MODULE, type PaperModuleService } from "../modules/paper"
import type { DocumentSubject } from "../modules/paper/documents"

export interface IssuePaper {
  kind: DocumentKind
  subject: DocumentSubject
  period: string
  /** Where it belongs: staff see it when all of these lie in theirs. */
  regions: string[]
  /** 附件1 in clear: it is sealed, and masked again for whoever may not see people. */
  paper: object
  title: string
  unit_name: string
  office_name?: string
  issued_by: string
  /** Why a valid document with other content is replaced. */
  reason?: string
}

export interface IssuedPaper {
  id: string
  number: string
  version: number
  sha256: string
}

/**
 * Freezes a paper: number, version, hash. The same content of the same subject and period again is the same document.
 * Errors: document_differs (other content without a reason), paper_unbalanced.
 */
export async function issuePaper(container: MedusaContainer, { paper, kind, subject, period, regions, title, unit_name, office_name = "", issued_by, reason = "" }: IssuePaper): Promise<IssuedPaper> {
  const module: PaperModuleService = container.resolve(PAPER_MODULE)
  const household: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const content = { kind, subject, period, regions: [...regions].sort(), title, unit_name, office_name, paper }
  const { id, number, version, sha256 } = await module.issue({ content, issued_by, reason, ...totalsOf(paper) }, household.personal, new Date())
  return { id, number, version, sha256 }
}

/** What the public may see of it. A paper whose foot does not agree with the ledger is not issued. */
function totalsOf(paper: Partial<Pick<Roster, "collectives"> & { rows: unknown[]; foot: Partial<Evidence["foot"] & Roster["foot"]> }>): { rows: number; total_fen: number } {
  if (paper.foot?.balanced === false) throw refusal("conflict", "paper_unbalanced")
  return { rows: (paper.rows?.length ?? 0) + (paper.collectives?.length ?? 0), total_fen: (paper.foot?.rows_fen ?? 0) + (paper.foot?.collectives_fen ?? 0) }
}
