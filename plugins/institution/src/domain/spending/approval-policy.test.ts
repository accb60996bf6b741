import type { ApprovalTier } from "@fupin/contract/schemas"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decidePolicy, isApproved, tierOf } from "./approval-policy"

const none = (up_to_fen: number | null): ApprovalTier => ({ up_to_fen, mode: "none", approvers: [] })
const any = (up_to_fen: number | null, approvers: string[] = []): ApprovalTier => ({ up_to_fen, mode: "any", approvers })
const all = (up_to_fen: number | null, approvers: string[]): ApprovalTier => ({ up_to_fen, mode: "all", approvers })
const given = (...pairs: [string, string?][]) => pairs.map(([approver_id, decided_by = approver_id]) => ({ approver_id, decided_by }))

describe("a policy", () => {
  it.each<[string, ApprovalTier[], boolean]>([
    ["with one tier for everything", [any(null)], true],
    ["with three rising tiers", [none(100), any(200), all(null, ["a", "b"])], true],
    ["whose tiers do not rise", [any(200), any(200), any(null)], false],
    ["that leaves large amounts open", [none(100)], false],
    ["with something after the last tier", [any(null), any(200)], false],
    ["that wants all of one person", [all(null, ["a"])], false],
    ["that names somebody twice", [any(null, ["a", "a"])], false],
    ["that names approvers of nothing", [{ ...none(null), approvers: ["a"] }], false],
  ])("%s", (_name, tiers, ok) => expect(decidePolicy(tiers).ok).toBe(ok))

  it("has its bounds in the lower tier", () => {
    const tiers = [none(100), any(200), all(null, ["a", "b"])]
    expect([0, 100, 101, 200, 201].map((amount) => tierOf(tiers, amount).mode)).toEqual(["none", "none", "any", "any", "all"])
    expect(tierOf([], 5).mode).toBe("none")
  })
})

describe("approvals given are enough", () => {
  it.each<[string, ApprovalTier, ReturnType<typeof given>, string[], boolean]>([
    ["when none is needed", none(null), [], [], true],
    ["not without any", any(null), [], [], false],
    ["with anybody's", any(null), given(["x"]), [], true],
    ["not with one of somebody not named", any(null, ["a"]), given(["x"]), [], false],
    ["not with the asker's own", any(null, ["a"]), given(["a"]), ["a"], false],
    ["not with one the asker gave in another's place", any(null), given(["a", "b"]), ["b"], false],
    ["not with one that another gave in the asker's place", any(null), given(["a", "b"]), ["a"], false],
    ["not with one of all", all(null, ["a", "b"]), given(["a"]), [], false],
    ["with all", all(null, ["a", "b"]), given(["a"], ["b", "c"]), [], true],
    ["with the rest when one of all asked", all(null, ["a", "b"]), given(["b"]), ["a"], true],
    ["not when all of all asked", all(null, ["a", "b"]), [], ["a", "b"], false],
  ])("%s", (_name, tier, approvals, askers, ok) => expect(isApproved(tier, approvals, askers)).toBe(ok))

  it("never by askers alone, whatever the tier that asks for anybody", () => {
    const person = fc.constantFrom("a", "b", "c", "d")
    fc.assert(fc.property(fc.uniqueArray(person, { maxLength: 4 }), fc.boolean(), fc.uniqueArray(person, { maxLength: 4 }), fc.array(fc.record({ approver_id: person, decided_by: person })), (approvers, isAll, askers, approvals) => {
      const tier: ApprovalTier = { up_to_fen: null, mode: isAll ? "all" : "any", approvers }
      if (isApproved(tier, approvals, askers)) expect(approvals.some(({ approver_id, decided_by }) => !askers.includes(approver_id) && !askers.includes(decided_by))).toBe(true)
      else expect(isApproved(tier, approvals.filter((_one, index) => index % 2 === 0), askers)).toBe(false)
    }))
  })
})
