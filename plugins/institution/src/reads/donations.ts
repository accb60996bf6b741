import { refusal } from "@fupin/access"
import type { DonationRecipient, DonationRecipientInput, OfficeDonationRecipient } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { DONATION_MODULE, type DonationModuleService } from "../modules/donation"
import { readRegionNames } from "./region-names"

type Row = Omit<DonationRecipientInput, "kind"> & { id: string; kind: DonationRecipient["kind"]; closed_at: Date | null }

const read = async (container: MedusaContainer, filters: object): Promise<Row[]> =>
  (await container.resolve<DonationModuleService>(DONATION_MODULE).listDonationRecipients(filters, { take: null, order: { county_code: "ASC", name: "ASC" } })) as Row[]

/** Units that take gifts now, with where they lie and what they want. */
export async function readOpenRecipients(container: MedusaContainer): Promise<DonationRecipient[]> {
  const rows = await read(container, { closed_at: null })
  const names = await readRegionNames(container, rows.map(({ county_code }) => county_code))
  return rows.map(({ id, name, kind, county_code, need }) => ({ id, name, kind, need, place: names.get(county_code)! }))
}

/** Error: not_found. */
export async function requireRecipient(container: MedusaContainer, id: string): Promise<Row> {
  const [row] = await read(container, { id })
  if (!row) throw refusal("not_found", "not_found")
  return row
}

/** Paid less refunded, of orders given to each; from committed captures and refunds. */
const GIVEN = `
  select o.metadata -> 'donation' ->> 'recipient_id' as id, count(distinct o.id)::integer as orders,
    round(100 * (coalesce(sum((select sum(c.amount) from capture c where c.payment_id = p.id and c.deleted_at is null)), 0) - coalesce(sum((select sum(r.amount) from refund r where r.payment_id = p.id and r.deleted_at is null)), 0)))::float8 as paid_fen
  from "order" o join order_payment_collection l on l.order_id = o.id and l.deleted_at is null join payment p on p.payment_collection_id = l.payment_collection_id and p.deleted_at is null
  where o.metadata -> 'donation' ->> 'recipient_id' = any(?) and o.deleted_at is null group by 1`

/** Units in these regions, with what was given to each. */
export async function readOfficeRecipients(container: MedusaContainer, isInScope: (region: string) => boolean): Promise<OfficeDonationRecipient[]> {
  const rows = (await read(container, {})).filter(({ county_code }) => isInScope(county_code))
  const names = await readRegionNames(container, rows.map(({ county_code }) => county_code))
  const { rows: given } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(GIVEN, [rows.map(({ id }) => id)])
  return rows.map(({ id, name, kind, county_code, detail, contact, phone, need, closed_at }) => {
    const { orders = 0, paid_fen = 0 } = given.find((one: { id: string }) => one.id === id) ?? {}
    return { id, name, kind, county_code, detail, contact, phone, need, place: names.get(county_code)!, closed_at: closed_at?.toISOString() ?? null, orders, paid_fen }
  })
}
