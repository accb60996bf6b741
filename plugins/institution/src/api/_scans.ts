import { refusal } from "@fupin/access"
import type { MedusaResponse } from "@medusajs/framework/http"
import type { ScanHead } from "../modules/institution/scans"

/** A signed paper as it was kept, to be saved under the number of what was signed; never cached and never run. Error: not_found. */
export function sendScan(res: MedusaResponse, number: string, scan: (ScanHead & { content: Buffer }) | null): void {
  if (!scan) throw refusal("not_found", "not_found")
  const file = `${number}.${scan.media_type.split("/")[1]}`
  for (const [name, value] of [["cache-control", "no-store"], ["x-content-type-options", "nosniff"], ["content-security-policy", "default-src 'none'"], ["content-type", scan.media_type]]) res.setHeader(name!, value!)
  res.setHeader("content-disposition", `attachment; filename="scan"; filename*=UTF-8''${encodeURIComponent(file)}`)
  res.end(scan.content)
}
