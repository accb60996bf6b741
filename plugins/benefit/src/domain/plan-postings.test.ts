import fc from "fast-check"
import { describe, expect, it } from "vitest"
import { type Journal, journalHash } from "./journal"
import type { LinkageInForce, ShareRule } from "./linkage"
import type { LineFacts, OrderFacts, RefundFact, Terms } from "./order-facts"
import { NOTHING_POSTED, planPostings, type Posted } from "./plan-postings"

const at = (day: number) => new Date(Date.UTC(2026, 8, day))
const NOW = at(90)
const terms = (quantity: number, unit_price: string): Terms => ({ quantity, unit_price, is_tax_inclusive: true, tax_rate: "0", discounts: [] })
const line = (line_id: string, live: Terms, more: Partial<LineFacts> = {}): LineFacts =>
  ({ line_id, product_id: `p-${line_id}`, variant_id: `v-${line_id}`, producer_id: "coop", live, earlier: [], returned_quantity: 0, ...more })
const order = (more: Partial<OrderFacts>): OrderFacts =>
  ({ order_id: "order", placed_at: at(1), version: 1, version_at: at(1), lines: [line("a", terms(2, "50")), line("b", terms(1, "60"))], shipping: [terms(1, "8")], captures: [], refunds: [], acceptances: [], ...more })
const money = (id: string, amount: string, day: number) => ({ id, amount, at: at(day) })
const refund = (id: string, amount: string, day: number, lines: RefundFact["lines"] = []): RefundFact => ({ ...money(id, amount, day), lines })
const accepted = (line_item_id: string, quantity: number, day: number, kind: "accepted" | "delivered" = "accepted") => ({ id: `acc-${line_item_id}-${day}`, kind, line_item_id, quantity, at: at(day) })
const linkage = (share: ShareRule, weights: number[], name = "v1"): LinkageInForce => ({
  version_id: name, agreement_id: `agreement-${name}`, producer_id: "coop", category: "operating", valid_from: at(0), valid_to: null,
  rules: [{ target: { kind: "all" }, share }], members: weights.map((weight, index) => ({ beneficiary_id: `household-${index}`, weight, from: at(0), to: null })),
})
const tenth = [linkage({ kind: "revenue_share", bp: 1_000 }, [3, 2, 1])]

/** What the ledger holds after these journals, as the module reads it back. */
function post(journals: Journal[], before: Posted = NOTHING_POSTED): Posted {
  const cited = new Map(journals.flatMap(({ source_ids, source_ats }) => source_ids.map((id, index) => [id, source_ats[index]!] as const)))
  const all = journals.flatMap(({ entries, event_at }) => entries.map((entry) => ({ ...entry, event_at })))
  const rows = all.filter(({ account }) => account === "provisional" || account === "payable")
  const sales = journals.filter(({ kind }) => kind === "sale")
  return {
    journals: before.journals + journals.length, sources: [...before.sources.filter(({ id }) => !cited.has(id)), ...[...cited].map(([id, at]) => ({ id, at }))],
    last_event_at: journals.reduce<Date | null>((last, { event_at }) => (last === null || event_at > last ? event_at : last), before.last_event_at),
    last_sale_id: sales.at(-1)?.id ?? before.last_sale_id,
    borne: [...before.borne, ...all.flatMap(({ account, amount_fen, line_item_id, linkage_version_id, producer_id, event_at }) => (account === "platform" || account === "carrier"
      ? [{ bearer: account, amount_fen: -amount_fen, line_item_id: line_item_id!, linkage_version_id: linkage_version_id!, producer_id: producer_id!, event_at }] : []))],
    holdings: [...before.holdings, ...rows.map(({ account, amount_fen, line_item_id, ...rest }) => ({
      line_item_id: line_item_id!, linkage_version_id: rest.linkage_version_id!, producer_id: rest.producer_id!, beneficiary_id: rest.beneficiary_id, event_at: rest.event_at,
      provisional_fen: account === "provisional" ? amount_fen : 0, payable_fen: account === "payable" ? amount_fen : 0,
    }))],
  }
}
const fen = (posted: Posted, stage: "provisional_fen" | "payable_fen", lineId?: string) =>
  posted.holdings.filter(({ line_item_id }) => !lineId || line_item_id === lineId).reduce((sum, holding) => sum + holding[stage], 0)
const run = (facts: OrderFacts, linkages = tenth, now = NOW) => post(planPostings(facts, linkages, NOTHING_POSTED, now))
const paid = [money("capture", "168", 2)]

