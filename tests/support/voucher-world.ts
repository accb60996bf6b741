import { planDirectPurchase } from "@fupin/benefit/domain/voucher/plan-drafts"
import type { VoucherModuleService } from "@fupin/benefit/modules/voucher"
import { decideVoucherWorkflow, recordVouchersWorkflow } from "@fupin/benefit/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { ScopeCase } from "./scope-cases"
import { PNG, workbookOf } from "./workbook-of"

const PURCHASE = { household_code: "HH-0001", buyer_unit: "巫溪县总工会", goods: "土鸡蛋", quantity: "20 斤", amount_fen: 30_000, traded_on: "2026-03-05", payment_way: "cash" as const }

/** Three purchases of a household in 重庆: one that waits with its scan, one that waits, one in the ledger. */
async function enterVouchers(container: MedusaContainer) {
  const [house] = await container.resolve<any>("household").listHouseholds({ code: "HH-0001" })
  const drafts = ["鸡蛋", "腊肉", "蜂蜜"].map((goods) => {
    const planned = planDirectPurchase({ ...PURCHASE, buyer_person: null, goods }, house, "2026-03-05")
    if (!planned.ok) throw new Error(planned.message)
    return planned.value
  })
  const { result: [draft, other, approved] } = await recordVouchersWorkflow(container).run({ input: { vouchers: drafts, created_by: "tester" } })
  for (const { id } of [draft!, approved!]) await container.resolve<VoucherModuleService>("voucher").appendScan(id, PNG, "tester")
  await decideVoucherWorkflow(container).run({ input: { id: approved!.id, actor_id: "another", decision: "approve" } })
  return { draft: draft!.id, other: other!.id, approved: approved!.id }
}

/** Of the order that waits, a fen came and went back. */
async function refundOpen(container: MedusaContainer, orderId: string): Promise<string> {
  const { rows: [payment] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select p.id from payment p join order_payment_collection o on o.payment_collection_id = p.payment_collection_id where o.order_id = ?", [orderId])
  await container.resolve(Modules.PAYMENT).capturePayment({ payment_id: payment.id, amount: 0.01 })
  await container.resolve(Modules.PAYMENT).refundPayment({ payment_id: payment.id, amount: 0.01 })
  const { rows: [refund] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select id from refund where payment_id = ?", [payment.id])
  return refund.id
}

/** Evidence documents of 重庆, a list of wages to be imported and a refund of an order that goes there. */
export async function openEvidence(container: MedusaContainer, orderId: string) {
  const wages_file = await workbookOf([["农户编号", "姓名", "工种", "出勤天数", "金额", "发放日期"], ["HH-0001", "王小1", "采收", "3", 300, "2026-03-05"]])
  return { vouchers: await enterVouchers(container), wages_file, refund_id: await refundOpen(container, orderId) }
}

/** Every route of theirs that lies in a region, in an order in which all of them succeed. */
export function voucherCases({ vouchers, wages_file, refund_id }: Awaited<ReturnType<typeof openEvidence>>, producerId: string, orderId: string): ScopeCase[] {
  return [
    { route: "GET /admin/benefit/vouchers", mark: vouchers.draft },
    { route: "POST /admin/benefit/vouchers", body: { ...PURCHASE, goods: "新米" } },
    { route: "GET /admin/benefit/vouchers/:id", id: vouchers.draft },
    { route: "GET /admin/benefit/vouchers/:id/print", id: vouchers.draft },
    { route: "GET /admin/benefit/vouchers/:id/scan", id: vouchers.draft },
    { route: "POST /admin/benefit/vouchers/:id/scan", id: vouchers.draft, body: PNG },
    { route: "POST /admin/benefit/vouchers/:id/approve", id: vouchers.draft },
    { route: "POST /admin/benefit/vouchers/:id/reject", id: vouchers.other, body: { reason: "签字不清楚" } },
    { route: "POST /admin/benefit/vouchers/:id/correct", id: vouchers.approved, body: { reason: "没有发生这笔交易" } },
    { route: "POST /admin/benefit/vouchers-import", query: `kind=wages&mode=check&payer_id=${producerId}`, body: wages_file },
    { route: "GET /admin/benefit/refunds", query: `order_id=${orderId}` },
    { route: "POST /admin/benefit/refunds/:id", id: refund_id, body: { cause: "goodwill", keeps_benefit: true } },
  ]
}
