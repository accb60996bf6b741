import { decideScan, MAX_SCAN_BYTES } from "@fupin/benefit/domain/voucher/scan"
import { type Decision, no, yes } from "@fupin/contract/codes"

export type InvoiceFile = "application/pdf" | "image/jpeg" | "image/png" | "application/ofd" | "application/xml"

/** What an invoice's file is, by its content and not by its name: as tax offices hand it out (PDF, OFD, XML), or a scan of it. Errors: invoice_wrong_type, scan_too_big. */
export function decideInvoiceFile(bytes: Uint8Array): Decision<InvoiceFile, "invoice_wrong_type" | "scan_too_big"> {
  if (bytes.length > MAX_SCAN_BYTES) return no("scan_too_big")
  const scan = decideScan(bytes)
  if (scan.ok) return yes(scan.value)
  const text = Buffer.from(bytes).toString("latin1")
  // An OFD is a ZIP that names its entry document.
  if (text.startsWith("PK\x03\x04")) return text.includes("OFD.xml") ? yes("application/ofd") : no("invoice_wrong_type")
  const start = text.replace(/^\xef\xbb\xbf/, "").trimStart()
  return /^<\?xml\s/.test(start) && text.trimEnd().endsWith(">") && !/<!DOCTYPE|<!ENTITY/i.test(text) ? yes("application/xml") : no("invoice_wrong_type")
}
