import type { PreorderRule } from "@fupin/contract/schemas"
import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { allotHarvest, mayWithdraw, mostMore, shareSurplus } from "./allot"
import { type Money, openOf, owedBack, type Payment, planApplication } from "./book"
import { canTakeMore, canWithdraw, type ContractFacts, decideBooking, decideDelivery, dueOn, isComplete, type OfferFacts, waitsForMoney } from "./contract"
import { piecesToKeep } from "./hold"
import { coverSteps, decideTerms, dueBy, isLapsed, planSteps } from "./schedule"
import { planWaits } from "./waits"

const RULE: PreorderRule = {
  deposit_percent: 30, deposit_days: 7, instalments: [{ due_on: "2027-05-01", percent: 33 }], grace_days: 5, balance_days: 15, shortage: "pro_rata", tolerance_percent: 10, surplus_percent: 20, answer_days: 5,
}
const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
const bookings = fc.array(fc.record({ booked: fc.integer({ min: 1, max: 5_000 }), is_preferred: fc.boolean() }), { maxLength: 25 }).map((rows) => rows.map((row, index) => ({ ...row, id: `c${index}` })))
const shortage = fc.constantFrom("pro_rata" as const, "schools_first" as const)

describe("advances", () => {
  it("are the whole contract to the fen, whatever its shares", () => fc.assert(fc.property(
    fc.integer({ min: 1, max: 2_000_000_000 }), fc.integer({ min: 1, max: 40 }), fc.array(fc.integer({ min: 1, max: 10 }), { maxLength: 6 }), (total, deposit_percent, percents) => {
      const steps = planSteps({ deposit_percent, deposit_days: 7, instalments: percents.map((percent, index) => ({ due_on: `2027-0${index + 1}-01`, percent })) }, total, "2026-11-22")
      expect(sum(steps.map(({ amount_fen }) => amount_fen))).toBe(total)
      expect(steps.every(({ amount_fen }) => amount_fen >= 0)).toBe(true)
      expect(sum(coverSteps(steps, total, "2027-12-31").map(({ paid_fen }) => paid_fen))).toBe(total)
    })))
  it("fall due one after the other, an instalment never before the deposit", () => {
    const steps = planSteps(RULE, 10_001, "2027-04-28")
    expect(steps).toEqual([{ kind: "deposit", due_on: "2027-05-05", amount_fen: 3_000 }, { kind: "instalment", due_on: "2027-05-05", amount_fen: 3_301 }, { kind: "balance", due_on: null, amount_fen: 3_700 }])
    expect(["2027-05-04", "2027-05-05"].map((day) => dueBy(steps, day))).toEqual([0, 6_301])
  })
  it.each([["2026-12-04", 0, false], ["2026-12-05", 0, true], ["2026-12-05", 2_999, true], ["2026-12-05", 3_000, false]])("on %s with %i arrived: lapsed %s", (today, received, expected) =>
    expect(isLapsed(planSteps(RULE, 10_000, "2026-11-22"), received, RULE.grace_days, today)).toBe(expected))
  it.each([
    [{}, true], [{ book_by: "2026-11-21" }, false], [{ harvest_from: "2026-12-31" }, false], [{ harvest_to: "2027-05-31" }, false], [{ rule: { ...RULE, instalments: [{ due_on: "2027-05-01", percent: 71 }] } }, false],
    [{ rule: { ...RULE, instalments: [{ due_on: "2027-05-01", percent: 5 }, { due_on: "2027-05-01", percent: 5 }] } }, false],
  ])("terms %o hold: %s", (more, expected) => expect(decideTerms({ book_by: "2026-12-31", harvest_from: "2027-06-01", harvest_to: "2027-07-01", rule: RULE, ...more }, "2026-11-22").ok).toBe(expected))
})

