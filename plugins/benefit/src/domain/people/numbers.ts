/** What looks like a mobile phone, an ID number or an account, with or without separators. Codes of divisions (12 digits) and of households do not. */
const PHONE = /1[3-9]\d[ -]?\d{4}[ -]?\d{4}/
const ID = /\d{6}[ -]\d{8}[ -]\d{3}[\dXx]/
const LONG = /\d{14,23}[\dXx]/
const GROUPED = /\d{4}(?:[ -]\d{4}){3,4}(?:[ -]?\d{1,3})?/
const NUMBER = new RegExp(`(?<![\\dA-Za-z])(?:${[PHONE, ID, LONG, GROUPED].map(({ source }) => source).join("|")})(?![\\dA-Za-z])`, "g")

/** Does free text hold a number that belongs in a sealed field? */
export function holdsNumber(text: string): boolean {
  return text.normalize("NFKC").search(NUMBER) >= 0
}

/** The same text with such numbers blotted out, for logs and for answers that repeat what was sent. */
export function withoutNumbers(text: string): string {
  return text.replace(NUMBER, "***")
}
