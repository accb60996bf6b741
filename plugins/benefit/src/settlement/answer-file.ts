import type { MedusaResponse } from "@medusajs/framework/http"
import type { PayoutFile } from "./provider"

/** A file to be saved, never cached and never shown as a page. */
export function answerFile(res: MedusaResponse, { filename, mime, content }: PayoutFile): void {
  res.setHeader("cache-control", "no-store")
  res.setHeader("content-type", mime)
  res.setHeader("x-content-type-options", "nosniff")
  res.setHeader("content-disposition", `attachment; filename="file"; filename*=UTF-8''${encodeURIComponent(filename)}`)
  res.end(content)
}
