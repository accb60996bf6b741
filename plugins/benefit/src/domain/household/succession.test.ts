import { describe, expect, it } from "vitest"
import { closesCircle, successorOn } from "./succession"

const rows = [
  { household_id: "a", successor_id: "b", from: "2026-03-01" },
  { household_id: "b", successor_id: "c", from: "2026-06-01" },
  { household_id: "a", successor_id: "d", from: "2026-09-01" },
]

describe("a successor", () => {
  it.each([
    ["before the first day", "a", "2026-02-28", "a"], ["from the first day", "a", "2026-03-01", "b"], ["through a chain", "a", "2026-06-01", "c"],
    ["replaced later", "a", "2026-09-01", "d"], ["of nobody", "x", "2026-09-01", "x"],
  ])("%s", (_when, household, on, successor) => expect(successorOn(household, on, rows)).toBe(successor))

  it("never leads in a circle", () => {
    expect(closesCircle("c", "a", rows)).toBe(true)
    expect(closesCircle("a", "a", [])).toBe(true)
    expect(closesCircle("d", "c", rows)).toBe(false)
    const circle = [{ household_id: "a", successor_id: "b", from: "2026-01-01" }, { household_id: "b", successor_id: "a", from: "2026-01-01" }]
    expect(successorOn("a", "2026-02-01", circle)).toBe("a")
  })
})
