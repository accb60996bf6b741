import type { StaffRequest } from "@fupin/access"
import { refusal } from "@fupin/access"
import { DocumentFileQuery, type Roster } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../../../../../../modules/household"
import { openPayload } from "../../../../../../modules/paper/payload"
import { logExport, sendSheet } from "../../../../../../papers/answer-paper"
import { retrieveOwnDocument } from "../../../../../../papers/document-answers"
import { markOf } from "../../../../../../papers/paper-dress"
import { documentSheet } from "../../../../../../papers/render-document"
import { readInput } from "../../../../../../read-input"

export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const { format, full_ids, reason } = readInput(DocumentFileQuery, req.query)
  const row = await retrieveOwnDocument(req, req.params.id!)
  if (full_ids && (row.kind !== "roster" || row.subject_kind === "organisation" || row.subject_kind === "order")) throw refusal("invalid_data", "masked_copy_only")
  const household: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  const { paper } = openPayload(row, household.personal).payload
  if (full_ids) {
    const { rows, carried_forward } = paper as Roster
    await logExport(req, { reason, period: row.number }, [...rows, ...carried_forward].map(({ household_id }) => household_id))
  }
  await sendSheet(req, res, documentSheet(row, paper, markOf(req.scope, row), full_ids), format, row.number)
}
