import { decideRegion } from "@fupin/access"
import { ERRORS } from "@fupin/contract/codes"
import type { HouseholdInput, ImportFault } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideRosterRow, householdOf } from "../domain/intake/plan-roster"
import { type HouseholdColumns, householdColumns } from "../domain/intake/roster-columns"
import type { TableRow } from "../domain/intake/table"
import { readTable, type TableBatch } from "../intake/read-table"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "../modules/household"
import { readKnown } from "../queries/match-households"
import type { ImportRoster, ReadPart } from "./_import-roster"
import { saveHouseholdsWorkflow } from "./save-households"

/** Households saved in one go. */
const CHUNK = 200

interface Ready {
  row: number
  cell: string
  input: HouseholdInput
}

/** A roster of households, batch by batch: looked at against the roster as it is, and saved by code. */
export async function* householdImport(container: MedusaContainer, { file, regions, today }: ImportRoster): AsyncGenerator<ReadPart> {
  const seen = new Map<string, number>()
  for await (const batch of readTable(file, householdColumns(today), { identity: ({ code }) => code })) {
    for (let start = 0; start < Math.max(1, batch.rows.length); start += CHUNK) {
      const rows = batch.rows.slice(start, start + CHUNK)
      const { ready, faults } = await check(container, rows, batch, regions, today, seen)
      const read = start === 0 ? batch.faults : []
      const wrong = new Set([...read, ...faults].map(({ row }) => row))
      yield { rows: rows.length + new Set(read.map(({ row }) => row)).size, good: ready.length, faults: [...read, ...faults], write: async () => await save(container, ready.filter(({ row }) => !wrong.has(row)), regions) }
    }
  }
}

async function check(container: MedusaContainer, rows: TableRow<HouseholdColumns>[], batch: TableBatch<HouseholdColumns>, regions: string[], today: string, seen: Map<string, number>): Promise<{ ready: Ready[]; faults: ImportFault[] }> {
  const known = await readKnown(container, rows.map(({ values: { code, id_number } }) => ({ household_code: code, id_number })))
  const faults: ImportFault[] = []
  const ready = rows.flatMap(({ row, values }): Ready[] => {
    const { code, id_number } = values
    const fault = decideRosterRow(values, {
      byCode: known.byCode.get(code) ?? null, byIdNumber: id_number === null ? null : known.byIdNumber(id_number),
      before: id_number === null ? null : (seen.get(id_number) ?? null), mayWrite: (region) => decideRegion(region, regions).ok,
    })
    if (id_number !== null && !seen.has(id_number)) seen.set(id_number, row)
    if (fault) faults.push({ row, cell: batch.address(fault.key, row), message: fault.message })
    return fault ? [] : [{ row, cell: batch.address("code", row), input: householdOf(values, today) }]
  })
  const refused = await container.resolve<HouseholdModuleService>(HOUSEHOLD_MODULE).checkHouseholds(ready.map(({ input }) => input), { regions, today })
  for (const { row, cell, input: { code } } of ready) {
    const error = refused.get(code)
    if (error) faults.push({ row, cell: error.code === "invalid_dates" ? batch.address("status_from", row) : cell, message: error.code === "invalid_dates" ? "身份起始日期：与已登记的同一身份重叠，请核对" : error.message })
  }
  return { ready: ready.filter(({ input: { code } }) => !refused.has(code)), faults }
}

/** All together; where the roster refuses one of them, one by one, so that only that one stays out. */
async function save(container: MedusaContainer, ready: Ready[], regions: string[]): Promise<{ written: number; faults: ImportFault[] }> {
  if (ready.length === 0) return { written: 0, faults: [] }
  try {
    await saveHouseholdsWorkflow(container).run({ input: { households: ready.map(({ input }) => input), regions } })
    return { written: ready.length, faults: [] }
  } catch (error) {
    if (!(error instanceof Error && "code" in error && String(error.code) in ERRORS)) throw error
    if (ready.length === 1) return { written: 0, faults: [{ row: ready[0]!.row, cell: ready[0]!.cell, message: error.message }] }
    const parts = { written: 0, faults: [] as ImportFault[] }
    for (const one of ready) {
      const { written, faults } = await save(container, [one], regions)
      parts.written += written
      parts.faults.push(...faults)
    }
    return parts
  }
}
