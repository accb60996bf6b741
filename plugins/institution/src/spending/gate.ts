import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { SPENDING_MODULE, type SpendingModuleService } from "../modules/spending"
import type { Purchase, Verdict } from "../modules/spending/purchase"
import { lower, raise, release, reserve } from "../modules/spending/reserve"

export const spendingOf = (container: MedusaContainer): SpendingModuleService => container.resolve(SPENDING_MODULE)

/**
 * The one gate before any order of an organisation is placed. Reads budget and approvals and reserves in one transaction; asks for
 * the approval that is missing. Idempotent by key; a smaller amount under the same key lowers what is reserved.
 * An organisation with neither policy nor budget passes at once. Refusals: budget_exceeded, approval_needed, approval_rejected.
 */
export async function reserveSpending(container: MedusaContainer, purchases: Purchase[]): Promise<Map<string, Verdict>> {
  return purchases.length === 0 ? new Map() : await spendingOf(container).reserve(purchases, new Date())
}

/** Gives back what was reserved for purchases that came to nothing. Again changes nothing. */
export async function releaseSpending(container: MedusaContainer, keys: string[]): Promise<void> {
  if (keys.length > 0) await spendingOf(container).release(keys, new Date())
}

/** Of what was reserved for a purchase so much is still wanted; never more than was reserved. Again changes nothing. */
export async function lowerSpending(container: MedusaContainer, key: string, amount_fen: number): Promise<void> {
  await spendingOf(container).lower(key, amount_fen)
}

/** The same within a transaction that is open already, so that what is changed and what is reserved for it change together. */
export async function lowerWithin(transaction: Knex, key: string, amount_fen: number): Promise<void> {
  await lower(transaction, key, amount_fen)
}

/** Reserves within a transaction that is open already; a request that is asked for is gone with it when it is taken back. */
export async function reserveWithin(transaction: Knex, purchase: Purchase): Promise<Verdict> {
  return (await reserve(transaction, [purchase], new Date())).get(purchase.key)!
}

/** Raises what is reserved under a key to no more than was approved for it, within a transaction. Error: budget_exceeded. */
export async function raiseWithin(transaction: Knex, purchase: Purchase): Promise<Verdict> {
  return await raise(transaction, purchase, new Date())
}

export async function releaseWithin(transaction: Knex, keys: string[]): Promise<void> {
  await release(transaction, keys, new Date())
}

/** Notes who asked for, or changed, what is kept under these keys, before it is changed: they approve nothing of it. */
export async function noteAskers(container: MedusaContainer, keys: string[], customerIds: string[]): Promise<void> {
  await spendingOf(container).noteAskers(keys, customerIds, new Date())
}
