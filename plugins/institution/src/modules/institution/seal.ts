import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto"

/** Encrypts a contact's phone at rest (AES-256-GCM); `key` is 32 bytes in hex. Answers iv, tag and text in base64. */
export function seal(key: string, text: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key, "hex"), iv)
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()])
  return [iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64")).join(".")
}

/** What was sealed; throws when it was changed or the key is another. */
export function unseal(key: string, sealed: string): string {
  const [iv, tag, text] = sealed.split(".").map((part) => Buffer.from(part, "base64"))
  const decipher = createDecipheriv("aes-256-gcm", Buffer.from(key, "hex"), iv!)
  decipher.setAuthTag(tag!)
  return Buffer.concat([decipher.update(text!), decipher.final()]).toString("utf8")
}