describe("a harvest", () => {
  it("gives nobody more than booked, all together no more than there is, and everything as far as it is wanted", () => fc.assert(fc.property(bookings, fc.nat({ max: 60_000 }), shortage, (rows, harvested, rule) => {
    const shares = allotHarvest(rows, harvested, rule)
    expect(rows.every(({ id, booked }) => shares.get(id)! >= 0 && shares.get(id)! <= booked)).toBe(true)
    expect(sum(shares.values())).toBe(Math.min(harvested, sum(rows.map(({ booked }) => booked))))
  })))
  it("does not depend on who comes first", () => fc.assert(fc.property(bookings, fc.nat({ max: 60_000 }), shortage, (rows, harvested, rule) => {
    const [forth, back] = [allotHarvest(rows, harvested, rule), allotHarvest(rows.toReversed(), harvested, rule)]
    expect(rows.map(({ id }) => back.get(id))).toEqual(rows.map(({ id }) => forth.get(id)))
  })))
  it("serves schools, hospitals and homes first where the rule says so", () =>
    expect([...allotHarvest([{ id: "works", booked: 60, is_preferred: false }, { id: "school", booked: 40, is_preferred: true }], 50, "schools_first")].sort()).toEqual([["school", 40], ["works", 10]]))
  it("of which something is left is shared among those who ask, never above what there is nor above each one's limit", () => fc.assert(fc.property(bookings, fc.nat({ max: 200_000 }), shortage, fc.nat({ max: 300 }), (rows, harvested, rule, wants_more) => {
    const allotted = allotHarvest(rows, harvested, rule)
    // Every third unit withdrew: what it was allotted is there for the others.
    const staying = rows.filter((_, index) => index % 3 !== 0).map((row) => ({ ...row, allotted: allotted.get(row.id)!, wants_more }))
    const extras = shareSurplus(staying, harvested, { shortage: rule, surplus_percent: 20 })
    expect(sum(staying.map((one) => one.allotted)) + sum(extras.values())).toBeLessThanOrEqual(harvested)
    expect(staying.every((one) => (extras.get(one.id) ?? 0) <= Math.min(wants_more, mostMore(one.booked, one.allotted, { surplus_percent: 20 })))).toBe(true)
  })))
  it.each([[100, 90, false], [100, 89, true], [3, 2, true], [100, 100, false]])("of %i booked %i: may withdraw %s", (booked, allotted, expected) => expect(mayWithdraw(booked, allotted, RULE)).toBe(expected))
})

describe("a contract's book", () => {
  const money = fc.record({ state: fc.constantFrom("running", "done", "cancelled", "lapsed", "withdrawn"), total_fen: fc.nat({ max: 10_000 }), accepted_fen: fc.nat({ max: 10_000 }), received_fen: fc.nat({ max: 20_000 }), paid_back_fen: fc.nat({ max: 5_000 }) }) as fc.Arbitrary<Money>
  it("either lacks something or owes something back, never both", () => fc.assert(fc.property(money, (one) => { expect(Math.min(openOf(one), owedBack(one))).toBe(0) })))

  it("brings every fen that may be used to accepted goods, the oldest first, and no fen twice", () => fc.assert(fc.property(
    fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 6 }), fc.array(fc.integer({ min: 1, max: 900 }), { maxLength: 5 }), fc.nat({ max: 1_500 }), (paid, worth, wished_back) => {
      const payments: Payment[] = paid.map((amount_fen, index) => ({ id: `p${index}`, amount_fen, applied_fen: 0 }))
      const deliveries = worth.map((accepted_fen, index) => ({ id: `d${index}`, accepted_fen, applied_fen: 0, lacks_fen: accepted_fen }))
      const back = Math.min(wished_back, Math.max(0, sum(paid) - sum(worth)))
      const done: { payment_id: string; delivery_id: string }[] = []
      for (let next = planApplication(payments, back, deliveries, done); next; next = planApplication(payments, back, deliveries, done)) {
        payments.find(({ id }) => id === next!.payment_id)!.applied_fen += next.amount_fen
        const delivery = deliveries.find(({ id }) => id === next!.delivery_id)!
        ;[delivery.applied_fen, delivery.lacks_fen] = [delivery.applied_fen + next.amount_fen, delivery.lacks_fen - next.amount_fen]
        done.push(next)
      }
      expect(sum(payments.map(({ applied_fen }) => applied_fen))).toBe(Math.min(sum(paid) - back, sum(worth)))
      expect(payments.every(({ amount_fen, applied_fen }) => applied_fen <= amount_fen) && deliveries.every(({ accepted_fen, applied_fen }) => applied_fen <= accepted_fen)).toBe(true)
    })))
})

