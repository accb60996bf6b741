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

/** Of one campaign, or of everything a seller is to pack for campaigns whose packs are not there yet. */
export async function readComponents(connection: Knex, by: { campaign_id: string } | { seller_id: string }): Promise<ComponentRow[]> {
  const which = "campaign_id" in by ? "c.id = :campaign_id" : "o.seller_id = :seller_id and c.state in ('approved', 'ordered')"
  return await rowsOf(connection, `select c.id as campaign_id, c.organisation_id, c.title, c.state, c.holiday_on, o.seller_id, i.variant_id, sum(i.quantity)::float8 as quantity
    from campaign c join campaign_order o on o.campaign_id = c.id and o.kind = 'gift' and o.state = 'placed'
    cross join lateral jsonb_to_recordset(o.items) as i (variant_id text, quantity integer)
    where ${which} group by 1, 2, 3, 4, 5, 6, 7 order by c.holiday_on, c.id, i.variant_id`, { ...by })
}
