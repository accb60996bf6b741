import { createHash, createPrivateKey, createPublicKey, type KeyObject } from "node:crypto"

/** What stands before 32 raw bytes in the DER of an Ed25519 key (RFC 8410). */
const PRIVATE_DER = "302e020100300506032b657004220420"
const PUBLIC_DER = "302a300506032b6570032100"

export interface SigningKey {
  id: string
  private: KeyObject
  public: KeyObject
  /** 32 bytes in hex: what may be published. */
  public_hex: string
}

/** The key pair of a seed: 32 bytes in hex. */
export function signingKeyOf(seed: string): SigningKey {
  const held = createPrivateKey({ key: Buffer.from(PRIVATE_DER + seed, "hex"), format: "der", type: "pkcs8" })
  const publicKey = createPublicKey(held)
  const public_hex = publicKey.export({ format: "der", type: "spki" }).subarray(-32).toString("hex")
  return { id: keyIdOf(public_hex), private: held, public: publicKey, public_hex }
}

/** A public key from its 32 bytes in hex. */
export const publicKeyOf = (hex: string): KeyObject => createPublicKey({ key: Buffer.from(PUBLIC_DER + hex, "hex"), format: "der", type: "spki" })

/** A key's name: the first 16 hex digits of the SHA-256 of its public bytes. */
export const keyIdOf = (publicHex: string): string => createHash("sha256").update(Buffer.from(publicHex, "hex")).digest("hex").slice(0, 16)
