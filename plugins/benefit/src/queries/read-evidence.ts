import { regionContains } from "@fupin/access"
import type { Evidence } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { fenOfSum } from "../domain/line-base"
import type { OrderFacts } from "../domain/order-facts"
import { type PaymentPart, planPaymentParts } from "../domain/plan-evidence"
import { readOrders } from "../modules/ledger/read-facts"
import { remarksOf } from "../papers/remarks"
import { type PaperRequest, type PaperScope, readScope } from "./paper-scope"
import { directOf, readDirectPurchases, readDirectTotal } from "./read-direct-purchases"
import { readPaidOrders, readPaidTotal, readPayments } from "./read-payments"
import { type NamedLine, readNamedLines } from "./read-named-lines"
import { inSnapshot } from "./snapshot"

/** 附件2 while it is read: rows by pages, and the sums once the last page is through. */
export interface OpenEvidence {
  head: Omit<Evidence, "rows" | "foot">
  pages: AsyncGenerator<Evidence["rows"]>
  ending: () => Promise<Pick<Evidence, "foot">>
}

interface Sums {
  rows_fen: number
  elsewhere_fen: number
  freight_fen: number
}

/** 附件2 as a whole. */
export async function readEvidence(container: MedusaContainer, request: PaperRequest): Promise<Evidence> {
  return await openEvidence(container, request, async ({ head, pages, ending }) => {
    const rows: Evidence["rows"] = []
    for await (const page of pages) rows.push(...page)
    return { ...head, rows, ...(await ending()) }
  })
}

/** 附件2 of a period from one snapshot, order by order as money first moved: a reversal stands below what it takes back. */
export async function openEvidence<T>(container: MedusaContainer, request: PaperRequest, use: (evidence: OpenEvidence) => Promise<T>): Promise<T> {
  const { period, bounds, regions, subject } = request
  const scope = await readScope(container, request)
  return await inSnapshot(container, async (snapshot) => {
    const sums: Sums = { rows_fen: 0, elsewhere_fen: 0, freight_fen: 0 }
    return await use({
      head: { title: "附件2 消费扶贫证明材料", period, from: bounds.first_day, to: bounds.last_day, regions, subject },
      pages: readPages(container, snapshot, request, scope, sums),
      ending: async () => {
        const [paid_fen, direct_fen] = [await readPaidTotal(snapshot, bounds, scope), await readDirectTotal(snapshot, directOf(bounds, scope))]
        return { foot: { ...sums, direct_fen, paid_fen, balanced: sums.rows_fen + sums.elsewhere_fen + sums.freight_fen === paid_fen + direct_fen } }
      },
    })
  })
}

async function* readPages(container: MedusaContainer, snapshot: Knex, request: PaperRequest, scope: PaperScope, sums: Sums): AsyncGenerator<Evidence["rows"]> {
  const { bounds } = request
  const inPeriod = ({ at }: { at: Date }) => at >= bounds.from && at < bounds.to
  let serial = 0
  for await (const orderIds of readPaidOrders(snapshot, bounds, scope)) {
    const read = new Map((await readOrders(snapshot, orderIds, 0)).map(({ facts }) => [facts.order_id, facts]))
    const orders = orderIds.flatMap((id) => read.get(id) ?? [])
    const lines = await readNamedLines(container, snapshot, orders)
    const parts = orders.flatMap((facts) => planPaymentParts(facts).filter(inPeriod).sort((a, b) => a.at.getTime() - b.at.getTime()))
    const shown = parts.filter(({ line_item_id }) => isVisible(lines.get(line_item_id), request.regions, scope))
    sums.rows_fen += sum(shown)
    sums.elsewhere_fen += sum(parts) - sum(shown)
    sums.freight_fen += movedBy(orders, inPeriod) - sum(parts)
    yield await rowsOf(snapshot, shown, lines, orderIds, serial)
    serial += shown.length
  }
  const direct = await readDirectPurchases(container, snapshot, directOf(bounds, scope), serial)
  sums.rows_fen += direct.reduce((total, { amount_fen }) => total + amount_fen, 0)
  if (direct.length > 0) yield direct
}

/** Parts in the words of the paper, numbered on from `above`. */
export async function rowsOf(snapshot: Knex, shown: PaymentPart[], lines: Map<string, NamedLine>, orderIds: string[], above: number): Promise<Evidence["rows"]> {
  const paid = new Map((await readPayments(snapshot, orderIds)).map((payment) => [payment.id, payment]))
  const serials = new Map(shown.map((part, index) => [keyOf(part.payment_id, part.line_item_id), above + index + 1]))
  return shown.map((part, index) => {
    const { product, seller, buyer, purpose, quantity } = lines.get(part.line_item_id)!
    const cited = part.reverses && { ...part.reverses, serial: serials.get(keyOf(part.reverses.payment_id, part.line_item_id)) ?? null, bank_reference: paid.get(part.reverses.payment_id)?.bank_reference ?? null }
    const { traded_at, remarks } = remarksOf(part, paid.get(part.payment_id)!, cited)
    return {
      serial: above + index + 1, product, seller, buyer, quantity: part.kind === "refund" ? "—" : quantity, amount_fen: part.amount_fen,
      traded_at, remarks: purpose ? `${remarks}；${purpose}` : remarks, order_id: part.order_id, line_item_id: part.line_item_id, payment_reference: part.payment_id,
    }
  })
}

/** Money that moved for these orders, freight and all. */
export function movedBy(orders: OrderFacts[], inPeriod: (moved: { id: string; at: Date }) => boolean): number {
  return orders.reduce((total, { captures, refunds }) => total + fenOfSum(captures.filter(inPeriod).map(({ amount }) => amount)) - fenOfSum(refunds.filter(inPeriod).map(({ amount }) => amount)), 0)
}

export function isVisible(line: NamedLine | undefined, regions: string[], { producer_id }: Pick<PaperScope, "producer_id">): boolean {
  if (!line || (producer_id !== null && line.producer_id !== producer_id)) return false
  return regions.some((region) => region === "*" || (line.seller_region !== null && regionContains(region, line.seller_region)))
}

function keyOf(paymentId: string, lineItemId: string): string {
  return `${paymentId}:${lineItemId}`
}

export function sum(parts: PaymentPart[]): number {
  return parts.reduce((total, { amount_fen }) => total + amount_fen, 0)
}
