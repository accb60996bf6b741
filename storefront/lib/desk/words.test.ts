import { describe, expect, it } from "vitest"
import { canBeAccepted, dueOf } from "./words"

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

it("sums what is still to be transferred, leaving out what is settled or called off", () => {
  const order = (state: "awaiting_payment" | "partly_paid" | "paid" | "cancelled", paid_fen: number) => ({
    order_id: "order_1", display_id: 1, occurrence_id: "occ_1", delivery_date: "2026-11-22", standing_order_name: "食堂", seller: null,
    occurrence_state: "placed" as const, state, total_fen: 1_000, paid_fen, refunded_fen: 0, transfer: null,
  })
  expect(dueOf([order("awaiting_payment", 0), order("partly_paid", 300), order("paid", 1_000), order("cancelled", 0)])).toEqual({ orders: 2, due_fen: 1_700 })
})
