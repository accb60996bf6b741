import { createHash, createHmac } from "node:crypto"

/** No 0/O, 1/I/L: codes are read aloud and typed on phones. */
const SIGNS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"

const mac = (key: string, ...parts: string[]): Buffer => createHmac("sha256", Buffer.from(key, "hex")).update(parts.join("\n")).digest()
const signs = (bytes: Buffer, count: number): string => Array.from(bytes.subarray(0, count), (byte) => SIGNS[byte % SIGNS.length]).join("")

/** The unguessable part of a member's personal link (128 bits). `key` is BLIND_INDEX_KEY in hex, here and below. */
export const linkToken = (key: string, recipientId: string): string => mac(key, "gift-link", recipientId).subarray(0, 16).toString("base64url")

/** What stands in the database for a token: it opens nothing. */
export const tokenHash = (token: string): string => createHash("sha256").update(`gift ${token}`).digest("hex")

/** The code that goes with the link, six digits. */
export const linkCode = (key: string, recipientId: string): string => String(mac(key, "gift-code", recipientId).readUInt32BE(0) % 1_000_000).padStart(6, "0")

/** The code by which a member collects, eight signs. */
export const pickupCode = (key: string, recipientId: string): string => signs(mac(key, "gift-pickup", recipientId), 8)

/** The 附言 of the one payment for a campaign. */
export const transferCode = (key: string, campaignId: string): string => `GH${signs(mac(key, "campaign-transfer", campaignId), 8)}`

/** A phone number's mark, by which a second member with it is found. */
export const phoneMark = (key: string, campaignId: string, phone: string): string => mac(key, "campaign-phone", campaignId, phone).toString("hex").slice(0, 32)

/** Whoever asks, without saying who: the key under which failures are counted. */
export const askerMark = (key: string, address: string): string => mac(key, "gift-asker", address).toString("hex").slice(0, 32)

/** The order of a recipient (or of the whole pick-up) from one seller: the same cause finds the same order, nobody else can. One that takes another's place names its round. */
export function campaignOrderId(key: string, campaignId: string, recipient: string, sellerId: string, kind: "gift" | "replacement" | `gift ${string}` = "gift"): string {
  return `order_${mac(key, "campaign", kind, campaignId, recipient, sellerId).toString("hex").slice(0, 32)}`
}
