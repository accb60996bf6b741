import { describe, expect, it } from "vitest"
import { decideBadge, decideSale, type DesignationFacts, whyInvalid } from "./designation"

const now = new Date("2026-11-22T04:00:00Z")
const from = (valid_from: string, valid_to: string, status: DesignationFacts["status"] = "published", product_id = "a") =>
  ({ number: `${valid_from}/${valid_to}`, status, product_id, valid_from: new Date(valid_from), valid_to: new Date(valid_to) })

const valid = from("2026-01-01", "2027-01-01")
const expired = from("2025-01-01", "2026-01-01")
const future = from("2027-01-01", "2028-01-01")
const suspended = from("2026-01-01", "2028-01-01", "suspended")

describe("a badge is shown only for a designation valid at that moment", () => {
  it.each([
    ["none", [], null], ["a valid one", [expired, valid], valid], ["an expired one", [expired], null], ["a future one", [future], null],
    ["a suspended one", [suspended], null], ["a withdrawn one", [from("2026-01-01", "2027-01-01", "withdrawn")], null],
    ["two valid ones: the longer", [valid, from("2026-06-01", "2029-01-01")], from("2026-06-01", "2029-01-01")],
  ] as const)("%s", (_name, held, expected) => expect(decideBadge([...held], now)).toEqual(expected))
  it("and disappears at its last moment", () => {
    expect(decideBadge([from("2026-01-01", "2026-11-22T04:00:00.001Z")], now)).not.toBeNull()
    expect(decideBadge([from("2026-01-01", "2026-11-22T04:00:00.000Z")], now)).toBeNull()
  })
})

describe("the reason", () => {
  it.each([[valid, null], [expired, "expired"], [future, "not_yet"], [suspended, "suspended"]] as const)("%j: %s", (held, reason) => expect(whyInvalid(held, now)).toBe(reason))
})

describe("a sale", () => {
  it.each([
    ["of what was never designated", [], true], ["of what is designated", [valid], true], ["of what was renewed", [expired, valid], true],
    ["of what will be designated", [future], true], ["of what expired", [expired], false], ["of what is suspended", [suspended], false],
    ["of one good and one expired product", [valid, from("2025-01-01", "2026-01-01", "published", "b")], false],
  ] as const)("%s: %s", (_name, held, expected) => expect(decideSale([...held], now).ok).toBe(expected))
})
