import { moveSettlementWorkflow, prepareSettlementWorkflow } from "@fupin/benefit/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { sql } from "./linked-shop"
import type { ScopeCase } from "./scope-cases"

export type ScopedSettlement = Awaited<ReturnType<typeof openScopedSettlement>>

/**
 * Payouts of 巫溪: a run of the household's earnings that is approved and ready to be paid, after which some of it was taken back, and an older run
 * that waits, with something of everything that a run may hold.
 */
export async function openScopedSettlement(container: MedusaContainer, household_id: string, order_id: string, period: string) {
  const { result: { id } } = await prepareSettlementWorkflow(container).run({ input: { period, region: "500238", actor_id: "preparer" } })
  await moveSettlementWorkflow(container).run({ input: { id, act: "submit", actor_id: "preparer" } })
  await moveSettlementWorkflow(container).run({ input: { id, act: "approve", actor_id: "approver" } })
  const [attempt] = await sql(container, "select a.payment_id, a.reference from settlement_attempt a join settlement_payment p on p.id = a.payment_id where p.settlement_id = ? and p.beneficiary_id = ?", [id, household_id]) as { payment_id: string; reference: string }[]
  for (const state of ["draft", "submitted"]) {
    await sql(container, `insert into settlement (id, number, period, region_code, until, cap_bp, state, prepared_by, prepared_at) values (?, ?, ?, '500238', now(), 3000, ?, 'preparer', now())`, [`stl_${state}`, state, state === "draft" ? "2026-01" : "2026-02", state])
  }
  await sql(container, "insert into settlement_suspense (id, settlement_id, producer_id, linkage_version_id, entries, amount_fen) values ('stls_1', 'stl_draft', 'p', 'v', 1, 1)")
  await sql(container, "insert into settlement_batch (id, settlement_id, number, method, created_by, created_at) values ('stlb_1', 'stl_draft', 1, 'cash', 'preparer', now())")
  await sql(container, "insert into settlement_scan (id, batch_id, filename, mime, sha256, content_sealed, uploaded_by, uploaded_at) values ('stlc_1', 'stlb_1', 'x.pdf', 'application/pdf', 'x', ?, 'preparer', now())", [container.resolve<any>("household").personal.seal("stlc_1:scan", "JVBERg==")])
  await sql(container, "insert into settlement_payment (id, settlement_id, beneficiary_id, payee_name, method, state, earned_fen, netted_fen, amount_fen) values ('stlp_1', 'stl_draft', ?, 'x', 'bank', 'released', 1, 0, 1)", [household_id])
  await sql(container, "insert into settlement_hold (id, beneficiary_id, reason, held_by, held_at) values ('stlh_1', ?, '待核实', 'preparer', now())", [household_id])
  await sql(container, "insert into settlement_successor (id, beneficiary_id, cause, payee_name, reason, named_by, named_at) values ('stlx_1', ?, 'death', 'x', '去世', 'preparer', now())", [household_id])
  await sql(container, "insert into settlement_write_off (id, beneficiary_id, amount_fen, bearer, reason, state, proposed_by, proposed_at) values ('stlw_1', ?, 1, 'platform', '善意退款', 'proposed', 'preparer', now())", [household_id])
  await takeBack(container, household_id, order_id)
  return { id, payment_id: attempt!.payment_id, reference: attempt!.reference }
}

/** Two fen of what the order gave the household go back. */
async function takeBack(container: MedusaContainer, household_id: string, order_id: string): Promise<void> {
  await sql(container, `with journal as (
      insert into ledger_journal (id, idempotency_key, input_hash, kind, order_id, source_ids, rule_version, event_at) values ('ljr_back', 'back', '', 'reversal', ?, '{}', 1, now()) returning id),
    given as (select e.* from ledger_entry e join ledger_journal j on j.id = e.journal_id where j.order_id = ? and e.beneficiary_id = ? and e.account = 'payable' limit 1)
    insert into ledger_entry (journal_id, position, account, beneficiary_id, producer_id, linkage_version_id, order_id, line_item_id, amount_fen)
    select journal.id, side.position, side.account, case when side.account = 'payable' then given.beneficiary_id end, given.producer_id, given.linkage_version_id, given.order_id, given.line_item_id, side.fen
    from journal, given, (values (0::smallint, 'payable', -2), (1::smallint, 'obligation', 2)) as side(position, account, fen)`, [order_id, order_id, household_id])
}

/** In an order in which all succeed. */
export function settlementCases({ id, payment_id, reference }: ScopedSettlement, household_id: string, period: string): ScopeCase[] {
  const reason = "核对无误后办理"
  const household_code = "HH-0001"
  const base64 = (text: string) => Buffer.from(text).toString("base64")
  return [
    { route: "GET /admin/benefit/settlements", mark: id },
    { route: "GET /admin/benefit/settlements", query: "state=draft&period=2026-01", mark: "stl_draft" },
    { route: "GET /admin/benefit/settlements/:id", id },
    { route: "GET /admin/benefit/settlement-cases", mark: "stlh_1" },
    { route: "GET /admin/benefit/settlement-statements/:id", id: household_id },
    { route: "GET /admin/benefit/settlement-scans/:id", id: "stlc_1" },
    { route: "POST /admin/benefit/settlement-suspense/:id", id: "stls_1", body: { explanation: "协议成员尚未到期加入" } },
    { route: "POST /admin/benefit/settlements/:id/submit", id: "stl_draft" },
    { route: "POST /admin/benefit/settlements/:id/approve", id: "stl_submitted" },
    { route: "POST /admin/benefit/settlements/:id/cancel", id: "stl_draft", body: { reason } },
    { route: "POST /admin/benefit/settlement-successors/:id/approve", id: "stlx_1" },
    { route: "POST /admin/benefit/settlement-successors/:id/end", id: "stlx_1" },
    { route: "POST /admin/benefit/settlement-holds/:id/release", id: "stlh_1", body: { reason } },
    { route: "POST /admin/benefit/settlements/:id/batches", id, body: { method: "bank", reason } },
    { route: "POST /admin/benefit/settlements/:id/returns", id, body: { filename: "x.csv", content: base64(`凭号,结果\n${reference},失败`) } },
    { route: "POST /admin/benefit/settlement-payments/:id/retry", id: payment_id },
    { route: "POST /admin/benefit/settlement-payments/:id/payee", id: payment_id, body: { method: "cash" } },
    { route: "POST /admin/benefit/settlements/:id/batches", id, body: { method: "cash", reason } },
    { route: "POST /admin/benefit/settlements/:id/scans", id, body: { batch: 2, filename: "x.pdf", content: base64("%PDF-1.7") } },
    { route: "POST /admin/benefit/settlements/:id/cash", id, body: { batch: 2 } },
    { route: "POST /admin/benefit/settlement-write-offs", body: { household_code, amount_fen: 2, bearer: "platform", reason } },
    { route: "POST /admin/benefit/settlement-write-offs/:id/decide", id: "stlw_1", body: { approve: false } },
    { route: "POST /admin/benefit/settlement-payments/:id/return", id: payment_id, body: { reason } },
    { route: "POST /admin/benefit/settlement-payments/:id/release", id: "stlp_1", body: { reason } },
    { route: "POST /admin/benefit/settlements", body: { period, region: "500238104" } },
    { route: "POST /admin/benefit/settlement-holds", body: { household_code, reason } },
    { route: "POST /admin/benefit/settlement-successors", body: { household_code, cause: "death", reason, payee_name: "王大力" } },
    { route: "POST /admin/benefit/settlement-settings", body: { region: "500238", cap_bp: 3_000 } },
  ]
}
