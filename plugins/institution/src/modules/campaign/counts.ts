import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rowsOf } from "./sql"

export interface Counts {
  campaign_id: string
  members: number
  heads: number
  left: number
  chosen: number
  silent: number
  halal: number
  handed_out: number
  by_proxy: number
  unclaimed: number
  replaced: number
  to_home: number
  unproven: number
  with_email: number
  changed: number
  total_fen: number
}

const count = (where: string, name: string) => `(count(*) filter (where ${where}))::integer as ${name}`
const HERE = "r.left_at is null"

/** How far campaigns are, and what the packs chosen cost. */
export async function readCounts(connection: Knex, campaignIds: string[]): Promise<Map<string, Counts>> {
  const rows = await rowsOf<Counts>(connection, `
    select r.campaign_id, ${count(HERE, "members")}, coalesce(sum(r.heads) filter (where ${HERE}), 0)::integer as heads, ${count("r.left_at is not null", '"left"')}, ${count(`${HERE} and r.chosen_by <> 'default'`, "chosen")},
      ${count(`${HERE} and (r.pack_id is null or r.chosen_by = 'default')`, "silent")}, ${count(`${HERE} and r.diet = 'halal'`, "halal")}, ${count("r.outcome in ('collected', 'proxy')", "handed_out")},
      ${count("r.outcome = 'proxy'", "by_proxy")}, ${count("r.outcome = 'unclaimed'", "unclaimed")},
      ${count(`${HERE} and r.delivery = 'home'`, "to_home")}, ${count(`${HERE} and r.delivery = 'home' and r.outcome is null`, "unproven")}, ${count(`${HERE} and r.email_sealed is not null`, "with_email")},
      (select count(distinct o.recipient_id) from campaign_order o where o.campaign_id = r.campaign_id and o.kind = 'replacement')::integer as replaced,
      (select count(distinct h.recipient_id) from campaign_change h where h.campaign_id = r.campaign_id)::integer as changed,
      coalesce(sum(r.heads * p.price_fen) filter (where ${HERE}), 0)::float8 as total_fen
    from campaign_recipient r left join campaign_pack p on p.id = r.pack_id where r.campaign_id = any(:campaignIds) group by r.campaign_id`, { campaignIds })
  return new Map(rows.map((row) => [row.campaign_id, row]))
}
