import type { MemberRole, OrganisationKind, SettleBy } from "@fupin/contract/schemas"
import { saveOrganisationsWorkflow, saveStandingOrdersWorkflow, saveSupplyAgreementsWorkflow } from "@fupin/institution/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { daysAfter } from "../lib/calendar"
import { readData } from "../lib/data"
import type { PeopleSeed } from "./people"
import type { Shelf } from "./products"

interface LineSeed { product: string; variant: number }

export interface OrganisationSeed {
  key: string
  name: string
  kind: OrganisationKind
  region_code: string
  phone: string
  detail: string
  contact: string
  uscc: string
  agreement?: { number: string; weekdays: number[]; lead_time_days: number; lines: (LineSeed & { price_fen: number; settle_by?: SettleBy })[] }
  standing_order?: { name: string; weekdays: number[]; lines: (LineSeed & { quantity: number })[] }
}

/** When agreements and standing orders began: fixed days of this year, so that importing again says the same. */
const SIGNED_ON = (today: string) => `${today.slice(0, 4)}-01-01`
/** How far back standing orders are caught up. */
export const CANTEEN_DAYS = 20

/** In the role each has; the first one manages the unit as well. */
const membersOf = (accounts: PeopleSeed["accounts"]): { email: string; role: MemberRole }[] =>
  accounts.flatMap(({ email, member_role }, place) => [{ email, role: member_role as MemberRole }, ...(place === 0 ? [{ email, role: "manager" as const }] : [])])

/** Verified organisations with their members, agreements at locked prices, and standing orders. */
export async function importOrganisations(container: MedusaContainer, shelf: Shelf, staffId: string, today: string): Promise<void> {
  const seeds = readData<OrganisationSeed[]>("organisations.json")
  const { accounts } = readData<PeopleSeed>("people.json")
  const variantOf = ({ product, variant }: LineSeed) => shelf.variants[product]![variant]!
  const organisations = seeds.map(({ key, name, uscc, kind, region_code }) => ({
    name, uscc, kind, region_code, verified: true,
    members: membersOf(accounts.filter(({ organisation }) => organisation === key)),
  }))
  await saveOrganisationsWorkflow(container).run({ input: { organisations, actor_id: staffId } })
  const signed = seeds.flatMap((seed) => (seed.agreement && seed.standing_order ? [{ ...seed, agreement: seed.agreement, standing_order: seed.standing_order }] : []))
  await saveSupplyAgreementsWorkflow(container).run({ input: { agreements: signed.map(({ uscc, agreement }) => ({
    number: agreement.number, organisation_uscc: uscc, producer_id: null, valid_from: SIGNED_ON(today), valid_to: daysAfter(SIGNED_ON(today), 729), weekdays: agreement.weekdays, lead_time_days: agreement.lead_time_days,
    lines: agreement.lines.map((line) => ({ variant_id: variantOf(line), unit_price_fen: line.price_fen, max_quantity: null, settle_by: line.settle_by ?? "count" })),
  })) } })
  await saveStandingOrdersWorkflow(container).run({ input: { customer_id: null, standing_orders: signed.map(({ agreement, standing_order, contact, phone, region_code, detail }) => ({
    agreement_number: agreement.number, name: standing_order.name, weekdays: standing_order.weekdays, starts_on: SIGNED_ON(today), ends_on: null, skip_statutory_holidays: true, deliver_on_makeup_workdays: false,
    lines: standing_order.lines.map((line) => ({ variant_id: variantOf(line), quantity: line.quantity })), delivery: { name: contact, phone, county_code: region_code, detail },
  })) } })
}
