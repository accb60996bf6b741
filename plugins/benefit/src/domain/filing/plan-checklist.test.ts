import { describe, expect, it } from "vitest"
import { type ChecklistFacts, countOpen, planChecklist } from "./plan-checklist"

const clean: ChecklistFacts = {
  orders_without_payment: [], orders_without_invoice: [], vouchers_open: [], children_open: [], suspense_fen: 0, unaccrued_captures: 0, unsealed_journals: 0, unbalanced_papers: [], settled: new Set(),
}
const orders = [{ id: "order_1", label: "订单 1" }, { id: "order_2", label: "订单 2" }]
const keys = (facts: Partial<ChecklistFacts>) => planChecklist({ ...clean, ...facts }).filter(({ state }) => state === "open").map(({ key }) => key)

describe("the checklist", () => {
  it.each<[string, Partial<ChecklistFacts>, string[]]>([
    ["is empty when nothing is missing", {}, []],
    ["names each order", { orders_without_invoice: orders }, ["invoice:order_1", "invoice:order_2"]],
    ["takes off what is attached or explained", { orders_without_invoice: orders, settled: new Set(["invoice:order_1"]) }, ["invoice:order_2"]],
    ["takes off a whole kind", { orders_without_invoice: orders, orders_without_payment: orders, settled: new Set(["invoice"]) }, ["payment:order_1", "payment:order_2"]],
    ["asks for suspense", { suspense_fen: -3 }, ["suspense"]],
    ["takes an explanation of it", { suspense_fen: 3, settled: new Set(["suspense"]) }, []],
    ["never takes one for what must be repaired", { unaccrued_captures: 1, unbalanced_papers: ["附件1"], settled: new Set(["unaccrued", "unbalanced"]) }, ["unbalanced", "unaccrued"]],
    ["only tells of what the seal will do", { unsealed_journals: 4 }, []],
    ["names towns and vouchers", { children_open: [{ id: "fil_1", label: "古路镇" }], vouchers_open: [{ id: "v1", label: "001" }] }, ["child:fil_1", "voucher:v1"]],
  ])("%s", (_name, facts, expected) => expect(keys(facts)).toEqual(expected))

  it("counts what is open", () => expect(countOpen(planChecklist({ ...clean, orders_without_invoice: orders, unsealed_journals: 2, settled: new Set(["invoice:order_2"]) }))).toBe(1))
})
