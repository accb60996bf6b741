import type { SettleBy, Temperature } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { mergeLines } from "../domain/decide-standing-order"
import { type AgreementRow, asAgreements, asOccurrences, asOrganisations, asStandingOrders, type OccurrenceRow, type OrganisationRow, type StandingOrderRow } from "../medusa"
import { type Gift, readGifts } from "./gifts"
import { INSTITUTION_MODULE, type InstitutionModuleService } from "../modules/institution"

/** An occurrence with everything it hangs from. */
export interface Delivery {
  occurrence: OccurrenceRow
  standing_order: StandingOrderRow
  agreement: AgreementRow
  organisation: OrganisationRow
  /** Whom it is given to, and where it goes then; `standing_order.delivery` is that place already. */
  gift: Gift
}

export const institutionOf = (container: MedusaContainer): InstitutionModuleService => container.resolve(INSTITUTION_MODULE)

type Filter = Record<string, unknown>
const ALL = { take: null }

export const readOrganisations = async (container: MedusaContainer, filter: Filter): Promise<OrganisationRow[]> =>
  asOrganisations(await institutionOf(container).listOrganisations(filter, { ...ALL, order: { name: "ASC" } }))

export const readAgreements = async (container: MedusaContainer, filter: Filter): Promise<AgreementRow[]> =>
  asAgreements(await institutionOf(container).listSupplyAgreements(filter, { ...ALL, relations: ["lines"], order: { valid_from: "DESC" } }))

export const readStandingOrders = async (container: MedusaContainer, filter: Filter): Promise<StandingOrderRow[]> =>
  asStandingOrders(await institutionOf(container).listStandingOrders(filter, { ...ALL, relations: ["lines"], order: { starts_on: "ASC" } }))

export const readOccurrences = async (container: MedusaContainer, filter: Filter, page: { skip?: number; take?: number | null } = ALL): Promise<OccurrenceRow[]> =>
  asOccurrences(await institutionOf(container).listOccurrences(filter, { ...page, relations: ["lines"], order: { delivery_date: "ASC", id: "ASC" } }))

/** Joins occurrences to their standing order, agreement and organisation. */
export async function withPlans(container: MedusaContainer, occurrences: OccurrenceRow[]): Promise<Delivery[]> {
  const orders = await readStandingOrders(container, { id: unique(occurrences.map(({ standing_order_id }) => standing_order_id)) })
  const agreements = await readAgreements(container, { id: unique(orders.map(({ agreement_id }) => agreement_id)) })
  const organisations = await readOrganisations(container, { id: unique(agreements.map(({ organisation_id }) => organisation_id)) })
  const pairs = occurrences.map((occurrence) => ({ occurrence, standing_order: byId(orders, occurrence.standing_order_id) }))
  const gifts = await readGifts(container, pairs)
  return pairs.map(({ occurrence, standing_order }) => {
    const gift = gifts.get(occurrence.id)!
    const agreement = byId(agreements, standing_order.agreement_id)
    return { occurrence, standing_order: gift.address ? { ...standing_order, delivery: gift.address } : standing_order, agreement, organisation: byId(organisations, agreement.organisation_id), gift }
  })
}

/** What the standing order asks of a date; a second delivery of it carries its own lines alone. */
export const standingOf = ({ occurrence, standing_order }: Pick<Delivery, "occurrence" | "standing_order">): StandingOrderRow["lines"] => (occurrence.round > 1 ? [] : standing_order.lines)

/** In what goods of an agreement are ordered and settled. */
export const settleBy = ({ lines }: Delivery["agreement"], variantId: string): SettleBy => lines.find(({ variant_id }) => variant_id === variantId)?.settle_by ?? "count"

/** How goods of an agreement are kept, and their grade; of goods that it does not name nothing is agreed. */
export function handlingOf({ lines }: Delivery["agreement"], variantId: string): { grade: string; temperature: Temperature } {
  const { grade, temperature } = lines.find(({ variant_id }) => variant_id === variantId) ?? { grade: "", temperature: "ambient" }
  return { grade, temperature }
}

/** What is asked for on a date. */
export const linesOf = (delivery: Pick<Delivery, "occurrence" | "standing_order">): StandingOrderRow["lines"] => mergeLines(standingOf(delivery), delivery.occurrence.edits)

export const unique = <Item>(items: Item[]): Item[] => [...new Set(items)]

/** Rows joined by foreign keys are there. */
export function byId<Row extends { id: string }>(rows: Row[], id: string): Row {
  const row = rows.find((one) => one.id === id)
  if (!row) throw new Error(`row ${id} is missing`)
  return row
}
