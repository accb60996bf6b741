import { allowed, refusal } from "@fupin/access"
import { shanghaiDay } from "@fupin/benefit/domain/period"
import type { OwnLotInput } from "@fupin/contract/schemas"
import type { EntityManager } from "@medusajs/framework/mikro-orm/knex"
import type { Context } from "@medusajs/framework/types"
import { generateEntityId, InjectTransactionManager, MedusaContext } from "@medusajs/framework/utils"
import { decideLot, matchLot } from "../../domain/lot"
import { asLots, type LotRow } from "../../medusa"
import { ProvenanceReading } from "./reading"

type Tx = Context<EntityManager>

export interface LotEntry {
  code: string
  entered_as: LotRow["entered_as"]
  entered_by: string
  now: Date
}

/** Lots: entered once, never changed, taken back with a reason. */
export class ProvenanceLots extends ProvenanceReading {
  /** The same lot entered again is answered as it is. Errors: lot_not_own_product, lot_made_in_future, lot_best_before_early, lot_exists. */
  @InjectTransactionManager()
  async enterLot(input: OwnLotInput, { code, entered_as, entered_by, now }: LotEntry, @MedusaContext() context: Tx = {}): Promise<LotRow> {
    await this.lock(context)
    const { producer_id, product_id, made_on, best_before, mark, report } = input
    const [profile] = await this.readProfiles([product_id], now, context)
    allowed(decideLot(input, producer_id, profile?.producer.id ?? null, shanghaiDay(now)))
    const [held] = asLots(await this.listLots({ producer_id, product_id, made_on, mark, withdrawn_at: null }, { take: 1 }, context))
    const known = allowed(matchLot(held, input), "conflict")
    if (known) return known
    const [saved] = await context.transactionManager!.execute(
      `insert into lot (id, code, product_id, producer_id, made_on, best_before, mark, report, entered_as, entered_by, created_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning *`,
      [generateEntityId(undefined, "lot"), code, product_id, producer_id, made_on, best_before, mark, report, entered_as, entered_by, now.toISOString()],
    )
    return saved as LotRow
  }

  /** Taken back again, the first reason stays. Error: unknown_lot. */
  @InjectTransactionManager()
  async withdrawLot(id: string, reason: string, by: string, now: Date, @MedusaContext() context: Tx = {}): Promise<LotRow> {
    await this.lock(context)
    await context.transactionManager!.execute("update lot set withdrawn_at = ?, withdrawn_by = ?, withdraw_reason = ?, updated_at = now() where id = ? and withdrawn_at is null", [now.toISOString(), by, reason, id])
    const [held] = asLots(await this.listLots({ id }, { take: 1 }, context))
    if (!held) throw refusal("not_found", "unknown_lot")
    return held
  }

  /** Lots of these products or of a producer, the newest in front. */
  async readLots(by: { product_id: string[] } | { producer_id: string } | { id: string[] } | { code: string }, take: number | null = null): Promise<LotRow[]> {
    return asLots(await this.listLots(by, { take, order: { made_on: "DESC", id: "DESC" } }))
  }

  /** One writer at a time; staff edits are rare and seeds run alone. */
  protected async lock(context: Tx): Promise<void> {
    await context.transactionManager!.execute("select pg_advisory_xact_lock(hashtext('provenance'))")
  }
}
