import { describe, expect, it } from "vitest"
import { decideUpload, MAX_UPLOAD_BYTES } from "./decide-upload"

const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

describe("a scan is what its bytes say", () => {
  it.each([
    ["%PDF-1.7\n", "application/pdf"], ["\xff\xd8\xff\xe0", "image/jpeg"], ["\x89PNG\r\n\x1a\n", "image/png"],
    ["<html>", "file_type_refused"], ["", "file_type_refused"], ["PK\x03\x04", "file_type_refused"], [" %PDF-1.7", "file_type_refused"], ["\x89PNG", "file_type_refused"],
  ])("%j: %s", (text, expected) => {
    const decision = decideUpload(bytes(text))
    expect(decision.ok ? decision.value : decision.code).toBe(expected)
  })

  it("and not larger than 10 MB", () => {
    const large = new Uint8Array(MAX_UPLOAD_BYTES + 1)
    large.set(bytes("%PDF-1.7"))
    expect(decideUpload(large)).toMatchObject({ code: "file_too_large" })
    expect(decideUpload(large.subarray(0, MAX_UPLOAD_BYTES))).toMatchObject({ ok: true })
  })
})
