import { refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { isPromised } from "../domain/group-buy/part"
import type { GroupBuyRow, PartRow } from "../modules/group-buy/service"
import { releaseSpending, reserveSpending } from "../spending"
import { groupBuysOf } from "./facts"

/** One purchase of an organisation in one group buy, however often it joins or leaves. */
const spendingKey = (group_buy_id: string, organisation_id: string): string => `group-buy:${group_buy_id}:${organisation_id}`

/** Passes the one gate of all purchases with everything the organisation has in this group buy. Errors: budget_exceeded, approval_needed, approval_rejected. */
export async function reservePart(container: MedusaContainer, group: GroupBuyRow, part: PartRow, total_fen: number): Promise<void> {
  if (part.organisation_id === null) return
  const key = spendingKey(group.id, part.organisation_id)
  const others = await ordersOf(container, group.id, part.organisation_id, part.id)
  const amount_fen = others.reduce((sum, { order }) => sum + order!.due_fen, total_fen)
  const purchase = { key, organisation_id: part.organisation_id, amount_fen, kind: "delivery" as const, on: businessDay(new Date()), title: `团购：${group.title}`, asked_by: [part.customer_id] }
  const verdict = (await reserveSpending(container, [purchase])).get(key)!
  if (!verdict.ok) throw refusal("not_allowed", verdict.code, verdict.message)
}

/** What an organisation gets back is free in its budget again. */
export async function lowerSpending(container: MedusaContainer, group: GroupBuyRow, organisation_id: string | null): Promise<void> {
  if (organisation_id === null) return
  const key = spendingKey(group.id, organisation_id)
  const orders = await ordersOf(container, group.id, organisation_id, null)
  const amount_fen = orders.reduce((sum, { order }) => sum + (order!.captured_fen || order!.due_fen) - order!.refunded_fen, 0)
  if (amount_fen === 0) await releaseSpending(container, [key])
  else await reserveSpending(container, [{ key, organisation_id, amount_fen, kind: "delivery", on: businessDay(new Date()), title: `团购：${group.title}` }])
}

async function ordersOf(container: MedusaContainer, group_buy_id: string, organisation_id: string, besides: string | null): Promise<PartRow[]> {
  const parts = await groupBuysOf(container).readParts({ group_buy_ids: [group_buy_id] })
  return parts.filter((part) => part.organisation_id === organisation_id && part.id !== besides && part.order !== null && isPromised(part, new Date()))
}
