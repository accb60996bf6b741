import type { ChecklistItem } from "@fupin/contract/schemas"
import { expect, it } from "vitest"
import { groupsOf, itemText, noteText, stateOf, targetsOf } from "./filing-words"

const item = (kind: ChecklistItem["kind"], subject_id: string, state: ChecklistItem["state"] = "open", may_explain = true): ChecklistItem =>
  ({ key: subject_id ? `${kind}:${subject_id}` : kind, kind, subject_id, label: `#${subject_id}`, state, may_explain })

it("says where a month stands", () => {
  const may_submit_from = "2026-10-29T00:00:00+08:00"
  const at = (day: string) => new Date(`2026-10-${day}T12:00:00+08:00`)
  expect([stateOf({ state: "open", may_submit_from }, at("28")).text, stateOf({ state: "open", may_submit_from }, at("29")).text, stateOf({ state: "returned", may_submit_from }, at("30")).text]).toEqual(["进行中", "待报送", "已退回，待补正"])
})

it("groups the checklist, what is missing first, and offers all of a kind only where several are", () => {
  const checklist = [item("unsealed", "", "told", false), item("unbalanced", "", "open", false), item("invoice", "a"), item("invoice", "b"), item("invoice", "c", "explained"), item("payment", "a")]
  expect(groupsOf(checklist).map(({ kind, open, met }) => [kind, open.length, met])).toEqual([["unbalanced", 1, 0], ["invoice", 2, 1], ["payment", 1, 0], ["unsealed", 0, 1]])
  expect(targetsOf(checklist).map(({ value }) => value)).toEqual(["invoice", "invoice:a", "invoice:b", "payment:a"])
})

it("writes keys as words", () => {
  expect([itemText("invoice:order_1"), itemText("other")]).toEqual(["发票", "其他材料"])
  expect([noteText({ act: "explained", note: "invoice:order_1：换开中" }), noteText({ act: "returned", note: "缺：发票" })]).toEqual(["发票：换开中", "缺：发票"])
})
