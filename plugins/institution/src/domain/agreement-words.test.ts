import type { AgreementChange } from "@fupin/contract/schemas"
import { expect, it } from "vitest"
import { differencesOf } from "./agreement-changes"
import { differenceText, termText } from "./agreement-words"
import { applyChange, type Terms } from "./negotiation"

const line = (variant_id: string) => ({ variant_id, unit_price_fen: 3600, min_quantity: null, max_quantity: 50, term_min: null, term_max: null, price_rule: { kind: "lock" as const }, grade: "", substitute_variant_id: null, temperature: "ambient" as const, settle_by: "count" as const })
const terms: Terms = { valid_from: "2026-09-01", valid_to: "2027-01-31", weekdays: [4, 1], lead_time_days: 2, lines: [line("potato"), line("rice")] }
const NAMES: Record<string, string> = { potato: "巫溪洋芋", rice: "大宁河米", tea: "恩施玉露" }
const nameOf = (id: string) => NAMES[id]!
const CHANGES: [AgreementChange, string, string][] = [
  [{ kind: "price", variant_id: "potato", unit_price_fen: 3450 }, "34.50 元", "巫溪洋芋的单价：36.00 元 → 34.50 元"],
  [{ kind: "price_rule", variant_id: "potato", price_rule: { kind: "ceiling" } }, "限价，按配送日商城价与协议价中较低者", "巫溪洋芋的价格规则：协议期内固定 → 限价，按配送日商城价与协议价中较低者"],
  [{ kind: "price_rule", variant_id: "rice", price_rule: { kind: "index", series: "全国大米", base_month: "2026-08", lag_months: 1 } }, "随“全国大米”浮动，基期 2026-08，取配送月前 1 个月数值", "大宁河米的价格规则：协议期内固定 → 随“全国大米”浮动，基期 2026-08，取配送月前 1 个月数值"],
  [{ kind: "quantity", variant_id: "rice", min_quantity: 2, max_quantity: null, term_min: 100, term_max: 900 }, "每次至少 2，协议期100 至 900", "大宁河米的数量：每次至多 50，协议期不限 → 每次至少 2，协议期100 至 900"],
  [{ kind: "grade", variant_id: "rice", grade: "一级" }, "一级", "大宁河米的等级：不限 → 一级"],
  [{ kind: "substitute", variant_id: "rice", substitute_variant_id: "potato" }, "缺货时以巫溪洋芋替代（须有有效认定）", "大宁河米的替代商品：不替代 → 缺货时以巫溪洋芋替代（须有有效认定）"],
  [{ kind: "temperature", variant_id: "rice", temperature: "chilled" }, "冷藏", "大宁河米的温层：常温 → 冷藏"],
  [{ kind: "settle_by", variant_id: "rice", settle_by: "weight" }, "计重（按公斤订货、计价，以验收重量结算）", "大宁河米的结算方式：计件 → 计重（按公斤订货、计价，以验收重量结算）"],
  [{ kind: "days", weekdays: [5, 2], lead_time_days: 3 }, "周二、周五，提前 3 天截单", "配送日与截单：周一、周四，提前 2 天截单 → 周二、周五，提前 3 天截单"],
  [{ kind: "term", valid_from: "2026-09-01", valid_to: "2027-06-30" }, "2026-09-01 至 2027-06-30", "有效期：2026-09-01 至 2027-01-31 → 2026-09-01 至 2027-06-30"],
]

it.each(CHANGES)("%j is said in words, and found between two versions as the only difference", (change, said, difference) => {
  expect(termText(change, nameOf)).toBe(said)
  expect(differencesOf(terms, applyChange(terms, change)).map((one) => differenceText(one, nameOf))).toEqual([difference])
})

it("goods that came and went are named; weekdays in another order are the same", () => {
  expect(differencesOf(terms, { ...terms, weekdays: [1, 4], lines: [terms.lines[0]!, line("tea")] }).map((one) => differenceText(one, nameOf))).toEqual(["加入恩施玉露", "移除大宁河米"])
})
