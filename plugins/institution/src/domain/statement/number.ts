const CODE = /DZ\d{10}/g

/**
 * The number of a statement, which is also the 附言 of its transfer: DZ, year and month, a running number and a check digit (Luhn),
 * so that a slip of the finger pays nobody else's deliveries. `month` is YYYY-MM.
 */
export function statementNumber(month: string, running: number): string {
  const digits = `${month.slice(2, 4)}${month.slice(5)}${String(running).padStart(5, "0")}`
  return `DZ${digits}${checkDigit(digits)}`
}

/** Statement numbers in what a payer wrote, in order, each once; spaces, dashes, small and full-width letters do not matter. */
export function findNumbers(text: string): { numbers: string[]; mistyped: boolean } {
  const found = text.normalize("NFKC").toUpperCase().replace(/[\s_-]/g, "").match(CODE) ?? []
  const numbers = found.filter((code) => checkDigit(code.slice(2, -1)) === Number(code.at(-1)))
  return { numbers: [...new Set(numbers)], mistyped: numbers.length < found.length }
}

function checkDigit(digits: string): number {
  const sum = [...digits].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return total + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - (sum % 10)) % 10
}
