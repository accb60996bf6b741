import { allowed, decideRegion, refusal } from "@fupin/access"
import type { Settlement, SettlementList, SettlementQuery } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { regionPrefix } from "../domain/place"
import { withinRegions } from "./read-households"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "../modules/settlement"

type Act = "prepared" | "submitted" | "approved" | "cancelled"
type Row = Omit<Settlement, Act | "done_at" | "region_name"> & { [Column in `${Act}_by`]: string | null } & { [Column in `${Act}_at`]: Date | null } & { done_at: Date | null; total: number }

/** Rows of a statement on this plugin's own tables. */
export async function settlementRows<T>(container: MedusaContainer, sql: string, values: Record<string, unknown>): Promise<T[]> {
  return (await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(sql, values as never)).rows
}

const RUNS = `select s.*, s.cap_bp, count(*) over ()::integer as total,
    (select count(*)::integer from settlement_payment p where p.settlement_id = s.id) as payments, t.payments_fen, t.paid, t.paid_fen, t.failed, t.returned
  from settlement s cross join lateral (
    select coalesce(sum(amount_fen) filter (where state <> 'released'), 0)::float8 as payments_fen, count(*) filter (where state = 'paid')::integer as paid,
      coalesce(sum(amount_fen) filter (where state = 'paid'), 0)::float8 as paid_fen, count(*) filter (where state = 'failed')::integer as failed, count(*) filter (where state = 'returned')::integer as returned
    from settlement_payment p where p.settlement_id = s.id) t`

/** A page of the runs that lie in these regions, newest first. */
export async function readSettlements(container: MedusaContainer, { period, state, offset, limit }: SettlementQuery, regions: string[]): Promise<SettlementList> {
  const prefixes = regions.includes("*") ? null : regions.map((region) => `${regionPrefix(region)}%`)
  const rows = await settlementRows<Row>(container, `${RUNS}
    where (:prefixes::text[] is null or s.region_code like any(:prefixes)) and (:period::text is null or s.period = :period) and (:state::text is null or s.state = :state)
    order by s.prepared_at desc, s.id desc offset :offset limit :limit`, { prefixes, period: period ?? null, state: state ?? null, offset, limit })
  const names = await readRegionNames(container, rows.map(({ region_code }) => region_code))
  return { settlements: rows.map((row) => settlementOf(row, names)), count: rows[0]?.total ?? 0 }
}

/** One run. Errors: not_found, not_in_your_region. */
export async function readSettlement(container: MedusaContainer, id: string, regions: string[]): Promise<Settlement> {
  await requireRun(container, id, regions)
  const [row] = await settlementRows<Row>(container, `${RUNS} where s.id = :id`, { id })
  if (!row) throw refusal("not_found", "not_found")
  return settlementOf(row, await readRegionNames(container, [row.region_code]))
}

/** Refuses unless the run lies in one of these regions. Errors: not_found, not_in_your_region. */
export async function requireRun(container: MedusaContainer, id: string, regions: string[]): Promise<void> {
  const module: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  allowed(decideRegion(await module.readRunRegion(id), regions), "forbidden")
}

/** The same for the run of a payment; answers the run. */
export async function requirePayment(container: MedusaContainer, paymentId: string, regions: string[]): Promise<string> {
  const module: SettlementModuleService = container.resolve(SETTLEMENT_MODULE)
  const id = await module.readRunOf("payment", paymentId)
  await requireRun(container, id, regions)
  return id
}

/** Producers in a division: their suspense is listed there. */
export async function readProducersWithin(container: MedusaContainer, region: string): Promise<string[]> {
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "producer", fields: ["id"], filters: withinRegions([region]) })
  return data.map(({ id }: { id: string }) => id)
}

export async function readRegionNames(container: MedusaContainer, codes: string[]): Promise<Map<string, string>> {
  if (codes.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "division", fields: ["code", "name"], filters: { code: [...new Set(codes)] } })
  return new Map(data.map(({ code, name }: { code: string; name: string }) => [code, name]))
}

function settlementOf(row: Row, names: ReadonlyMap<string, string>): Settlement {
  const act = (name: Act) => ({ by: row[`${name}_by`]!, at: row[`${name}_at`]!.toISOString() })
  const done = (name: Act) => (row[`${name}_at`] === null ? null : act(name))
  const { id, number, period, region_code, state, cap_bp, payments, payments_fen, paid, paid_fen, failed, returned, cancel_reason } = row
  return {
    id, number, period, region_code, region_name: names.get(region_code) ?? region_code, state, cap_bp, payments, payments_fen, paid, paid_fen, failed, returned, cancel_reason,
    prepared: act("prepared"), submitted: done("submitted"), approved: done("approved"), cancelled: done("cancelled"), done_at: row.done_at?.toISOString() ?? null,
  }
}
