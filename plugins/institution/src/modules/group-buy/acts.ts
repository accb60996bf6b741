import { allowed, refusal } from "@fupin/access"
import type { GroupBuyInput, GroupBuyState } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { generateEntityId } from "@medusajs/framework/utils"
import { type CartLine, decideClaim, decideJoin, decideLeave } from "../../domain/group-buy/decide-join"
import { countsIn, isClaimed, unitsOf } from "../../domain/group-buy/part"
import type { Hold } from "../../domain/plan-hold"
import { planEnd } from "../../domain/group-buy/plan-settlement"
import { openingPrice } from "../../domain/group-buy/tiers"
import { rowsOf } from "../campaign/sql"
import { type GroupBuyRow, lockGroupBuy, type PartRow, readParts } from "./rows"

/** A new draft; answers its id. */
export async function createGroupBuy(connection: Knex, { tiers, ...terms }: GroupBuyInput, seller: { producer_id: string; region_code: string }, created_by: string): Promise<string> {
  const id = generateEntityId(undefined, "grpb")
  await connection("group_buy").insert({ id, ...terms, ...seller, tiers: JSON.stringify(tiers), created_by })
  return id
}

/** Compare-and-set of the state. Error: group_buy_state. */
export async function moveTo(connection: Knex, id: string, from: GroupBuyState[], to: GroupBuyState, more: { reason?: string; holds?: Hold[] } = {}): Promise<void> {
  const { holds, ...rest } = more
  const moved = await connection("group_buy").where({ id }).whereIn("state", from).update({ state: to, ...rest, ...(holds ? { holds: JSON.stringify(holds) } : {}), ...(to === "cancelled" ? { ended_at: connection.fn.now() } : {}) })
  if (moved === 0) throw refusal("conflict", "group_buy_state")
}

export interface Joiner {
  group_buy_id: string
  customer_id: string
  organisation_id: string | null
  cart_id: string
  quantity: number
}

const isSameBuyer = (one: Pick<Joiner, "customer_id" | "organisation_id">, other: Pick<Joiner, "customer_id" | "organisation_id">) =>
  one.organisation_id === null && other.organisation_id === null ? one.customer_id === other.customer_id : one.organisation_id === other.organisation_id

/** Takes a part, or finds the one taken for this very cart. Errors: those of `decideJoin`, group_buy_lapsed for a cart whose time is over. */
export async function join(transaction: Knex, joiner: Joiner, now: Date): Promise<{ part: PartRow; group: GroupBuyRow }> {
  const group = await lockGroupBuy(transaction, joiner.group_buy_id)
  const parts = await readParts(transaction, { group_buy_ids: [group.id] })
  const known = parts.find(({ cart_id }) => cart_id === joiner.cart_id)
  if (known && (known.order || known.expires_at > now)) return { part: known, group }
  if (known) throw refusal("conflict", "group_buy_lapsed")
  const mine = parts.filter((part) => isSameBuyer(part, joiner))
  const expires_at = allowed(decideJoin(group, { mine, others: parts.filter((part) => !mine.includes(part)) }, joiner.quantity, now), "not_allowed")
  await lapse(transaction, mine.filter(({ order, outcome }) => !order && !outcome).map(({ id }) => id), now)
  const id = generateEntityId(undefined, "gpart")
  await transaction("group_buy_part").insert({ id, ...joiner, opening_price_fen: openingPrice(group.tiers), created_at: now, expires_at })
  const [part] = await readParts(transaction, { ids: [id] })
  return { part: part!, group }
}

/** Ends the time to pay of parts that nobody is paying; again changes nothing. */
export async function lapse(connection: Knex, ids: string[], now: Date): Promise<void> {
  if (ids.length > 0) await connection("group_buy_part").whereIn("id", ids).where("expires_at", ">", now).update({ expires_at: now })
}

/** A cart is about to become an order: from here on its pieces are no longer set aside for others. Null when the cart is no part of a group buy. Error: group_buy_lapsed. */
export async function claim(transaction: Knex, cart_id: string, lines: CartLine[], now: Date): Promise<GroupBuyRow | null> {
  const [found] = await rowsOf<{ id: string; group_buy_id: string }>(transaction, "select id, group_buy_id from group_buy_part where cart_id = :cart_id", { cart_id })
  if (!found) return null
  const group = await lockGroupBuy(transaction, found.group_buy_id)
  const [part] = await readParts(transaction, { ids: [found.id] })
  if (part!.order) return null
  allowed(decideClaim(group, { ...part!, variant_id: group.variant_id }, lines, now), "not_allowed")
  await transaction("group_buy_part").where({ id: found.id }).update({ claimed_at: now })
  return group
}

/** Errors: not_found, group_buy_cannot_leave. */
export async function leave(transaction: Knex, id: string, now: Date): Promise<void> {
  const [found] = await readParts(transaction, { ids: [id] })
  if (!found) throw refusal("not_found", "not_found")
  const group = await lockGroupBuy(transaction, found.group_buy_id)
  const [part] = await readParts(transaction, { ids: [id] })
  if (part!.leaving_at) return
  allowed(decideLeave(group, part!, now), "not_allowed")
  await transaction("group_buy_part").where({ id }).update({ leaving_at: now })
}

/**
 * Ends a group buy whose time is over: counts what is paid for at this moment and fixes the price for everybody, in one transaction.
 * A cart that is being completed is waited for. Answers whether it ended now.
 */
export async function end(transaction: Knex, id: string, now: Date): Promise<boolean> {
  const group = await lockGroupBuy(transaction, id)
  if (group.state !== "open" || group.ends_at > now) return false
  const parts = await readParts(transaction, { group_buy_ids: [id] })
  if (parts.some((part) => isClaimed(part, now))) return false
  const counted = parts.filter(countsIn).map((part) => part.id)
  await transaction("group_buy_part").where({ group_buy_id: id, outcome: null }).update({ counted: transaction.raw("id = any(?)", [counted]) })
  const units = unitsOf(parts)
  await transaction("group_buy").where({ id }).update({ ...planEnd(group.tiers, units), units, ended_at: now })
  return true
}

/** Group buys of which everybody's money is settled go to their last state. */
export async function finish(connection: Knex): Promise<void> {
  await connection.raw(`update group_buy g set state = case when state = 'reached' then 'settled' else 'closed' end
    where state in ('reached', 'failed', 'cancelled') and not exists (select 1 from group_buy_part p where p.group_buy_id = g.id and p.outcome is null)`)
}
