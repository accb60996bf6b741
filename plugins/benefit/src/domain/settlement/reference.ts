import { createHash } from "node:crypto"

/** Without I, L, O and U, which are misread. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

/** What a bank is told of an attempt to pay and gives back with its result (凭号): DF and twelve letters and digits that follow from its id. */
export function referenceOf(attemptId: string): string {
  const digest = createHash("sha256").update(`payout:${attemptId}`).digest()
  return `DF${Array.from(digest.subarray(0, 12), (byte) => ALPHABET[byte % 32]).join("")}`
}
