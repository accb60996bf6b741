import { createHash, createHmac } from "node:crypto"

/** An id that only the holder of the key can compute (invariant 10: ids that we choose are HMACs). */
export function secretId(key: string, prefix: string, ...parts: string[]): string {
  return `${prefix}_${createHmac("sha256", key).update(parts.join("\u0000")).digest("hex").slice(0, 32)}`
}

/** A fingerprint that tells the same input from another. */
export function fingerprint(input: unknown): string {
  return createHash("sha256").update(JSON.stringify(input)).digest("hex").slice(0, 32)
}
