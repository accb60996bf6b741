import { text } from "@fupin/benefit/domain/intake/fields"
import { required } from "@fupin/benefit/domain/intake/table"
import { readTable } from "@fupin/benefit/intake/read-table"
import { type Template, writeTemplate } from "@fupin/benefit/intake/template"
import type { QuickEntry, QuickEntryRow } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { type EntryGoods, readEntry, readTyped } from "../domain/quick-entry"
import { type AgreementRow, graph } from "../medusa"

interface VariantRow {
  id: string
  sku: string | null
  title: string
  product: { title: string } | null
}

const COLUMNS = { sku: required("商品编码", text(60), "SKU", "编码", "货号"), quantity: required("数量", text(12)) }

/** At most so many rows in a workbook: an agreement has no more lines. */
const MAX_ROWS = 500

async function readEntryGoods(container: MedusaContainer, { lines }: AgreementRow): Promise<EntryGoods[]> {
  const rows = await graph<VariantRow>(container, "product_variant", ["id", "sku", "title", "product.title"], { id: lines.map(({ variant_id }) => variant_id) })
  return lines.flatMap(({ variant_id, min_quantity, max_quantity }) => {
    const row = rows.find(({ id }) => id === variant_id)
    return row ? [{ variant_id, sku: row.sku ?? variant_id, title: row.product?.title ?? row.title, min_quantity, max_quantity }] : []
  })
}

/** A pasted list, row by row; lines are those without a fault. */
export async function readPasted(container: MedusaContainer, agreement: AgreementRow, text: string): Promise<QuickEntry> {
  return answer(readEntry(readTyped(text), await readEntryGoods(container, agreement)))
}

/** The same of a workbook: by cell, formulas and merged cells refused by the house's own reader. */
export async function readEntryFile(container: MedusaContainer, agreement: AgreementRow, file: Buffer): Promise<QuickEntry> {
  const typed: Parameters<typeof readEntry>[0] = []
  const faults: QuickEntryRow[] = []
  for await (const batch of readTable(file, COLUMNS, { max_rows: MAX_ROWS })) {
    for (const { row, values } of batch.rows) typed.push({ row, text: `${values.sku} ${values.quantity}`, ...values })
    for (const { row, cell, message } of batch.faults) faults.push({ row, text: cell, variant_id: null, title: "", quantity: null, error: message })
  }
  return answer([...readEntry(typed, await readEntryGoods(container, agreement)), ...faults].sort((one, other) => one.row - other.row))
}

function answer(rows: QuickEntryRow[]): QuickEntry {
  const lines = rows.flatMap(({ variant_id, quantity, error }) => (error === null && variant_id !== null && quantity !== null ? [{ variant_id, quantity }] : []))
  return { rows, lines, faults: rows.filter(({ error }) => error !== null).length }
}

/** A workbook to be filled in, with the agreement's goods to choose from. */
export async function writeEntryTemplate(container: MedusaContainer, agreement: AgreementRow): Promise<Buffer> {
  const goods = await readEntryGoods(container, agreement)
  const template: Template = {
    name: "快速录入", notes: [`协议 ${agreement.number}`, ...goods.map(({ sku, title }) => `${sku}　${title}`)], columns: COLUMNS, example: { 商品编码: `示例 ${goods[0]?.sku ?? ""}`, 数量: "10" },
  }
  return writeTemplate(template)
}
