const CODE = /DZ\d{10}/g
/** 附言 of a union's campaign, and of a single order; digits and letters that go on would make them another. */
const OTHER_CODE = /(?<![A-Z])(?:GH[2-9A-Z]{8}(?![0-9A-Z])|FP\d{6,9}(?!\d))/g

/**
 * The number of a statement, which is also the 附言 of its transfer: DZ, year and month, a running number and a check digit (Luhn),
 * so that a slip of the finger pays nobody else's deliveries. `month` is YYYY-MM.
 */
export function statementNumber(month: string, running: number): string {
  const digits = `${month.slice(2, 4)}${month.slice(5)}${String(running).padStart(5, "0")}`
  return `DZ${digits}${checkDigit(digits)}`
}

/** Identification codes in what a payer wrote, each once: of statements (DZ), campaigns (GH) and orders (FP). Small and full-width letters do not matter, nor spaces and dashes in DZ. */
export function findNumbers(text: string): { numbers: string[]; mistyped: boolean } {
  const said = text.normalize("NFKC").toUpperCase()
  const found = said.replace(/[\s_-]/g, "").match(CODE) ?? []
  const statements = found.filter((code) => checkDigit(code.slice(2, -1)) === Number(code.at(-1)))
  return { numbers: [...new Set([...statements, ...(said.match(OTHER_CODE) ?? [])])], mistyped: statements.length < found.length }
}

function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - (sum % 10)) % 10
}