describe("what the ledger says of an order", () => {
  it.each<[string, Partial<OrderFacts>, number, number]>([
    ["unpaid: nothing", {}, 0, 0],
    ["paid: provisional", { captures: paid }, 1_600, 0],
    ["half paid: half", { captures: [money("c", "84", 2)] }, 800, 0],
    ["paid in two parts: all", { captures: [money("c", "84", 2), money("d", "84", 3)] }, 1_600, 0],
    ["accepted: payable", { captures: paid, acceptances: [accepted("a", 2, 3), accepted("b", 1, 3)] }, 0, 1_600],
    ["one line accepted", { captures: paid, acceptances: [accepted("b", 1, 3)] }, 1_000, 600],
    ["one of two accepted", { captures: paid, acceptances: [accepted("a", 1, 3)] }, 1_100, 500],
    ["the other refunded: what is left is for the accepted one", { captures: paid, acceptances: [accepted("a", 1, 3)], refunds: [refund("r", "50", 4, [{ line_item_id: "a", amount_fen: 5_000 }])] }, 600, 500],
    ["accepted more than ordered counts once", { captures: paid, acceptances: [accepted("b", 1, 3), accepted("b", 5, 4)] }, 1_000, 600],
    ["delivered and accepted: the larger counts", { captures: paid, acceptances: [accepted("a", 1, 3), accepted("a", 1, 4, "delivered"), accepted("b", 1, 4, "delivered")] }, 500, 1_100],
    ["accepted before it was paid", { captures: [money("c", "168", 9)], acceptances: [accepted("a", 2, 3), accepted("b", 1, 3)] }, 0, 1_600],
    ["delivered, but the days have not passed", { captures: paid, acceptances: [accepted("a", 2, 91)] }, 1_600, 0],
    ["one line accepted and paid, the other refused at the door", { captures: [money("c", "68", 9)], acceptances: [accepted("b", 1, 3)] }, 0, 600],
    ["the same when it was paid before", { captures: [money("c", "68", 2)], acceptances: [accepted("b", 1, 3)] }, 0, 600],
    ["one of two accepted and paid", { lines: [line("a", terms(2, "50"))], captures: [money("c", "58", 9)], acceptances: [accepted("a", 1, 3)] }, 0, 500],
    ["goods settled by weight: what was weighed", { lines: [line("a", terms(10, "4.80"))], shipping: [], captures: [money("c", "47.40", 9)], acceptances: [accepted("a", 9.876, 3)] }, 0, 474],
    ["and what rounds up is all payable", { lines: [line("a", terms(10, "4.80"))], shipping: [], captures: [money("c", "47.41", 9)], acceptances: [accepted("a", 9.877, 3)] }, 0, 474],
    ["refunded in full", { captures: paid, refunds: [refund("r", "168", 5)] }, 0, 0],
    ["refunded in full after acceptance", { captures: paid, acceptances: [accepted("a", 2, 3)], refunds: [refund("r", "168", 5)] }, 0, 0],
    ["a line edited away, not refunded", { captures: paid, version: 2, version_at: at(4), lines: [line("a", terms(2, "50")), line("b", terms(0, "60"), { earlier: [terms(1, "60")] })] }, 1_600, 0],
    ["a line edited away and refunded", { captures: paid, refunds: [refund("r", "60", 5)], version: 2, version_at: at(4), lines: [line("a", terms(2, "50")), line("b", terms(0, "60"), { earlier: [terms(1, "60")] })] }, 1_000, 0],
    ["one of two edited away, not refunded", { captures: paid, version: 2, lines: [line("a", terms(1, "50"), { earlier: [terms(2, "50")] }), line("b", terms(1, "60"))] }, 1_600, 0],
  ])("%s", (_name, more, provisional, payable) => {
    const posted = run(order(more))
    expect([fen(posted, "provisional_fen"), fen(posted, "payable_fen")]).toEqual([provisional, payable])
  })

  it("pays per kilogram for the kilograms accepted, whatever the fen of the price round to", () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.nat(), fc.integer({ min: 1, max: 5_000 }), fc.nat(100), (kilograms, grams, price, part) => {
      const weight = (grams % (kilograms * 1000) + 1) / 1000
      const share = Math.floor((price * part) / 100)
      const paid_fen = Math.floor((2 * Math.round(weight * 1000) * price + 1000) / 2000)
      const kilo = order({ lines: [line("a", terms(kilograms, (price / 100).toFixed(2)))], shipping: [], captures: [money("c", (paid_fen / 100).toFixed(2), 9)], acceptances: [accepted("a", weight, 3)] })
      const posted = run(kilo, [linkage({ kind: "per_unit", fen: share }, [2, 1])])
      if (paid_fen > 0) expect([fen(posted, "provisional_fen"), fen(posted, "payable_fen")]).toEqual([0, Math.min(paid_fen, Math.floor((2 * Math.round(weight * 1000) * share + 1000) / 2000))])
    }))
  })

  it("posts each fact at its own moment, cites its sources, and the reversal cites its sale", () => {
    const journals = planPostings(order({ captures: paid, acceptances: [accepted("a", 2, 3), accepted("b", 1, 3)], refunds: [refund("r", "84", 40)] }), tenth, NOTHING_POSTED, NOW)
    expect(journals.map(({ kind, event_at, source_ids }) => [kind, event_at, source_ids])).toEqual([
      ["sale", at(2), ["capture"]], ["acceptance", at(3), ["acc-a-3", "acc-b-3"]], ["reversal", at(40), ["r"]],
    ])
    expect(journals[2]!.reverses).toBe(journals[0]!.id)
    expect(journals.map(({ idempotency_key }) => idempotency_key)).toEqual(["order:1", "order:2", "order:3"])
    for (const { id: _id, input_hash, ...journal } of journals) expect(journalHash(journal)).toBe(input_hash)
  })

  it("dates what became known late by itself", () => {
    const posted = run(order({ captures: paid, acceptances: [accepted("b", 1, 20)] }))
    const late = planPostings(order({ captures: paid, acceptances: [accepted("b", 1, 20), accepted("a", 2, 10)] }), tenth, posted, NOW)
    expect(late.map(({ kind, event_at }) => [kind, event_at])).toEqual([["acceptance", at(10)]])
  })

  it("moves what it posted to the day that the bank says, once", () => {
    const seen = run(order({ captures: [money("c", "168", 40)], refunds: [refund("r", "84", 41)] }))
    const facts = order({ captures: [money("c", "168", 5)], refunds: [refund("r", "84", 41)] })
    const moved = post(planPostings(facts, tenth, seen, NOW), seen)
    const byDay = (day: number) => moved.holdings.filter(({ event_at }) => event_at.getTime() === at(day).getTime()).reduce((sum, { provisional_fen }) => sum + provisional_fen, 0)
    expect([byDay(5), byDay(40), byDay(41)]).toEqual([1_600, 0, -800])
    expect(planPostings(facts, tenth, moved, NOW)).toEqual([])
  })

  it("takes the linkage of the day of the sale, and takes back what a wrong one gave", () => {
    const later = { ...tenth[0]!, version_id: "v2", valid_from: at(2) }
    const now = [{ ...tenth[0]!, valid_to: at(2) }, later]
    expect(planPostings(order({ captures: paid }), now, run(order({ captures: paid })), NOW)).toEqual([])
    const corrected = planPostings(order({ captures: paid }), [later], run(order({ captures: paid })), NOW)
    expect(fen(post(corrected, run(order({ captures: paid }))), "provisional_fen")).toBe(0)
  })
})

