import type { ApprovalTier } from "@fupin/contract/schemas"
import fc from "fast-check"
import { expect, it } from "vitest"
import { isApproved } from "./approval-policy"
import { asIfApproved, raisedText, type Sibling, tierAmong } from "./split"

const TIERS: ApprovalTier[] = [
  { up_to_fen: 100, mode: "none", approvers: [] }, { up_to_fen: 200, mode: "any", approvers: [] }, { up_to_fen: null, mode: "all", approvers: ["a", "b"] },
]
const by = (...ids: string[]) => ids.map((id) => ({ approver_id: id, decided_by: id }))
const sibling = (amount_fen: number, given: Sibling["given"] = [], askers: string[] = []): Sibling => ({ key: "other", amount_fen, given, askers })

it.each<[string, number, Sibling[], string]>([
  ["nothing else was bought", 100, [], "none"],
  ["the sum just reaches the bound", 60, [sibling(40)], "none"],
  ["the sum is a fen more", 60, [sibling(41)], "any"],
  ["it is the last fen of many", 1, Array.from({ length: 10 }, () => sibling(10)), "any"],
  ["the sum passes two bounds", 60, [sibling(90), sibling(90)], "all"],
  ["the others had as much approval", 60, [sibling(90, by("a"))], "none"],
  ["the others had less approval than their sum asks for", 150, [sibling(150, by("a"))], "all"],
  ["the others had all of it", 150, [sibling(900, by("a", "b"))], "any"],
  ["the other's approver had asked for it", 60, [sibling(90, by("a"), ["a"])], "any"],
  ["it is large by itself", 201, [sibling(1)], "all"],
])("the tier is by the sum when %s", (_name, amount, siblings, mode) => expect(tierAmong(TIERS, amount, siblings).tier.mode).toBe(mode))

it("says which sum passed which bound, and is silent where the amount alone decides", () => {
  expect(raisedText(tierAmong(TIERS, 60, [sibling(41)]), "今日同类采购")).toBe("今日同类采购累计 ¥1.01，已超过 ¥1.00，按合计金额审批")
  expect(raisedText(tierAmong(TIERS, 150, [sibling(1)]), "今日同类采购")).toBeNull()
})

it("keeps what passed without the approvals of a tier within the tier below, however a purchase is split", () => {
  const bounds = fc.uniqueArray(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 4 }).map((some) => some.sort((one, other) => one - other))
  let raised = 0
  fc.assert(fc.property(bounds, fc.array(fc.integer({ min: 1, max: 300 }), { minLength: 1, maxLength: 12 }), (limits, amounts) => {
    const tiers: ApprovalTier[] = [...limits, null].map((up_to_fen, at) => at === 0 ? { up_to_fen, mode: "none", approvers: [] } : { up_to_fen, mode: "all", approvers: Array.from({ length: at + 1 }, (_none, index) => `p${index}`) })
    const passed: Sibling[] = []
    for (const [index, amount_fen] of amounts.entries()) {
      const judged = tierAmong(tiers, amount_fen, passed)
      if (judged.raised) raised += 1
      passed.push({ key: String(index), amount_fen, given: asIfApproved(judged.tier), askers: [] })
    }
    tiers.slice(1).forEach((tier, at) => {
      const without = passed.filter(({ given }) => !isApproved(tier, given, []))
      expect(without.reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBeLessThanOrEqual(tiers[at]!.up_to_fen!)
    })
  }))
  expect(raised).toBeGreaterThan(20)
})
