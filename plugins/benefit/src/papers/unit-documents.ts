import { refusal } from "@fupin/access"
import type { DocumentKind } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import type { MedusaContainer } from "@medusajs/framework/types"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { PAPER_MODULE, type PaperModuleService } from "../modules/paper"
import { openPayload } from "../modules/paper/payload"
import { sendSheet } from "./answer-paper"
import { markOf } from "./paper-dress"
import { documentSheet } from "./render-document"

export interface UnitDocument {
  number: string
  version: number
  issued_at: string
  total_fen: number
}

/** The valid document of this kind that was issued about a buying unit for a period; null when there is none. */
export async function readUnitDocument(container: MedusaContainer, kind: DocumentKind, organisationId: string, period: string): Promise<UnitDocument | null> {
  const module: PaperModuleService = container.resolve(PAPER_MODULE)
  const { documents: [row] } = await module.readDocuments({ prefixes: null, kind, period, status: "valid", subject_kind: "organisation", subject_id: organisationId, offset: 0, limit: 1 })
  return row ? { number: row.number, version: row.version, issued_at: row.issued_at.toISOString(), total_fen: row.total_fen } : null
}

/** Sends a document about a buying unit to its own members, people masked. Error: not_found, also for another unit's. */
export async function answerUnitDocument(req: Pick<MedusaRequest, "scope">, res: MedusaResponse, kind: DocumentKind, organisationId: string, number: string): Promise<void> {
  const module: PaperModuleService = req.scope.resolve(PAPER_MODULE)
  const household: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  const row = await module.readByNumber(number)
  if (!row || row.kind !== kind || row.subject_kind !== "organisation" || row.subject_id !== organisationId) throw refusal("not_found", "not_found")
  await sendSheet(req, res, documentSheet(row, openPayload(row, household.personal).payload.paper, markOf(req.scope, row), false), "pdf", row.number)
}
