import type { MedusaContainer } from "@medusajs/framework/types"
import { type OpenOrder, openOf } from "../domain/statement/allocate"
import { readOrderStates } from "../reads/order-states"
import { unique } from "../reads/plans"
import { statementsOf } from "."

export interface OpenStatement {
  due_fen: number
  open_fen: number
  orders: OpenOrder[]
}

/** What these statements still lack, order by order, by what is captured less refunded now. */
export async function readOpen(container: MedusaContainer, statementIds: string[]): Promise<Map<string, OpenStatement>> {
  const stated = await statementsOf(container).readStatedOrders(statementIds)
  const states = await readOrderStates(container, unique(stated.map(({ order_id }) => order_id)))
  const paid = new Map(states.map(({ id, paid_fen, refunded_fen }) => [id, paid_fen - refunded_fen]))
  return new Map(statementIds.map((id) => {
    const mine = stated.filter(({ statement_id }) => statement_id === id)
    const orders = mine.map(({ statement_id, order_id, delivery_date, ...says }) => ({ statement_id, order_id, campaign_id: null, preorder_id: null, delivery_date, open_fen: openOf({ ...says, paid_fen: paid.get(order_id) ?? 0 }) }))
    const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
    return [id, { due_fen: sum(mine.map(({ due_fen }) => due_fen)), open_fen: sum(orders.map(({ open_fen }) => open_fen)), orders }]
  }))
}

/** Marks confirmed statements, of these organisations or all, that lack nothing any more. Level-triggered: asking again changes nothing. */
export async function settleStatements(container: MedusaContainer, organisationIds: string[] | null): Promise<void> {
  const confirmed = await statementsOf(container).readStatements({ ...(organisationIds ? { organisation_ids: organisationIds } : {}), states: ["confirmed"] })
  const open = await readOpen(container, confirmed.map(({ id }) => id))
  const settled = confirmed.filter(({ id }) => open.get(id)!.open_fen === 0).map(({ id }) => id)
  if (settled.length > 0) await statementsOf(container).settle(settled, new Date())
}
