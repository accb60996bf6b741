import type { MedusaContainer } from "@medusajs/framework/types"
import type { Institutions } from "./institution"
import { sql } from "./linked-shop"
import type { ScopeCase } from "./scope-cases"

const TIERS = [{ from_units: 2, price_fen: 3_500 }]

/** A draft of a producer in 重庆. */
export async function openScopedGroupBuy(container: MedusaContainer, { potato, wuxi }: Institutions): Promise<string> {
  await sql(container, `insert into group_buy (id, title, note, variant_id, producer_id, region_code, starts_at, ends_at, tiers, capacity, per_buyer_cap, created_by)
    values ('grpb_scope', '洋芋团', '', ?, ?, '500238', now(), now() + interval '1 day', ?, 10, 5, 'tester')`, [potato.variant_id, wuxi.id, JSON.stringify(TIERS)])
  return "grpb_scope"
}

export const groupBuyCases = (id: string, { potato }: Institutions): ScopeCase[] => [
  { route: "GET /admin/institution/group-buys", mark: id },
  { route: "GET /admin/institution/group-buys/:id/parts", id },
  { route: "POST /admin/institution/group-buys", body: { title: "洋芋二团", variant_id: potato.variant_id, starts_at: "2026-01-01T00:00:00+08:00", ends_at: "2099-01-01T00:00:00+08:00", tiers: TIERS, capacity: 10, per_buyer_cap: 5 } },
  { route: "POST /admin/institution/group-buys/:id/steps", id, body: { step: "cancel", reason: "采收推迟" } },
]
