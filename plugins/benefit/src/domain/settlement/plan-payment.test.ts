import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type OpenEntry, planPayment, planWriteOff, poolKey } from "./plan-payment"

const entry = (serial: number, open_fen: number, more: Partial<OpenEntry> = {}): OpenEntry => ({
  journal_id: `j${serial}`, position: 0, beneficiary_id: "h", order_id: "o1", line_item_id: "l1", linkage_version_id: "v1", producer_id: "p",
  event_at: new Date(Date.UTC(2026, 8, serial)), open_fen, settled_fen: 0, ...more,
})
const other = { order_id: "o2", line_item_id: "l2" }

describe("the payment of a household", () => {
  it.each<[string, OpenEntry[], number, Partial<ReturnType<typeof planPayment>>]>([
    ["nothing", [], 3_000, { amount_fen: 0, items: [] }],
    ["what was earned", [entry(1, 100)], 3_000, { amount_fen: 100, netted_fen: 0, owed_fen: 0 }],
    ["less what went back of the same line before it was paid, whatever the cap", [entry(1, 100), entry(2, -60)], 0, { amount_fen: 40, earned_fen: 40, netted_fen: 0 }],
    ["nothing where all of it went back", [entry(1, 100), entry(2, -100)], 3_000, { amount_fen: 0, items: [] }],
    ["less what was paid before and went back since", [entry(1, -20, { settled_fen: 100 }), entry(2, 100, other)], 3_000, { amount_fen: 80, netted_fen: 20, owed_fen: 0 }],
    ["no less than the cap leaves", [entry(1, -50, { settled_fen: 100 }), entry(2, 100, other)], 3_000, { amount_fen: 70, netted_fen: 30, owed_fen: 20 }],
    ["all of it where the region nets nothing", [entry(1, -50, { settled_fen: 100 }), entry(2, 100, other)], 0, { amount_fen: 100, netted_fen: 0, owed_fen: 50 }],
    ["nothing, and nothing taken, where it owes all of it", [entry(1, -100, { settled_fen: 100 }), entry(2, 100, other)], 10_000, { amount_fen: 0, items: [], owed_fen: 100 }],
    ["nothing where it only owes", [entry(1, -100, { settled_fen: 100 })], 3_000, { amount_fen: 0, items: [], owed_fen: 100 }],
    ["without what was never paid: it is still on its way in another run", [entry(1, -50), entry(2, 100, other)], 3_000, { amount_fen: 100, netted_fen: 0, owed_fen: 50 }],
  ])("is %s", (_name, entries, cap, expected) => expect(planPayment("h", entries, cap)).toMatchObject(expected))

  it("takes the oldest reversal first and of the last one a part", () => {
    const { items } = planPayment("h", [entry(1, -20, { settled_fen: 90 }), entry(2, -50, { settled_fen: 90 }), entry(3, 100, other)], 3_000)
    expect(items).toEqual([{ journal_id: "j3", position: 0, amount_fen: 100 }, { journal_id: "j2", position: 0, amount_fen: -10 }, { journal_id: "j1", position: 0, amount_fen: -20 }])
  })

  it("may be spared a debt: a write-off takes no more than is owed, oldest first, and of a line no more than was paid", () => {
    const owing = [entry(1, -20, { settled_fen: 90 }), entry(2, -50, { settled_fen: 90 }), entry(3, -30, { ...other, settled_fen: 10 })]
    const sum = (amount: number) => planWriteOff(owing, amount).map(({ amount_fen }) => amount_fen)
    expect([sum(1_000), sum(25), sum(75)]).toEqual([[-50, -20, -10], [-5, -20], [-50, -20, -5]])
    expect(planWriteOff([entry(1, 100)], 10)).toEqual([])
  })
})

/** A ledger of one household and what runs did with it. */
class Model {
  entries: (OpenEntry & { amount_fen: number })[] = []
  settled = new Map<string, number>()
  paid = 0

  open(): OpenEntry[] {
    return this.entries.filter(({ open_fen }) => open_fen !== 0).map((one) => ({ ...one, settled_fen: this.settled.get(poolKey(one)) ?? 0 }))
  }

  /** A line earns, or gives back some of what it earned. */
  move(line: number, fen: number, back: boolean): void {
    const own = this.entries.filter(({ line_item_id }) => line_item_id === `l${line}`)
    const earned = own.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
    const amount_fen = back ? -Math.min(fen, earned) : fen
    if (amount_fen !== 0) this.entries.push({ ...entry(this.entries.length + 1, amount_fen, { order_id: `o${line}`, line_item_id: `l${line}` }), amount_fen })
  }

  take(items: { journal_id: string; amount_fen: number }[], sign: 1 | -1): void {
    for (const { journal_id, amount_fen } of items) {
      const taken = this.entries.find((one) => one.journal_id === journal_id)!
      taken.open_fen -= sign * amount_fen
      this.settled.set(poolKey(taken), (this.settled.get(poolKey(taken)) ?? 0) + sign * amount_fen)
      // No entry is ever taken beyond its amount, nor left with the other sign.
      expect(Math.sign(taken.open_fen) * Math.sign(taken.amount_fen)).toBeGreaterThanOrEqual(0)
      expect(Math.abs(taken.open_fen)).toBeLessThanOrEqual(Math.abs(taken.amount_fen))
    }
  }

  run(cap_bp: number, returns: boolean): void {
    const before = this.open().reduce((sum, { open_fen }) => sum + open_fen, 0)
    const plan = planPayment("h", this.open(), cap_bp)
    expect(plan.items.reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(plan.amount_fen)
    expect(plan.amount_fen).toBeGreaterThanOrEqual(0)
    expect(plan.amount_fen).toBeLessThanOrEqual(plan.earned_fen)
    expect(plan.netted_fen).toBeLessThanOrEqual(Math.floor((plan.earned_fen * cap_bp) / 10_000))
    expect(plan.items.length === 0).toBe(plan.amount_fen === 0)
    this.take(plan.items, 1)
    this.paid += plan.amount_fen
    expect(this.open().reduce((sum, { open_fen }) => sum + open_fen, 0)).toBe(before - plan.amount_fen)
    if (returns) {
      this.take(plan.items, -1)
      this.paid -= plan.amount_fen
    }
  }
}

const command = fc.oneof(
  { weight: 3, arbitrary: fc.record({ line: fc.integer({ min: 1, max: 4 }), fen: fc.integer({ min: 1, max: 500 }), back: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ cap: fc.constantFrom(0, 1, 3_000, 9_999, 10_000), returns: fc.boolean() }) },
)

it("over many runs nothing is lost, nothing paid twice, and no line is settled below zero", () => {
  fc.assert(fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
    const model = new Model()
    for (const one of commands) {
      if ("cap" in one) model.run(one.cap, one.returns)
      else model.move(one.line, one.fen, one.back)
    }
    const earned = model.entries.reduce((sum, { amount_fen }) => sum + amount_fen, 0)
    expect(model.paid + model.open().reduce((sum, { open_fen }) => sum + open_fen, 0)).toBe(earned)
    for (const settled of model.settled.values()) expect(settled).toBeGreaterThanOrEqual(0)
    // Whoever earns enough from then on has paid back all: nothing is owed for ever.
    model.move(9, 1_000_000, false)
    model.run(3_000, false)
    const owed = model.open().reduce((sum, { open_fen }) => sum + open_fen, 0)
    expect([owed, model.paid]).toEqual([0, earned + 1_000_000])
  }), { numRuns: 500 })
})
