import { acceptFilingWorkflow, explainFilingWorkflow, saveReportingUnitsWorkflow, submitFilingWorkflow } from "@fupin/benefit/workflows"
import type { ReportingUnitKind } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { at, daysAfter } from "../lib/calendar"
import { readData } from "../lib/data"

interface UnitSeed {
  name: string
  kind: ReportingUnitKind
  region_code: string
  /** Of a buying unit that files for itself. */
  uscc?: string
  parent: string | null
  contact: string
}

interface Filing {
  id: string
  unit_id: string
  period: string
  state: string
  version: number
  due_day: string
}

/** Months that were filed before the one in hand; a buying unit begins with the last one. */
const MONTHS = 2

/** A county, a town and a school as reporting units: the town's month before the last is accepted, the last one waits to be submitted, the school's too. `staff`: two people. */
export async function importFilings(container: MedusaContainer, staff: { clerk: string; office: string }, today: string): Promise<void> {
  const ids = new Map<string, string>()
  for (const { parent, uscc, ...unit } of readData<UnitSeed[]>("reporting-units.json")) {
    const held = (await readFilings(container, unit.name))[0]
    const since = held?.period ?? monthsBefore(today, uscc ? 1 : MONTHS)
    const input = { ...unit, organisation_id: uscc ? await organisationOf(container, uscc) : null, parent_id: parent === null ? null : ids.get(parent)!, since, until: null, remind_days: 3 }
    const { result } = await saveReportingUnitsWorkflow(container).run({ input: { settings: [], units: [input], now: at(today, 9) } })
    ids.set(unit.name, result.ids[0]!)
  }
  const town = readData<UnitSeed[]>("reporting-units.json").find(({ kind }) => kind === "town")!
  const [first] = await readFilings(container, town.name)
  if (first?.state === "open") await file(container, first, staff)
}

async function organisationOf(container: MedusaContainer, uscc: string): Promise<string> {
  const { data: [organisation] } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "organisation", fields: ["id"], filters: { uscc } })
  return organisation!.id
}

async function file(container: MedusaContainer, { id, due_day }: Filing, { clerk, office }: { clerk: string; office: string }): Promise<void> {
  await explainFilingWorkflow(container).run({ input: { id, item: "invoice", reason: "个人消费订单未索取发票，单位采购另附", actor_id: clerk, now: at(due_day, 10) } })
  const version = async () => (await readFilings(container)).find((filing) => filing.id === id)!.version
  await submitFilingWorkflow(container).run({ input: { id, version: await version(), actor_id: clerk, now: at(due_day, 11) } })
  await acceptFilingWorkflow(container).run({ input: { id, version: await version(), actor_id: office, now: at(daysAfter(due_day, 1), 9) } })
}

/** Filings of a unit, or all, oldest first. */
async function readFilings(container: MedusaContainer, unit?: string): Promise<Filing[]> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select f.id, f.unit_id, f.period, f.state, f.version, to_char((f.due_at - interval '1 second') at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as due_day
     from filing f join reporting_unit u on u.id = f.unit_id where u.name = ? or ?::text is null order by f.period`, [unit ?? null, unit ?? null] as never)
  return rows
}

/** The period so many months before the one in which a day lies. */
function monthsBefore(day: string, months: number): string {
  const [year, month, date] = day.split("-").map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1 - months + (date > 28 ? 1 : 0), 1)).toISOString().slice(0, 7)
}
