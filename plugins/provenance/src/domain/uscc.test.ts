import { describe, expect, it } from "vitest"
import { decideUscc, isUscc, usccCheck } from "./uscc"

describe("a unified social credit code", () => {
  it.each([
    ["91110108551385082Q", true], ["911101085513850820", false], ["91350100M000100Y43", true], ["91350100M000100Y34", false],
    ["91110108551385082q", false], ["9111010855138508Q", false], ["9I110108551385082Q", false], ["", false],
  ])("%s: %s", (code, expected) => expect(isUscc(code)).toBe(expected))

  it("with any one character changed is refused", () => {
    const code = "91350100M000100Y43"
    for (let at = 0; at < 17; at++) {
      const changed = code.slice(0, at) + (code[at] === "3" ? "5" : "3") + code.slice(at + 1)
      expect(isUscc(changed)).toBe(false)
    }
  })
  it("has no check character over foreign letters", () => expect(usccCheck("O".repeat(17))).toBeNull())
})

describe("which producers need one", () => {
  it.each([
    ["cooperative", null, "uscc_required"], ["enterprise", null, "uscc_required"], ["collective", null, "uscc_required"],
    ["cooperative", "123", "invalid_uscc"], ["household", "123", "invalid_uscc"],
  ] as const)("%s with %s is refused: %s", (kind, uscc, code) => expect(decideUscc(kind, uscc)).toMatchObject({ ok: false, code }))
  it.each(["household", "family_farm", "workshop"] as const)("%s may have none", (kind) => expect(decideUscc(kind, null)).toEqual({ ok: true, value: null }))
})
