import { type Decision, no, yes } from "@fupin/contract/codes"
import type { ProducerKind } from "@fupin/contract/schemas"

const CHARSET = "0123456789ABCDEFGHJKLMNPQRTUWXY"

/** The check character of the first 17 of a unified social credit code: weights 3^(i-1) mod 31 (GB 32100-2015). Null for a foreign character. */
export function usccCheck(first17: string): string | null {
  let sum = 0
  let weight = 1
  for (const character of first17) {
    const value = CHARSET.indexOf(character)
    if (value < 0) return null
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return CHARSET[(31 - (sum % 31)) % 31] ?? null
}

/** Whether an 18-character 统一社会信用代码 is well-formed and its check character right (GB 32100-2015). */
export function isUscc(code: string): boolean {
  return /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/.test(code) && usccCheck(code.slice(0, 17)) === code[17]
}

/** Registered bodies have a credit code; a workshop, a small family farm or a household may have none. */
const REGISTERED: readonly ProducerKind[] = ["enterprise", "cooperative", "collective"]

/** The credit code a producer of this kind may have (R25). Errors: uscc_required, invalid_uscc. */
export function decideUscc(kind: ProducerKind, uscc: string | null): Decision<string | null, "uscc_required" | "invalid_uscc"> {
  if (uscc === null) return REGISTERED.includes(kind) ? no("uscc_required") : yes(null)
  return isUscc(uscc) ? yes(uscc) : no("invalid_uscc")
}
