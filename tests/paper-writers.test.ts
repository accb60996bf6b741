import { PassThrough } from "node:stream"
import { buffer } from "node:stream/consumers"
import ExcelJS from "exceljs"
import { describe, expect, it } from "vitest"
import { openPdf } from "./support/pdf"
import { moneyInWords, yuanOf } from "../plugins/benefit/src/papers/money-in-words"
import { writePdf } from "../plugins/benefit/src/papers/pdf"
import { escapeCell, type Cells, type Sheet } from "../plugins/benefit/src/papers/sheet"
import { writeWorkbook } from "../plugins/benefit/src/papers/xlsx"

const NOW = new Date("2026-11-29T09:00:00+08:00")
const DOCUMENT = { number: "FP-2026-11-500238-0007-K3", version: 2, sha256: "9f86d081".repeat(8), issued_at: NOW, is_void: false, url: "http://localhost:8000/verify/FP-2026-11-500238-0007-K3" }
const people = (many: number): Cells[] => Array.from({ length: many }, (_none, index) => [`王小${index}`, "500238199001010017", index * 100 + 7])
const sheet = (more: Partial<Sheet> = {}): Sheet => ({
  name: "附件1", title: "附件1 带贫人员名册", notes: ["填报期间：2026-10-29 至 2026-11-28"],
  columns: [{ heading: "姓名", width: 18, kind: "text" }, { heading: "身份证", width: 26, kind: "text" }, { heading: "受益金额", width: 18, kind: "money" }],
  rows: people(100), ending: () => ({ apart: [{ heading: "村集体", rows: [["观峰村联合社", "", 900]] }], foot: [{ label: "名册合计", fen: 1_200_050 }], in_words: { label: "大写", fen: 1_200_050 } }),
  places: [{ label: "填报单位（盖章）", value: "巫溪县古路镇人民政府" }, { label: "负责人" }, { label: "填表人" }, { label: "联系电话" }, { label: "日期" }], ...more,
})

async function written(write: (sink: PassThrough) => Promise<void>): Promise<Buffer> {
  const sink = new PassThrough()
  const [, file] = await Promise.all([write(sink), buffer(sink)])
  return file
}

it.each([["=1+1", "'=1+1"], ["+86", "'+86"], ["-1", "'-1"], ["@SUM(A1)", "'@SUM(A1)"], ["\t=1", "'\t=1"], ["土豆=好", "土豆=好"], ["", ""]])("escapes %j", (text, safe) => expect(escapeCell(text)).toBe(safe))
it.each([[1_200_000, "人民币壹万贰仟元整", "12,000.00"], [1_005, "人民币壹拾元零伍分", "10.05"], [0, "人民币零元整", "0.00"], [-320, "人民币负叁元贰角", "-3.20"], [123_456_789_012, "人民币壹拾贰亿叁仟肆佰伍拾陆万柒仟捌佰玖拾元壹角贰分", "1,234,567,890.12"]])(
  "writes %d fen out", (fen, words, yuan) => expect([moneyInWords(fen), yuanOf(fen)]).toEqual([words, yuan]))

