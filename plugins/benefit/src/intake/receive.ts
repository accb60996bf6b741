import { refusal } from "@fupin/access"
import type { MedusaRequest } from "@medusajs/framework/http"

/** The file that stands as a request's body, read no further than `limit` bytes. Errors: upload_empty, and `tooBig` beyond the limit. */
export async function receiveFile(req: MedusaRequest, limit: number, tooBig: "intake_too_big" | "scan_too_big" = "intake_too_big"): Promise<Buffer> {
  if (Number(req.headers["content-length"] ?? 0) > limit) throw refusal("invalid_data", tooBig)
  const pieces: Buffer[] = []
  let total = 0
  for await (const piece of req) {
    total += piece.length
    if (total > limit) throw refusal("invalid_data", tooBig)
    pieces.push(piece)
  }
  if (total === 0) throw refusal("invalid_data", "upload_empty")
  return Buffer.concat(pieces)
}
