import { allowed, refusal } from "@fupin/access"
import { cellAddress, type Fault, type SheetRow } from "../domain/intake/cell"
import { type Columns, decideHeading, findHeading, type Heading, isBlank, isExample, readRow, type TableRow, type Values } from "../domain/intake/table"
import { readMerges, readSheet } from "./sheet"
import { openWorkbook } from "./workbook"

export interface TableOptions<C extends Columns> {
  /** What makes two rows the same; null: may be repeated. */
  identity?: (values: Values<C>) => string | null
  /** At most so many filled rows. */
  max_rows?: number
}

/** Some rows of the table; `address` answers the cell of a column in a row, for faults that show later. */
export interface TableBatch<C extends Columns> {
  rows: TableRow<C>[]
  faults: Fault[]
  address(key: keyof C & string, row: number): string
}

/** As many rows as a province's roster may have in one file. */
export const MAX_ROWS = 200_000
/** Bytes of the file as uploaded. */
export const MAX_FILE_BYTES = 40_000_000
/** Banners end before this row. */
const BANNER_ROWS = 30

/**
 * Reads the first visible sheet of an .xlsx as a table with these columns: in any order, below any banner. Faults carry their cell;
 * a row is either in `rows` or has faults. Rows come in batches as the file unpacks, so that memory does not grow with their number.
 * Blank rows and the template's example (示例…) are passed over. Refuses the file as a whole with intake_not_xlsx, intake_too_big,
 * intake_too_many_rows, intake_no_heading, intake_missing_columns, intake_double_column or intake_empty.
 */
export async function* readTable<C extends Columns>(file: Buffer, columns: C, options: TableOptions<C> = {}): AsyncGenerator<TableBatch<C>> {
  if (file.length > MAX_FILE_BYTES) throw refusal("invalid_data", "intake_too_big")
  const workbook = await openWorkbook(file)
  const merges = await readMerges(workbook)
  const max = options.max_rows ?? MAX_ROWS
  const seen = new Map<string, number>()
  let heading: Heading | null = null
  let waiting: SheetRow[] = []
  let filled = 0
  for await (const rows of readSheet(workbook)) {
    waiting.push(...rows)
    if (heading === null && waiting.length < BANNER_ROWS) continue
    const isFirst = heading === null
    heading ??= headingOf(waiting, columns)
    const batch = batchOf(waiting, heading, columns, options, seen)
    if (isFirst) batch.faults.push(...mergeFaults(merges, heading))
    filled += batch.filled
    if (filled > max) throw refusal("invalid_data", "intake_too_many_rows", `一个文件最多 ${max} 行，请分成几个文件`)
    waiting = []
    yield batch
  }
  if (heading === null) {
    heading = headingOf(waiting, columns)
    const batch = batchOf(waiting, heading, columns, options, seen)
    filled = batch.filled
    if (filled > max) throw refusal("invalid_data", "intake_too_many_rows", `一个文件最多 ${max} 行，请分成几个文件`)
    batch.faults.push(...mergeFaults(merges, heading))
    if (filled > 0) yield batch
  }
  if (filled === 0) throw refusal("invalid_data", "intake_empty")
}

function headingOf(rows: SheetRow[], columns: Columns): Heading {
  const found = findHeading(rows.slice(0, BANNER_ROWS), columns)
  return allowed(decideHeading(found, rows.find(({ row }) => row === found?.row), columns))
}

function batchOf<C extends Columns>(rows: SheetRow[], heading: Heading, columns: C, { identity }: TableOptions<C>, seen: Map<string, number>): TableBatch<C> & { filled: number } {
  const address = (key: string, row: number) => cellAddress(heading.columns.get(key) ?? 1, row)
  const batch: TableBatch<C> & { filled: number } = { rows: [], faults: [], address, filled: 0 }
  for (const sheetRow of rows) {
    const { row } = sheetRow
    if (row <= heading.row || isBlank(sheetRow, heading) || isExample(sheetRow)) continue
    batch.filled++
    const { values, faults } = readRow(sheetRow, heading, columns)
    batch.faults.push(...faults)
    if (values === null) continue
    const same = identity?.(values) ?? null
    const before = same === null ? undefined : seen.get(same)
    if (before === undefined) {
      if (same !== null) seen.set(same, row)
      batch.rows.push({ row, values })
    } else batch.faults.push({ row, cell: cellAddress(Math.min(...heading.columns.values()), row), message: `与第 ${before} 行重复` })
  }
  return batch
}

/** A merged cell belongs to no one row. Above the headings it is a banner. */
function mergeFaults(merges: { first: number; last: number; range: string }[], heading: Heading): Fault[] {
  return merges.filter(({ last }) => last >= heading.row).map(({ first, range }) => ({ row: first, cell: range, message: "合并单元格，请取消合并后逐行填写" }))
}
