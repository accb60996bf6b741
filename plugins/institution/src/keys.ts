import { Keyring } from "@fupin/benefit/sealing/keyring"

/** Keys are checked when the backend starts (its environment schema); here they are only fetched. */
export const orderKey = (): string => required("BLIND_INDEX_KEY")

/** Seals contacts' phones, with the same keys as all personal data of the house. */
export const phoneKeys = (): Keyring => new Keyring(required("PERSONAL_DATA_KEY"), (process.env.FORMER_PERSONAL_DATA_KEYS ?? "").split(",").filter(Boolean))

/** What a standing order's phone is sealed for. */
export const phonePlace = (standingOrderId: string): string => `${standingOrderId}:delivery_phone`

/** What the cells of a gift-pack campaign are sealed for. */
export const campaignPhonePlace = (campaignId: string): string => `${campaignId}:pickup_phone`
export const minutesPlace = (minutesId: string): string => `${minutesId}:minutes`
export const namePlace = (recipientId: string): string => `${recipientId}:name`
export const recipientPhonePlace = (recipientId: string): string => `${recipientId}:phone`
export const emailPlace = (recipientId: string): string => `${recipientId}:email`
export const addressPlace = (recipientId: string): string => `${recipientId}:address`
export const proxyPlace = (recipientId: string): string => `${recipientId}:proxy`
export const preorderPhonePlace = (contractId: string): string => `${contractId}:delivery_phone`
/** What a delivery point's phone, and the proof of a purchase made elsewhere, are sealed for. */
export const pointPhonePlace = (pointId: string): string => `${pointId}:phone`
export const proofPlace = (purchaseId: string): string => `${purchaseId}:proof`

function required(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set`)
  return value
}
