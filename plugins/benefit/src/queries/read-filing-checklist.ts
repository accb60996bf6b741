import { formatFen } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { type ChecklistItem, type OrderRef, planChecklist } from "../domain/filing/plan-checklist"
import type { Asked, ContentSums } from "../modules/filing/contents"
import { readAttachments, readReasons } from "../modules/filing/desk"
import { readFiledOrders, readOpenVouchers } from "../modules/filing/orders"
import { LEDGER_MODULE, type LedgerModuleService } from "../modules/ledger"
import { resolveLinkages } from "../workflows/_resolve-linkages"

/** Orders planned again at most; where more are missing, the ledger page says so in full. */
const LOOKED_AT = 1_000

export interface Known {
  sums: ContentSums
  /** Orders whose payments stand in 附件2. */
  paid_orders: string[]
  is_balanced: { roster: boolean; evidence: boolean }
  children: { id: string; label: string; is_accepted: boolean }[]
}

/** What a filing still misses. */
export async function readChecklist(container: MedusaContainer, asked: Asked, known: Known, now: Date): Promise<ChecklistItem[]> {
  const connection = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
  const { id } = asked.filing
  const attachments = await readAttachments(connection, id)
  const reasons = await readReasons(connection, id)
  const orders = await readFiledOrders(connection, asked)
  const vouchers = await readOpenVouchers(connection, asked)
  const labelled = orders.map(({ order_id, order_number, ...order }) => ({ ...order, id: order_id, label: order_number === null ? order_id : `订单 #${order_number}` }))
  const { is_balanced } = known
  return planChecklist({
    orders_without_payment: labelled.filter(({ lacks_reference }) => lacks_reference), orders_without_invoice: labelled.flatMap(withoutInvoice),
    vouchers_open: vouchers.map((voucher) => ({ id: voucher.id, label: `${voucher.number} ${voucher.has_scan ? "待第二人批准" : "缺盖章签字的扫描件"}` })),
    children_open: known.children.filter(({ is_accepted }) => !is_accepted),
    suspense_fen: known.sums.suspense_fen, unsealed_journals: known.sums.unsealed,
    unaccrued_captures: await countUnaccrued(container, known.paid_orders, now),
    unbalanced_papers: [...(is_balanced.roster ? [] : ["附件1"]), ...(is_balanced.evidence ? [] : ["附件2"])],
    settled: new Set([...attachments, ...reasons].map(({ item }) => item)),
  })
}

/** An order that the invoices issued here cover in full needs no scan; of one that they cover in part the label says what is missing. */
function withoutInvoice({ id, label, paid_fen, invoiced_fen }: OrderRef & { paid_fen: number; invoiced_fen: number }): OrderRef[] {
  if (invoiced_fen === 0) return [{ id, label }]
  return invoiced_fen >= paid_fen ? [] : [{ id, label: `${label}，还有 ¥${formatFen(paid_fen - invoiced_fen)} 未开票` }]
}

/** Payments of these orders that the ledger does not know though it should. */
async function countUnaccrued(container: MedusaContainer, orderIds: string[], now: Date): Promise<number> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select distinct opc.order_id from order_payment_collection opc join payment p on p.payment_collection_id = opc.payment_collection_id join capture c on c.payment_id = p.id and c.deleted_at is null
     where opc.order_id = any(?) and opc.deleted_at is null and not exists (select 1 from ledger_journal j where j.order_id = opc.order_id and c.id = any(j.source_ids)) limit ?`, [orderIds, LOOKED_AT])
  const candidates = (rows as { order_id: string }[]).map(({ order_id }) => order_id)
  if (candidates.length === 0) return 0
  const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
  return (await ledger.verifyOrders(candidates, resolveLinkages(container), now)).unaccrued_captures
}
