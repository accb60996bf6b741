export interface CartLine {
  variant_id: string
  quantity: number
}

/** A line just removed and the place it stood at, so that removal can be undone. */
export interface RemovedLine extends CartLine {
  index: number
}

/** Forty lines of Medusa ids fill three quarters of what a browser keeps in one cookie. */
export const LINES_MAX = 40
export const QUANTITY_MAX = 9999

const VARIANT_ID = /^[A-Za-z0-9_-]{1,64}$/

/** Reads the cookie's text. Whatever does not look like a line is left out: a cookie is anyone's input. */
export function parseCart(text: string | undefined): CartLine[] {
  const lines = list(text).flatMap((entry) => lineOf(entry) ?? [])
  const distinct = new Map(lines.map((line) => [line.variant_id, line]))
  return [...distinct.values()].slice(0, LINES_MAX)
}

export function serializeCart(lines: readonly CartLine[]): string {
  return JSON.stringify(lines.map(({ variant_id, quantity }) => ({ v: variant_id, q: quantity })))
}

/** Adds to the line of that variant or appends one; null when the cart is full. */
export function withAdded(lines: readonly CartLine[], added: CartLine): CartLine[] | null {
  const held = lines.find(({ variant_id }) => variant_id === added.variant_id)
  if (held) return withQuantity(lines, added.variant_id, Math.min(held.quantity + added.quantity, QUANTITY_MAX))
  return lines.length >= LINES_MAX ? null : [...lines, added]
}

export function withQuantity(lines: readonly CartLine[], variantId: string, quantity: number): CartLine[] {
  return lines.map((line) => (line.variant_id === variantId ? { ...line, quantity } : line))
}

/** The cart without that line, and what is needed to put it back. */
export function without(lines: readonly CartLine[], variantId: string): { lines: CartLine[]; removed: RemovedLine | null } {
  const index = lines.findIndex(({ variant_id }) => variant_id === variantId)
  const held = lines[index]
  if (!held) return { lines: [...lines], removed: null }
  return { lines: lines.filter((line) => line !== held), removed: { ...held, index } }
}

export function withRestored(lines: readonly CartLine[], removed: RemovedLine): CartLine[] {
  if (lines.length >= LINES_MAX || lines.some(({ variant_id }) => variant_id === removed.variant_id)) return [...lines]
  const { index, ...line } = removed
  return [...lines.slice(0, index), line, ...lines.slice(index)]
}

export function parseRemoved(text: string | undefined): RemovedLine | null {
  const [entry] = list(text)
  const line = lineOf(entry)
  const index = isRecord(entry) ? entry.i : undefined
  return line && Number.isInteger(index) && Number(index) >= 0 ? { ...line, index: Number(index) } : null
}

export function serializeRemoved({ variant_id, quantity, index }: RemovedLine): string {
  return JSON.stringify([{ v: variant_id, q: quantity, i: index }])
}

/** A line from typed or submitted values; null when either is not what it should be. */
export function lineFrom(variantId: unknown, quantity: unknown): CartLine | null {
  return lineOf({ v: variantId, q: typeof quantity === "string" && /^\d{1,4}$/.test(quantity.trim()) ? Number(quantity) : quantity })
}

function lineOf(entry: unknown): CartLine | null {
  if (!isRecord(entry)) return null
  const { v, q } = entry
  const sound = typeof v === "string" && VARIANT_ID.test(v) && typeof q === "number" && Number.isInteger(q) && q >= 1 && q <= QUANTITY_MAX
  return sound ? { variant_id: v, quantity: q } : null
}

function list(text: string | undefined): unknown[] {
  if (!text) return []
  try {
    const read: unknown = JSON.parse(text)
    return Array.isArray(read) ? read : []
  } catch {
    return []
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null
}
