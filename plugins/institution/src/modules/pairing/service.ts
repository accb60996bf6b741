import { refusal } from "@fupin/access"
import type { PairInput, PairKind } from "@fupin/contract/schemas"
import { generateEntityId } from "@medusajs/framework/utils"
import { SupplyBaseBooks } from "./bases"

export interface PairRow {
  id: string
  kind: PairKind
  payer_kind: "organisation" | "region"
  /** Of an organisation, or a division's code. */
  payer: string
  helped_code: string
  document: string
  since: string
  ended_on: string | null
  targets: { year: number; target_fen: number }[]
}

/** Who helps whom (结对), with the plan of each year, and the bases that units support. */
export class PairingModuleService extends SupplyBaseBooks {
  /** Found again by kind, payer and the division helped; targets are replaced as a whole. Answers its id. Error: end_before_start. */
  async save({ kind, payer, helped_code, document, since, ended_on, targets }: PairInput, actor_id: string, at: Date): Promise<string> {
    if (ended_on !== null && ended_on < since) throw refusal("invalid_data", "end_before_start")
    const key = payer.kind === "organisation" ? payer.organisation_id : payer.region_code
    return await this.connection.transaction(async (transaction) => {
      const { rows: [{ id }] } = await transaction.raw(`insert into pair (id, kind, payer_kind, payer, helped_code, document, since, ended_on, changed_by, changed_at)
        values (:id, :kind, :payer_kind, :key, :helped_code, :document, :since, :ended_on, :actor_id, :at)
        on conflict (kind, payer_kind, payer, helped_code) do update set document = excluded.document, since = excluded.since, ended_on = excluded.ended_on, changed_by = excluded.changed_by, changed_at = excluded.changed_at returning id`,
      { id: generateEntityId(undefined, "pair"), kind, payer_kind: payer.kind, key, helped_code, document, since, ended_on, actor_id, at } as never)
      await transaction.raw("delete from pair_target where pair_id = ?", [id])
      await transaction.raw("insert into pair_target (pair_id, year, target_fen) select ?, year, target_fen from jsonb_to_recordset(?::jsonb) as t(year integer, target_fen bigint)", [id, JSON.stringify(targets)])
      return id
    })
  }

  async readPairs(): Promise<PairRow[]> {
    const { rows } = await this.connection.raw(`select p.id, p.kind, p.payer_kind, p.payer, p.helped_code, p.document, p.since, p.ended_on,
        coalesce(json_agg(json_build_object('year', t.year, 'target_fen', t.target_fen) order by t.year) filter (where t.year is not null), '[]') as targets
      from pair p left join pair_target t on t.pair_id = p.id group by p.id order by p.since desc, p.id`)
    return rows
  }
}
