import { createHash } from "node:crypto"

/** What a purchase asks for of one article; what of it will be supplied is another question. Fen for one. */
export interface ContentLine {
  variant_id: string
  quantity: number
  unit_price_fen: number
}

/** One line for each article and price, of however many orders it is spread over; nothing of what nobody wants. */
export function mergeContent(lines: ContentLine[]): ContentLine[] {
  const merged = new Map<string, ContentLine>()
  for (const line of lines.filter(({ quantity }) => quantity > 0)) {
    const name = `${line.variant_id} ${line.unit_price_fen}`
    merged.set(name, { ...line, quantity: line.quantity + (merged.get(name)?.quantity ?? 0) })
  }
  return [...merged.keys()].sort().map((name) => merged.get(name)!)
}

/** What is asked for, known by its hash: the same articles in the same quantities, in whatever order, to the same place. An approval binds it beside the amount. */
export function contentHash(lines: ContentLine[], goes_to?: string): string {
  const pieces = new Map<string, number>()
  for (const { variant_id, quantity } of lines) pieces.set(variant_id, (pieces.get(variant_id) ?? 0) + quantity)
  const asked = [...pieces].filter(([, quantity]) => quantity > 0).map(([variant_id, quantity]) => `${variant_id} ${quantity}`).sort()
  return createHash("sha256").update([...asked, ...(goes_to === undefined ? [] : [`to ${goes_to}`])].join("\n")).digest("hex")
}
