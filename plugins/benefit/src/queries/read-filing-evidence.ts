import type { Evidence } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { regionPrefix } from "../domain/place"
import { type PaymentPart, planPaymentParts } from "../domain/plan-evidence"
import type { Asked } from "../modules/filing/contents"
import { readOrders } from "../modules/ledger/read-facts"
import { isVisible, movedBy, type OpenEvidence, rowsOf, sum } from "./read-evidence"
import { headOf } from "./read-filing-roster"
import { readNamedLines } from "./read-named-lines"
import { type DirectFilter, readDirectPurchases, readDirectTotal } from "./read-direct-purchases"
import { PAYMENTS } from "./read-payments"
import { inSnapshot, pagesOf } from "./snapshot"

const ORDERS = 200

/**
 * Payments of a filing: those of its period that were known when it was submitted, and those of earlier periods that became known since the
 * unit's filing before it was; never one that stands in another filing of the unit. An hour of overlap: what is in both is in the first alone.
 */
const OURS = `at >= :since and at < :to_at and (at >= :from_at or known_at > :earlier_read_at::timestamptz - interval '1 hour')
  and known_at <= coalesce(:read_at::timestamptz, 'infinity') and (:organisation_id::text is null or order_id in (select id from "order" where metadata ->> 'organisation_id' = :organisation_id))
  and not exists (select 1 from filing_payment z where z.unit_id = :unit_id and z.payment_id = moved.id and z.filing_id <> :filing_id)`

function valuesOf({ filing, since }: Asked): Record<string, unknown> {
  const { from_at, to_at, earlier, unit } = filing
  const isFixed = filing.state === "submitted" || filing.state === "accepted"
  return { since, from_at, to_at, earlier_read_at: earlier?.read_at ?? null, read_at: isFixed ? filing.read_at : null, organisation_id: unit.organisation_id, unit_id: unit.id, filing_id: filing.id }
}

/** 附件2 of a filing: payments for goods of producers in the unit's region; of an organisation whatever it paid for. */
export async function openFilingEvidence<T>(container: MedusaContainer, asked: Asked, use: (evidence: OpenEvidence) => Promise<T>): Promise<T> {
  return await inSnapshot(container, async (snapshot) => {
    const sums = { rows_fen: 0, elsewhere_fen: 0, freight_fen: 0 }
    return await use({
      head: { title: "附件2 消费扶贫证明材料", ...headOf(asked) }, pages: readPages(container, snapshot, asked, sums),
      ending: async () => {
        const { rows: [{ fen }] } = await snapshot.raw(`select round(coalesce(sum(amount), 0) * 100)::float8 as fen from ${PAYMENTS} where ${OURS}`, valuesOf(asked) as never)
        const direct_fen = await readDirectTotal(snapshot, directOf(asked))
        return { foot: { ...sums, direct_fen, paid_fen: fen, balanced: sums.rows_fen + sums.elsewhere_fen + sums.freight_fen === fen + direct_fen } }
      },
    })
  })
}

async function* readPages(container: MedusaContainer, snapshot: Knex, asked: Asked, sums: { rows_fen: number; elsewhere_fen: number; freight_fen: number }): AsyncGenerator<Evidence["rows"]> {
  const { filing: { unit, from_at } } = asked
  const regions = unit.kind === "organisation" ? ["*"] : [unit.region_code]
  const paid = pagesOf<{ order_id: string; ids: string[] }>(snapshot, "filing_orders", ORDERS,
    `select order_id, array_agg(id) as ids from ${PAYMENTS} where ${OURS} group by order_id order by min(at), order_id`, valuesOf(asked))
  let serial = 0
  for await (const page of paid) {
    const ids = new Set(page.flatMap((order) => order.ids))
    const orderIds = page.map(({ order_id }) => order_id)
    const read = new Map((await readOrders(snapshot, orderIds, 0)).map(({ facts }) => [facts.order_id, facts]))
    const orders = orderIds.flatMap((id) => read.get(id) ?? [])
    const lines = await readNamedLines(container, snapshot, orders)
    const parts = orders.flatMap((facts) => planPaymentParts(facts).filter(({ payment_id }) => ids.has(payment_id)).sort((a, b) => a.at.getTime() - b.at.getTime()))
    const shown = parts.filter(({ line_item_id }) => isVisible(lines.get(line_item_id), regions, { producer_id: null }))
    sums.rows_fen += sum(shown)
    sums.elsewhere_fen += sum(parts) - sum(shown)
    sums.freight_fen += movedBy(orders, ({ id }) => ids.has(id)) - sum(parts)
    yield (await rowsOf(snapshot, shown, lines, orderIds, serial)).map((row, index) => ({ ...row, remarks: lateRemark(shown[index]!, from_at) + row.remarks }))
    serial += shown.length
  }
  const direct = await readDirectPurchases(container, snapshot, directOf(asked), serial)
  sums.rows_fen += direct.reduce((total, { amount_fen }) => total + amount_fen, 0)
  if (direct.length > 0) yield direct
}

/** Purchases by sales voucher from households of the unit's region, by the same rule of periods; an organisation files only what it paid in the shop. */
const directOf = (asked: Asked): DirectFilter => ({ condition: OURS, values: valuesOf(asked), prefixes: [`${regionPrefix(asked.filing.unit.region_code)}%`] })

/** A payment of a period filed before. */
function lateRemark({ at, kind }: PaymentPart, from: Date): string {
  if (at >= from) return ""
  return kind === "capture" ? "补报上期；" : "冲回上期；"
}

/** The same as a whole. */
export async function readFilingEvidence(container: MedusaContainer, asked: Asked): Promise<Evidence> {
  return await openFilingEvidence(container, asked, async ({ head, pages, ending }) => {
    const rows: Evidence["rows"] = []
    for await (const page of pages) rows.push(...page)
    return { ...head, rows, ...(await ending()) }
  })
}
