import { describe, expect, it } from "vitest"
import { canBeAccepted, waits } from "./words"

describe("a delivery can be accepted", () => {
  const placed = { accepted_at: null, order_ids: ["order_1"], state: "placed" } as const
  it.each([
    ["once it is ordered", {}, true],
    ["also when the transfer came first", { state: "paid" }, true],
    ["not while its orders are being made", { state: "claimed" }, false],
    ["not when it was called off", { state: "cancelled" }, false],
    ["not a second time", { accepted_at: "2026-11-22T01:00:00Z", state: "accepted" }, false],
    ["not before there is an order", { order_ids: [], state: "planned" }, false],
  ] as const)("%s", (_name, change, expected) => expect(canBeAccepted({ ...placed, ...change, order_ids: [...("order_ids" in change ? change.order_ids : placed.order_ids)] })).toBe(expected))
})

describe("a delivery waits for the unit's approval", () => {
  it.each([
    ["when nothing else is said", "等待单位审批，批准后会自动下单", true],
    ["when it says why it is judged with others", "等待单位审批，批准后会自动下单（同一协议当天的配送累计 ¥3,372.00，已超过 ¥3,000.00，按合计金额审批）", true],
    ["when one of its goods is not sold any more", "认定已到期；等待单位审批，批准后会自动下单", true],
    ["not when it was refused", "单位审批未通过：先用库存", false],
    ["not when the budget does not hold it", "本年度预算还差 20.00 元，请减少数量，或请单位追加预算", false],
    ["not when nothing is wrong", null, false],
  ])("%s", (_name, sentence, expected) => expect(waits(sentence)).toBe(expected))
})
