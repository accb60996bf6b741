import { type Decision, no, yes } from "@fupin/contract/codes"

const CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY"

/** Checks a 统一社会信用代码 by its last character (GB 32100-2015: weights 3^i mod 31). Error: invalid_uscc. */
export function decideUscc(code: string): Decision<string, "invalid_uscc"> {
  const values = [...code].map((character) => CHARACTERS.indexOf(character))
  if (values.length !== 18 || values.includes(-1)) return no("invalid_uscc")
  let weight = 1
  let sum = 0
  for (const value of values.slice(0, 17)) {
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return (31 - (sum % 31)) % 31 === values[17] ? yes(code) : no("invalid_uscc")
}
