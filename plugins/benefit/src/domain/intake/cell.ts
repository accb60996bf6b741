/** What stands in a cell of an uploaded workbook, as the file says it: nothing is computed. */
export type Cell =
  | { kind: "text"; text: string }
  /** As written in the file, such as "12.5" or "1.2E3". */
  | { kind: "number"; text: string }
  /** A number that is shown as a date. */
  | { kind: "day"; text: string }
  /** #N/A and its like, or a truth value. */
  | { kind: "error"; text: string }
  | { kind: "formula"; text: string }

export interface SheetRow {
  /** From 1, as people see it. */
  row: number
  /** By column, from 1. */
  cells: ReadonlyMap<number, Cell>
}

/** A fault with its place: "C7：身份证号码不正确". */
export interface Fault {
  row: number
  cell: string
  message: string
}

/** (3, 7) → C7 */
export function cellAddress(column: number, row: number): string {
  let letters = ""
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters
  return `${letters}${row}`
}

/** C7 → { column: 3, row: 7 }; null when it is no address. */
export function readAddress(address: string): { column: number; row: number } | null {
  const [, letters, row] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(address) ?? []
  if (!letters || !row) return null
  return { column: Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0), row: Number(row) }
}

const INVISIBLE = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff]/g

/** Full-width digits and letters half-width, no invisible signs, single spaces, nothing at the ends; Chinese punctuation stays. */
export function cleanText(text: string): string {
  return text.replace(INVISIBLE, "").replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (sign) => sign.normalize("NFKC")).replace(/[\s\u3000]+/g, " ").trim()
}

/** A heading as it is compared: without spaces, stars, brackets' remarks and units. */
export function headingOf(text: string): string {
  return cleanText(text).normalize("NFKC").replace(/[\s*:]/g, "").replace(/\([^)]*\)$/, "")
}

const DAY_MS = 86_400_000

/** The day that a spreadsheet counts as `serial`; null when it is none between 1900 and 9999. */
export function dayOfSerial(serial: number, is_1904: boolean): string | null {
  const day = Math.floor(serial) + (is_1904 ? 1_462 : 0)
  if (!Number.isFinite(day) || day < 61 || day > 2_958_465) return null
  return new Date(Date.UTC(1899, 11, 30) + day * DAY_MS).toISOString().slice(0, 10)
}
