import { type Decision, no, yes } from "@fupin/contract/codes"

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_DIGITS = "10X98765432"

/** First two digits by GB/T 2260. The rest of the area is not looked up: numbers keep the county code of their day. */
const PROVINCES = new Set("11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82".split(" "))

/** One spelling for look-up: half-width, no spaces, capital X. */
export function normalizeIdNumber(text: string): string {
  return text.normalize("NFKC").replace(/[\s-]/g, "").toUpperCase()
}

/**
 * A resident ID number (GB 11643-1999), normalised, on the business date `today` (YYYY-MM-DD).
 * Synthetic numbers of people born before 1900 pass, numbers of people not yet born do not. Error: invalid_id_number.
 */
export function decideIdNumber(text: string, today: string): Decision<string, "invalid_id_number"> {
  const number = normalizeIdNumber(text)
  if (!/^[1-9]\d{16}[\dX]$/.test(number)) return no("invalid_id_number")
  if (!PROVINCES.has(number.slice(0, 2)) || number.slice(2, 6) === "0000") return no("invalid_id_number")
  const born = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`
  if (!isCalendarDay(born) || born < "1800-01-01" || born > today) return no("invalid_id_number")
  return checkDigit(number) === number[17] ? yes(number) : no("invalid_id_number")
}

function checkDigit(number: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(number[place]), 0)
  return CHECK_DIGITS[sum % 11]!
}

function isCalendarDay(day: string): boolean {
  const instant = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(instant) && new Date(instant).toISOString().startsWith(day)
}
