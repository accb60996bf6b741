import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto"

/** `v2.<key id>.<wrapped data key>.<text>`: each cell has a data key of its own, which the master key wraps. `v1.<key id>.<text>` used the master key itself. */
const ENVELOPE = "v2"
const DIRECT = "v1"

interface Master {
  id: string
  key: Buffer
}

/**
 * Seals personal text with the current master key and opens what any key it knows has sealed. Keys are 32 bytes in hex.
 * `place` (row and field) is authenticated: a cell cannot be moved.
 */
export class Keyring {
  private readonly current: Master
  private readonly masters: ReadonlyMap<string, Master>

  constructor(current: string | undefined, former: readonly string[] = []) {
    const [first, ...others] = [readKey("personal_data_key", current), ...former.map((hex) => readKey("former_personal_data_keys", hex))].map(masterOf)
    this.current = first!
    this.masters = new Map([...others, first!].map((master) => [master.id, master]))
  }

  get currentKeyId(): string {
    return this.current.id
  }

  /** What a cell begins with once it no longer needs a former key. */
  get currentPrefix(): string {
    return `${ENVELOPE}.${this.current.id}.`
  }

  seal(place: string, clear: string): string {
    const dataKey = randomBytes(32)
    return this.cellOf(place, dataKey, encrypt(dataKey, place, Buffer.from(clear, "utf8")))
  }

  /** The clear text; throws when it was changed, moved or sealed with a key that is not here. */
  open(place: string, cell: string): string {
    const [version, keyId, first, second] = cell.split(".")
    if (version === DIRECT && keyId && first) return decrypt(this.masterOf(place, keyId).key, place, first).toString("utf8")
    if (version === ENVELOPE && keyId && first && second) return decrypt(this.dataKeyOf(place, keyId, first), place, second).toString("utf8")
    return this.openUnnamed(place, cell)
  }

  /** The same text under the current key; of an envelope only the data key is wrapped anew, the text is not touched. */
  reseal(place: string, cell: string): string {
    const [version, keyId, wrapped, text] = cell.split(".")
    if (version !== ENVELOPE || !keyId || !wrapped || !text) return this.seal(place, this.open(place, cell))
    return keyId === this.current.id ? cell : this.cellOf(place, this.dataKeyOf(place, keyId, wrapped), text)
  }

  private cellOf(place: string, dataKey: Buffer, text: string): string {
    return `${this.currentPrefix}${encrypt(this.current.key, `${place}:key`, dataKey)}.${text}`
  }

  private dataKeyOf(place: string, keyId: string, wrapped: string): Buffer {
    return decrypt(this.masterOf(place, keyId).key, `${place}:key`, wrapped)
  }

  private masterOf(place: string, keyId: string): Master {
    const master = this.masters.get(keyId)
    if (!master) throw new Error(`personal data of ${place} needs key ${keyId}`)
    return master
  }

  /** Contacts' phones were once sealed as `iv.tag.text`, without a key's id and without a place. */
  private openUnnamed(place: string, cell: string): string {
    const [iv, tag, text, more] = cell.split(".").map((part) => Buffer.from(part, "base64"))
    if (!iv || !tag || !text || more) throw new Error(`personal data of ${place} is not sealed`)
    for (const { key } of this.masters.values()) {
      const decipher = createDecipheriv("aes-256-gcm", key, iv).setAuthTag(tag)
      const start = decipher.update(text)
      try {
        return Buffer.concat([start, decipher.final()]).toString("utf8")
      } catch {
        continue
      }
    }
    throw new Error(`personal data of ${place} needs another key`)
  }
}

/** Which key a cell names; "unnamed" for the oldest form. */
export function keyIdOfCell(cell: string): string {
  const [version, keyId] = cell.split(".")
  return (version === ENVELOPE || version === DIRECT) && keyId ? keyId : "unnamed"
}

function masterOf(key: Buffer): Master {
  return { id: createHash("sha256").update("key id").update(key).digest("hex").slice(0, 8), key }
}

function encrypt(key: Buffer, place: string, clear: Buffer): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(Buffer.from(place))
  return Buffer.concat([iv, cipher.update(clear), cipher.final(), cipher.getAuthTag()]).toString("base64url")
}

function decrypt(key: Buffer, place: string, sealed: string): Buffer {
  const bytes = Buffer.from(sealed, "base64url")
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAAD(Buffer.from(place))
  decipher.setAuthTag(bytes.subarray(-16))
  return Buffer.concat([decipher.update(bytes.subarray(12, -16)), decipher.final()])
}

/** A key of 32 bytes from hex. */
export function readKey(name: string, hex: string | undefined): Buffer {
  if (!hex || !/^[0-9a-f]{64}$/.test(hex)) throw new Error(`the option ${name} is missing or not 32 bytes in hex`)
  return Buffer.from(hex, "hex")
}
