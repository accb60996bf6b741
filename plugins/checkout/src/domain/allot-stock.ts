import { type Decision, no, yes } from "@fupin/contract/codes"
import type { Level, Sellable } from "./sellable"

export interface Wanted {
  line_id: string
  sellable: Sellable
  quantity: number
}

export interface Allotment {
  line_id: string
  inventory_item_id: string
  location_id: string
  quantity: number
  allow_backorder: boolean
}

export type Shelf = ReadonlyMap<string, Level[]>

/** Levels by inventory item, as the rule wants them. */
export function shelfOf(levels: Level[]): Shelf {
  const shelf = new Map<string, Level[]>()
  for (const level of levels) shelf.set(level.inventory_item_id, [...(shelf.get(level.inventory_item_id) ?? []), level])
  return shelf
}

/**
 * Takes the lines of one order from the shelf, all or none: quantities of the same item add up over lines (invariant 9).
 * Answers the allotments and the shelf after them. Error: out_of_stock, naming the goods and how many are left.
 */
export function allotStock(wanted: Wanted[], shelf: Shelf): Decision<{ allotments: Allotment[]; shelf: Shelf }, "out_of_stock"> {
  const rest = new Map(shelf)
  const allotments: Allotment[] = []
  for (const { line_id, sellable, quantity } of wanted) {
    if (!sellable.manage_inventory) continue
    for (const part of sellable.parts) {
      const need = quantity * part.required_quantity
      const levels = rest.get(part.inventory_item_id) ?? []
      const level = levels.find(({ available }) => available >= need) ?? (sellable.allow_backorder ? levels[0] : undefined)
      if (!level) return no("out_of_stock", shortage(sellable, levels, part.required_quantity))
      const { inventory_item_id, location_id } = level
      allotments.push({ line_id, inventory_item_id, location_id, quantity: need, allow_backorder: sellable.allow_backorder })
      if (!sellable.allow_backorder) rest.set(part.inventory_item_id, levels.map((held) => (held === level ? { ...held, available: held.available - need } : held)))
    }
    if (sellable.parts.length === 0) return no("out_of_stock", shortage(sellable, [], 1))
  }
  return yes({ allotments, shelf: rest })
}

function shortage(sellable: Sellable, levels: Level[], perPiece: number): string {
  const left = Math.max(0, ...levels.map(({ available }) => Math.floor(available / perPiece)))
  const name = `“${sellable.title} ${sellable.specification}”`
  return left === 0 ? `${name}已售完，请换一件商品` : `${name}只剩 ${left} 件，请减少数量`
}
