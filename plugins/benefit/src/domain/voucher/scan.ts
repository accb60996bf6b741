import { type Decision, no, yes } from "@fupin/contract/codes"

export const MAX_SCAN_BYTES = 10_000_000

/** What a scan is, by its content and not by its name. Errors: scan_wrong_type, scan_too_big. */
export function decideScan(bytes: Uint8Array): Decision<"application/pdf" | "image/jpeg" | "image/png", "scan_wrong_type" | "scan_too_big"> {
  if (bytes.length > MAX_SCAN_BYTES) return no("scan_too_big")
  const starts = (...signature: number[]) => signature.every((byte, place) => bytes[place] === byte)
  const tail = Buffer.from(bytes.subarray(-1_024)).toString("latin1")
  if (starts(0x25, 0x50, 0x44, 0x46, 0x2d)) return tail.includes("%%EOF") ? yes("application/pdf") : no("scan_wrong_type")
  if (starts(0xff, 0xd8, 0xff)) return tail.includes("\xff\xd9") ? yes("image/jpeg") : no("scan_wrong_type")
  if (starts(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return tail.includes("IEND") ? yes("image/png") : no("scan_wrong_type")
  return no("scan_wrong_type")
}
