import { expect, it } from "vitest"
import { decideInvoiceFile } from "./invoice-file"

it.each<[string, string | Buffer, string]>([
  ["a PDF", "%PDF-1.7\ninvoice\n%%EOF", "application/pdf"],
  ["a PDF that broke off", "%PDF-1.7\ninvoice", "invoice_wrong_type"],
  ["an OFD", "PK\x03\x04\x14\x00OFD.xml<more>", "application/ofd"],
  ["a ZIP of something else", "PK\x03\x04\x14\x00word/document.xml", "invoice_wrong_type"],
  ["an XML invoice", `<?xml version="1.0" encoding="UTF-8"?>\n<EInvoice><Number>2633</Number></EInvoice>\n`, "application/xml"],
  ["an XML invoice with a mark in front", Buffer.from(`\ufeff<?xml version="1.0"?><EInvoice/>`), "application/xml"],
  ["XML that names entities", `<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x/>`, "invoice_wrong_type"],
  ["XML that broke off", `<?xml version="1.0"?><EInvoice`, "invoice_wrong_type"],
  ["a web page", "<html><script>alert(1)</script></html>", "invoice_wrong_type"],
  ["nothing", "", "invoice_wrong_type"],
  ["too much", Buffer.alloc(10_000_001), "scan_too_big"],
])("%s", (_name, content, said) => {
  const decision = decideInvoiceFile(typeof content === "string" ? Buffer.from(content, "latin1") : content)
  expect(decision.ok ? decision.value : decision.code).toBe(said)
})
