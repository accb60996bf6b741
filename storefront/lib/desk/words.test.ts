import { describe, expect, it } from "vitest"
import { canBeAccepted } from "./words"

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
