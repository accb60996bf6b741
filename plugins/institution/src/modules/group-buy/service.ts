import type { GroupBuyInput, GroupBuyState } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import type { CartLine } from "../../domain/group-buy/decide-join"
import type { Part } from "../../domain/group-buy/part"
import type { Hold } from "../../domain/plan-hold"
import { exclusively } from "../campaign/sql"
import { claim, createGroupBuy, end, finish, join, type Joiner, lapse, leave, moveTo } from "./acts"
import { type GroupBuyRow, type PartOrderRow, type PartRow, readGroupBuys, readParts, readUnsettled } from "./rows"

export type { GroupBuyRow, Joiner, PartOrderRow, PartRow }

/** Group buys (团购). Every act is one transaction under the group buy's lock, and the same act again changes nothing. Tables are hand-written SQL. */
export class GroupBuyModuleService extends MedusaService({}) {
  private readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  async create(input: GroupBuyInput, seller: { producer_id: string; region_code: string }, by: string): Promise<string> {
    return await createGroupBuy(this.connection, input, seller, by)
  }

  /** Compare-and-set of the state. Error: group_buy_state. */
  async move(id: string, from: GroupBuyState[], to: GroupBuyState, more: { reason?: string; holds?: Hold[] } = {}): Promise<void> {
    await moveTo(this.connection, id, from, to, more)
  }

  async readGroupBuys(filter: Parameters<typeof readGroupBuys>[1]): Promise<GroupBuyRow[]> {
    return await readGroupBuys(this.connection, filter)
  }

  async readParts(filter: Parameters<typeof readParts>[1]): Promise<PartRow[]> {
    return await readParts(this.connection, filter)
  }

  async readUnsettled(): Promise<string[]> {
    return (await readUnsettled(this.connection)).map(({ id }) => id)
  }

  /** Errors: not_found, group_buy_not_open, group_buy_cap, group_buy_full, group_buy_paying, group_buy_lapsed. */
  async join(joiner: Joiner, now: Date): Promise<{ part: PartRow; group: GroupBuyRow }> {
    return await this.connection.transaction((transaction) => join(transaction, joiner, now))
  }

  /** From now on the part's cart can be completed. */
  async makeReady(partId: string, now: Date): Promise<void> {
    await this.connection("group_buy_part").where({ id: partId, ready_at: null }).update({ ready_at: now })
  }

  /** Ends the time to pay of parts that nobody is paying. */
  async lapse(ids: string[], now: Date): Promise<void> {
    await lapse(this.connection, ids, now)
  }

  /** Null when the cart is no part of a group buy, or an order already. Error: group_buy_lapsed. */
  async claim(cartId: string, lines: CartLine[], now: Date): Promise<GroupBuyRow | null> {
    return await this.connection.transaction((transaction) => claim(transaction, cartId, lines, now))
  }

  /** The cart became no order after all: it may be tried again while its time lasts. */
  async unclaim(cartId: string): Promise<void> {
    await this.connection("group_buy_part").where({ cart_id: cartId }).update({ claimed_at: null })
  }

  /** Errors: not_found, group_buy_cannot_leave. */
  async leave(partId: string, now: Date): Promise<void> {
    await this.connection.transaction((transaction) => leave(transaction, partId, now))
  }

  /** Whether it ended now. */
  async end(id: string, now: Date): Promise<boolean> {
    return await this.connection.transaction((transaction) => end(transaction, id, now))
  }

  async finish(): Promise<void> {
    await finish(this.connection)
  }

  async recordOutcome(partId: string, outcome: NonNullable<Part["outcome"]>, now: Date): Promise<void> {
    await this.connection("group_buy_part").where({ id: partId, outcome: null }).update({ outcome, outcome_at: now, problem: null })
  }

  async recordProblem(partId: string, problem: string): Promise<void> {
    await this.connection("group_buy_part").where({ id: partId, outcome: null }).update({ problem })
  }

  /** Null: somebody else was at it all the time. */
  async exclusively<T>(key: string, act: () => Promise<T>): Promise<T | null> {
    return await exclusively(this.connection, key, act)
  }
}
