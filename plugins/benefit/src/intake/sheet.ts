import { type Cell, dayOfSerial, readAddress, type SheetRow } from "../domain/intake/cell"
import { unpack } from "./unzip"
import { LIMITS, type Workbook } from "./workbook"
import { readXml } from "./xml"

interface OpenCell {
  column: number
  type: string
  style: number
  value: string
  hasFormula: boolean
}

/** Rows of a sheet in their order, a few at a time as the archive unpacks. A formula's result is not taken for a value. */
export async function* readSheet(workbook: Workbook): AsyncGenerator<SheetRow[]> {
  let rows: SheetRow[] = []
  let [row, column, inValue] = [0, 0, false]
  let cells = new Map<number, Cell>()
  let open: OpenCell | null = null
  const pieces = readXml(unpack(workbook.sheet, LIMITS.sheet), {
    open: (name, attributes) => {
      if (name === "row") [row, column, cells] = [Number(attributes.r ?? row + 1), 0, new Map()]
      if (name === "c") {
        column = readAddress(attributes.r ?? "")?.column ?? column + 1
        open = { column, type: attributes.t ?? "n", style: Number(attributes.s ?? 0), value: "", hasFormula: false }
      }
      if (name === "f" && open) open.hasFormula = true
      inValue = open !== null && (name === "v" || name === "t")
    },
    text: (piece) => { if (inValue && open) open.value += piece },
    close: (name) => {
      inValue = false
      if (name === "c" && open) {
        if (open.value !== "" || open.hasFormula) cells.set(open.column, cellOf(open, workbook))
        open = null
      }
      if (name === "row" && cells.size > 0) rows.push({ row, cells })
    },
  })
  for await (const _piece of pieces) {
    if (rows.length === 0) continue
    const ready = rows
    rows = []
    yield ready
  }
}

function cellOf({ type, style, value, hasFormula }: OpenCell, { strings, date_styles, is_1904 }: Workbook): Cell {
  if (hasFormula) return { kind: "formula", text: "" }
  switch (type) {
    case "s": return { kind: "text", text: strings[Number(value)] ?? "" }
    case "inlineStr": case "str": return { kind: "text", text: value }
    case "d": return { kind: "day", text: value.slice(0, 10) }
    case "e": case "b": return { kind: "error", text: value }
    default: {
      const day = date_styles[style] ? dayOfSerial(Number(value), is_1904) : null
      return day === null ? { kind: "number", text: value } : { kind: "day", text: day }
    }
  }
}

/** Merged ranges, which stand behind the rows in the file: first row, last row and the range as people see it. */
export async function readMerges(workbook: Workbook): Promise<{ first: number; last: number; range: string }[]> {
  const merges: { first: number; last: number; range: string }[] = []
  let rest = ""
  for await (const piece of unpack(workbook.sheet, LIMITS.sheet)) {
    const text = rest + piece.toString("latin1")
    for (const [, range] of text.matchAll(/<(?:\w+:)?mergeCell\s+ref="([A-Z0-9:$]{2,30})"/g)) {
      const [from, to] = range!.split(":").map(readAddress)
      if (from && merges.length < 10_000) merges.push({ first: from.row, last: (to ?? from).row, range: range! })
    }
    rest = text.slice(Math.max(text.lastIndexOf("<"), text.length - 200))
  }
  return merges
}
