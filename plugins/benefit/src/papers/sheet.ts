import ExcelJS from "exceljs"

export interface Column {
  heading: string
  width: number
  /** Money is a number with two decimals, everything else text, ID numbers and phones above all. */
  kind: "text" | "money" | "wide_text"
}

export interface Sheet {
  name: string
  title: string
  /** Lines below the title: period, region, how figures are meant. */
  notes: string[]
  columns: Column[]
  rows: (string | number | null)[][]
  /** Rows below the table that carry the sums: label and fen. */
  foot: { label: string; fen: number }[]
  /** Lists that stand apart from the table. */
  apart: { heading: string; rows: (string | number | null)[][] }[]
}

const FONT = "宋体"
const LINE = { style: "thin" as const, color: { argb: "FF000000" } }
const BOX = { top: LINE, left: LINE, bottom: LINE, right: LINE }

/** A spreadsheet program must not take what somebody typed for a formula. */
export function escapeCell(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}

/** A paper as a workbook: A4, headings repeated on every page, page numbers, boxed cells. Money arrives in fen. */
export async function writeWorkbook(sheet: Sheet): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const page = workbook.addWorksheet(sheet.name, { pageSetup: pageSetup(sheet), headerFooter: { oddFooter: "&C第 &P 页，共 &N 页" } })
  page.columns = sheet.columns.map(({ width }) => ({ width }))
  writeBanner(page, sheet)
  const heading = page.addRow(sheet.columns.map(({ heading: text }) => text))
  heading.eachCell((cell) => Object.assign(cell, { font: { name: FONT, size: 11, bold: true }, border: BOX, alignment: { horizontal: "center", vertical: "middle", wrapText: true }, fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFF2EFE6" } } }))
  page.pageSetup.printTitlesRow = `${heading.number}:${heading.number}`
  page.views = [{ state: "frozen", ySplit: heading.number }]
  for (const row of sheet.rows) writeRow(page, sheet.columns, row)
  for (const { heading: text, rows } of sheet.apart) {
    writeLine(page, sheet, text, { bold: true })
    for (const row of rows) writeRow(page, sheet.columns, row)
  }
  for (const { label, fen } of sheet.foot) writeFoot(page, sheet, label, fen)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function pageSetup(sheet: Sheet): Partial<ExcelJS.PageSetup> {
  return { paperSize: 9, orientation: sheet.columns.length > 5 ? "landscape" : "portrait", fitToPage: true, fitToWidth: 1, fitToHeight: 0, horizontalCentered: true, margins: { left: 0.6, right: 0.6, top: 0.7, bottom: 0.7, header: 0.3, footer: 0.3 } }
}

function writeBanner(page: ExcelJS.Worksheet, sheet: Sheet): void {
  writeLine(page, sheet, sheet.title, { bold: true, size: 18, height: 34, center: true })
  for (const note of sheet.notes) writeLine(page, sheet, note, { size: 10 })
}

function writeLine(page: ExcelJS.Worksheet, sheet: Sheet, text: string, { bold = false, size = 11, height = 20, center = false }): void {
  const row = page.addRow([escapeCell(text)])
  page.mergeCells(row.number, 1, row.number, sheet.columns.length)
  row.height = height
  Object.assign(row.getCell(1), { font: { name: FONT, size, bold }, alignment: { horizontal: center ? "center" : "left", vertical: "middle", wrapText: true } })
}

function writeRow(page: ExcelJS.Worksheet, columns: Column[], values: (string | number | null)[]): void {
  const row = page.addRow(values.map((value, place) => (columns[place]!.kind === "money" && typeof value === "number" ? value / 100 : escapeCell(String(value ?? "")))))
  columns.forEach(({ kind }, place) => {
    const alignment = { horizontal: kind === "money" ? "right" as const : kind === "wide_text" ? "left" as const : "center" as const, vertical: "middle" as const, wrapText: true }
    Object.assign(row.getCell(place + 1), { font: { name: FONT, size: 11 }, border: BOX, alignment, numFmt: kind === "money" ? "#,##0.00;-#,##0.00" : "@" })
  })
}

/** The label spans the columns left of the money. */
function writeFoot(page: ExcelJS.Worksheet, sheet: Sheet, label: string, fen: number): void {
  const place = sheet.columns.findIndex(({ kind }) => kind === "money")
  writeRow(page, sheet.columns, sheet.columns.map((_, index) => (index === 0 ? label : index === place ? fen : null)))
  const row = page.lastRow!
  if (place > 1) page.mergeCells(row.number, 1, row.number, place)
  row.eachCell((cell) => Object.assign(cell, { font: { name: FONT, size: 11, bold: true } }))
}
