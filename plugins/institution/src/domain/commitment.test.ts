import { describe, expect, it } from "vitest"
import { type CommitmentFacts, commitmentOf } from "./commitment"

const facts = (change: Partial<CommitmentFacts> = {}): CommitmentFacts =>
  ({ term_min: 100, valid_from: "2026-09-01", valid_to: "2026-12-09", vacations: [], requested: 0, supplied: 0, accepted: 0, ...change })
const half = { name: "寒假", from_on: "2026-10-01", to_on: "2026-11-19" }

describe("the minimum of a term of a hundred days", () => {
  it.each<[string, Partial<CommitmentFacts>, string, object]>([
    ["falls due day by day", {}, "2026-09-11", { owed: 10, buyer_gap: 10 }],
    ["is not owed before the term", {}, "2026-08-01", { owed: 0, buyer_gap: 0 }],
    ["is owed whole after it", { requested: 60 }, "2027-03-01", { owed: 100, buyer_gap: 40 }],
    ["shrinks by the vacation's share", { vacations: [half] }, "2027-03-01", { relieved_min: 50, owed: 50 }],
    ["rests during the vacation", { vacations: [half] }, "2026-11-10", { owed: 30 }],
    ["is none where none was agreed", { term_min: null, requested: 5, supplied: 5 }, "2027-01-01", { owed: 0, buyer_gap: 0, producer_gap: 0 }],
    ["leaves the producer what was asked for and not supplied", { requested: 80, supplied: 71 }, "2026-12-01", { producer_gap: 9 }],
    ["is none when the whole term is vacation", { vacations: [{ name: "停办", from_on: "2026-01-01", to_on: "2026-12-31" }] }, "2027-01-01", { relieved_min: 0, owed: 0 }],
  ])("%s", (_name, change, today, expected) => expect(commitmentOf(facts(change), today)).toMatchObject(expected))
})
