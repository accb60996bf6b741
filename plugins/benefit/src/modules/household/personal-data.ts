import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from "node:crypto"

const VERSION = "v1"

/** Seals personal fields and makes what may be compared in public or in an index. Keys are 32 bytes in hex. */
export class PersonalData {
  private readonly key: Buffer
  private readonly keyId: string
  private readonly indexKey: Buffer

  constructor(options: { personal_data_key?: string; blind_index_key?: string }) {
    this.key = readKey("personal_data_key", options.personal_data_key)
    this.indexKey = readKey("blind_index_key", options.blind_index_key)
    this.keyId = createHash("sha256").update("key id").update(this.key).digest("hex").slice(0, 8)
  }

  /** AES-256-GCM with the key's id before it; `place` (row and field) is authenticated, so a cell cannot be moved. */
  seal(place: string, clear: string): string {
    const iv = randomBytes(12)
    const cipher = createCipheriv("aes-256-gcm", this.key, iv).setAAD(Buffer.from(place))
    const sealed = Buffer.concat([iv, cipher.update(clear, "utf8"), cipher.final(), cipher.getAuthTag()])
    return `${VERSION}.${this.keyId}.${sealed.toString("base64url")}`
  }

  /** The clear text of `sealed`; throws when it was changed, moved or sealed with a key that is not here. */
  open(place: string, sealed: string): string {
    const [version, keyId, body] = sealed.split(".")
    if (version !== VERSION || keyId !== this.keyId || !body) throw new Error(`personal data of ${place} needs key ${keyId}`)
    const bytes = Buffer.from(body, "base64url")
    const decipher = createDecipheriv("aes-256-gcm", this.key, bytes.subarray(0, 12)).setAAD(Buffer.from(place))
    decipher.setAuthTag(bytes.subarray(-16))
    return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()]).toString("utf8")
  }

  /** Same number, same index; without the key nobody can go through all numbers. `text` is normalised before. */
  blindIndex(field: string, text: string): string {
    return createHmac("sha256", this.indexKey).update(`blind:${field}:${text}`).digest("base64url")
  }

  /** A household's code on one receipt: eight letters and digits, of no use on the next receipt. */
  receiptCode(orderId: string, householdId: string): string {
    const digest = createHmac("sha256", this.indexKey).update(`receipt:${orderId}:${householdId}`).digest()
    return Array.from(digest.subarray(0, 8), (byte) => ALPHABET[byte % 32]).join("")
  }
}

/** Without I, L, O and U, which are misread. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"

function readKey(name: string, hex: string | undefined): Buffer {
  if (!hex || !/^[0-9a-f]{64}$/.test(hex)) throw new Error(`the benefit plugin needs the option ${name}: 32 bytes in hex`)
  return Buffer.from(hex, "hex")
}
