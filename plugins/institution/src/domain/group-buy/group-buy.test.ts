import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { decideClaim, decideJoin, decideLeave, type GroupBuyFacts } from "./decide-join"
import { isPromised, type Part, partState, unitsOf } from "./part"
import { fitShelf, type HeldReservation, planHold } from "../plan-hold"
import { decideShip, planEnd, planSettlement, type SettlingOrder, type SettlingPart } from "./plan-settlement"
import { decideTerms, nextTier, tierReached } from "./tiers"

const NOW = new Date("2026-11-20T10:00:00+08:00")
const at = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000)
const TIERS = [{ from_units: 10, price_fen: 5_000 }, { from_units: 50, price_fen: 4_500 }, { from_units: 100, price_fen: 3_999 }]
const TERMS = { starts_at: at(-60).toISOString(), ends_at: at(60).toISOString(), tiers: TIERS, capacity: 120, per_buyer_cap: 20 }
const group: GroupBuyFacts = { state: "open", starts_at: at(-60), ends_at: at(60), capacity: 120, per_buyer_cap: 20 }
const order = (more: Partial<SettlingOrder> = {}): SettlingOrder => ({ id: "order_1", is_cancelled: false, due_fen: 10_800, captured_fen: 10_800, refunded_fen: 0, unit_price_fen: 5_000, returned_fen: 0, is_confirmed: true, is_being_edited: false, ...more })
const part = (more: Partial<SettlingPart> = {}): SettlingPart => ({ quantity: 2, expires_at: at(30), claimed_at: null, leaving_at: null, counted: null, outcome: null, order: null, ...more })

describe("terms", () => {
  it.each([
    ["end before start", { ends_at: at(-120).toISOString() }], ["over already", { starts_at: at(-120).toISOString(), ends_at: at(-1).toISOString() }],
    ["more pieces, higher price", { tiers: [TIERS[0]!, { from_units: 50, price_fen: 5_000 }] }], ["fewer pieces after more", { tiers: [TIERS[1]!, { from_units: 50, price_fen: 1 }] }],
    ["not enough for the last tier", { capacity: 99 }], ["a cap above all there is", { per_buyer_cap: 121 }],
  ])("do not hold: %s", (_name, more) => expect(decideTerms({ ...TERMS, ...more }, NOW)).toMatchObject({ ok: false, code: "group_buy_terms" }))

  it("hold, and name the tier reached and the next", () => {
    expect(decideTerms(TERMS, NOW).ok).toBe(true)
    expect([9, 10, 99, 100].map((units) => tierReached(TIERS, units)?.price_fen ?? null)).toEqual([null, 5_000, 4_500, 3_999])
    expect([nextTier(TIERS, 9), nextTier(TIERS, 50), nextTier(TIERS, 100)]).toEqual([{ ...TIERS[0], missing: 1 }, { ...TIERS[2], missing: 50 }, null])
  })
})

describe("joining", () => {
  const join = (quantity: number, mine: Part[] = [], others: Part[] = [], more: Partial<GroupBuyFacts> = {}) => decideJoin({ ...group, ...more }, { mine, others }, quantity, NOW)
  it.each<[string, ReturnType<typeof join>, string]>([
    ["before the start", join(1, [], [], { starts_at: at(1) }), "group_buy_not_open"],
    ["at the end", join(1, [], [], { ends_at: NOW }), "group_buy_not_open"],
    ["when cancelled", join(1, [], [], { state: "cancelled" }), "group_buy_not_open"],
    ["beyond the cap", join(21), "group_buy_cap"],
    ["beyond the cap with what one holds", join(19, [part({ order: order() })]), "group_buy_cap"],
    ["beyond what is left", join(20, [], [part({ quantity: 101, order: order() })]), "group_buy_full"],
    ["while others are paying", join(20, [], [part({ quantity: 101 })]), "group_buy_full"],
    ["while one's own cart is being paid", join(1, [part({ claimed_at: at(-1) })]), "group_buy_paying"],
  ])("is refused %s", (_name, decided, code) => expect(decided).toMatchObject({ ok: false, code }))

  it("is granted for half an hour, at most to the end; what lapsed, left or was never paid gives way", () => {
    expect(join(20, [part({ quantity: 20 })], [part({ quantity: 100, expires_at: at(-1) }), part({ quantity: 100, outcome: "left" }), part({ quantity: 100, order: order({ is_cancelled: true }) })])).toEqual({ ok: true, value: at(30) })
    expect(join(1, [], [], { ends_at: at(5) })).toEqual({ ok: true, value: at(5) })
  })

  const line = { variant_id: "variant_1", quantity: 2, unit_price_fen: 5_000, is_discounted: false }
  const ready = { ...part(), variant_id: "variant_1", opening_price_fen: 5_000, ready_at: NOW }
  it.each([
    ["another quantity", ready, [{ ...line, quantity: 3 }]], ["another price", ready, [{ ...line, unit_price_fen: 4_999 }]], ["a discount on top", ready, [{ ...line, is_discounted: true }]],
    ["more goods", ready, [line, { ...line, variant_id: "variant_2" }]], ["an empty cart", ready, []], ["a lapsed part", { ...ready, expires_at: NOW }, [line]], ["a part without its approval", { ...ready, ready_at: null }, [line]],
  ])("a cart does not become its order with %s", (_name, claimable, lines) => expect(decideClaim(group, claimable, lines, NOW)).toMatchObject({ code: "group_buy_lapsed" }))
  it("exactly what was agreed does, until the end", () => {
    expect(decideClaim(group, ready, [line], NOW).ok).toBe(true)
    expect(decideClaim({ ...group, ends_at: NOW }, ready, [line], NOW).ok).toBe(false)
  })

  it("one may leave until the end", () => {
    expect(decideLeave(group, part({ order: order() }), NOW).ok).toBe(true)
    for (const [facts, held] of [[{ ...group, ends_at: NOW }, part({ order: order() })], [group, part()], [group, part({ order: order({ is_cancelled: true }) })], [group, part({ order: order(), outcome: "settled" })]] as const) {
      expect(decideLeave(facts, held, NOW)).toMatchObject({ code: "group_buy_cannot_leave" })
    }
  })

  it("a part is told in a buyer's words", () =>
    expect([part(), part({ expires_at: NOW }), part({ expires_at: NOW, claimed_at: at(-1) }), part({ order: order({ captured_fen: 0 }) }), part({ order: order() }), part({ order: order(), leaving_at: NOW }), part({ outcome: "refunded" })].map((one) => partState(one, NOW)))
      .toEqual(["paying", "lapsed", "paying", "unpaid", "joined", "leaving", "refunded"]))
})

