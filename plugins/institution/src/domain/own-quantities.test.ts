import { describe, expect, it } from "vitest"
import { conflictsOf, linesForHeadcount, type Own, setOwn } from "./own-quantities"

const NONE: Own = { edits: {}, bases: {} }
const standing = (rice: number, eggs = 4) => [{ variant_id: "rice", quantity: rice }, { variant_id: "eggs", quantity: eggs }]
const rice = (quantity: number) => [{ variant_id: "rice", quantity }]

describe("a date's own quantities", () => {
  const seven = setOwn(standing(10), NONE, rice(7))
  it.each([
    ["stay beside a standing order that did not change", 10, []],
    ["conflict with one that did", 20, [{ variant_id: "rice", was: 10, own: 7, standing: 20 }]],
    ["agree with one that became the same", 7, []],
  ])("%s", (_name, now, conflicts) => expect(conflictsOf(standing(now), seven)).toEqual(conflicts))

  it("set anew after a conflict, answer it", () => {
    expect(conflictsOf(standing(20), setOwn(standing(20), seven, rice(7)))).toEqual([])
    expect(setOwn(standing(20), seven, rice(20))).toEqual(NONE)
  })
  it("conflict when the standing order dropped the line", () => expect(conflictsOf([], seven)).toEqual([{ variant_id: "rice", was: 10, own: 7, standing: 0 }]))
  it("of before bases were kept, conflict with nothing", () => expect(conflictsOf(standing(20), { edits: { rice: 7 }, bases: {} })).toEqual([]))
  it("leave what is already held untouched", () => expect(seven).toEqual({ edits: { rice: 7 }, bases: { rice: 10 } }))
})

it.each([[100, 80, [8, 4]], [100, 101, [11, 5]], [100, 0, [0, 0]]])("for %i eaters as usual and %i today: %j", (usual, today, quantities) =>
  expect(linesForHeadcount(standing(10), usual, today).map(({ quantity }) => quantity)).toEqual(quantities))
