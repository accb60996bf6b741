import { expect, it } from "vitest"
import { askedYear } from "./year"

it("is the year asked for, this one in China where none can be meant", () => {
  const newYear = new Date("2026-12-31T17:00:00Z")
  expect(["2025", "2028", "2029", "abc", undefined, "2019"].map((asked) => askedYear(asked, newYear).year)).toEqual([2025, 2028, 2027, 2027, 2027, 2027])
})
