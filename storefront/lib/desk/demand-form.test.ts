import { describe, expect, it } from "vitest"
import { readDemand } from "./demand-form"

const WHOLE = {
  organisation_id: "org_1", title: "下学期大米", from_day: "2027-02-22", to_day: "2027-07-10", quote_by: "2027-01-20", origin: "any",
  "name:0": "大米", "unit:0": "千克", "quantity:0": "3000", "limit:0": "6.8", "name:1": "", "unit:1": "千克", "quantity:1": "", "name:2": "鸡蛋", "unit:2": "箱", "quantity:2": "80", "requirement:2": "土鸡蛋",
}
const form = (more: Record<string, string> = {}, weekdays = ["1", "4"]) => {
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...WHOLE, ...more })) data.set(name, value)
  for (const day of weekdays) data.append("weekday", day)
  return data
}
const errors = (more: Record<string, string>, weekdays?: string[]) => {
  const read = readDemand(form(more, weekdays))
  return read.ok ? null : read.errors
}

describe("what was typed of a demand", () => {
  it("leaves out empty rows and reads prices to the fen", () => expect(readDemand(form())).toMatchObject({ ok: true, value: {
    weekdays: [1, 4], origin_code: null, lines: [{ name: "大米", unit: "千克", quantity: 3000, limit_fen: 680 }, { name: "鸡蛋", requirement: "土鸡蛋", unit: "箱", quantity: 80, limit_fen: null }],
  } }))
  it("takes the county where an origin is asked for", () => expect(readDemand(form({ origin: "fixed", county_code: "500238" }))).toMatchObject({ ok: true, value: { origin_code: "500238" } }))
  it.each([
    [{ title: "" }, { title: "请填写标题，至少两个字" }], [{ quote_by: "" }, { quote_by: "请选择报价截止日" }], [{ origin: "fixed", county_code: "" }, { county_code: "请选择产地的省、市、区县" }],
    [{ "quantity:2": "-1" }, { "quantity:2": "请填写正整数" }], [{ "quantity:2": "" }, { "quantity:2": "请填写正整数" }], [{ "limit:2": "六块" }, { "limit:2": "请填写大于零的价格，或留空" }], [{ "name:2": "" }, { "name:2": "请填写品名" }],
  ])("%o: %o", (more, expected) => expect(errors(more as Record<string, string>)).toEqual(expected))
  it("asks for a day and for goods", () => {
    expect(errors({}, [])).toEqual({ weekday: "请至少选择一天" })
    expect(errors({ "name:0": "", "quantity:0": "", "limit:0": "", "name:2": "", "quantity:2": "", "requirement:2": "" })).toEqual({ lines: "请至少填写一种商品" })
  })
})