describe("a refund that the households do not feel", () => {
  const goodwill = (kept: RefundFact["kept"], more: RefundFact[] = []) => order({ captures: paid, acceptances: [accepted("a", 2, 3), accepted("b", 1, 3)], refunds: [{ ...refund("r", "84", 5), kept }, ...more] })
  const platform = { from: at(9), bearer: "platform" as const }
  const onAccount = (journals: Journal[], account: string) => journals.flatMap(({ entries }) => entries).filter((entry) => entry.account === account).reduce((sum, { amount_fen }) => sum + amount_fen, 0)

  it.each<[string, RefundFact["kept"], RefundFact[], number, number, number]>([
    ["nobody said so: half is gone", null, [], 800, -800, 0],
    ["borne by the platform: all stays, and the platform owes what the producer does not", platform, [], 1_600, -800, -800],
    ["borne by the producer: all stays its own obligation", { from: at(9), bearer: "producer" }, [], 1_600, -1_600, 0],
    ["the rest goes back and is felt", platform, [refund("rest", "84", 12)], 800, 0, -800],
    ["two bearers, each its own", platform, [{ ...refund("rest", "42", 12), kept: { from: at(13), bearer: "carrier" } }], 1_600, -400, -800],
  ])("%s", (_name, kept, more, households, producer, bearer) => {
    const journals = planPostings(goodwill(kept, more), tenth, NOTHING_POSTED, NOW)
    const posted = post(journals)
    expect([fen(posted, "provisional_fen") + fen(posted, "payable_fen"), onAccount(journals, "obligation"), onAccount(journals, "platform")]).toEqual([households, producer, bearer])
    expect(households + producer + bearer + onAccount(journals, "carrier")).toBe(0)
    expect(planPostings(goodwill(kept, more), tenth, posted, NOW)).toEqual([])
  })

  it("is taken back with the refund and given again on the day of the decision, which is its source", () => {
    const felt = run(goodwill(null))
    const late = planPostings(goodwill(platform), tenth, felt, NOW)
    expect(late.map(({ kind, event_at, source_ids, order_id }) => [kind, event_at, source_ids, order_id])).toEqual([["sale", at(9), ["r:kept"], "order"], ["acceptance", at(9), ["r:kept"], "order"]])
    expect(planPostings(goodwill(platform), tenth, NOTHING_POSTED, NOW).map(({ kind, event_at }) => [kind, event_at]).slice(0, 3)).toEqual([["sale", at(2)], ["acceptance", at(3)], ["reversal", at(5)]])
    expect(sums(post(late, felt))).toEqual(sums(run(goodwill(platform))))
  })

  it("moves with the rest when the bank names another day", () => {
    const seen = run(goodwill(platform))
    const facts = { ...goodwill(platform), captures: [money("capture", "168", 1)] }
    const moved = post(planPostings(facts, tenth, seen, NOW), seen)
    expect([sums(moved), borneSums(moved)]).toEqual([sums(seen), borneSums(seen)])
    expect(planPostings(facts, tenth, moved, NOW)).toEqual([])
  })
})

