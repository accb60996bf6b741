import type { MedusaResponse } from "@medusajs/framework/http"

/** A workbook to be saved; never cached. */
export function answerWorkbook(res: MedusaResponse, name: string, workbook: Buffer): void {
  res.setHeader("cache-control", "no-store")
  res.setHeader("content-type", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
  res.setHeader("content-disposition", `attachment; filename="table.xlsx"; filename*=UTF-8''${encodeURIComponent(`${name}.xlsx`)}`)
  res.end(workbook)
}
