import { type Discount, type Terms, type Yuan } from "./order-facts"
import { halfUp } from "./rational"

/** Exact amounts are counted in hundred-millionths of a fen: far below what core's decimals say, far above binary noise. */
const PER_FEN = 100_000_000n
const DIGITS = 10
const HUNDRED_PERCENT = 100n * 10n ** BigInt(DIGITS)

export interface ExactAmounts {
  /** What the buyer pays for the line, tax included, after all discounts. */
  total: bigint
  /** Goods without tax, after the discounts that the producer bears. */
  base: bigint
}

/** What a line or shipping method comes to, by core's own arithmetic of tax and discounts but without its rounding. */
export function exactAmounts(terms: Terms): ExactAmounts {
  const rate = HUNDRED_PERCENT + exact(terms.tax_rate)
  const withTax = (amount: bigint, isInclusive: boolean) => (isInclusive ? amount : halfUpSigned(amount * rate, HUNDRED_PERCENT))
  const price = halfUp(exact(terms.unit_price) * BigInt(Math.round(terms.quantity * 1_000_000)), 1_000_000n)
  const full = withTax(price, terms.is_tax_inclusive)
  const taken = (discounts: Discount[]) => discounts.reduce((sum, { amount, is_tax_inclusive }) => sum + withTax(exact(amount), is_tax_inclusive), 0n)
  const withoutTax = (amount: bigint) => (amount <= 0n ? 0n : halfUp(amount * HUNDRED_PERCENT, rate))
  return {
    total: atLeastZero(full - taken(terms.discounts)),
    base: withoutTax(full - taken(terms.discounts.filter(({ borne_by }) => borne_by === "producer"))),
  }
}

/** Exact amounts to fen so that every running total is rounded half up: the sum of the fen is the fen of the sum. */
export function fenInOrder(amounts: readonly bigint[]): number[] {
  let exactSum = 0n
  let fenSum = 0n
  return amounts.map((amount) => {
    exactSum += amount
    const upTo = halfUp(exactSum, PER_FEN)
    const fen = Number(upTo - fenSum)
    fenSum = upTo
    return fen
  })
}

/** The fen of a sum of decimal yuan, half up once at the end. */
export function fenOfSum(amounts: readonly Yuan[]): number {
  return Number(halfUp(amounts.reduce((sum, amount) => sum + exact(amount), 0n), PER_FEN))
}

function exact(yuan: Yuan): bigint {
  const match = /^(-?)(\d+)(?:\.(\d*))?$/.exec(yuan.trim())
  if (!match) throw new RangeError(`not an amount: ${yuan}`)
  const [, sign, whole = "0", fraction = ""] = match
  const digits = BigInt(whole + fraction.padEnd(DIGITS + 1, "0").slice(0, DIGITS + 1))
  const magnitude = (digits + 5n) / 10n
  return sign ? -magnitude : magnitude
}

function halfUpSigned(numerator: bigint, denominator: bigint): bigint {
  return numerator < 0n ? -halfUp(-numerator, denominator) : halfUp(numerator, denominator)
}

function atLeastZero(amount: bigint): bigint {
  return amount < 0n ? 0n : amount
}
