import { describe, expect, it } from "vitest"
import { readCampaign, readPack } from "./campaign-form"

const form = (entries: Record<string, string>) => {
  const made = new FormData()
  for (const [name, text] of Object.entries(entries)) made.append(name, text)
  return made
}
const PLAN = {
  organisation_id: "org_1", holiday: "mid_autumn", year: "2027", title: "中秋慰问", budget: "500", floor: "", cap: "500.5", choose_by: "2027-08-31", delivery_mode: "pickup", name: "周雅琴", phone: "139 1234 5678", county_code: "500112", detail: "工会活动室",
}

describe("the form of a campaign", () => {
  it("reads money to the fen and a place to collect", () =>
    expect(readCampaign(form(PLAN))).toMatchObject({ ok: true, value: { budget_fen: 50_000, floor_fen: null, cap_fen: 50_050, pickup: { phone: "13912345678" } } }))

  it.each([["title", "", "title"], ["budget", "五百", "budget"], ["budget", "1.234", "budget"], ["cap", "x", "cap"], ["choose_by", "", "choose_by"], ["name", "", "name"], ["phone", "12", "phone"], ["county_code", "", "county_code"]])("asks again when %s is %j", (name, text, field) => {
    const read = readCampaign(form({ ...PLAN, [name]: text }))
    expect(read.ok ? {} : read.errors).toEqual({ [field]: expect.stringMatching(/[\u4e00-\u9fff]/) })
  })
})

it("reads a pack and leaves out goods of which there are none", () => {
  const pack = { pack_name: "山货", price: "100.01", limit: "", is_default: "on", "q:variant_a": "2", "q:variant_b": "0", "q:variant_c": "" }
  expect(readPack(form(pack))).toMatchObject({ ok: true, value: { price_fen: 10_001, is_default: true, is_halal: false, stock_limit: null, components: [{ variant_id: "variant_a", quantity: 2 }] } })
  const read = readPack(form({ ...pack, pack_name: "", price: "0", limit: "-1", "q:variant_a": "0.5" }))
  expect(read.ok ? [] : Object.keys(read.errors).sort()).toEqual(["components", "limit", "pack_name", "price"])
})
