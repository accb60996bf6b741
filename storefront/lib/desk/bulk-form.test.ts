import { describe, expect, it } from "vitest"
import { readBulkDemand } from "./bulk-form"

const WHOLE = {
  organisation_id: "org_1", title: "酿酒用玉米", name: "玉米", requirement: "二等，容重 685 以上", from_day: "2027-02-01", to_day: "2027-03-31", quote_by: "2027-01-20", origin: "any", inspection: "GB 1353-2018", delivery: "at_plant", limit: "2340",
  "month:0": "2027-02", "tonnes:0": "12.345", "month:1": "2027-03", "tonnes:1": "8", "month:2": "", "tonnes:2": "",
}
const read = (more: Record<string, string> = {}) => {
  const data = new FormData()
  for (const [name, value] of Object.entries({ ...WHOLE, ...more })) data.set(name, value)
  data.append("weekday", "1")
  return readBulkDemand(data)
}

describe("raw material as typed", () => {
  it("is its batches in kilograms, with a limit per kilogram", () => expect(read()).toMatchObject({ ok: true, value: {
    lines: [{ name: "玉米", unit: "千克", quantity: 20_345, limit_fen: 234 }], bulk: { delivery: "at_plant", batches: [{ month: "2027-02", quantity: 12_345 }, { month: "2027-03", quantity: 8_000 }] },
  } }))
  it.each<[Record<string, string>, Record<string, string>]>([
    [{ "tonnes:1": "8.0005" }, { "tonnes:1": "请填写吨数，最多三位小数" }], [{ "month:1": "" }, { "month:1": "请选择月份" }], [{ limit: "2345" }, { limit: "请填写 10 元的整数倍，或留空" }], [{ inspection: "" }, { inspection: "请填写检验标准，如 GB 1353-2018" }],
    [{ "month:0": "", "tonnes:0": "", "month:1": "", "tonnes:1": "" }, { batches: "请至少填写一批" }], [{ name: "" }, { name: "请填写原料名称" }], [{ origin: "fixed" }, { county_code: "请选择产地的省、市、区县" }],
  ])("%o: %o", (more, errors) => expect(read(more)).toMatchObject({ ok: false, errors }))
})
