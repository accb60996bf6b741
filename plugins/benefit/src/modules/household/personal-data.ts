import { createHmac } from "node:crypto"
import { Keyring, readKey } from "../../sealing/keyring"

/** Keys, 32 bytes in hex each. Former keys open and find what was written before a rotation; they seal nothing. */
export interface PersonalDataOptions {
  personal_data_key?: string
  former_personal_data_keys?: string[]
  blind_index_key?: string
  former_blind_index_keys?: string[]
}

/** Seals personal fields and makes what may be compared in public or in an index. */
export class PersonalData extends Keyring {
  private readonly indexKeys: Buffer[]

  constructor(options: PersonalDataOptions) {
    super(options.personal_data_key, options.former_personal_data_keys)
    this.indexKeys = [readKey("blind_index_key", options.blind_index_key), ...(options.former_blind_index_keys ?? []).map((hex) => readKey("former_blind_index_keys", hex))]
  }

  /** Same number, same index; without the key nobody can go through all numbers. `text` is normalised before. */
  blindIndex(field: string, text: string): string {
    return this.blindIndexes(field, text)[0]!
  }

  /** The index under the current key, then under each former one: what a row may still carry until it is indexed anew. */
  blindIndexes(field: string, text: string): string[] {
    return this.indexKeys.map((key) => createHmac("sha256", key).update(`blind:${field}:${text}`).digest("base64url"))
  }

  /** A household's code on one receipt: eight letters and digits, of no use on the next receipt. Stays while the oldest index key is named. */
  receiptCode(orderId: string, householdId: string): string {
    const digest = createHmac("sha256", this.indexKeys.at(-1)!).update(`receipt:${orderId}:${householdId}`).digest()
    return Array.from(digest.subarray(0, 8), (byte) => ALPHABET[byte % 32]).join("")
  }
}

/** Without I, L, O and U, which are misread. */
const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
