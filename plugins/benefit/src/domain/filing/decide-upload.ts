import { type Decision, no, yes } from "@fupin/contract/codes"

export const MAX_UPLOAD_BYTES = 10 * 1024 * 1024
export type MediaType = "application/pdf" | "image/jpeg" | "image/png"

const SIGNATURES: [MediaType, number[]][] = [
  ["application/pdf", [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ["image/jpeg", [0xff, 0xd8, 0xff]],
  ["image/png", [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** What a scan is by its own first bytes, whatever its name says. Errors: file_too_large, file_type_refused. */
export function decideUpload(bytes: Uint8Array): Decision<MediaType, "file_too_large" | "file_type_refused"> {
  if (bytes.length > MAX_UPLOAD_BYTES) return no("file_too_large")
  const found = SIGNATURES.find(([, signature]) => signature.every((byte, place) => bytes[place] === byte))
  return found ? yes(found[0]) : no("file_type_refused")
}
