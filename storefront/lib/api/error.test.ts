import { ERRORS } from "@fupin/contract/codes"
import { describe, expect, it } from "vitest"
import { apiError } from "./error"

describe("what the backend answers when it does not do as asked", () => {
  it("keeps code and message", () => {
    const error = apiError(400, { type: "not_allowed", code: "out_of_stock", message: "只剩 3 份" })
    expect([error.status, error.code, error.message, error.isAbsent]).toEqual([400, "out_of_stock", "只剩 3 份", false])
  })

  it("gives a known code its own sentence when none came", () => {
    expect(apiError(404, { code: "not_found" }).message).toBe(ERRORS.not_found)
    expect(apiError(404, { code: "not_found" }).isAbsent).toBe(true)
  })

  it.each([[null], ["<html>"], [{ code: "made_up" }], [{ code: "toString" }], [{ message: 3 }]])("does not trust %o", (body) => {
    const error = apiError(502, body)
    expect(error.code).toBe("unexpected")
    expect(error.message).toBe(ERRORS.unexpected)
  })
})
