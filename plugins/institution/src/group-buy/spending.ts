import { refusal } from "@fupin/access"
import type { DeliveryAddress } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { businessDay } from "../domain/business-day"
import { isPromised } from "../domain/group-buy/part"
import type { GroupBuyRow, PartRow } from "../modules/group-buy/service"
import { lowerSpending as lowerReserved, placeOf, type Purchase, releaseSpending, reserveSpending } from "../spending"
import { groupBuysOf } from "./facts"

const keyOf = (group: GroupBuyRow, { organisation_id }: PartRow): string => `group-buy:${group.id}:${organisation_id}`

/** One purchase of an organisation in one group buy, so that an approval given later is for the next try as well, to the same place. */
function purchaseOf(group: GroupBuyRow, part: PartRow, amount_fen: number, address: DeliveryAddress): Purchase {
  const { organisation_id, quantity, opening_price_fen, customer_id, created_at } = part
  return {
    key: keyOf(group, part), goes_to: placeOf(address), organisation_id: organisation_id!, amount_fen, kind: "delivery", on: businessDay(created_at), title: `团购：${group.title}`,
    lines: [{ variant_id: group.variant_id, quantity, unit_price_fen: opening_price_fen }], asked_by: [customer_id],
  }
}

/** Passes the one gate of all purchases. Errors: group_buy_cap for a second order, budget_exceeded, approval_needed, approval_rejected. */
export async function reservePart(container: MedusaContainer, group: GroupBuyRow, part: PartRow, total_fen: number, address: DeliveryAddress): Promise<void> {
  if (part.organisation_id === null) return
  const parts = await groupBuysOf(container).readParts({ group_buy_ids: [group.id] })
  const isSecond = parts.some((one) => one.organisation_id === part.organisation_id && one.id !== part.id && one.order !== null && isPromised(one, new Date()))
  if (isSecond) throw refusal("not_allowed", "group_buy_cap", "单位在一次团购里下一单；要改数量，请先退出再参团")
  const purchase = purchaseOf(group, part, total_fen, address)
  const verdict = (await reserveSpending(container, [purchase])).get(purchase.key)!
  if (!verdict.ok) throw refusal("not_allowed", verdict.code, verdict.message)
}

/** What an organisation gets back, or never paid, is free in its budget again; of several tries the one that became an order counts. */
export async function lowerSpending(container: MedusaContainer, group: GroupBuyRow, part: PartRow): Promise<void> {
  const { organisation_id, order } = part
  if (organisation_id === null) return
  const parts = await groupBuysOf(container).readParts({ group_buy_ids: [group.id] })
  if (parts.some((one) => one.organisation_id === organisation_id && one.id !== part.id && isPromised(one, new Date()))) return
  const kept_fen = order ? order.captured_fen - order.refunded_fen : 0
  if (kept_fen === 0) await releaseSpending(container, [keyOf(group, part)])
  else await lowerReserved(container, keyOf(group, part), kept_fen)
}