describe("whether advances may become payment", () => {
  const accepted = { accepted: 2, applied_fen: 0 }
  it.each([
    ["money and goods", {}, true],
    ["a step that was begun", { payments: [], applications: [{ is_booked: false }] }, true],
    ["goods and no money", { payments: [] }, false],
    ["money that went back", { paybacks: [{ amount_fen: 500 }] }, false],
    ["money and nothing accepted", { deliveries: [{ accepted: null, applied_fen: 0 }] }, false],
    ["goods that are paid", { payments: [{ amount_fen: 500, applied_fen: 200 }], deliveries: [{ accepted: 2, applied_fen: 200 }] }, false],
  ])("%s", (_name, changes, waits) =>
    expect(waitsForMoney({ price_fen: 100, payments: [{ amount_fen: 500, applied_fen: 0 }], paybacks: [], deliveries: [accepted], applications: [], ...changes })).toBe(waits))
})

describe("what may be done with a contract", () => {
  const offer: OfferFacts = { state: "open", book_by: "2026-12-31", expected_yield: 100, booked: 70, answer_by: null, shared_at: null }
  const harvested: OfferFacts = { ...offer, state: "harvested", answer_by: "2027-06-10" }
  const contract: ContractFacts & { wants_more: number | null } = {
    state: "running", booked: 50, price_fen: 100, rule: RULE, booked_at: new Date("2026-11-22T04:00:00Z"), signed_on: "2026-11-22", allotted: null, wants_more: null, extra: 0, payments: [], paybacks: [], deliveries: [],
  }
  const cut = { ...contract, allotted: 40 }
  const delivered = (accepted: number | null, quantity = 40) => [{ sequence: 1, quantity, deliver_on: "2027-06-12", state: accepted === null ? "placed" as const : "accepted" as const, accepted, accepted_at: accepted === null ? null : "2027-06-12T01:00:00Z" }]
  it.each([[30, "2026-12-31", true], [31, "2026-12-31", false], [1, "2027-01-01", false]])("booking %i on %s: %s", (quantity, day, expected) => expect(decideBooking(offer, quantity, day).ok).toBe(expected))
  it("withdrawing needs a cut beyond the tolerance, in time, and nothing delivered", () => expect([
    canWithdraw(harvested, cut, "2027-06-10"), canWithdraw(harvested, cut, "2027-06-11"), canWithdraw(harvested, { ...cut, allotted: 45 }, "2027-06-10"), canWithdraw(harvested, { ...cut, deliveries: delivered(null) }, "2027-06-10"), canWithdraw(offer, contract, "2026-12-01"),
  ]).toEqual([true, false, false, false, false]))
  it("more is what was cut off and a share of a surplus", () => expect([canTakeMore(harvested, cut, "2027-06-10"), canTakeMore(harvested, { ...cut, allotted: 50 }, "2027-06-10"), canTakeMore(harvested, cut, "2027-06-11")]).toEqual([20, 10, 0]))
  it.each([
    [{}, 40, 1, "preorder_waits_answer"], [{ wants_more: 0 }, 40, 1, "new"], [{ wants_more: 0 }, 41, 1, "preorder_above_allotted"], [{ wants_more: 0 }, 10, 2, "preorder_delivery_sequence"], [{ state: "withdrawn" as const }, 10, 1, "preorder_state"],
    [{ deliveries: delivered(null) }, 40, 1, "again"], [{ deliveries: delivered(null) }, 39, 1, "preorder_delivery_sequence"], [{ deliveries: delivered(30) }, 10, 2, "new"], [{ deliveries: delivered(30) }, 11, 2, "preorder_above_allotted"],
  ])("a batch with %o, %i pieces as number %i: %s", (more, quantity, sequence, expected) => {
    const decided = decideDelivery(harvested, { ...cut, ...more }, { sequence, quantity, deliver_on: "2027-06-12" }, "2027-06-10")
    expect(decided.ok ? decided.value : decided.code).toBe(expected)
  })
  it("what is due follows days first and accepted goods then", () => expect([
    dueOn(contract, "2026-11-28"), dueOn(contract, "2026-11-29"), dueOn({ ...contract, payments: [{ amount_fen: 1_000 }] }, "2026-11-29"), dueOn({ ...cut, deliveries: delivered(40), payments: [{ amount_fen: 1_000 }] }, "2027-06-12"), dueOn({ ...contract, state: "lapsed" }, "2027-01-01"),
  ]).toEqual([0, 1_500, 500, 3_000, 0]))
  it("waits for money from a week before its day, for an answer while one can be given, and for nothing once it is over", () => {
    const later = { ...cut, wants_more: 0, signed_on: "2026-11-22" }
    expect([
      planWaits(offer, contract, "2026-11-21"), planWaits(offer, contract, "2026-11-22"), planWaits(offer, contract, "2026-12-02"), planWaits(harvested, { ...cut, payments: [{ amount_fen: 4_000 }] }, "2027-06-10"),
      planWaits(harvested, { ...later, deliveries: delivered(40), payments: [{ amount_fen: 1_000 }] }, "2027-06-12"), planWaits(harvested, { ...later, deliveries: delivered(40), payments: [{ amount_fen: 4_000 }] }, "2027-06-12"), planWaits(offer, { ...contract, state: "lapsed" }, "2026-12-02"),
    ]).toMatchObject([
      [], [{ kind: "preorder_due", due_on: "2026-11-29", due_fen: 1_500 }], [{ kind: "preorder_overdue", due_on: "2026-11-29", last_day: "2026-12-04" }], [{ kind: "preorder_answer", answer_by: "2027-06-10", may_withdraw: true, may_take_more: 20 }],
      [{ kind: "preorder_overdue", last_day: null }], [], [],
    ])
  })
  it("keeps back what running contracts get, until nobody can answer also what they may ask for, never what became orders", () => {
    const keep = (more: object, contracts: ContractFacts[]) => piecesToKeep({ ...harvested, actual_yield: 90, ...more }, contracts)
    const shared = { shared_at: new Date(0) }
    expect([
      keep({ state: "open" }, [cut]), keep({}, [cut]), keep({ actual_yield: 45 }, [cut]), keep({}, [cut, { ...cut, state: "withdrawn" }]), keep(shared, [cut, { ...cut, extra: 5 }]),
      keep(shared, [{ ...cut, deliveries: delivered(null, 30) }]), keep(shared, [{ ...cut, deliveries: delivered(25, 30) }]), keep({ actual_yield: 45 }, [{ ...cut, deliveries: delivered(null, 30) }]), keep(shared, [{ ...cut, state: "done" }]),
    ]).toEqual([0, 60, 45, 60, 85, 10, 15, 15, 0])
  })
  it("is complete once everything was accepted and paid and nobody can add anything", () => {
    const over = { ...cut, deliveries: delivered(40), payments: [{ amount_fen: 4_000 }] }
    expect([isComplete({ ...harvested, shared_at: new Date(0) }, over), isComplete(harvested, over), isComplete({ ...harvested, shared_at: new Date(0) }, { ...over, payments: [] })]).toEqual([true, false, false])
  })
})
