import type { CampaignState } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rowsOf } from "./sql"

/** Pieces of one product in all placed orders of a campaign with one seller. */
export interface ComponentRow {
  campaign_id: string
  organisation_id: string
  title: string
  state: CampaignState
  holiday_on: string
  seller_id: string
  variant_id: string
  quantity: number
}

/** One order that replaces what was spoiled of a member's pack. */
export interface ReplacementRow {
  id: string
  campaign_id: string
  organisation_id: string
  title: string
  state: CampaignState
  seller_id: string
  reason: string
  items: { variant_id: string; quantity: number }[]
}

/** Placed ones: one by its id, those of a campaign, or a seller's of campaigns that are not over. */
export async function readReplacements(connection: Knex, by: { id: string } | { campaign_id: string } | { seller_id: string }): Promise<ReplacementRow[]> {
  const which = "id" in by ? "o.id = :id" : "campaign_id" in by ? "c.id = :campaign_id" : "o.seller_id = :seller_id and c.state not in ('done', 'cancelled')"
  return await rowsOf(connection, `select o.id, c.id as campaign_id, c.organisation_id, c.title, c.state, o.seller_id, coalesce(o.reason, '') as reason, o.items
    from campaign_order o join campaign c on c.id = o.campaign_id where o.kind = 'replacement' and o.state = 'placed' and ${which} order by c.holiday_on, o.id`, { ...by })
}

/** Of one campaign, or of everything a seller is to pack for campaigns whose packs are not there yet. */
export async function readComponents(connection: Knex, by: { campaign_id: string } | { seller_id: string }): Promise<ComponentRow[]> {
  const which = "campaign_id" in by ? "c.id = :campaign_id" : "o.seller_id = :seller_id and c.state in ('approved', 'ordered')"
  return await rowsOf(connection, `select c.id as campaign_id, c.organisation_id, c.title, c.state, c.holiday_on, o.seller_id, i.variant_id, sum(i.quantity)::float8 as quantity
    from campaign c join campaign_order o on o.campaign_id = c.id and o.kind = 'gift' and o.state = 'placed'
    cross join lateral jsonb_to_recordset(o.items) as i (variant_id text, quantity integer)
    where ${which} group by 1, 2, 3, 4, 5, 6, 7 order by c.holiday_on, c.id, i.variant_id`, { ...by })
}
