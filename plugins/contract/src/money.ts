/** Money on the wire and in the ledger is an integer number of fen (分). ¥1 = 100 fen. */
export type Fen = number

/**
 * Decimal yuan, as Medusa keeps it, to fen; half up, away from binary noise (2.0979 → 210).
 * This is the only place where decimal yuan enter.
 */
export function fenFromYuan(yuan: number | string): Fen {
  const [whole = "0", fraction = ""] = decimalText(yuan).replace("-", "").split(".")
  const padded = (fraction + "000").slice(0, 3)
  const magnitude = Number(whole) * 100 + Number(padded.slice(0, 2)) + (padded[2]! >= "5" ? 1 : 0)
  if (!Number.isSafeInteger(magnitude)) throw new RangeError(`amount out of range: ${yuan}`)
  return Number(yuan) < 0 && magnitude !== 0 ? -magnitude : magnitude
}

/** Fen to decimal yuan for Medusa: 1250 → 12.5. */
export function yuanFromFen(fen: Fen): number {
  return fen / 100
}

/** What so many items, or kilograms to the gram, cost at a price in fen: half up to the fen, exactly. */
export function fenOfQuantity(quantity: number, unit_price_fen: Fen): Fen {
  const thousandths = BigInt(Math.round(Math.abs(quantity) * 1000)) * BigInt(unit_price_fen)
  const fen = Number((2n * thousandths + 1000n) / 2000n)
  return quantity < 0 && fen !== 0 ? -fen : fen
}

/** A price per tonne as one per kilogram, in fen; null where that is no whole fen: ten yuan a tonne is the smallest step. */
export function kilogramFen(tonne_fen: Fen): Fen | null {
  return tonne_fen % 1000 === 0 ? tonne_fen / 1000 : null
}

/** Fen as people read it: 1860 → "18.60", 123456789 → "1,234,567.89". No currency sign. */
export function formatFen(fen: Fen): string {
  const magnitude = Math.abs(fen)
  const whole = String(Math.floor(magnitude / 100)).replace(/\B(?=(\d{3})+$)/g, ",")
  return `${fen < 0 ? "-" : ""}${whole}.${String(magnitude % 100).padStart(2, "0")}`
}

function decimalText(value: number | string): string {
  const text = typeof value === "number" ? plainDecimal(value) : value.trim()
  if (!/^-?\d+(\.\d*)?$/.test(text)) throw new RangeError(`not an amount: ${value}`)
  return text
}

/** A binary double carries at most 15 honest digits; what lies beyond them is noise, not money. */
function plainDecimal(value: number): string {
  const honest = Number(value.toPrecision(15))
  return /e/.test(String(honest)) ? honest.toFixed(10) : String(honest)
}
