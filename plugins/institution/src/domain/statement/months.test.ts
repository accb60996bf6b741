import { expect, it } from "vitest"
import { lastDayOf, monthsToDraw } from "./months"

it.each([
  ["nothing was ever delivered", null, null, "2026-12-01", []],
  ["the first of a month draws the one that is over", "2026-10", "2026-03", "2026-12-01", ["2026-11"]],
  ["once drawn, it is not drawn again", "2026-11", "2026-03", "2026-12-01", []],
  ["a month that still runs waits", "2026-10", "2026-03", "2026-11-30", []],
  ["months missed are caught up in order, over the new year", "2026-10", "2026-03", "2027-02-03", ["2026-11", "2026-12", "2027-01"]],
  ["at the very first from the first delivery on", null, "2026-09", "2026-11-15", ["2026-09", "2026-10"]],
])("%s", (_name, last_drawn, first, today, expected) => expect(monthsToDraw({ last_drawn, first }, today)).toEqual(expected))

it.each([["2028-02", "2028-02-29"], ["2026-02", "2026-02-28"], ["2026-12", "2026-12-31"]])("%s ends on %s", (month, day) => expect(lastDayOf(month)).toBe(day))
