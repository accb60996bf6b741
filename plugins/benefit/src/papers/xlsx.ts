import type { Writable } from "node:stream"
import ExcelJS from "exceljs"
import { drained, goneSignal, unlessGone } from "./backpressure"
import { packerOf } from "./medusa"
import { moneyInWords } from "./money-in-words"
import { type Cells, type Column, escapeCell, notesOf, type Sheet } from "./sheet"

const FONT = "宋体"
const LINE = { style: "thin" as const, color: { argb: "FF000000" } }
const BOX = { top: LINE, left: LINE, bottom: LINE, right: LINE }
const HEADING = { font: { name: FONT, size: 11, bold: true }, border: BOX, alignment: { horizontal: "center", vertical: "middle", wrapText: true }, fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFF2EFE6" } } }
const FORMATS: Record<Column["kind"], string> = { money: "#,##0.00;-#,##0.00", count: "#,##0", text: "@", wide_text: "@" }
/** Rows between two looks at whether the reader keeps up. */
const STRIDE = 500

/**
 * Writes a paper as a workbook: A4, headings repeated on every page, page numbers, boxed cells. Rows go out as they come, so that
 * memory does not grow with them; it waits for a slow reader and ends with one that is gone.
 */
export async function writeWorkbook(sheet: Sheet, sink: Writable): Promise<void> {
  const gone = goneSignal(sink)
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: sink, useStyles: true, useSharedStrings: false })
  const banner = notesOf(sheet)
  const top = banner.length + 2
  const page = workbook.addWorksheet(sheet.name, { pageSetup: pageSetup(sheet, top), headerFooter: { oddFooter: "&C第 &P 页，共 &N 页" }, views: [{ state: "frozen", ySplit: top }] })
  page.columns = sheet.columns.map(({ width }) => ({ width }))
  writeLine(page, sheet, sheet.title, { bold: true, size: 18, height: 34, center: true })
  for (const note of banner) writeLine(page, sheet, note, { size: 10 })
  const heading = page.addRow(sheet.columns.map(({ heading: text }) => text))
  heading.eachCell((cell) => Object.assign(cell, HEADING))
  heading.commit()
  const styles = sheet.columns.map(styleOf)
  let written = 0
  for await (const row of sheet.rows) {
    rowOf(page, sheet.columns, row, styles).commit()
    if (++written % STRIDE === 0) await drained(packerOf(page), gone)
  }
  await writeEnding(page, sheet, styles)
  await unlessGone(workbook.commit(), gone)
}

async function writeEnding(page: ExcelJS.Worksheet, sheet: Sheet, styles: Partial<ExcelJS.Style>[]): Promise<void> {
  const { apart, foot, in_words } = await sheet.ending()
  for (const { heading, rows } of apart) {
    writeLine(page, sheet, heading, { bold: true })
    for (const row of rows) rowOf(page, sheet.columns, row, styles).commit()
  }
  for (const { label, fen } of foot) writeFoot(page, sheet, label, fen, styles)
  if (in_words) writeLine(page, sheet, `${in_words.label}：${moneyInWords(in_words.fen)}`, { bold: true })
  const places = (sheet.places ?? []).map(({ label, value }) => `${label}：${value ?? "＿＿＿＿＿＿"}`).join("　　")
  if (places) writeLine(page, sheet, places, { height: 48 })
}

function pageSetup(sheet: Sheet, top: number): Partial<ExcelJS.PageSetup> {
  return {
    paperSize: 9, orientation: sheet.columns.length > 5 ? "landscape" : "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true,
    margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 }, printTitlesRow: `${top}:${top}`,
  }
}

function styleOf({ kind }: Column): Partial<ExcelJS.Style> {
  const horizontal = kind === "money" ? "right" as const : kind === "wide_text" ? "left" as const : "center" as const
  return { font: { name: FONT, size: 11 }, border: BOX, alignment: { horizontal, vertical: "middle", wrapText: true }, numFmt: FORMATS[kind] }
}

function writeLine(page: ExcelJS.Worksheet, sheet: Sheet, text: string, { bold = false, size = 11, height = 20, center = false }): void {
  const row = page.addRow([escapeCell(text)])
  page.mergeCells(row.number, 1, row.number, sheet.columns.length)
  row.height = height
  Object.assign(row.getCell(1), { font: { name: FONT, size, bold }, alignment: { horizontal: center ? "center" : "left", vertical: "middle", wrapText: true } })
  row.commit()
}

/** Styles are shared objects: they are looked up once, not once a cell. */
function rowOf(page: ExcelJS.Worksheet, columns: Column[], values: Cells, styles: Partial<ExcelJS.Style>[]): ExcelJS.Row {
  const row = page.addRow(values.map((value, place) => cellOf(columns[place]!, value)))
  styles.forEach((style, place) => { row.getCell(place + 1).style = style })
  return row
}

function cellOf({ kind }: Column, value: Cells[number]): string | number {
  if (typeof value !== "number" || kind === "text" || kind === "wide_text") return escapeCell(String(value ?? ""))
  return kind === "money" ? value / 100 : value
}

/** The label spans the columns left of the money. */
function writeFoot(page: ExcelJS.Worksheet, sheet: Sheet, label: string, fen: number, styles: Partial<ExcelJS.Style>[]): void {
  const place = sheet.columns.findIndex(({ kind }) => kind === "money")
  const bold = styles.map((style) => ({ ...style, font: { name: FONT, size: 11, bold: true } }))
  const row = rowOf(page, sheet.columns, sheet.columns.map((_, index) => (index === 0 ? label : index === place ? fen : null)), bold)
  if (place > 1) page.mergeCells(row.number, 1, row.number, place)
  row.commit()
}
