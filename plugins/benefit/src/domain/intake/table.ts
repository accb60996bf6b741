import { type Decision, no, yes } from "@fupin/contract/codes"
import { type Cell, cellAddress, cleanText, type Fault, headingOf, type SheetRow } from "./cell"
import type { Field } from "./fields"

export interface Column<T, Required extends boolean = boolean> {
  /** As the template has it; compared without spaces and bracketed remarks. */
  heading: string
  /** Other names that people give it. */
  also?: string[]
  field: Field<T>
  /** Every row must say it, and the column must be there. */
  is_required: Required
}

export type Columns = Record<string, Column<unknown>>

/** A row as read: null where an optional cell is empty. */
export type Values<C extends Columns> = { [K in keyof C]: C[K] extends Column<infer T, infer Required> ? (Required extends true ? T : T | null) : never }

export interface TableRow<C extends Columns> {
  row: number
  values: Values<C>
}

/** Where the headings were found: the number of their row and, by key, of their columns. */
export interface Heading {
  row: number
  columns: ReadonlyMap<string, number>
}

export const required = <T>(heading: string, field: Field<T>, ...also: string[]): Column<T, true> => ({ heading, field, also, is_required: true })
export const optional = <T>(heading: string, field: Field<T>, ...also: string[]): Column<T, false> => ({ heading, field, also, is_required: false })

/** The row above which there are only banners: it names most of the columns, at least two. Null when no row does. */
export function findHeading(rows: readonly SheetRow[], columns: Columns): Heading | null {
  const found = rows.map((row) => headingIn(row, columns)).filter(({ columns: named }) => named.size >= Math.min(2, Object.keys(columns).length))
  return found.reduce<Heading | null>((best, heading) => (best === null || heading.columns.size > best.columns.size ? heading : best), null)
}

function headingIn({ row, cells }: SheetRow, columns: Columns): Heading {
  const keys = new Map(Object.entries(columns).flatMap(([key, { heading, also = [] }]) => [heading, ...also].map((name) => [headingOf(name), key] as const)))
  const named = new Map<string, number>()
  for (const [place, cell] of cells) {
    const key = cell.kind === "text" ? keys.get(headingOf(cell.text)) : undefined
    if (key !== undefined && !named.has(key)) named.set(key, place)
  }
  return { row, columns: named }
}

/** Are all columns there, each once? Errors: intake_no_heading, intake_missing_columns, intake_double_column. */
export function decideHeading(heading: Heading | null, row: SheetRow | undefined, columns: Columns): Decision<Heading, "intake_no_heading" | "intake_missing_columns" | "intake_double_column"> {
  const wanted = Object.values(columns).filter(({ is_required }) => is_required).map(({ heading: name }) => name).join("、")
  if (heading === null || row === undefined) return no("intake_no_heading", `没有找到表头，请使用模板；表头应含：${wanted}`)
  const missing = Object.entries(columns).filter(([key, { is_required }]) => is_required && !heading.columns.has(key)).map(([, { heading: name }]) => name)
  if (missing.length > 0) return no("intake_missing_columns", `第 ${heading.row} 行的表头缺少列：${missing.join("、")}`)
  const names = [...row.cells.values()].map(({ text }) => headingOf(text)).filter((name) => name !== "")
  const known = new Set(Object.values(columns).flatMap(({ heading: name, also = [] }) => [name, ...also].map(headingOf)))
  const double = names.find((name, place) => known.has(name) && names.indexOf(name) !== place)
  return double === undefined ? yes(heading) : no("intake_double_column", `第 ${heading.row} 行的表头重复：${double}`)
}

/** Nothing written in any of the columns. */
export function isBlank({ cells }: SheetRow, heading: Heading): boolean {
  return [...heading.columns.values()].every((place) => isEmpty(cells.get(place)))
}

/** The template's own example: its first cell begins with 示例. */
export function isExample({ cells }: SheetRow): boolean {
  const first = [...cells.entries()].sort(([a], [b]) => a - b).find(([, cell]) => !isEmpty(cell))
  return first !== undefined && cleanText(first[1].text).startsWith("示例")
}

const isEmpty = (cell: Cell | undefined) => cell === undefined || (cell.kind !== "formula" && cleanText(cell.text) === "")

/** One row by its columns: its values, or every fault in it with the address of its cell. */
export function readRow<C extends Columns>({ row, cells }: SheetRow, heading: Heading, columns: C): { values: Values<C> | null; faults: Fault[] } {
  const faults: Fault[] = []
  const values = Object.entries(columns).map(([key, column]) => {
    const place = heading.columns.get(key)
    const cell = place === undefined ? undefined : cells.get(place)
    const refuse = (message: string) => { faults.push({ row, cell: cellAddress(place ?? 1, row), message: `${column.heading}：${message}` }); return [key, null] }
    if (cell === undefined || isEmpty(cell)) return column.is_required ? refuse("不能为空") : [key, null]
    if (cell.kind === "formula") return refuse("不接受公式，请复制后选择性粘贴为数值")
    if (cell.kind === "error") return refuse("这一格是错误值或真假值，请改正")
    const read = column.field(cell)
    return read.ok ? [key, read.value] : refuse(read.message)
  })
  return { values: faults.length > 0 ? null : (Object.fromEntries(values) as Values<C>), faults }
}
