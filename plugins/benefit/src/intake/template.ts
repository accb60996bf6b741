import ExcelJS from "exceljs"
import type { Columns } from "../domain/intake/table"

export interface Template {
  name: string
  /** Above the table: how it is filled in. */
  notes: string[]
  columns: Columns
  /** By heading; its first cell begins with 示例, so that the reader passes it over. */
  example: Record<string, string | number>
  /** Words to pick from, by heading. */
  choices?: Record<string, string[]>
}

/** A workbook to be filled in: the reader's own headings, an example, words to pick from; every cell is text, so that long numbers stay whole. */
export async function writeTemplate({ name, notes, columns, example, choices = {} }: Template): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const page = workbook.addWorksheet(name)
  const headings = Object.values(columns).map(({ heading, is_required }) => ({ heading, is_required }))
  for (const note of [name, ...notes]) {
    const row = page.addRow([note])
    page.mergeCells(row.number, 1, row.number, headings.length)
    row.getCell(1).font = { bold: note === name, size: note === name ? 16 : 10 }
  }
  const top = page.addRow(headings.map(({ heading, is_required }) => `${heading}${is_required ? "*" : ""}`))
  top.eachCell((cell) => Object.assign(cell, { font: { bold: true }, fill: { type: "pattern", pattern: "solid", fgColor: { argb: "FFF2EFE6" } }, border: { bottom: { style: "thin" } } }))
  page.addRow(headings.map(({ heading }) => example[heading] ?? "")).eachCell((cell) => { cell.font = { italic: true, color: { argb: "FF6B655A" } } })
  page.views = [{ state: "frozen", ySplit: top.number }]
  headings.forEach(({ heading }, index) => {
    const column = page.getColumn(index + 1)
    column.width = Math.max(14, heading.length * 2 + 4)
    column.numFmt = "@"
    if (choices[heading]) for (let row = top.number + 1; row <= top.number + 500; row++) page.getCell(row, index + 1).dataValidation = { type: "list", allowBlank: true, formulae: [`"${choices[heading].join(",")}"`], showErrorMessage: true, error: "请从列表中选取" }
  })
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
