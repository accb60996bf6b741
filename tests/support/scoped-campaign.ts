import type { MedusaContainer } from "@medusajs/framework/types"
import { sql } from "./linked-shop"
import type { ScopeCase } from "./scope-cases"

const TRANSFER = { amount_fen: 100, reference: "GH-1", received_on: "2026-09-20" }

/** A unit's campaign that is over and paid. */
export async function openScopedCampaign(container: MedusaContainer, organisation_id: string): Promise<string> {
  await sql(container, `insert into campaign (id, organisation_id, title, holiday, year, holiday_on, budget_fen, choose_by, delivery_mode, state, transfer_code, created_by)
    values ('camp_scope', ?, '中秋慰问', 'mid_autumn', 2026, '2026-09-25', 50000, '2026-09-10', 'home', 'done', 'GHSCOPE1', 'tester')`, [organisation_id])
  await sql(container, "insert into campaign_transfer (id, campaign_id, reference, amount_fen, received_on, registered_by) values ('ctrf_scope', 'camp_scope', ?, ?, ?, 'tester')", [TRANSFER.reference, TRANSFER.amount_fen, TRANSFER.received_on])
  return "camp_scope"
}

export const campaignCases = (id: string): ScopeCase[] => [
  { route: "GET /admin/institution/campaigns", mark: id }, { route: "POST /admin/institution/campaigns/:id/transfers", id, body: TRANSFER },
]
