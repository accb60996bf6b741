import { describe, expect, it } from "vitest"
import { type EntryGoods, readEntry, readTyped } from "./quick-entry"

const GOODS: EntryGoods[] = [
  { variant_id: "rice", sku: "DM-5KG", title: "大通湖大米", min_quantity: null, max_quantity: 50 },
  { variant_id: "eggs", sku: "JD 30", title: "土鸡蛋", min_quantity: 2, max_quantity: null },
]
const read = (text: string) => readEntry(readTyped(text), GOODS).map(({ row, variant_id, quantity, error }) => [row, variant_id, quantity, error])

describe("a pasted list", () => {
  it.each<[string, string, unknown[]]>([
    ["parted by tab", "DM-5KG\t10", [[1, "rice", 10, null]]],
    ["parted by comma, space or ×, whatever its width", "dm-5kg，１０\nJD 30 × 4", [[1, "rice", 10, null], [2, "eggs", 4, null]]],
    ["with the title in place of the SKU", "土鸡蛋 3", [[1, "eggs", 3, null]]],
    ["with heading, example and blank rows", "SKU\t数量\n示例 ABC\t1\n\nDM-5KG\t1\r\n", [[4, "rice", 1, null]]],
    ["with codes that begin like a heading", "SKU-1 3", [[1, null, 3, "“SKU-1”不在协议内，请核对编码"]]],
    ["with goods that are not agreed", "XYZ 3", [[1, null, 3, "“XYZ”不在协议内，请核对编码"]]],
    ["with the same goods twice", "DM-5KG 3\nDM-5KG 4", [[1, "rice", 3, null], [2, "rice", 4, "与第 1 行是同一商品，请合并数量"]]],
    ["without a quantity", "DM-5KG", [[1, "rice", null, "缺少数量"]]],
    ["with half a bag", "DM-5KG 1.5", [[1, "rice", null, "数量“1.5”不是整数"]]],
    ["with a formula", "DM-5KG\t=1+1", [[1, "rice", null, "数量“=1+1”不是整数"]]],
    ["with none, too many, above and below the band", "DM-5KG 0\nJD 30 10000", [[1, "rice", 0, "数量应为 1 到 9999"], [2, "eggs", 10000, "数量应为 1 到 9999"]]],
    ["above and below the band", "DM-5KG 51\nJD 30 1", [[1, "rice", 51, "每次最多 50"], [2, "eggs", 1, "每次至少 2"]]],
  ])("%s", (_name, text, rows) => expect(read(text)).toEqual(rows))
})
