import { allowed, refusal } from "@fupin/access"
import type { BaseInput, BaseState, BaseStep, BaseSupport, BaseUnit } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, generateEntityId, MedusaService } from "@medusajs/framework/utils"
import { businessDay } from "../../domain/business-day"
import { type BaseTerms, decideBase, decideBaseStep, type GrownGoods } from "../../domain/pairing/decide-base"

export interface BaseRow extends Omit<BaseTerms, "supports"> {
  id: string
  version: number
  name: string
  scale: number
  scale_unit: BaseUnit
  sign_number: string
  state: BaseState
  ended_on: string | null
  reason: string
  supports: BaseSupport[]
}

interface Act {
  actor_id: string
  at: Date
}

type BaseWhere = { ids?: string[]; organisation_id?: string; product_id?: string }

/** 直采直供基地. Every act is one transaction under the base's lock. */
export class SupplyBaseBooks extends MedusaService({}) {
  protected readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  async readBases({ ids, organisation_id, product_id }: BaseWhere = {}): Promise<BaseRow[]> {
    const { rows } = await this.connection.raw(`select b.id, b.version, b.name, b.region_code, b.scale, b.scale_unit, b.producer_ids, b.product_ids, b.since, b.sign_number, b.state, b.ended_on, b.reason,
        coalesce(json_agg(json_build_object('organisation_id', s.organisation_id, 'since', s.since, 'until', s.until) order by s.since, s.organisation_id) filter (where s.base_id is not null), '[]') as supports
      from supply_base b left join supply_base_support s on s.base_id = b.id
      where (:ids::text[] is null or b.id = any(:ids)) and (:organisation_id::text is null or b.id in (select base_id from supply_base_support where organisation_id = :organisation_id))
        and (:product_id::text is null or b.product_ids @> array[:product_id::text])
      group by b.id order by b.region_code, b.name`, { ids: ids ?? null, organisation_id: organisation_id ?? null, product_id: product_id ?? null } as never)
    return rows
  }

  /** A new base, proposed. Answers its id. Errors: base_name_taken, those of `decideBase`. */
  async enterBase(base: Omit<BaseInput, "version">, goods: GrownGoods[], { actor_id, at }: Act): Promise<string> {
    allowed(decideBase(base, goods))
    const { supports, ...facts } = base
    return await this.connection.transaction(async (transaction) => {
      const { rows: [entered] } = await transaction.raw(`insert into supply_base (id, name, region_code, scale, scale_unit, producer_ids, product_ids, since, sign_number, state, entered_by, entered_at, changed_by, changed_at)
        values (:id, :name, :region_code, :scale, :scale_unit, :producer_ids, :product_ids, :since, :sign_number, 'proposed', :actor_id, :at, :actor_id, :at) on conflict (region_code, name) do nothing returning id`,
      { ...facts, id: generateEntityId(undefined, "base"), actor_id, at } as never)
      if (!entered) throw refusal("conflict", "base_name_taken")
      await writeSupports(transaction, entered.id, supports)
      return entered.id
    })
  }

  /** Everything that staff keep of a base. Errors: not_found, conflict, base_step_closed, base_name_taken, those of `decideBase`. */
  async changeBase(id: string, base: BaseInput, goods: GrownGoods[], { actor_id, at }: Act): Promise<void> {
    allowed(decideBase(base, goods))
    await this.lockedBase(id, async (transaction, { state, version }) => {
      if (state === "declined" || state === "ended") throw refusal("conflict", "base_step_closed")
      if (base.version !== version) throw refusal("conflict", "conflict")
      const { supports, ...facts } = base
      const { rows: others } = await transaction.raw("select 1 from supply_base where region_code = ? and name = ? and id <> ?", [base.region_code, base.name, id])
      if (others.length > 0) throw refusal("conflict", "base_name_taken")
      await transaction.raw(`update supply_base set name = :name, region_code = :region_code, scale = :scale, scale_unit = :scale_unit, producer_ids = :producer_ids, product_ids = :product_ids, since = :since,
        sign_number = :sign_number, version = version + 1, changed_by = :actor_id, changed_at = :at where id = :id`, { ...facts, id, actor_id, at } as never)
      await transaction.raw("delete from supply_base_support where base_id = ?", [id])
      await writeSupports(transaction, id, supports)
    })
  }

  /** Errors: not_found, those of `decideBaseStep`. */
  async stepBase(id: string, step: BaseStep, { actor_id, at }: Act): Promise<void> {
    await this.lockedBase(id, async (transaction, base) => {
      const state = allowed(decideBaseStep(base, step, businessDay(at)), "conflict")
      await transaction.raw(`update supply_base set state = :state, sign_number = coalesce(nullif(:sign_number, ''), sign_number), ended_on = :ended_on, reason = :reason, version = version + 1, changed_by = :actor_id, changed_at = :at where id = :id`, {
        id, state, sign_number: step.step === "confirm" ? step.sign_number : "", ended_on: step.step === "end" ? step.on : null, reason: step.step === "confirm" ? "" : step.reason, actor_id, at,
      } as never)
    })
  }

  private async lockedBase(id: string, act: (transaction: Knex, base: Pick<BaseRow, "state" | "version" | "since">) => Promise<void>): Promise<void> {
    await this.connection.transaction(async (transaction) => {
      const { rows: [base] } = await transaction.raw("select state, version, since from supply_base where id = ? for update", [id])
      if (!base) throw refusal("not_found", "not_found")
      await act(transaction, base)
    })
  }
}

async function writeSupports(transaction: Knex, base_id: string, supports: BaseSupport[]): Promise<void> {
  await transaction.raw(`insert into supply_base_support (base_id, organisation_id, since, until) select ?, organisation_id, since, until from jsonb_to_recordset(?::jsonb) as s(organisation_id text, since text, until text)`, [base_id, JSON.stringify(supports)])
}
