import { createHash } from "node:crypto"

/**
 * An id that follows from others: the same cause always gets the same rows, so that a repeated run finds them.
 * As unguessable as the parts it is made of.
 */
export function deriveId(prefix: string, ...parts: (string | number)[]): string {
  return `${prefix}_${createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 32)}`
}
