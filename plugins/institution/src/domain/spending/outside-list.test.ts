import { findHeading, readRow } from "@fupin/benefit/domain/intake/table"
import { describe, expect, it } from "vitest"
import { findOrigin, outsideColumns, PASTED, pastedRows } from "./outside-list"

const columns = outsideColumns("2026-11-22")
const GOOD = "2026-03-05\t利川茶叶合作社\t利川红 20 盒\t利川市\t1,280.50\t832平台\t食堂经费"
const read = (line: string) => readRow(pastedRows(line)[0]!, PASTED, columns)

describe("a pasted list of purchases made elsewhere", () => {
  it("is read by tabs or commas, blank lines passed over, and its headings found in any order", () => {
    expect(read(GOOD).values).toEqual({ paid_on: "2026-03-05", seller: "利川茶叶合作社", goods: "利川红 20 盒", origin: "利川市", amount_fen: 128_050, platform: "platform_832", source: "canteen" })
    expect(pastedRows(`\n${GOOD}\n\n2026/3/6，某社，香菇 2 千克，利川市，5，其他渠道，工会经费\n`).map(({ row, cells }) => [row, cells.size])).toEqual([[2, 7], [4, 7]])
    const [heading] = pastedRows("金额\t卖方\t商品和数量\t产地\t付款日期\t渠道\t经费")
    expect([...findHeading([heading!], columns)!.columns]).toEqual([["amount_fen", 1], ["seller", 2], ["goods", 3], ["origin", 4], ["paid_on", 5], ["platform", 6], ["source", 7]])
  })

  it.each([
    ["a day that is to come", GOOD.replace("2026-03-05", "2026-11-23"), "付款日期：日期不能晚于 2026-11-22"],
    ["a day that there is not", GOOD.replace("2026-03-05", "2026-02-30"), "付款日期：日期不正确，请按 2026-03-05 的样子填写"],
    ["nothing paid", GOOD.replace("1,280.50", "0"), "金额：金额应不小于 0.01 元"],
    ["a third decimal", GOOD.replace("1,280.50", "1.005"), "金额：金额应为数字，单位元，最多两位小数"],
    ["another channel", GOOD.replace("832平台", "淘宝"), "渠道：请从这些中选填：832平台、其他渠道"],
    ["too few columns", "2026-03-05\t利川茶叶合作社", "商品和数量：不能为空"],
    ["markup", GOOD.replace("利川红", "<b>"), "商品和数量：不能含有尖括号或控制字符"],
  ])("says what is wrong with %s", (_name, line, message) => expect(read(line).faults.map((fault) => fault.message)).toContain(message))

  it("finds a county by name or code, and asks for the code where names are the same", () => {
    const counties = [{ code: "422802", name: "利川市" }, { code: "110105", name: "朝阳区" }, { code: "220104", name: "朝阳区" }]
    expect([findOrigin("利川市", counties), findOrigin("220104", counties)]).toEqual([{ code: "422802" }, { code: "220104" }])
    expect(findOrigin("朝阳区", counties)).toMatchObject({ message: expect.stringContaining("2 个") })
    expect(findOrigin("无此县", counties)).toMatchObject({ message: expect.stringContaining("没有找到") })
  })
})
