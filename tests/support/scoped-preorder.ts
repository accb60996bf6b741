import type { MedusaContainer } from "@medusajs/framework/types"
import { dayFromNow, type Institutions } from "./institution"
import { sql } from "./linked-shop"
import type { ScopeCase } from "./scope-cases"
import { PNG } from "./workbook-of"

export const PREORDER_RULE = {
  deposit_percent: 30, deposit_days: 7, instalments: [], grace_days: 5, balance_days: 15, shortage: "pro_rata", tolerance_percent: 10, surplus_percent: 20, answer_days: 5,
} as const

/** An offer of a producer in 重庆 with one contract and batches that wait; answers the offer's id. */
export async function openScopedPreorder(container: MedusaContainer, { potato, wuxi, school }: Pick<Institutions, "potato" | "wuxi" | "school">): Promise<string> {
  const rule = JSON.stringify(PREORDER_RULE)
  await sql(container, `insert into preorder_offer (id, title, note, variant_id, producer_id, region_code, price_fen, expected_yield, book_by, harvest_from, harvest_to, rule, state, created_by, actual_yield, harvest_reason, harvest_by, confirmed_by, confirmed_at, answer_by, shared_at)
    values ('preof_scope', '洋芋预购', '', ?, ?, '500238', 3600, 10, ?, ?, ?, ?, 'harvested', 'tester', 10, '过秤', 'tester', 'other', now(), '2026-01-01', now()), ('preof_open', '洋芋二季', '', ?, ?, '500238', 3600, 10, ?, ?, ?, ?, 'open', 'tester', null, null, null, null, null, null, null)`,
  [potato.variant_id, wuxi.id, dayFromNow(-9), dayFromNow(-8), dayFromNow(30), rule, potato.variant_id, wuxi.id, dayFromNow(-9), dayFromNow(-1), dayFromNow(30), rule])
  await addContract(container, "preoc_scope", "YG2611000017", school.id)
  await sql(container, `insert into preorder_delivery (id, contract_id, sequence, quantity, deliver_on, state, order_id, line_item_id, laid_by, laid_at) values
    ('predl_off', 'preoc_scope', 1, 1, ?, 'planned', 'order_none_1', 'ordli_none_1', 'tester', now()), ('predl_gone', 'preoc_scope', 2, 1, ?, 'called_off', 'order_none_2', 'ordli_none_2', 'tester', now())`, [dayFromNow(1), dayFromNow(1)])
  return "preof_scope"
}

/** A contract for 4 pieces of ¥36.00 of the harvested offer, signed today. */
export async function addContract(container: MedusaContainer, id: string, number: string, organisation_id: string): Promise<void> {
  await sql(container, `insert into preorder_contract (id, number, offer_id, organisation_id, customer_id, is_preferred, booked, price_fen, rule, delivery, delivery_phone_sealed, state, booked_at, signed_on, allotted)
    values (?, ?, 'preof_scope', ?, 'nobody', true, 4, 3600, ?, '{"name":"周雅琴","county_code":"500112","detail":"翠溪路18号"}', '', 'running', now(), ?, 4)`, [id, number, organisation_id, JSON.stringify(PREORDER_RULE), dayFromNow(0)])
}

/** A batch of four pieces that is on its way today. */
export async function openPlacedBatch(container: MedusaContainer, world: Pick<Institutions, "potato" | "wuxi" | "school">): Promise<{ contract_id: string; delivery_id: string }> {
  await openScopedPreorder(container, world)
  await sql(container, "update preorder_delivery set state = 'placed', quantity = 4, deliver_on = ? where id = 'predl_off'", [dayFromNow(0)])
  return { contract_id: "preoc_scope", delivery_id: "predl_off" }
}

export const preorderCases = (id: string, { potato }: Institutions): ScopeCase[] => [
  { route: "GET /admin/institution/preorders", mark: id },
  { route: "GET /admin/institution/preorders/:id/contracts", id },
  { route: "POST /admin/institution/preorders", body: { title: "洋芋三季", variant_id: potato.variant_id, price_fen: 3_600, expected_yield: 10, book_by: dayFromNow(5), harvest_from: dayFromNow(9), harvest_to: dayFromNow(30), rule: PREORDER_RULE } },
  { route: "POST /admin/institution/preorders/:id/harvest", id: "preof_open", body: { act: "enter", actual_yield: 8, reason: "过秤" } },
  { route: "POST /admin/institution/preorders/:id/steps", id: "preof_open", body: { step: "cancel", reason: "雹灾" } },
  { route: "POST /admin/institution/preorder-contracts/:id/payments", id: "preoc_scope", body: { amount_fen: 14_400, reference: "YH-1", received_on: dayFromNow(0) } },
  { route: "GET /admin/institution/preorder-contracts/:id/paper", id: "preoc_scope" },
  { route: "POST /admin/institution/preorder-contracts/:id/scan", id: "preoc_scope", body: PNG },
  { route: "GET /admin/institution/preorder-contracts/:id/scan", id: "preoc_scope" },
  { route: "POST /admin/institution/preorder-deliveries/:id/call-off", id: "predl_off" },
  { route: "POST /admin/institution/preorder-contracts/:id/deliveries", id: "preoc_scope", body: { sequence: 2, quantity: 1, deliver_on: dayFromNow(1) } },
  { route: "POST /admin/institution/preorder-deliveries/:id/place", id: "predl_gone" },
  { route: "POST /admin/institution/preorder-contracts/:id/close", id: "preoc_scope", body: { reason: "单位不再需要" } },
  { route: "POST /admin/institution/preorder-contracts/:id/paybacks", id: "preoc_scope", body: { amount_fen: 14_400, reference: "TK-1", paid_on: dayFromNow(0) } },
]
