import type { CampaignState, Delivery, DeliveryMode, Diet, Holiday, PurchaseReason } from "@fupin/contract/schemas"
import { refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { PackLine } from "../../domain/campaign/pack-lines"
import { rowsOf } from "./sql"

export interface CampaignRow {
  id: string
  organisation_id: string
  title: string
  holiday: Holiday
  year: number
  holiday_on: string
  budget_fen: number
  floor_fen: number | null
  cap_fen: number | null
  choose_by: string
  delivery_mode: DeliveryMode
  pickup: { name: string; county_code: string; detail: string } | null
  pickup_phone_sealed: string | null
  state: CampaignState
  transfer_code: string
  cancel_reason: string | null
  /** Why it is bought; null: as the unit says of all it buys. */
  reason: PurchaseReason | null
  created_by: string
  addresses_erased_at: Date | null
}

export interface PackRow {
  id: string
  campaign_id: string
  name: string
  price_fen: number
  is_halal: boolean
  is_default: boolean
  stock_limit: number | null
  taken: number
  lines: PackLine[]
}

export interface RecipientRow {
  id: string
  campaign_id: string
  employee_number: string
  name_sealed: string
  phone_sealed: string
  department: string
  diet: Diet
  heads: number
  address_sealed: string | null
  email_sealed: string | null
  /** What the member said; fixed for everybody when choosing closes. */
  delivery: Delivery | null
  pickup_code: string
  pack_id: string | null
  chosen_by: "member" | "default" | "organiser" | null
  left_at: Date | null
  outcome: "collected" | "proxy" | "delivered" | "unclaimed" | null
  handed_at: Date | null
  proxy_sealed: string | null
  proxy_reason: string | null
  replaced: boolean
}

const CAMPAIGN = `select c.id, c.organisation_id, c.title, c.holiday, c.year, c.holiday_on, c.budget_fen::float8 as budget_fen, c.floor_fen::float8 as floor_fen, c.cap_fen::float8 as cap_fen, c.choose_by,
  c.delivery_mode, c.pickup, c.pickup_phone_sealed, c.state, c.transfer_code, c.cancel_reason, c.reason, c.created_by, c.addresses_erased_at from campaign c`

export const RECIPIENT = `r.id, r.campaign_id, r.employee_number, r.name_sealed, r.phone_sealed, r.department, r.diet, r.heads, r.address_sealed, r.email_sealed, r.delivery, r.pickup_code, r.pack_id, r.chosen_by, r.left_at, r.outcome,
  r.handed_at, r.proxy_sealed, r.proxy_reason, exists (select 1 from campaign_order o where o.recipient_id = r.id and o.kind = 'replacement') as replaced`

/** Campaigns of these organisations, or these campaigns; the newest holiday first. */
export async function readCampaigns(connection: Knex, by: { organisation_ids: string[] } | { ids: string[] }): Promise<CampaignRow[]> {
  const [column, ids] = "ids" in by ? ["id", by.ids] : ["organisation_id", by.organisation_ids]
  return await rowsOf(connection, `${CAMPAIGN} where c.${column} = any(:ids) order by c.holiday_on desc, c.id`, { ids })
}

/** Campaigns by the 附言 of their payment. */
export async function readCampaignsByCode(connection: Knex, codes: string[]): Promise<CampaignRow[]> {
  return await rowsOf(connection, `${CAMPAIGN} where c.transfer_code = any(:codes) order by c.id`, { codes })
}

/** The campaign under its lock. Error: not_found. */
export async function lockCampaign(transaction: Knex, id: string): Promise<CampaignRow> {
  const [row] = await rowsOf<CampaignRow>(transaction, `${CAMPAIGN} where c.id = :id for update`, { id })
  if (!row) throw refusal("not_found", "not_found")
  return row
}

export async function readPacks(connection: Knex, campaignIds: string[]): Promise<PackRow[]> {
  return await rowsOf(connection, `
    select p.id, p.campaign_id, p.name, p.price_fen::float8 as price_fen, p.is_halal, p.is_default, p.stock_limit, p.taken,
      (select jsonb_agg(jsonb_build_object('variant_id', l.variant_id, 'quantity', l.quantity, 'unit_price_fen', l.unit_price_fen) order by l.position) from campaign_pack_line l where l.pack_id = p.id) as lines
    from campaign_pack p where p.campaign_id = any(:campaignIds) order by p.position`, { campaignIds })
}

/** Pieces of each variant in one pack: lines of one component at two prices are one component. */
export function componentsOf(lines: readonly PackLine[]): { variant_id: string; quantity: number }[] {
  const pieces = new Map<string, number>()
  for (const { variant_id, quantity } of lines) pieces.set(variant_id, (pieces.get(variant_id) ?? 0) + quantity)
  return [...pieces].map(([variant_id, quantity]) => ({ variant_id, quantity }))
}
