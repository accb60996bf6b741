import { expect, it } from "vitest"
import { scanType } from "./scan-type"

it.each([
  [Buffer.from("%PDF-1.7"), "application/pdf"], [Buffer.from([0xff, 0xd8, 0xff, 0xe0]), "image/jpeg"], [Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), "image/png"],
  [Buffer.from("<svg onload=alert(1)>"), null], [Buffer.from(""), null], [Buffer.concat([Buffer.from("%PDF-1.7"), Buffer.alloc(10_000_000)]), null],
])("%#: a scan is what its bytes say", (content, mime) => expect(scanType(content)).toBe(mime))
