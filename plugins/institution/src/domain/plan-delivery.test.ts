import { describe, expect, it } from "vitest"
import { decideOutcome, type DeliveryFacts, groupBySeller, planDelivery, SHORT } from "./plan-delivery"

const stock = (quantity: number) => ({ quantity, reason: SHORT.stock })
const facts = (change: Partial<DeliveryFacts> = {}): DeliveryFacts => ({
  delivery_date: "2026-11-24",
  terms: { valid_from: "2026-01-01", valid_to: "2026-12-31", weekdays: [2], lines: ["potato", "tea", "crab"].map((variant_id) => ({ variant_id, unit_price_fen: 3600, max_quantity: null })) },
  requested: [{ variant_id: "potato", quantity: 10 }, { variant_id: "tea", quantity: 2 }],
  variants: { potato: { seller_id: "wuxi", stopped: null }, tea: { seller_id: "enshi", stopped: null }, crab: { seller_id: "wuxi", stopped: null } },
  shares: { potato: stock(10) }, ...change,
})
const outcome = (change: Partial<DeliveryFacts>) => decideOutcome(planDelivery(facts(change)))

describe("a delivery", () => {
  it.each<[string, Partial<DeliveryFacts>, string, string | null]>([
    ["is placed when every line is had", {}, "placed", null],
    ["is short when stock is short", { shares: { potato: stock(4) } }, "short", "库存不足"],
    ["is short when there is nothing left", { shares: { potato: stock(0) }, requested: [{ variant_id: "potato", quantity: 1 }] }, "short", "库存不足"],
    ["is short when one line was stopped", { variants: { potato: { seller_id: "wuxi", stopped: "认定已到期" }, tea: { seller_id: "enshi", stopped: null } } }, "short", "认定已到期"],
    ["fails, to be tried again, when every line was stopped", { variants: { potato: { seller_id: "wuxi", stopped: "认定已到期" } }, requested: [{ variant_id: "potato", quantity: 1 }] }, "failed", "认定已到期"],
    ["fails when goods are unknown", { variants: {} }, "failed", "商品已下架"],
    ["fails after the agreement's term", { delivery_date: "2027-01-05" }, "failed", "协议不在有效期内，请先续签"],
    ["fails, to be tried again, when nothing may go there now", { refused: "受赠单位“尖山小学”已停止接收捐赠" }, "failed", "受赠单位“尖山小学”已停止接收捐赠"],
    ["goes where it may", { refused: null }, "placed", null],
    ["is short when the harvest does not suffice, and says so", { shares: { potato: { quantity: 0, reason: SHORT.pledge } }, requested: [{ variant_id: "potato", quantity: 1 }] }, "short", "采收量不足"],
    ["is cancelled when the buyer left every line out", { requested: [{ variant_id: "potato", quantity: 0 }] }, "cancelled", "本次未订购任何商品"],
  ])("%s", (_name, change, state, error) => expect(outcome(change)).toEqual({ state, error }))

  it("has one order a seller", () => {
    const lines = planDelivery(facts({ requested: [{ variant_id: "potato", quantity: 1 }, { variant_id: "tea", quantity: 2 }, { variant_id: "crab", quantity: 3 }] }))
    expect(groupBySeller(lines).map(({ seller_id, lines: mine }) => [seller_id, mine.map(({ variant_id }) => variant_id)])).toEqual([["enshi", ["tea"]], ["wuxi", ["potato", "crab"]]])
  })
})
