import type { PaperQuery, Roster } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { maskIdNumber, maskName, maskPhone } from "../domain/mask"
import type { PeriodBounds } from "../domain/period"
import { planRoster } from "../domain/plan-roster"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import type { HouseholdRow } from "../modules/household/prepare"
import { readLedgerTotal, readMovements, readScope, readSuspense } from "./read-benefit"

/** 附件1 of a period for the regions of who asks, masked unless `in_clear`. */
export async function readRoster(container: MedusaContainer, { period }: Pick<PaperQuery, "period">, bounds: PeriodBounds, regions: string[], in_clear: boolean): Promise<Roster> {
  const module: HouseholdModuleService = container.resolve(HOUSEHOLD_MODULE)
  const scope = await readScope(container, regions)
  const movements = await readMovements(container, period, scope)
  const ids = [...new Set(movements.filter((movement) => movement.period === period).map(({ household_id }) => household_id))]
  const households = new Map((await module.listHouseholds({ id: ids })).map((row) => [row.id, { ...row, statuses: [] } as HouseholdRow]))
  const planned = planRoster(movements, period, (id) => households.get(id)?.kind === "collective")
  const person = ({ household_id, amount_fen }: { household_id: string; amount_fen: number }) => {
    const row = households.get(household_id)!
    return { household_id, code: row.code, ...personOf(row, module, in_clear), amount_fen }
  }
  const byCode = (a: { code: string }, b: { code: string }) => (a.code < b.code ? -1 : 1)
  const listed = (rows: typeof planned.rows) => rows.map(person).sort(byCode).map(({ code: _code, ...row }) => row)
  const foot = {
    rows_fen: sum(planned.rows), carried_forward_fen: sum(planned.carried_forward), collectives_fen: sum(planned.collectives),
    suspense_fen: await readSuspense(container, bounds, scope), ledger_fen: await readLedgerTotal(container, bounds, scope),
  }
  const reached = foot.rows_fen + foot.carried_forward_fen + foot.collectives_fen + foot.suspense_fen
  return {
    title: "附件1 带贫人员名册", period, from: bounds.first_day, to: bounds.last_day, regions, stage: "payable",
    rows: listed(planned.rows), carried_forward: listed(planned.carried_forward),
    collectives: planned.collectives.map(({ household_id, amount_fen }) => ({ household_id, name: households.get(household_id)!.name, amount_fen })),
    foot: { ...foot, balanced: reached === foot.ledger_fen },
  }
}

function personOf(row: HouseholdRow, module: HouseholdModuleService, in_clear: boolean): { name: string; id_number: string | null; phone: string | null } {
  const { id_number, phone } = module.openFields(row)
  if (in_clear) return { name: row.payee_name, id_number, phone }
  return { name: maskName(row.payee_name), id_number: id_number && maskIdNumber(id_number), phone: phone && maskPhone(phone) }
}

function sum(rows: { amount_fen: number }[]): number {
  return rows.reduce((total, { amount_fen }) => total + amount_fen, 0)
}
