import type { StaffRequest } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import { shanghaiDay } from "../../../../domain/period"
import { writeWorkbook } from "../../../../papers/xlsx"
import { householdSheet } from "../../../../queries/household-sheet"

/** The roster of the regions of who asks, masked, row by row as it is read. */
export const GET = async (req: StaffRequest, res: MedusaResponse) => {
  const today = shanghaiDay(new Date())
  res.setHeader("cache-control", "no-store")
  res.setHeader("content-type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  res.setHeader("content-disposition", `attachment; filename="households.xlsx"; filename*=UTF-8''${encodeURIComponent(`受益农户名册-${today}.xlsx`)}`)
  await writeWorkbook(householdSheet(req.scope, req.staffRegions, today), res)
}
