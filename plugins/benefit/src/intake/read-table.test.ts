import { deflateRawSync } from "node:zlib"
import ExcelJS from "exceljs"
import { describe, expect, it } from "vitest"
import { day, idNumber, text, yuan } from "../domain/intake/fields"
import { optional, required } from "../domain/intake/table"
import { readTable, type TableOptions } from "./read-table"

const columns = { name: required("姓名", text(20)), id_number: optional("身份证号码", idNumber("2026-11-22")), amount: required("金额", yuan()), paid_on: required("发放日期", day({ to: "2026-11-22" })) }
const HEADINGS = ["发放日期", "姓名", "金额（元）", "身份证号码", "村组"]
const GOOD = ["2026-03-05", "王小一", 100, "", "一组"]

async function book(rows: unknown[][], change: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet("表")
  for (const row of rows) sheet.addRow(row)
  change(sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

async function readAll(file: Buffer, options: TableOptions<typeof columns> = {}) {
  const found = { rows: [] as unknown[], faults: [] as string[] }
  for await (const batch of readTable(file, columns, options)) {
    found.rows.push(...batch.rows.map(({ values }) => values))
    found.faults.push(...batch.faults.map(({ cell, message }) => `${cell}：${message}`))
  }
  return found
}

/** An archive of our own making, for what no spreadsheet program writes. */
function archive(parts: Record<string, Buffer>): Buffer {
  const [locals, centrals]: [Buffer[], Buffer[]] = [[], []]
  let at = 0
  for (const [name, content] of Object.entries(parts)) {
    const data = deflateRawSync(content)
    const head = Buffer.alloc(30)
    head.writeUInt32LE(0x04034b50, 0); head.writeUInt16LE(8, 8); head.writeUInt16LE(name.length, 26)
    const central = Buffer.alloc(46)
    central.writeUInt32LE(0x02014b50, 0); central.writeUInt16LE(8, 10); central.writeUInt32LE(data.length, 20); central.writeUInt16LE(name.length, 28); central.writeUInt32LE(at, 42)
    locals.push(head, Buffer.from(name), data)
    centrals.push(central, Buffer.from(name))
    at += head.length + name.length + data.length
  }
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(Object.keys(parts).length, 10); end.writeUInt32LE(at, 16)
  return Buffer.concat([...locals, ...centrals, end])
}

const BOOK = {
  "xl/workbook.xml": Buffer.from(`<workbook xmlns:r="r"><sheets><sheet name="a" r:id="rId1"/></sheets></workbook>`),
  "xl/_rels/workbook.xml.rels": Buffer.from(`<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`),
}

describe("an uploaded workbook", () => {
  it("is read below its banner, by headings in any order, with dates, rich text and full-width digits of every kind", async () => {
    const rich = { richText: [{ text: "王小" }, { text: "二 " }] }
    const file = await book([["劳务报酬发放表"], [], HEADINGS, GOOD, [new Date(Date.UTC(2026, 2, 6)), rich, "２００．５０", "", ""], [], ["", "  ", "", "", ""], ["2026年3月7日", "王小三", 1.1 + 2.2, "", "三组"], ["示例", "张三", 1, "", ""]],
      (sheet) => sheet.mergeCells("A1:E1"))
    expect(await readAll(file)).toEqual({ faults: [], rows: [
      { paid_on: "2026-03-05", name: "王小一", amount: 10_000, id_number: null }, { paid_on: "2026-03-06", name: "王小二", amount: 20_050, id_number: null }, { paid_on: "2026-03-07", name: "王小三", amount: 330, id_number: null },
    ] })
  })

  it("names every fault by its cell: formulas, merged cells, numbers for ID numbers, repeated rows", async () => {
    const rows = [HEADINGS, GOOD, ["2026-03-05", "王小二", { formula: "1+1", result: 2 }, "", ""], ["2026-03-05", "王小三", { formula: 'HYPERLINK("http://x.example","5")', result: "5" }, "", ""],
      ["2026-13-05", "王小四", 5, 500238189001010000, ""], [...GOOD], ["2026-03-05", "王小五", 6, "", "五组"]]
    const { rows: read, faults } = await readAll(await book(rows, (sheet) => sheet.mergeCells("B7:B8")), { identity: ({ name, amount }) => `${name}:${amount}` })
    expect(read).toHaveLength(2)
    expect(faults.sort()).toEqual([
      "A5：发放日期：日期不正确，请按 2026-03-05 的样子填写", "A6：与第 2 行重复", "B7:B8：合并单元格，请取消合并后逐行填写", "C3：金额：不接受公式，请复制后选择性粘贴为数值",
      "C4：金额：不接受公式，请复制后选择性粘贴为数值", "D5：身份证号码：身份证号码是数字格式，后几位已失真；请设为文本后重新填写",
    ])
  })

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ["a text file", () => Buffer.from("姓名,金额\n王,1\n".repeat(9)), "intake_not_xlsx"], ["nothing", () => Buffer.alloc(0), "intake_not_xlsx"],
    ["an old or locked one", () => Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(99)]), "intake_not_xlsx"],
    ["an archive of something else", () => archive({ "word/document.xml": Buffer.from("<a/>") }), "intake_not_xlsx"],
    ["half a file", async () => { const file = await book([HEADINGS, GOOD]); return file.subarray(0, file.length / 2) }, "intake_not_xlsx"],
    ["broken XML", () => archive({ ...BOOK, "xl/worksheets/sheet1.xml": Buffer.from("<worksheet><sheetData><row></worksheet>") }), "intake_not_xlsx"],
    ["a zip bomb", () => archive({ ...BOOK, "xl/worksheets/sheet1.xml": Buffer.from("<a/>"), "xl/sharedStrings.xml": Buffer.alloc(121_000_000, " ") }), "intake_too_big"],
    ["no headings", () => book([["甲", "乙"], [1, 2]]), "intake_no_heading"], ["a column missing", () => book([["姓名", "金额"], ["王", 1]]), "intake_missing_columns"],
    ["headings alone", () => book([HEADINGS]), "intake_empty"], ["too many rows", () => book([HEADINGS, GOOD, [...GOOD], [...GOOD]]), "intake_too_many_rows"],
  ])("is refused as a whole: %s", async (_name, make, code) => {
    await expect(readAll(await make(), { max_rows: 2 })).rejects.toMatchObject({ code })
  }, 30_000)

  it("of 200,000 rows is read without keeping them", async () => {
    const rows = Array.from({ length: 200_000 }, (_none, index) => `<row r="${index + 2}"><c r="A${index + 2}" t="inlineStr"><is><t>农户${index}</t></is></c><c r="B${index + 2}"><v>${index + 1}</v></c><c r="C${index + 2}" t="inlineStr"><is><t>2026-03-05</t></is></c></row>`)
    const head = `<row r="1">${["姓名", "金额", "发放日期"].map((heading, place) => `<c r="${"ABC"[place]}1" t="inlineStr"><is><t>${heading}</t></is></c>`).join("")}</row>`
    const file = archive({ ...BOOK, "xl/worksheets/sheet1.xml": Buffer.from(`<worksheet><sheetData>${head}${rows.join("")}</sheetData></worksheet>`) })
    let [read, largest] = [0, 0]
    for await (const batch of readTable(file, columns)) {
      read += batch.rows.length
      largest = Math.max(largest, batch.rows.length)
    }
    expect(read).toBe(200_000)
    expect(largest).toBeLessThan(2_000)
  }, 60_000)
})
