import type { PurchaseReason } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { sumByReason, tagOf } from "./purchase-reason"

describe("why an order is bought", () => {
  it.each<[string, PurchaseReason | null, PurchaseReason | null, { reason?: PurchaseReason }]>([
    ["nobody says", null, null, {}],
    ["the unit says it of all", null, "buying_to_help", { reason: "buying_to_help" }],
    ["the order says it of itself", "instead_of_donating", null, { reason: "instead_of_donating" }],
    ["the order's own word holds", "instead_of_donating", "buying_to_help", { reason: "instead_of_donating" }],
    ["own use is an answer, not silence", "own_use", "buying_to_help", { reason: "own_use" }],
  ])("%s", (_, own, units, expected) => expect(tagOf(own, units)).toEqual(expected))
})

describe("sums by reason", () => {
  const part = (reason: PurchaseReason | null, amount_fen: number) => ({ reason, amount_fen })
  it.each<[string, ReturnType<typeof part>[], ReturnType<typeof sumByReason>]>([
    ["nothing was bought", [], []],
    ["own use and silence say nothing", [part(null, 100), part("own_use", 200)], []],
    ["paid less refunded", [part("buying_to_help", 1_000), part("buying_to_help", -1), part("instead_of_donating", 7)], [{ reason: "instead_of_donating", paid_fen: 7 }, { reason: "buying_to_help", paid_fen: 999 }]],
    ["what came back whole is gone", [part("buying_to_help", 500), part("buying_to_help", -500)], []],
    ["more came back in the year than was paid in it", [part("instead_of_donating", -30)], [{ reason: "instead_of_donating", paid_fen: -30 }]],
  ])("%s", (_, parts, expected) => expect(sumByReason(parts)).toEqual(expected))
})
