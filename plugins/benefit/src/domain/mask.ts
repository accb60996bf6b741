/** What staff see by default: enough to tell two neighbours apart, too little to use. */

/** 王小明 → 王**; the length is hidden too. */
export function maskName(name: string): string {
  return `${Array.from(name)[0] ?? ""}**`
}

/** 500238189001010017 → 5002************17 */
export function maskIdNumber(number: string): string {
  return `${number.slice(0, 4)}${"*".repeat(Math.max(number.length - 6, 0))}${number.slice(-2)}`
}

/** 13800000000 → 138****0000; a landline keeps its last two digits. */
export function maskPhone(phone: string): string {
  return /^1\d{10}$/.test(phone) ? `${phone.slice(0, 3)}****${phone.slice(-4)}` : `****${phone.slice(-2)}`
}

/** 6217000012345678 → ****5678 */
export function maskAccount(account: string): string {
  return `****${account.slice(-4)}`
}
