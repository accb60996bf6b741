import { refusal } from "@fupin/access"
import type { CheckoutInput, DeliveryAddress } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type DivisionPath, readDivisionPath } from "./read-division-path"

export interface Destination {
  address: DeliveryAddress
  division: DivisionPath
  /** Whom the goods are given to, and by whom; null when the buyer keeps them. */
  donation: { recipient_id: string; recipient_name: string; place: string; donor: string } | null
}

interface Recipient {
  id: string
  name: string
  county_code: string
  detail: string
  contact: string
  phone: string
}

/** Where a purchase goes. Errors: unknown_region, unknown_recipient. */
export async function readDestination(container: MedusaContainer, { address, donation }: Pick<CheckoutInput, "address" | "donation">): Promise<Destination> {
  if (address) return { address, division: await readDivisionPath(container, address.county_code), donation: null }
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({
    entity: "donation_recipient", fields: ["id", "name", "county_code", "detail", "contact", "phone"], filters: { id: donation?.recipient_id ?? "", closed_at: null },
  })
  const [recipient] = data as Recipient[]
  if (!recipient || !donation) throw refusal("invalid_data", "unknown_recipient")
  const { name, county_code, detail, contact, phone } = recipient
  const division = await readDivisionPath(container, county_code)
  const place = [...new Set([division.province.name, division.city, division.county])].join("")
  return { address: { name: contact, phone, county_code, detail: `${detail}（${name}）` }, division, donation: { recipient_id: recipient.id, recipient_name: name, place, donor: donation.donor } }
}
