import { describe, expect, it } from "vitest"
import { decideIdNumber, normalizeIdNumber } from "./id-number"

const today = "2026-11-22"

describe("a resident ID number", () => {
  it.each([
    ["the specimen of the standard", "11010519491231002X", "11010519491231002X"],
    ["with a small x and full-width digits", "１１０１０５19491231 002x", "11010519491231002X"],
    ["of someone born before 1900", "500238189001010017", "500238189001010017"],
  ])("passes %s", (_why, text, number) => expect(decideIdNumber(text, today)).toEqual({ ok: true, value: number }))

  it.each([
    ["a wrong check digit", "110105194912310021"],
    ["an area outside every province", "999999189001010017"],
    ["a province without a county", "500000189001010017"],
    ["30 February", "500238189002300016"],
    ["someone born tomorrow", "500238202611230010"],
    ["fifteen digits", "110105491231002"],
    ["letters", "11010519491231ABCX"],
    ["a statement", "' or 1=1 --"],
    ["nothing", ""],
  ])("refuses %s", (_why, text) => expect(decideIdNumber(text, today)).toMatchObject({ ok: false, code: "invalid_id_number" }))

  it("has one spelling", () => expect(normalizeIdNumber(" 11010519491231-002x ")).toBe("11010519491231002X"))
})
