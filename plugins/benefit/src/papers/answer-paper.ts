import { allowed, type StaffRequest } from "@fupin/access"
import type { PaperQuery } from "@fupin/contract/schemas"
import type { MedusaResponse } from "@medusajs/framework/http"
import { decideReason } from "../domain/decide-household"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { type Sheet, writeWorkbook } from "./sheet"

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

/** Writes down who exports whose personal data in clear, before it is read. Errors: reason_required. */
export async function logExport(req: StaffRequest, query: PaperQuery, householdIds: string[]): Promise<void> {
  const reason = `${allowed(decideReason(query.reason))}（附件，${query.period}）`
  const module: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  await module.appendAccess(householdIds, { actor_id: req.auth_context.actor_id, action: "export", fields: ["name", "id_number", "phone"], reason })
}

/** The paper as JSON or as a workbook to be saved; never cached. */
export async function answerPaper(res: MedusaResponse, query: PaperQuery, paper: object, sheet: () => Sheet): Promise<void> {
  res.setHeader("cache-control", "no-store")
  if (query.format === "json") {
    res.json(paper)
    return
  }
  const { name } = sheet()
  res.setHeader("content-type", XLSX)
  res.setHeader("content-disposition", `attachment; filename="${query.period}.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}-${query.period}.xlsx`)}`)
  res.end(await writeWorkbook(sheet()))
}
