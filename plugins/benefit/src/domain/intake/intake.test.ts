import { describe, expect, it } from "vitest"
import { type Cell, cellAddress, cleanText, dayOfSerial, headingOf, readAddress, type SheetRow } from "./cell"
import { choice, day, digits, idNumber, text, whole, yuan } from "./fields"
import { decideHeading, findHeading, isBlank, isExample, optional, readRow, required } from "./table"

const typed = (value: string): Cell => ({ kind: "text", text: value })
const number = (value: string): Cell => ({ kind: "number", text: value })
const read = (result: { ok: boolean } & Partial<{ value: unknown; message: string }>) => (result.ok ? result.value : `✗ ${result.message}`)

describe("a cell", () => {
  it.each([[1, 1, "A1"], [3, 7, "C7"], [26, 2, "Z2"], [27, 2, "AA2"], [16_384, 1_048_576, "XFD1048576"]])("column %i, row %i is %s", (column, row, address) => {
    expect(cellAddress(column, row)).toBe(address)
    expect(readAddress(address)).toEqual({ column, row })
  })
  it("is read without invisible signs and full-width digits; Chinese punctuation stays", () => {
    expect(cleanText(" １２３ａ\u200b（甲）\u3000\u00a0乙 ")).toBe("123a（甲） 乙")
    expect([headingOf(" 受益 金额（元）*"), headingOf("姓名："), headingOf("身份证号码(18位)")]).toEqual(["受益金额", "姓名", "身份证号码"])
  })
  it.each([[45_000, false, "2023-03-15"], [45_000.99, false, "2023-03-15"], [43_538, true, "2023-03-15"], [60, false, null], [1e9, false, null], [Number.NaN, false, null]])("serial %d (1904: %s) is %s", (serial, is1904, expected) =>
    expect(dayOfSerial(serial, is1904)).toBe(expected))
})

describe("a field", () => {
  it.each<[string, Cell, unknown]>([
    ["plain", typed("1234.5"), 123_450], ["with signs", typed("￥1,234.50元"), 123_450], ["full width", typed("１２．５"), 1_250], ["a number", number("12.35"), 1_235],
    ["binary noise", number("12.350000000000001"), 1_235], ["exponent", number("1.2E3"), 120_000], ["three decimals", typed("1.005"), "✗ 金额应为数字，单位元，最多两位小数"],
    ["three decimals as a number", number("1.005"), "✗ 金额应为数字，单位元，最多两位小数"], ["a word", typed("壹佰元"), "✗ 金额应为数字，单位元，最多两位小数"],
    ["nothing", typed("0"), "✗ 金额应不小于 0.01 元"], ["negative", number("-5"), "✗ 金额应不小于 0.01 元"], ["too much", typed("99999999"), "✗ 金额应不超过 1000000 元"],
  ])("reads yuan: %s", (_name, cell, expected) => expect(read(yuan()(cell))).toEqual(expected))

  it.each<[string, Cell, unknown]>([
    ["dashes", typed("2026-3-5"), "2026-03-05"], ["slashes", typed("2026/03/05"), "2026-03-05"], ["Chinese", typed("２０２６年３月５日"), "2026-03-05"], ["eight digits", typed("20260305"), "2026-03-05"],
    ["eight digits as a number", number("20260305"), "2026-03-05"], ["a serial without format", number("46086"), "2026-03-05"], ["a date", { kind: "day", text: "2026-03-05" }, "2026-03-05"],
    ["no such day", typed("2026-02-30"), "✗ 日期不正确，请按 2026-03-05 的样子填写"], ["American", typed("3/5/2026"), "✗ 日期不正确，请按 2026-03-05 的样子填写"], ["to come", typed("2027-01-01"), "✗ 日期不能晚于 2026-11-22"], ["long ago", typed("1999-12-31"), "✗ 日期不能早于 2000-01-01"],
  ])("reads a day: %s", (_name, cell, expected) => expect(read(day({ to: "2026-11-22" })(cell))).toEqual(expected))

  it("reads ID numbers as text alone and never repeats them", () => {
    const field = idNumber("2026-11-22")
    expect(read(field(typed("５００２３８ 18900101 0015".replace(/ /g, ""))))).toMatch(/^\d{17}[\dX]$|^✗/)
    expect(read(field(number("500238189001010000")))).toContain("后几位已失真")
    expect(read(field(typed("500238189001019999")))).not.toContain("500238")
  })

  it("reads words, whole numbers, phones and text", () => {
    expect(read(choice({ 农户: "household", 村集体: "collective" })(typed(" 农户 ")))).toBe("household")
    expect(read(choice({ 农户: "household", 村集体: "collective" })(typed("公司")))).toBe("✗ 请从这些中选填：农户、村集体")
    expect([read(whole(1, 9)(number("3"))), read(whole(1, 9)(typed("3.5")))]).toEqual([3, "✗ 应为 1 到 9 的整数"])
    const phone = digits(/^1[3-9]\d{9}$/, "手机号不正确")
    expect([read(phone(number("13800000000"))), read(phone(typed("138 0000 0000"))), read(phone(number("1.38E10"))), read(phone(typed("123")))]).toEqual(["13800000000", "13800000000", expect.stringContaining("失真"), "✗ 手机号不正确"])
    expect([read(text(3)(typed("四个字的"))), read(text(9)(typed("<b>")))]).toEqual(["✗ 最多 3 个字", "✗ 不能含有尖括号或控制字符"])
  })
})

