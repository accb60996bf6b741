import type { QuickEntryRow } from "@fupin/contract/schemas"

export interface EntryGoods {
  variant_id: string
  sku: string
  title: string
  min_quantity: number | null
  max_quantity: number | null
}

interface Typed {
  row: number
  text: string
  sku: string
  quantity: string
}

const HEADING = /^(sku|商品编码|货号|编码|商品)$/i

/** Rows of a pasted list: SKU (or the whole title), then quantity, parted by tab, comma, × or spaces. Blank rows, headings and the template's example are passed over. */
export function readTyped(text: string): Typed[] {
  return text.split(/\r\n|\r|\n/).map((line, index) => ({ row: index + 1, text: line.normalize("NFKC").trim() }))
    .filter((line) => line.text !== "" && !line.text.startsWith("示例"))
    .map((line) => ({ ...line, ...partsOf(line.text) }))
    .filter(({ sku, quantity }) => !HEADING.test(sku) && quantity !== "数量")
}

function partsOf(text: string): { sku: string; quantity: string } {
  const parted = /^(.*?)\s*(?:[\t,;|×*]|\s)\s*([^\s\t,;|×*]*)$/.exec(text)
  return { sku: (parted?.[1] ?? text).trim(), quantity: parted?.[2] ?? "" }
}

/** Each row with its product and quantity, or with what is wrong with it; goods are found in the agreement alone, each once. */
export function readEntry(rows: Typed[], goods: EntryGoods[]): QuickEntryRow[] {
  const seen = new Map<string, number>()
  return rows.map(({ row, text, sku, quantity }) => {
    const found = goods.find((one) => one.sku.toLowerCase() === sku.toLowerCase()) ?? goods.find(({ title }) => title === sku)
    const count = /^\d{1,7}$/.test(quantity) ? Number(quantity) : null
    const first = found ? seen.get(found.variant_id) : undefined
    if (found && first === undefined) seen.set(found.variant_id, row)
    const error = faultOf(sku, quantity, count, found, first)
    return { row, text, variant_id: found?.variant_id ?? null, title: found?.title ?? "", quantity: count, error }
  })
}

function faultOf(sku: string, quantity: string, count: number | null, goods: EntryGoods | undefined, first: number | undefined): string | null {
  if (!goods) return `“${sku}”不在协议内，请核对编码`
  if (first !== undefined) return `与第 ${first} 行是同一商品，请合并数量`
  if (quantity === "") return "缺少数量"
  if (count === null) return `数量“${quantity}”不是整数`
  if (count < 1 || count > 9999) return "数量应为 1 到 9999"
  if (goods.max_quantity !== null && count > goods.max_quantity) return `每次最多 ${goods.max_quantity}`
  if (goods.min_quantity !== null && count < goods.min_quantity) return `每次至少 ${goods.min_quantity}`
  return null
}