/** A shop in miniature: what each step does to an order, and a machine that may die before, in between or after. */
function carryOut(held: SettlingPart, step: ReturnType<typeof planSettlement>): SettlingPart {
  const known = held.order!
  if (step.do === "reprice") return { ...held, order: { ...known, unit_price_fen: step.unit_price_fen } }
  if (step.do === "refund") return { ...held, order: { ...known, refunded_fen: known.refunded_fen + step.amount_fen, returned_fen: known.returned_fen + step.amount_fen } }
  if (step.do === "cancel") return { ...held, order: { ...known, is_cancelled: true, refunded_fen: known.captured_fen } }
  return step.do === "end" ? { ...held, outcome: step.outcome } : held
}

describe("settling", () => {
  const joins = fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 60 }), kind: fc.constantFrom("paid", "unpaid", "partly", "leaving", "never") }), { maxLength: 30 })
  const shippingFen = 800
  const partsOf = (entries: { quantity: number; kind: string }[]): SettlingPart[] => entries.map(({ quantity, kind }, index) => {
    const due_fen = quantity * TIERS[0]!.price_fen + shippingFen
    const captured_fen = kind === "unpaid" ? 0 : kind === "partly" ? due_fen - 1 : due_fen
    return part({ quantity, expires_at: at(-1), leaving_at: kind === "leaving" ? at(-5) : null, order: kind === "never" ? null : order({ id: `order_${index}`, due_fen, captured_fen }) })
  })

  it("whatever the order of joining, crashes and repetitions: everybody pays the reached price to the fen, or nothing", () =>
    fc.assert(fc.property(joins, fc.array(fc.nat(5), { minLength: 200, maxLength: 200 }), (entries, crashes) => {
      const parts = partsOf(entries)
      const units = unitsOf(parts)
      expect(unitsOf([...parts].reverse())).toBe(units)
      const ended = { ...planEnd(TIERS, units), tiers: TIERS }
      const counted = parts.map((one) => ({ ...one, counted: one.order !== null && one.leaving_at === null && one.order.captured_fen >= one.order.due_fen }))
      let turn = 0
      const settled = counted.map((first) => {
        let held: SettlingPart = first
        for (let step = planSettlement(ended, held, NOW); step.do !== "wait"; step = planSettlement(ended, held, NOW)) {
          expect(step.do).not.toBe("ask")
          // A process that dies before the step leaves the facts as they were; the next one plans the same.
          if (crashes[turn++ % 200]! === 0) expect(planSettlement(ended, held, NOW)).toEqual(step)
          held = carryOut(held, step)
        }
        return held
      })
      for (const { quantity, counted: stays, order: held, outcome } of settled) {
        const kept = (held?.captured_fen ?? 0) - (held?.refunded_fen ?? 0)
        if (stays && ended.state === "reached") expect([kept, outcome]).toEqual([quantity * ended.final_price_fen! + shippingFen, "settled"])
        else expect([kept, outcome]).toEqual([0, expect.stringMatching(/^(left|refunded|dropped)$/)])
      }
      const sum = (of: (held: SettlingPart) => number) => settled.reduce((total, held) => total + of(held), 0)
      const keeping = settled.filter(({ outcome }) => outcome === "settled")
      expect(sum(({ order: held }) => held?.captured_fen ?? 0)).toBe(sum(({ order: held }) => held?.refunded_fen ?? 0) + units * (ended.final_price_fen ?? 0) + keeping.length * shippingFen)
    })))

  it.each<[string, Partial<SettlingPart>, object]>([
    ["money that is not confirmed waits for a person", { order: order({ is_confirmed: false }) }, { do: "ask" }],
    ["an order that somebody edits is left alone", { order: order({ is_being_edited: true }) }, { do: "ask" }],
    ["what the office refunded for another cause does not count as the difference", { order: order({ unit_price_fen: 4_500, refunded_fen: 300 }) }, { do: "refund", amount_fen: 1_000 }],
    ["never more than is left", { order: order({ unit_price_fen: 4_500, refunded_fen: 10_000 }) }, { do: "refund", amount_fen: 800 }],
    ["an order cancelled by the office is returned whole", { counted: true, order: order({ is_cancelled: true, refunded_fen: 800 }) }, { do: "refund", amount_fen: 10_000 }],
    ["paid at the last moment, after the count: the same price", { counted: null, order: order({ unit_price_fen: 4_500, refunded_fen: 1_000, returned_fen: 1_000 }) }, { do: "end", outcome: "settled" }],
  ])("%s", (_name, more, step) => expect(planSettlement({ state: "reached", tiers: TIERS, final_price_fen: 4_500 }, part(more), NOW)).toMatchObject(step))

  it("touches nobody while it is open, but who leaves", () => {
    const open = { state: "open" as const, tiers: TIERS, final_price_fen: null }
    expect(planSettlement(open, part({ order: order() }), NOW)).toEqual({ do: "wait" })
    expect(planSettlement(open, part({ order: order(), leaving_at: NOW }), NOW)).toEqual({ do: "cancel" })
  })
})

