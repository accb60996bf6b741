import type { MedusaResponse } from "@medusajs/framework/http"
import type { AttachmentRow } from "../modules/filing/desk"

/** The bytes of a scan as they were uploaded: never cached, never run. */
export function answerScan(res: MedusaResponse, { name, media_type, content, sha256 }: AttachmentRow & { content: Buffer }): void {
  res.setHeader("cache-control", "no-store")
  res.setHeader("content-type", media_type)
  res.setHeader("x-content-type-options", "nosniff")
  res.setHeader("etag", `"${sha256}"`)
  res.setHeader("content-disposition", `attachment; filename="scan"; filename*=UTF-8''${encodeURIComponent(name)}`)
  res.end(content)
}
