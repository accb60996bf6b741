import type { GapCloser } from "@fupin/contract/schemas"
import { describe, expect, it } from "vitest"
import { closerLink, closerText, WAYS } from "./gap-closers"

const closer = (change: Partial<GapCloser> = {}): GapCloser => ({
  way: "shop", variant_id: "variant_a", handle: "wuxi-yangyu", title: "巫溪洋芋", specification: "5 千克", seller: "合作社", unit_price_fen: 3_600, quantity: 20, total_fen: 72_000, remaining_fen: 0, benefit_fen: 0, group_buy_id: null, order: null, ...change,
})
const order = { agreement_id: "sagr_1", agreement_number: "定采001", quantity: 4, deliveries: 5, weekdays: [1, 4], starts_on: "2026-11-26", ends_on: "2026-12-10" }

describe("a way to close a gap", () => {
  it("says how much and when", () => {
    expect(closerText(closer())).toBe("20 份")
    expect(closerText(closer({ order }))).toBe("2026-11-26 到 2026-12-10，周一、周四各 4 份，共 5 次")
    expect(closerText(closer({ order: { ...order, weekdays: [1, 2, 3, 4, 5, 6, 7] } }))).toContain("每天各 4 份")
    expect(closerText(closer({ order: { ...order, deliveries: 1 } }))).toBe("2026-11-26 一次送 4 份")
  })

  it.each<[Partial<GapCloser>, string]>([
    [{ way: "order", order }, "/desk/standing-orders/new?agreement=sagr_1&fill=variant_a%3A4&days=14&from=2026-11-26&to=2026-12-10"], [{ way: "group_buy", group_buy_id: "gb_1" }, "/group-buys/gb_1"],
    [{ way: "campaign" }, "/desk/campaigns/new"], [{ way: "demand" }, `/desk/demands/new?${new URLSearchParams({ name: "巫溪洋芋", quantity: "20" })}`], [{}, "/products/wuxi-yangyu"],
  ])("%j leads to %s", (change, href) => expect(closerLink(closer(change)).href).toBe(href))

  it("has words for each", () => expect(new Set(WAYS.map(({ way }) => way)).size).toBe(5))
})