describe("sending", () => {
  it.each<[string, GroupBuyFacts["state"], Partial<SettlingPart>, string | null]>([
    ["waits while everybody may still leave", "open", {}, "还没有结束"], ["not to whoever leaves", "open", { leaving_at: NOW }, "不要发货"], ["not when too few joined", "failed", { counted: true }, "不要发货"],
    ["not what was not paid in time", "reached", { counted: false }, "不要发货"], ["once it is reached, refund or not", "reached", { counted: true }, null], ["and when all is settled", "settled", { counted: true, outcome: "settled" }, null],
  ])("%s", (_name, state, more, message) => expect(decideShip({ state }, part({ order: order(), ...more }))).toMatchObject(message === null ? { ok: true } : { ok: false, code: "group_buy_state", message: expect.stringContaining(message) }))
})

describe("goods set aside", () => {
  const holds = [{ inventory_item_id: "box", location_id: "here", per_piece: 1 }, { inventory_item_id: "egg", location_id: "there", per_piece: 12 }]
  it("are exactly what is not promised, however often it is planned", () =>
    fc.assert(fc.property(fc.array(fc.nat(50), { maxLength: 12 }), (history) => {
      let reserved: HeldReservation[] = []
      for (const [turn, pieces] of history.entries()) {
        const plan = planHold(holds, reserved, pieces)
        reserved = [
          ...reserved.filter(({ id }) => !plan.remove.includes(id)).map((one) => ({ ...one, ...plan.update.find(({ id }) => id === one.id) })),
          ...plan.create.map(({ inventory_item_id, quantity }) => ({ id: `${inventory_item_id}_${turn}`, inventory_item_id, quantity })),
        ]
        const of = (item: string) => reserved.filter(({ inventory_item_id }) => inventory_item_id === item).reduce((sum, { quantity }) => sum + quantity, 0)
        expect([of("box"), of("egg")]).toEqual([pieces, pieces * 12])
        expect(planHold(holds, reserved, pieces)).toEqual({ create: [], update: [], remove: [] })
      }
    })))
  it("are as many as the shelf has, each part where there is most of it, and what is set aside stays where it is", () => {
    const parts = [{ inventory_item_id: "box", required_quantity: 1 }, { inventory_item_id: "egg", required_quantity: 12 }]
    const levels = [{ inventory_item_id: "box", location_id: "here", available: 3 }, { inventory_item_id: "box", location_id: "there", available: 9 }, { inventory_item_id: "egg", location_id: "there", available: 59 }]
    const kept = [{ id: "r", inventory_item_id: "box", location_id: "here", quantity: 2 }]
    expect([fitShelf(parts, levels, [], 10), fitShelf(parts, levels, [], 2), fitShelf(parts.slice(0, 1), levels, kept, 9), fitShelf(parts, [], [], 9).pieces]).toMatchObject([
      { pieces: 4, holds: [{ location_id: "there", per_piece: 1 }, { location_id: "there", per_piece: 12 }] }, { pieces: 2 }, { pieces: 5, holds: [{ location_id: "here" }] }, 0,
    ])
  })
  it("a part that is settled keeps its pieces, one given back does not", () => expect([part({ outcome: "settled" }), part({ outcome: "refunded" })].map((one) => isPromised(one, NOW))).toEqual([true, false]))
})
