import { decideRegion } from "@fupin/access"
import { ERRORS } from "@fupin/contract/codes"
import type { ImportFault } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideMember, type Agreement, type MemberRow, planMembership } from "../domain/intake/plan-roster"
import { type MemberColumns, memberColumns } from "../domain/intake/roster-columns"
import type { TableRow } from "../domain/intake/table"
import { readTable } from "../intake/read-table"
import { matchHouseholds } from "../queries/match-households"
import { readAgreements } from "../queries/read-agreements"
import type { ImportRoster, ReadPart } from "./_import-roster"
import { saveLinkagesWorkflow } from "./save-linkages"

/** Members must be together before an agreement's next version is written. */
const MAX_MEMBER_ROWS = 20_000
/** An agreement may be written down before it begins. */
const LAST_DAY = "2099-12-31"

interface Group {
  agreement: Agreement
  rows: MemberRow[]
  cell: string
}

/** Memberships: each agreement that the file names gets its next version as a draft, which a second person approves. */
export async function* memberImport(container: MedusaContainer, { file, regions, today, actor_id }: ImportRoster): AsyncGenerator<ReadPart> {
  const rows: TableRow<MemberColumns>[] = []
  const faults: ImportFault[] = []
  let address = (_key: keyof MemberColumns & string, _row: number): string => ""
  const identity = ({ number, household_code, id_number }: TableRow<MemberColumns>["values"]) => JSON.stringify([number, household_code ?? id_number])
  for await (const batch of readTable(file, memberColumns(today, LAST_DAY), { max_rows: MAX_MEMBER_ROWS, identity })) {
    rows.push(...batch.rows)
    faults.push(...batch.faults)
    address = batch.address
  }
  const read = rows.length + new Set(faults.map(({ row }) => row)).size
  const agreements = await readAgreements(container, [...new Set(rows.map(({ values: { number } }) => number))], regions)
  const match = await matchHouseholds(container, rows.map(({ values }) => values))
  const groups = new Map<string, Group>()
  for (const { row, values } of rows) {
    const [agreement, found] = [agreements.get(values.number) ?? null, match(values)]
    const household = found && decideRegion(found.region_code, regions).ok ? found : null
    const group = groups.get(values.number)
    const fault = decideMember(values, { agreement, household, first_day: group?.rows[0]?.valid_from ?? null })
      ?? (group?.rows.some(({ beneficiary_id }) => beneficiary_id === household!.id) ? { key: "name" as const, message: `姓名：${ERRORS.duplicate_member}` } : null)
    if (fault) faults.push({ row, cell: address(fault.key, row), message: fault.message })
    else groups.set(values.number, { agreement: agreement!, cell: address("number", row), ...group, rows: [...(group?.rows ?? []), { row, beneficiary_id: household!.id, weight: values.weight, valid_from: values.valid_from }] })
  }
  const good = [...groups.values()]
  yield { rows: read, good: good.reduce((sum, group) => sum + group.rows.length, 0), faults, write: async () => await save(container, good, actor_id) }
}

async function save(container: MedusaContainer, groups: Group[], created_by: string): Promise<{ written: number; faults: ImportFault[] }> {
  const result = { written: 0, faults: [] as ImportFault[] }
  for (const { agreement, rows, cell } of groups) {
    try {
      await saveLinkagesWorkflow(container).run({ input: { linkages: [planMembership(agreement, rows)], created_by, approved_by: null } })
      result.written += rows.length
    } catch (error) {
      if (!(error instanceof Error && "code" in error && String(error.code) in ERRORS)) throw error
      result.faults.push({ row: rows[0]!.row, cell, message: `${agreement.number}：${error.message}` })
    }
  }
  return result
}
