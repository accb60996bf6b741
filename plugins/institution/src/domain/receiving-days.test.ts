import { describe, expect, it } from "vitest"
import { decideAgreedDays, decideReceiving, decideReceivingOn, type Point, receivesAt } from "./receiving-days"

const point = (name: string, days: number[], change: Partial<Point> = {}): Point => ({ name, county_code: "500112", detail: `${name}1号`, windows: days.length === 0 ? [] : [{ weekdays: days, from: "06:30", to: "08:00" }], ...change })
const EAST = point("东门", [1, 2, 3, 4, 5])
const WEST = point("西门", [])
const said = (decision: { ok: true } | { ok: false; message: string }) => (decision.ok ? null : decision.message)

describe("where goods are taken in", () => {
  it.each([
    ["on its days", EAST, [1, 5], null], ["on others", EAST, [5, 6, 7], "收货点“东门”周六、周日不收货，只在周一至周五 06:30–08:00收货。请改配送日，或先改收货时间"], ["at a point that names no days", WEST, [7], null],
    ["at an address of its own", point("别处", [1]), [7], null], ["at the same address elsewhere", { ...EAST, county_code: "500238" }, [7], null],
  ])("%s", (_case, place, days, sentence) => expect(said(decideReceiving([EAST, WEST], place, days))).toBe(sentence))

  it("on one date by its weekday", () => {
    expect([decideReceivingOn([EAST], EAST, "2026-11-23").ok, decideReceivingOn([EAST], EAST, "2026-11-22").ok]).toEqual([true, false])
  })
  it("as the papers say it", () => expect([receivesAt([EAST, WEST], EAST), receivesAt([EAST, WEST], WEST), receivesAt([], EAST)]).toEqual(["周一至周五 06:30–08:00", "", ""]))
})

it.each([
  ["some point receives on each", [EAST, point("南门", [6])], [1, 6], null], ["none receives on one", [EAST], [1, 7], "单位的收货点周日都不收货。请改配送日，或先改收货时间"], ["one names no days", [EAST, WEST], [7], null], ["there is none", [], [7], null],
])("days are agreed where %s", (_case, points, days, sentence) => expect(said(decideAgreedDays(points, days))).toBe(sentence))
