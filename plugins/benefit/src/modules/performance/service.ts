import type { Indicator, Metric, ScorecardInput, TargetsInput } from "@fupin/contract/schemas"
import { refusal } from "@fupin/access"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys, MedusaService } from "@medusajs/framework/utils"
import { isScorecard } from "../../domain/performance/score"

export interface Target {
  unit_id: string
  metric: Metric
  /** Fen, households or basis points, as the metric has it. */
  amount: number
}

/** Yearly plans of units and the scorecards of regions (R63–R65). Both only grow; the newest holds. */
export class PerformanceModuleService extends MedusaService({}) {
  private readonly connection: Knex

  constructor(container: { [ContainerRegistrationKeys.PG_CONNECTION]: Knex }) {
    super(...arguments)
    this.connection = container[ContainerRegistrationKeys.PG_CONNECTION]
  }

  /** Says targets of a year, all or none; one that says what holds already is not written again. */
  async appendTargets({ year, targets }: TargetsInput, by: string): Promise<number> {
    const { rowCount } = await this.connection.raw(
      `insert into unit_target (unit_id, year, metric, amount, set_by)
       select n.unit_id, :year, n.metric, n.amount, :by from jsonb_to_recordset(:targets::jsonb) as n(unit_id text, metric text, amount bigint)
       where n.amount is distinct from (select t.amount from unit_target t where t.year = :year and t.unit_id = n.unit_id and t.metric = n.metric order by t.id desc limit 1)`,
      { year, by, targets: JSON.stringify(targets) } as never)
    return rowCount
  }

  /** Targets of these units in a year. */
  async readTargets(unitIds: string[], year: number): Promise<Target[]> {
    const { rows } = await this.connection.raw(
      "select distinct on (unit_id, metric) unit_id, metric, amount::float8 as amount from unit_target where year = ? and unit_id = any(?) order by unit_id, metric, id desc", [year, unitIds])
    return rows
  }

  /** Error: scorecard_weights. */
  async appendScorecard({ region_code, year, indicators }: ScorecardInput, by: string): Promise<void> {
    if (!isScorecard(indicators)) throw refusal("invalid_data", "scorecard_weights")
    await this.connection.raw("insert into scorecard (region_code, year, indicators, set_by) values (?, ?, ?, ?)", [region_code, year, JSON.stringify(indicators), by])
  }

  /** The scorecard of a region in a year, or of the narrowest region around it that has one; empty: none. The codes stand narrowest first. */
  async readIndicators(regionCodes: string[], year: number): Promise<Indicator[]> {
    const { rows } = await this.connection.raw(
      "select indicators from scorecard where year = ? and region_code = any(?) order by array_position(?::text[], region_code), id desc limit 1", [year, regionCodes, regionCodes])
    return rows[0]?.indicators ?? []
  }
}
