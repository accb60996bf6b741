import { createHash } from "node:crypto"

/** JSON with the keys of every object in order and without undefined: the same content is the same text. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(",")}]`
  if (value === null || typeof value !== "object") return JSON.stringify(value ?? null)
  const entries = Object.entries(value).filter(([, held]) => held !== undefined).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, held]) => `${JSON.stringify(key)}:${canonicalJson(held)}`).join(",")}}`
}

/** SHA-256, in hex, of a text. */
export function sha256(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("hex")
}
