import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { attributeMoney, type LineValue, type OrderMoney } from "./line-money"

const line = (line_id: string, live_fen: number, more: Partial<LineValue> = {}): LineValue => ({ line_id, live_fen, removed_fen: 0, returned_fen: 0, accepted_fen: 0, ...more })
const refund = (amount_fen: number, ...lines: [string, number][]) => ({ amount_fen, lines: lines.map(([line_item_id, amount]) => ({ line_item_id, amount_fen: amount })) })
const net = (money: Partial<OrderMoney>) => attributeMoney({ lines: [], shipping_fen: 0, captured_fen: 0, refunds: [], ...money }).map(({ net_fen }) => net_fen)
const two = [line("a", 10_000), line("b", 5_000)]

describe("which money belongs to which line", () => {
  it.each<[string, Partial<OrderMoney>, number[]]>([
    ["a full capture covers every line", { lines: two, shipping_fen: 800, captured_fen: 15_800 }, [10_000, 5_000]],
    ["a partial one in proportion, shipping alike", { lines: two, shipping_fen: 1_000, captured_fen: 8_000 }, [5_000, 2_500]],
    ["accepted goods are paid first", { lines: [line("a", 10_000, { accepted_fen: 10_000 }), line("b", 5_000)], captured_fen: 10_000 }, [10_000, 0]],
    ["with the carriage that brought them", { lines: [line("a", 10_000, { accepted_fen: 10_000 }), line("b", 5_000)], shipping_fen: 1_000, captured_fen: 11_000 }, [10_000, 0]],
    ["in proportion while money does not reach", { lines: [line("a", 10_000, { accepted_fen: 8_000 }), line("b", 5_000, { accepted_fen: 2_000 })], captured_fen: 5_000 }, [4_000, 1_000]],
    ["and what goes beyond them covers the rest alike", { lines: [line("a", 10_000, { accepted_fen: 6_000 }), line("b", 4_000)], captured_fen: 10_000 }, [8_000, 2_000]],
    ["a refund is taken from all alike, shipping too", { lines: two, shipping_fen: 1_000, captured_fen: 16_000, refunds: [refund(8_000)] }, [5_000, 2_500]],
    ["unless it says what it is for", { lines: two, captured_fen: 15_000, refunds: [refund(4_000, ["b", 4_000])] }, [10_000, 1_000]],
    ["returned goods are refunded first", { lines: [line("a", 10_000, { returned_fen: 5_000 }), line("b", 5_000)], captured_fen: 15_000, refunds: [refund(5_000)] }, [5_000, 5_000]],
    ["and what goes beyond them from the rest", { lines: [line("a", 10_000, { returned_fen: 5_000 }), line("b", 5_000)], captured_fen: 15_000, refunds: [refund(7_000)] }, [4_000, 4_000]],
    ["an allocation to returned goods counts once", { lines: [line("a", 10_000, { returned_fen: 5_000 }), line("b", 5_000)], captured_fen: 15_000, refunds: [refund(5_000, ["a", 5_000])] }, [5_000, 5_000]],
    ["money above live lines stays with the removed one", { lines: [line("a", 10_000), line("b", 0, { removed_fen: 5_000 })], captured_fen: 15_000 }, [10_000, 5_000]],
    ["until it is refunded", { lines: [line("a", 10_000), line("b", 0, { removed_fen: 5_000 })], captured_fen: 15_000, refunds: [refund(5_000)] }, [10_000, 0]],
    ["removed before it was paid: nothing", { lines: [line("a", 10_000), line("b", 0, { removed_fen: 5_000 })], captured_fen: 10_000 }, [10_000, 0]],
    ["overpayment belongs to nobody and goes back first", { lines: two, captured_fen: 16_000, refunds: [refund(1_500)] }, [9_667, 4_833]],
    ["an allocation beyond its line falls on the rest", { lines: two, captured_fen: 15_000, refunds: [refund(7_000, ["b", 7_000])] }, [8_000, 0]],
    ["refunds beyond what was captured end at zero", { lines: two, captured_fen: 15_000, refunds: [refund(99_000)] }, [0, 0]],
  ])("%s", (_name, money, expected) => expect(net(money)).toEqual(expected))

  const value = fc.record({ line_id: fc.constantFrom("a", "b", "c", "d"), live_fen: fc.nat(100_000), removed_fen: fc.nat(20_000), back: fc.double({ min: 0, max: 1, noNaN: true }), taken: fc.double({ min: 0, max: 1, noNaN: true }) })
  it("never loses or invents a fen, never goes below zero, and ends at zero when all went back", () =>
    fc.assert(fc.property(fc.uniqueArray(value, { selector: ({ line_id }) => line_id, minLength: 1 }), fc.nat(2_000), fc.nat(400_000), fc.array(fc.nat(60_000), { maxLength: 5 }), (values, shipping_fen, captured_fen, amounts) => {
      const lines = values.map(({ back, taken, ...held }) => ({ ...held, returned_fen: Math.floor(held.live_fen * back), accepted_fen: Math.floor(held.live_fen * taken) }))
      const refunds = amounts.map((amount, index) => refund(amount, ...(index % 2 ? [[lines[0]!.line_id, Math.floor(amount / 2)] as [string, number]] : [])))
      const money = attributeMoney({ lines, shipping_fen, captured_fen, refunds })
      const order_fen = lines.reduce((sum, { live_fen, removed_fen }) => sum + live_fen + removed_fen, 0)
      money.forEach(({ gross_fen, net_fen }, index) => {
        expect(net_fen >= 0 && net_fen <= gross_fen).toBe(true)
        expect(gross_fen).toBeLessThanOrEqual(lines[index]!.live_fen + lines[index]!.removed_fen)
      })
      const accepted_fen = lines.reduce((sum, line) => sum + line.accepted_fen, 0)
      if (captured_fen >= accepted_fen + shipping_fen) money.forEach(({ gross_fen }, index) => expect(gross_fen).toBeGreaterThanOrEqual(lines[index]!.accepted_fen))
      if (captured_fen >= order_fen + shipping_fen) expect(money.reduce((sum, { gross_fen }) => sum + gross_fen, 0)).toBe(order_fen)
      expect(attributeMoney({ lines, shipping_fen, captured_fen, refunds: [...refunds].reverse() })).toEqual(money)
      expect(attributeMoney({ lines, shipping_fen, captured_fen, refunds: [refund(captured_fen)] }).every(({ net_fen }) => net_fen === 0)).toBe(true)
    })))
})
