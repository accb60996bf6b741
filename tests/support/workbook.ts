import ExcelJS from "exceljs"

type Cell = string | number | null

export interface Paper {
  /** Cells of the numbered or named rows between the headings and the foot. */
  rows: Cell[][]
  /** The sums below the table in fen, by label. */
  foot: Record<string, number>
}

/** Every row of the first sheet, as a spreadsheet program reads it. */
export async function readTable(file: Buffer): Promise<Cell[][]> {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(file as never)
  return workbook.worksheets[0]!.getSheetValues().slice(1).map((row) => (Array.isArray(row) ? (row.slice(1) as Cell[]) : []))
}

/** Opens a downloaded paper as a spreadsheet program would. Its headings must be exactly these; money stands in column `money`, counted from 0. */
export async function openPaper(file: Buffer, headings: string[], money: number, footLabels: RegExp): Promise<Paper> {
  const all = await readTable(file)
  const top = all.findIndex((row) => row[0] === headings[0])
  expect(all[top]).toEqual(headings)
  const below = all.slice(top + 1)
  const isFoot = (row: Cell[]) => footLabels.test(String(row[0])) && typeof row[money] === "number"
  const foot = Object.fromEntries(below.filter(isFoot).map((row) => [String(row[0]), toFen(row[money])]))
  return { rows: below.filter((row) => !isFoot(row) && typeof row[money] === "number"), foot }
}

export const sumFen = (rows: Cell[][], money: number): number => rows.reduce((sum, row) => sum + toFen(row[money]), 0)

const toFen = (yuan: Cell | undefined): number => Math.round(Number(yuan) * 100)
