import type { LedgerProblem } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { Journal } from "../../domain/journal"
import { NOTHING_POSTED, planPostings } from "../../domain/plan-postings"
import { readOrders } from "./read-facts"
import { readPosted } from "./read-posted"
import type { ResolveLinkages } from "./service"

export interface OrdersVerified {
  unaccrued_captures: number
  problems: LedgerProblem[]
}

const MINUTE = 60_000

/**
 * Plans these orders again from the facts: where anything is left to post, the ledger is wrong, unless it happened within the last
 * minute and is still on its way. Read from one snapshot, so that a posting in between is no fault.
 */
export async function verifyOrders(connection: Knex, orderIds: string[], resolve: ResolveLinkages, now: Date, defaultDays: number): Promise<OrdersVerified> {
  return await connection.transaction(async (snapshot) => {
    const read = await readOrders(snapshot, orderIds, defaultDays)
    const posted = await readPosted(snapshot, orderIds)
    const onTheirWay = new Set(await readPending(snapshot, orderIds))
    const { orders, linkages } = await resolve(read.filter(({ facts, is_confirmed }) => is_confirmed && !onTheirWay.has(facts.order_id)).map(({ facts }) => facts))
    const found: OrdersVerified = { unaccrued_captures: 0, problems: [] }
    for (const facts of orders) {
      const said = posted.get(facts.order_id) ?? NOTHING_POSTED
      const journals = planPostings(facts, linkages, said, now)
      if (journals.length === 0) continue
      const unknown = facts.captures.filter(({ id, at }) => !said.sources.some((source) => source.id === id) && now.getTime() - at.getTime() > MINUTE)
      found.unaccrued_captures += unknown.length
      found.problems.push(...unknown.map(({ id }) => ({ code: "unaccrued_capture" as const, id, message: `订单 ${facts.order_id} 的收款尚未入账` })))
      if (unknown.length === 0) found.problems.push({ code: "wrong_amount", id: facts.order_id, message: `订单应再记 ${sumOf(journals)} 分（${journals.map(({ kind }) => kind).join("、")}）` })
    }
    return found
  }, { isolationLevel: "repeatable read", readOnly: true })
}

function sumOf(journals: Journal[]): number {
  return journals.flatMap(({ entries }) => entries).filter(({ account }) => account !== "obligation").reduce((sum, { amount_fen }) => sum + amount_fen, 0)
}

/** Orders with something in the outbox from the last minute. */
async function readPending(connection: Knex, orderIds: string[]): Promise<string[]> {
  const { rows } = await connection.raw(
    `select order_id from ledger_outbox where order_id = any(?) and created_at > now() - interval '1 minute'
     union select opc.order_id from ledger_outbox x join order_payment_collection opc on opc.payment_collection_id = x.payment_collection_id
       where opc.order_id = any(?) and x.created_at > now() - interval '1 minute'`, [orderIds, orderIds])
  return (rows as { order_id: string }[]).map(({ order_id }) => order_id)
}
