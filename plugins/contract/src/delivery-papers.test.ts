import { expect, it } from "vitest"
import { papersText } from "./codes"

const [quality, quarantine] = [{ kind: "quality" }, { kind: "quarantine" }] as const

it.each([
  [[quality, quarantine], [{ ...quality, present: true }, { ...quarantine, present: false }], "合格证齐　检疫证缺"],
  [[quality, quarantine], [{ ...quality, present: true }], "合格证齐　检疫证未登记"],
  [[quality], [{ ...quality, present: true }, { ...quarantine, present: true }], "合格证齐　检疫证齐"],
  [[], [], ""],
])("of required %j, said %j reads %s", (required, came, text) => expect(papersText(required, came)).toBe(text))
