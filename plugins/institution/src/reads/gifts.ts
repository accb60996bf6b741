import type { DeliveryAddress } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { OccurrenceRow, StandingOrderRow } from "../medusa"
import { graph } from "../medusa"
import { readRegionNames } from "./region-names"

/** A school or home that goods are given to (爱心捐赠), with where it has them delivered. */
export interface Recipient {
  id: string
  name: string
  place: string
  is_open: boolean
  address: DeliveryAddress
}

/** To whom a delivery is given, and where it goes if that is elsewhere than its standing order says now. */
export interface Gift {
  recipient: Pick<Recipient, "id" | "name" | "place" | "is_open"> | null
  address: DeliveryAddress | null
}
export const KEPT: Gift = { recipient: null, address: null }

interface Row {
  id: string
  name: string
  county_code: string
  detail: string
  contact: string
  phone: string
  closed_at: Date | null
}

/** Recipients by id, those that take nothing more too; the address names them. */
export async function readRecipients(container: MedusaContainer, ids: string[]): Promise<Map<string, Recipient>> {
  if (ids.length === 0) return new Map()
  const rows = await graph<Row>(container, "donation_recipient", ["id", "name", "county_code", "detail", "contact", "phone", "closed_at"], { id: [...new Set(ids)] })
  const places = await readRegionNames(container, rows.map(({ county_code }) => county_code))
  return new Map(rows.map(({ id, name, county_code, detail, contact, phone, closed_at }) => [id, {
    id, name, place: places.get(county_code) ?? "", is_open: closed_at === null, address: { name: contact, phone, county_code, detail: `${detail}（${name}）` },
  }]))
}

interface Placed extends DeliveryAddress {
  id: string
  recipient_id: string | null
  recipient_name: string | null
  place: string | null
}

const PLACED = `
  select o.id, o.metadata -> 'donation' ->> 'recipient_id' as recipient_id, o.metadata -> 'donation' ->> 'recipient_name' as recipient_name, o.metadata -> 'donation' ->> 'place' as place,
    coalesce(a.first_name, '') as name, coalesce(a.phone, '') as phone, coalesce(a.metadata ->> 'region_code', '') as county_code, coalesce(a.address_1, '') as detail
  from "order" o join order_address a on a.id = o.shipping_address_id where o.id = any(?)`

/** Of each delivery whom it is given to: once ordered as it was ordered, until then as its standing order says. Two queries, and none where nothing is given or ordered. */
export async function readGifts(container: MedusaContainer, pairs: { occurrence: OccurrenceRow; standing_order: StandingOrderRow }[]): Promise<Map<string, Gift>> {
  const recipients = await readRecipients(container, pairs.flatMap(({ standing_order }) => standing_order.recipient_id ?? []))
  const ids = pairs.flatMap(({ occurrence }) => occurrence.order_ids[0] ?? [])
  const { rows }: { rows: Placed[] } = ids.length === 0 ? { rows: [] } : await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(PLACED, [ids])
  const placed = new Map(rows.map((row) => [row.id, row]))
  return new Map(pairs.map(({ occurrence, standing_order }) => {
    const order = placed.get(occurrence.order_ids[0] ?? "")
    return [occurrence.id, order ? giftOfOrder(order, standing_order) : giftOf(recipients.get(standing_order.recipient_id ?? ""))]
  }))
}

const giftOf = (recipient: Recipient | undefined): Gift => (recipient ? { recipient, address: recipient.address } : KEPT)

/** An order goes where it was sent, even where the standing order has since come to be given to others, or to nobody. */
function giftOfOrder({ id: _id, recipient_id, recipient_name, place, ...address }: Placed, standing_order: StandingOrderRow): Gift {
  if (recipient_id !== null) return { recipient: { id: recipient_id, name: recipient_name ?? "", place: place ?? "", is_open: true }, address }
  return { recipient: null, address: standing_order.recipient_id === null ? null : address }
}
