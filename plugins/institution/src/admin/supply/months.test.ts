import { expect, it } from "vitest"
import { missingMonths } from "./months"

it.each([
  ["no month while it goes on without a gap", ["2026-09", "2026-10"], []],
  ["the months between, and the last one that has ended", ["2026-07", "2026-09"], ["2026-08", "2026-10"]],
  ["across a year", ["2025-11", "2026-10", "2026-09", "2026-08", "2026-07", "2026-06", "2026-05", "2026-04", "2026-03", "2026-02"], ["2025-12", "2026-01"]],
  ["nothing where nothing was entered", [], []],
  ["nothing for a value of this very month", ["2026-11"], []],
])("a series lacks %s", (_name, held, missing) => expect(missingMonths(held, "2026-11")).toEqual(missing))