const RULES: fc.Arbitrary<ShareRule> = fc.oneof(
  fc.record({ kind: fc.constant("direct_sale" as const), fee_bp: fc.nat(3_000) }),
  fc.record({ kind: fc.constant("revenue_share" as const), bp: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ kind: fc.constant("profit_share" as const), bp: fc.nat(10_000), unit_cost_fen: fc.nat(3_000) }),
  fc.record({ kind: fc.constant("per_unit" as const), fen: fc.nat(2_000) }),
)
const yuan = (fenAmount: number) => (fenAmount / 100).toFixed(2)
const anyLine = fc.record({ quantity: fc.nat(6), was: fc.nat(6), price: fc.nat(9_999), returned: fc.nat(6), rate: fc.constantFrom("0", "9", "13"), off: fc.nat(500) })
const anyOrder = fc.record({
  lines: fc.array(anyLine, { minLength: 1, maxLength: 4 }),
  events: fc.array(fc.record({ kind: fc.constantFrom("capture", "refund", "accept"), fen: fc.integer({ min: 1, max: 30_000 }), line: fc.nat(3), day: fc.integer({ min: 2, max: 60 }) }), { maxLength: 8 }),
})

function factsOf({ lines, events }: typeof anyOrder extends fc.Arbitrary<infer T> ? T : never): OrderFacts {
  const captures = events.map((event, index) => ({ ...event, id: `c${index}` })).filter(({ kind }) => kind === "capture").map(({ id, fen: amount, day }) => money(id, yuan(amount), day))
  let left = captures.reduce((sum, { amount }) => sum + Math.round(Number(amount) * 100), 0)
  const refunds = events.map((event, index) => ({ ...event, id: `r${index}` })).filter(({ kind }) => kind === "refund").flatMap(({ id, fen: wanted, day, line: index }) => {
    const amount = Math.min(left, wanted)
    left -= amount
    return amount > 0 ? [refund(id, yuan(amount), day, index === 0 ? [{ line_item_id: "line-0", amount_fen: amount }] : [])] : []
  })
  return order({
    captures, refunds, version: 2, version_at: at(2),
    lines: lines.map(({ quantity, was, price, returned, rate, off }, index) => line(`line-${index}`,
      { ...terms(quantity, yuan(price)), tax_rate: rate, discounts: [{ amount: yuan(Math.min(off, price * quantity)), is_tax_inclusive: true, borne_by: off % 2 ? "producer" : "other" }] },
      { earlier: [{ ...terms(was, yuan(price)), tax_rate: rate }], returned_quantity: Math.min(returned, quantity) })),
    acceptances: events.filter(({ kind }) => kind === "accept").map(({ line: index, day, fen: many }) => accepted(`line-${index}`, (many % 6) + 1, day)),
  })
}

