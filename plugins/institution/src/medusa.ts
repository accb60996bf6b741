import type { MemberRole, OccurrenceState, OrganisationKind, PriceRule, PurchaseReason, SettleBy, Temperature } from "@fupin/contract/schemas"
import type { MedusaRequest } from "@medusajs/framework/http"
import type { MedusaContainer, RemoteQueryFunction } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { AgreementStage } from "./domain/negotiation"
import type { Calendar } from "./domain/plan-dates"

export interface OrganisationRow {
  id: string
  name: string
  uscc: string
  kind: OrganisationKind
  region_code: string
  verified_at: Date | null
  /** Who registered the unit at the desk; null: the office entered it. */
  registered_by: string | null
  refused_at: Date | null
  refusal_reason: string | null
}

export interface MemberRow {
  id: string
  organisation_id: string
  customer_id: string
  role: MemberRole
  verified_at: Date | null
  left_at: Date | null
  refused_at: Date | null
  refusal_reason: string | null
}

export interface AgreementRow {
  id: string
  number: string
  organisation_id: string
  producer_id: string | null
  valid_from: string
  valid_to: string
  weekdays: number[]
  lead_time_days: number
  stage: AgreementStage
  signed_on: string | null
  agreed_to: string | null
  termination_reason: string | null
  version: number
  lines: AgreementLineRow[]
}

export interface AgreementLineRow {
  variant_id: string
  unit_price_fen: number
  max_quantity: number | null
  min_quantity: number | null
  term_min: number | null
  term_max: number | null
  price_rule: PriceRule
  grade: string
  substitute_variant_id: string | null
  temperature: Temperature
  settle_by: SettleBy
}

export interface StandingOrderRow extends Omit<Calendar, "term_from" | "term_to" | "lead_time_days" | "vacations" | "regional_holidays"> {
  id: string
  agreement_id: string
  name: string
  delivery: { name: string; county_code: string; detail: string }
  delivery_phone_sealed: string
  recipient_id: string | null
  reason: PurchaseReason | null
  created_by: string | null
  observe_vacations: boolean
  headcount: number | null
  version: number
  lines: { variant_id: string; quantity: number }[]
}

export interface OccurrenceRow {
  id: string
  standing_order_id: string
  delivery_date: string
  round: number
  cutoff_on: string
  state: OccurrenceState
  attempt: number
  error: string | null
  edits: Record<string, number>
  bases: Record<string, number>
  headcount: number | null
  version: number
  expected_benefit_fen: number | null
  households: number | null
  order_ids: string[]
  accepted_at: Date | null
  lines: OccurrenceLineRow[]
}

export interface OccurrenceLineRow {
  variant_id: string
  seller_id: string | null
  unit_price_fen: number
  settle_by: SettleBy
  requested: number
  supplied: number
  accepted: number | null
  reason: string | null
  order_id: string | null
  line_item_id: string | null
}

/** DML keeps weekdays as text and types states as text; these seams say what is really held. */
export const asOrganisations = (rows: unknown): OrganisationRow[] => rows as OrganisationRow[]
export const asMembers = (rows: unknown): MemberRow[] => rows as MemberRow[]
export const asAgreements = (rows: unknown): AgreementRow[] => (rows as AgreementRow[]).map(withNumbers)
export const asStandingOrders = (rows: unknown): StandingOrderRow[] => (rows as StandingOrderRow[]).map(withNumbers)
export const asOccurrences = (rows: unknown): OccurrenceRow[] => rows as OccurrenceRow[]

function withNumbers<Row extends { weekdays: number[] }>(row: Row): Row {
  return { ...row, weekdays: row.weekdays.map(Number) }
}

/** Query over entities of other plugins, which the generated types of this one do not know. */
export async function graph<Row>(container: MedusaContainer, entity: string, fields: string[], filters: Record<string, unknown>): Promise<Row[]> {
  const query = container.resolve<RemoteQueryFunction>(ContainerRegistrationKeys.QUERY)
  const { data } = await query.graph({ entity, fields, filters })
  return data as Row[]
}

/** The signed-in customer of a request behind `authenticate("customer")`. */
export function customerOf(req: MedusaRequest): string {
  return (req as MedusaRequest & { auth_context: { actor_id: string } }).auth_context.actor_id
}
