const CODE = /(?:DZ|YG)\d{10}/g
/** 附言 of a union's campaign, and of a single order; digits and letters that go on would make them another. */
const OTHER_CODE = /(?<![A-Z])(?:GH[2-9A-Z]{8}(?![0-9A-Z])|FP\d{6,9}(?!\d))/g

/** What the letters of a number stand for: a monthly statement, a pre-production contract. */
export type NumberKind = "DZ" | "YG"

/**
 * The number of a statement or contract, which is also the 附言 of its transfer: two letters, year and month, a running number and a
 * check digit (Luhn), so that a slip of the finger pays nobody else's deliveries. `month` is YYYY-MM.
 */
export function checkedNumber(kind: NumberKind, month: string, running: number): string {
  const digits = `${month.slice(2, 4)}${month.slice(5)}${String(running).padStart(5, "0")}`
  return `${kind}${digits}${checkDigit(digits)}`
}

export const statementNumber = (month: string, running: number): string => checkedNumber("DZ", month, running)

/** Identification codes in what a payer wrote, each once: of statements (DZ), pre-production contracts (YG), campaigns (GH) and orders (FP). Small and full-width letters do not matter, nor spaces and dashes in DZ and YG. */
export function findNumbers(text: string): { numbers: string[]; mistyped: boolean } {
  const said = text.normalize("NFKC").toUpperCase()
  const found = said.replace(/[\s_-]/g, "").match(CODE) ?? []
  const checked = found.filter((code) => checkDigit(code.slice(2, -1)) === Number(code.at(-1)))
  return { numbers: [...new Set([...checked, ...(said.match(OTHER_CODE) ?? [])])], mistyped: checked.length < found.length }
}

function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - (sum % 10)) % 10
}