describe("a paper as PDF", () => {
  it("has its headings and its page number on every page, every row once, sums, words and places to sign", async () => {
    const pages = await openPdf(await written((sink) => writePdf(sheet({ document: DOCUMENT }), sink, NOW)))
    expect(pages.length).toBeGreaterThan(3)
    pages.forEach(({ width, height, text }, index) => {
      expect([width, height]).toEqual([595, 842])
      expect(text).toEqual(expect.arrayContaining(["姓名", "身份证", "受益金额", `第 ${index + 1} 页，共`, `${pages.length} 页`]))
      expect(text[0]).toBe(DOCUMENT.number)
    })
    const all = pages.flatMap(({ text }) => text)
    expect(all.filter((text) => /^王小\d+$/.test(text))).toEqual(people(100).map(([name]) => name))
    expect(all).toEqual(expect.arrayContaining(["9,900.07".replace("9,900", "99"), "名册合计", "12,000.50", "大写：人民币壹万贰仟元伍角", "村集体", "填报单位（盖章）：巫溪县古路镇人民政府", "负责人：", "联系电话："]))
    expect(all.filter((text) => text === "带贫人员名册")).toHaveLength(1)
  })

  it("lies across when it has many columns, says that a draft is one, and splits a cell that no page holds", async () => {
    const columns = ["一", "二", "三", "四", "五", "六"].map((heading) => ({ heading, width: 10, kind: "wide_text" as const }))
    const long = "很长的备注".repeat(600)
    const pages = await openPdf(await written((sink) => writePdf(sheet({ columns, rows: [["短", long, "", "", "", ""]], ending: () => ({ apart: [], foot: [] }), places: [] }), sink, NOW)))
    expect(pages.every(({ width, height }) => width === 842 && height === 595)).toBe(true)
    expect(pages[0]!.text[1]).toBe("带贫人员名册（未开具，仅供核对）")
    expect(pages.flatMap(({ text }) => text).filter((text) => /[很长的备注]/.test(text)).join("")).toBe(long)
  })

  it("is the same to the byte when it is issued, and stamped when it is void", async () => {
    const once = await written((sink) => writePdf(sheet({ document: DOCUMENT }), sink, NOW))
    expect(once.equals(await written((sink) => writePdf(sheet({ document: DOCUMENT }), sink, new Date(0))))).toBe(true)
    const [page] = await openPdf(await written((sink) => writePdf(sheet({ document: { ...DOCUMENT, is_void: true } }), sink, NOW)))
    expect(page!.text).toContain("已作废")
  })
})

describe("a paper as a workbook", () => {
  it("keeps banner, headings, print titles, numbers as numbers and what looks like a formula as text", async () => {
    const file = await written((sink) => writeWorkbook(sheet({ document: DOCUMENT, rows: [["=HYPERLINK(1)", "500238199001010017", 1_234], ...people(1_200)] }), sink))
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(file as never)
    const page = workbook.worksheets[0]!
    expect(page.getCell("A1").value).toBe("附件1 带贫人员名册")
    expect(page.getCell("A1").isMerged && page.getCell("C1").isMerged).toBe(true)
    expect(page.getRow(4).values).toEqual([undefined, "姓名", "身份证", "受益金额"])
    expect(page.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, printTitlesRow: "4:4" })
    expect(page.getRow(5).values).toEqual([undefined, "'=HYPERLINK(1)", "500238199001010017", 12.34])
    expect([page.getCell("B5").numFmt, page.getCell("C5").numFmt]).toEqual(["@", "#,##0.00;-#,##0.00"])
    expect(page.getCell("A3").value).toContain(DOCUMENT.number)
    const below = Array.from({ length: 5 }, (_none, index) => String(page.getRow(1_206 + index).getCell(1).value))
    expect(below).toEqual(["村集体", "观峰村联合社", "名册合计", "大写：人民币壹万贰仟元伍角", expect.stringMatching(/^填报单位（盖章）：巫溪县古路镇人民政府/)])
  })
})

it.each([["workbook", writeWorkbook], ["PDF", (paper: Sheet, sink: PassThrough) => writePdf(paper, sink, NOW)]] as const)("a %s stops when its reader goes away, and lets go of what it read from", async (_name, write) => {
  const sink = new PassThrough()
  let [read, closed] = [0, false]
  async function* rows(): AsyncGenerator<Cells> {
    try {
      for (;;) {
        if (++read === 1_200) sink.destroy()
        yield [`王小${read}`, "500238199001010017", read]
        if (read % 100 === 0) await new Promise((resolve) => setImmediate(resolve))
      }
    } finally {
      closed = true
    }
  }
  sink.resume()
  await expect(write(sheet({ rows: rows() }), sink)).rejects.toThrow()
  expect([closed, read < 3_000]).toEqual([true, true])
})
