import { allowed, type StaffRequest } from "@fupin/access"
import type { PaperQuery } from "@fupin/contract/schemas"
import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { decideReason } from "../domain/decide-household"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { writePdf } from "./pdf"
import type { Sheet } from "./sheet"
import { writeWorkbook } from "./xlsx"

const TYPES = { xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", pdf: "application/pdf" }
export type FileFormat = keyof typeof TYPES

/** Writes down who exports whose personal data in clear, before it is read. Errors: reason_required. */
export async function logExport(req: StaffRequest, query: Pick<PaperQuery, "reason" | "period">, householdIds: string[]): Promise<void> {
  const reason = `${allowed(decideReason(query.reason))}（附件，${query.period}）`
  const module: HouseholdModuleService = req.scope.resolve(HOUSEHOLD_MODULE)
  await module.appendAccess(householdIds, { actor_id: req.auth_context.actor_id, action: "export", fields: ["name", "id_number", "phone"], reason })
}

/**
 * Sends a paper as a file to be saved, never cached, row by row as it is read. What fails on the way breaks the connection off:
 * half a paper must not look like a whole one.
 */
export async function sendSheet(req: Pick<MedusaRequest, "scope">, res: MedusaResponse, sheet: Sheet, format: FileFormat, file: string): Promise<void> {
  res.setHeader("cache-control", "no-store")
  res.setHeader("content-type", TYPES[format])
  res.setHeader("content-disposition", `attachment; filename="${file.replace(/[^\x20-\x7e]/g, "_")}.${format}"; filename*=UTF-8''${encodeURIComponent(`${file}.${format}`)}`)
  try {
    await (format === "pdf" ? writePdf(sheet, res, new Date()) : writeWorkbook(sheet, res))
  } catch (error) {
    if (!res.headersSent) throw error
    req.scope.resolve(ContainerRegistrationKeys.LOGGER).error(`paper ${file} broke off: ${error instanceof Error ? error.message : String(error)}`)
    res.destroy()
  }
}
