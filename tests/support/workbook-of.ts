import ExcelJS from "exceljs"

/** A workbook as somebody in an office would save it: these rows on its first sheet. */
export async function workbookOf(rows: unknown[][], change: (sheet: ExcelJS.Worksheet) => void = () => undefined): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  const sheet = workbook.addWorksheet("表")
  for (const row of rows) sheet.addRow(row)
  change(sheet)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

/** The smallest things that are a picture, a document and neither. */
export const PNG = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.from("IHDR 王小明 500238 IEND")])
export const PDF = Buffer.from("%PDF-1.4\n1 0 obj<<>>endobj\n%%EOF")
