import { describe, expect, it } from "vitest"
import { lastPeriods, periodText } from "./periods"
import { placeName, countyName } from "./words"
import { addressPlace, sumByProvince } from "./provinces"

describe("months on the impact page", () => {
  it("goes back over the new year", () => {
    expect(lastPeriods(4, new Date("2026-02-10T00:00:00Z"))).toEqual(["2025-11", "2025-12", "2026-01", "2026-02"])
  })

  it.each([
    ["2026-10-28T15:59:59Z", "2026-10"], ["2026-10-28T16:00:00Z", "2026-11"], ["2026-12-29T08:00:00Z", "2027-01"], ["2026-02-28T15:59:59Z", "2026-02"], ["2026-02-28T16:00:00Z", "2026-03"],
  ])("begins the next at midnight of the 29th in Shanghai, in a short February of the 1st: %s is in %s", (now, period) => {
    expect(lastPeriods(1, new Date(now))).toEqual([period])
  })

  it("reads as a month", () => expect(periodText("2026-03")).toBe("2026 年 3 月"))
})

describe("the place on a card", () => {
  it.each([
    ["500238117204", ["重庆市", "巫溪县", "土城镇", "五峰村"], "巫溪县", "巫溪县·土城镇"],
    ["422801207210", ["湖北省", "恩施土家族苗族自治州", "恩施市", "芭蕉侗族乡", "高拱桥村"], "恩施市", "恩施市·芭蕉侗族乡"],
    ["430971", ["湖南省", "益阳市", "大通湖区"], "大通湖区", "大通湖区"],
    ["500238110", ["重庆市", "巫溪县", "古路镇"], "巫溪县", "巫溪县·古路镇"],
  ])("names county and township of %s", (code, path, county, place) => {
    expect([countyName({ code, path }), placeName({ code, path })]).toEqual([county, place])
  })
})

it("adds counties up to their province", () => {
  expect([...sumByProvince([{ code: "500238", value: 2 }, { code: "500112", value: 3 }, { code: "422801", value: 1 }])]).toEqual([["500000", 5], ["420000", 1]])
})

it.each([
  ["420000", "武汉市", "湖北武汉市"], ["500000", "重庆市", "重庆市"], ["湖北省", "武汉市", "湖北省武汉市"], [null, "武汉市", "武汉市"], ["420000", null, "湖北"], [null, null, ""],
])("reads the place of an address with province %j and city %j as %j", (province, city, place) => expect(addressPlace({ province, city })).toBe(place))