describe("a table", () => {
  const columns = { name: required("姓名", text(20), "户主姓名"), amount: required("金额（元）", yuan()), note: optional("备注", text(20)) }
  const row = (number: number, ...cells: (Cell | string | null)[]): SheetRow => ({ row: number, cells: new Map(cells.flatMap((cell, place) => (cell === null ? [] : [[place + 1, typeof cell === "string" ? typed(cell) : cell]]))) })

  it("is found below its banners, in any order, by any of its names", () => {
    const rows = [row(1, "某村劳务报酬发放表"), row(2, "单位：元"), row(3, "备注", " 金 额 ", "户主姓名")]
    expect([...findHeading(rows, columns)!.columns]).toEqual([["note", 1], ["amount", 2], ["name", 3]])
  })

  it.each<[string, SheetRow, string]>([
    ["no heading", row(1, "甲", "乙"), "intake_no_heading"], ["one column missing", row(3, "姓名", "备注"), "intake_missing_columns"], ["a column twice", row(3, "姓名", "金额", "姓 名"), "intake_double_column"],
  ])("is refused with %s", (_name, heading, code) => expect(decideHeading(findHeading([heading], columns), heading, columns)).toMatchObject({ ok: false, code }))

  it("gives its rows, or every fault with its cell", () => {
    const heading = findHeading([row(3, "姓名", "金额", "备注")], columns)!
    expect(readRow(row(4, "王小一", number("12.5"), null), heading, columns)).toEqual({ values: { name: "王小一", amount: 1_250, note: null }, faults: [] })
    const faulty = readRow(row(5, null, { kind: "formula", text: "" }, { kind: "error", text: "#N/A" }), heading, columns)
    expect(faulty.values).toBeNull()
    expect(faulty.faults.map(({ cell, message }) => `${cell}：${message}`)).toEqual(["A5：姓名：不能为空", "B5：金额（元）：不接受公式，请复制后选择性粘贴为数值", "C5：备注：这一格是错误值或真假值，请改正"])
    expect([isBlank(row(6, "  ", "\u200b"), heading), isBlank(row(6, null, { kind: "formula", text: "" }), heading)]).toEqual([true, false])
    expect([isExample(row(7, null, "示例：王小明")), isExample(row(7, "王小明"))]).toEqual([true, false])
  })
})
