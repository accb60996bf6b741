import { createHmac } from "node:crypto"

const secret = (key: string, ...parts: string[]): string => createHmac("sha256", Buffer.from(key, "hex")).update(parts.join("\n")).digest("hex").slice(0, 32)

/** The id of a contract by who booked what under which key: a second click finds the first one's. */
export const contractIdOf = (key: string, offerId: string, customerId: string, clickId: string): string => `preoc_${secret(key, "preorder-contract", offerId, customerId, clickId)}`

/** The id of the order by which a delivery is made: always the same, and nobody can count their way to it. */
export const deliveryOrderId = (key: string, deliveryId: string): string => `order_${secret(key, "preorder-delivery", deliveryId)}`
