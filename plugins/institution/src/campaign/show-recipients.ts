import { maskName, maskPhone } from "@fupin/benefit/domain/mask"
import type { Recipient } from "@fupin/contract/schemas"
import { groupParcels } from "../domain/campaign/parcels"
import { namePlace, phoneKeys, proxyPlace, recipientPhonePlace } from "../keys"
import type { CampaignState } from "@fupin/contract/schemas"
import type { ParcelRow, RecipientRow } from "../modules/campaign/service"

const iso = (moment: Date | null): string | null => (moment === null ? null : new Date(moment).toISOString())
const CODES_FROM: readonly CampaignState[] = ["approved", "ordered", "handing_out", "done"]

export interface Clear {
  name: string
  phone: string
  proxy_name: string | null
}

/** What is sealed of a member, opened. */
export function openRecipient({ id, name_sealed, phone_sealed, proxy_sealed }: RecipientRow): Clear {
  const keys = phoneKeys()
  return { name: keys.open(namePlace(id), name_sealed), phone: keys.open(recipientPhonePlace(id), phone_sealed), proxy_name: proxy_sealed ? keys.open(proxyPlace(id), proxy_sealed) : null }
}

/** The pick-up code counts once orders are made: before, there is nothing to collect. */
export const codeOf = (row: RecipientRow, state: CampaignState): string | null => (CODES_FROM.includes(state) && row.left_at === null ? row.pickup_code : null)

/** Members as the desk lists them; who only looks sees masked names and no codes. */
export function showRecipients(rows: readonly RecipientRow[], state: CampaignState, maySeeNames: boolean, parcels: readonly ParcelRow[] = []): Recipient[] {
  const sent = groupParcels(parcels, ({ recipient_id }) => recipient_id)
  return rows.map((row) => {
    const { name, phone, proxy_name } = openRecipient(row)
    return {
      id: row.id, employee_number: row.employee_number, name: maySeeNames ? name : maskName(name), phone: phone === "" ? "" : maskPhone(phone), department: row.department, diet: row.diet, heads: row.heads,
      pack_id: row.pack_id, chosen_by: row.chosen_by, has_address: row.address_sealed !== null, has_email: row.email_sealed !== null, delivery: row.delivery, left_at: iso(row.left_at), pickup_code: maySeeNames && row.delivery !== "home" ? codeOf(row, state) : null,
      outcome: row.outcome, handed_at: iso(row.handed_at), proxy_name: proxy_name === null ? null : maySeeNames ? proxy_name : maskName(proxy_name), proxy_reason: row.proxy_reason, replaced: row.replaced,
      parcels: (sent.get(row.id) ?? []).map(({ seller_id, seller, carrier, tracking_number, signed_on, proof, reason }) => ({ seller_id, seller, carrier, tracking_number: maySeeNames ? tracking_number : null, signed_on, proof, reason })),
    }
  })
}