describe("whatever happens to an order", () => {
  const linkages = fc.array(fc.tuple(RULES, fc.array(fc.integer({ min: 1, max: 997 }), { maxLength: 6 })), { minLength: 1, maxLength: 3 })
    .map((rules) => rules.map(([share, weights], index) => linkage(share, weights, `v${index}`)))

  it("journals balance, nobody is below zero, a second run posts nothing, and posting as it goes ends where posting at the end does", () =>
    fc.assert(fc.property(anyOrder, linkages, (drawn, inForce) => {
      const facts = factsOf(drawn)
      const atTheEnd = planPostings(facts, inForce, NOTHING_POSTED, NOW)
      for (const { entries } of atTheEnd) expect(entries.reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(0)
      const posted = post(atTheEnd)
      expect(planPostings(facts, inForce, posted, NOW)).toEqual([])

      let asItGoes = NOTHING_POSTED
      const known: OrderFacts = { ...facts, captures: [], refunds: [], acceptances: [] }
      for (const fact of drawn.events.map((_, index) => index)) {
        known.captures = facts.captures.slice(0, fact + 1)
        known.refunds = facts.refunds.slice(0, fact)
        known.acceptances = facts.acceptances.slice(0, fact)
        asItGoes = post(planPostings(known, inForce, asItGoes, NOW), asItGoes)
      }
      asItGoes = post(planPostings(facts, inForce, asItGoes, NOW), asItGoes)
      expect(sums(asItGoes)).toEqual(sums(posted))
      for (const amount of Object.values(sums(posted))) expect(amount).toBeGreaterThan(0)
    }), { numRuns: 150 }), 60_000)

  const bearers = fc.array(fc.constantFrom(null, "producer" as const, "platform" as const, "carrier" as const), { minLength: 8, maxLength: 8 })
  it("kept refunds leave the households exactly what they would hold without them, and somebody owes each fen of it", () =>
    fc.assert(fc.property(anyOrder, linkages, bearers, fc.integer({ min: 1, max: 70 }), (drawn, inForce, drawnBearers, day) => {
      const felt = factsOf(drawn)
      const refunds = felt.refunds.map((one, index) => ({ ...one, kept: drawnBearers[index] ? { from: new Date(Math.max(at(day).getTime(), one.at.getTime())), bearer: drawnBearers[index]! } : null }))
      const facts = { ...felt, refunds }
      const journals = planPostings(facts, inForce, NOTHING_POSTED, NOW)
      for (const { entries } of journals) expect(entries.reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(0)
      const posted = post(journals)
      expect(planPostings(facts, inForce, posted, NOW)).toEqual([])
      expect(sums(posted)).toEqual(sums(post(planPostings({ ...felt, refunds: felt.refunds.filter((_one, index) => !drawnBearers[index]) }, inForce, NOTHING_POSTED, NOW))))
      const toldLater = post(planPostings(felt, inForce, NOTHING_POSTED, NOW))
      const told = post(planPostings(facts, inForce, toldLater, NOW), toldLater)
      expect([sums(told), borneSums(told)]).toEqual([sums(posted), borneSums(posted)])
      for (const amount of Object.values(sums(posted))) expect(amount).toBeGreaterThan(0)
    }), { numRuns: 150 }), 60_000)

  it("a full refund ends at exactly zero for everybody", () =>
    fc.assert(fc.property(anyOrder, linkages, (drawn, inForce) => {
      const facts = factsOf(drawn)
      const rest = facts.captures.reduce((sum, { amount }) => sum + Number(amount), 0) - facts.refunds.reduce((sum, { amount }) => sum + Number(amount), 0)
      const refunds = [...facts.refunds, refund("last", rest.toFixed(2), 80)]
      expect(sums(post(planPostings({ ...facts, refunds }, inForce, NOTHING_POSTED, NOW)))).toEqual({})
    }), { numRuns: 100 }), 60_000)
})

/** Per line, version and bearer; zeros left out. */
function borneSums({ borne }: Posted): Record<string, number> {
  const all: Record<string, number> = {}
  for (const { line_item_id, linkage_version_id, bearer, amount_fen } of borne) all[`${line_item_id} ${linkage_version_id} ${bearer}`] = (all[`${line_item_id} ${linkage_version_id} ${bearer}`] ?? 0) + amount_fen
  return Object.fromEntries(Object.entries(all).filter(([, amount]) => amount !== 0))
}

/** Per line, version, household and stage; zeros left out. */
function sums({ holdings }: Posted): Record<string, number> {
  const all: Record<string, number> = {}
  for (const { line_item_id, linkage_version_id, beneficiary_id, provisional_fen, payable_fen } of holdings) {
    const key = `${line_item_id} ${linkage_version_id} ${beneficiary_id}`
    all[`${key} provisional`] = (all[`${key} provisional`] ?? 0) + provisional_fen
    all[`${key} payable`] = (all[`${key} payable`] ?? 0) + payable_fen
  }
  return Object.fromEntries(Object.entries(all).filter(([, amount]) => amount !== 0))
}
