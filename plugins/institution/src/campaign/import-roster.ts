import { refusal } from "@fupin/access"
import type { Fault } from "@fupin/benefit/domain/intake/cell"
import { readTable } from "@fupin/benefit/intake/read-table"
import type { RosterResult } from "@fupin/contract/schemas"
import type { MedusaContainer } from "@medusajs/framework/types"
import { decideRosterRow, entryOf, rosterColumns, type RosterEntry, type RosterRow } from "../domain/campaign/roster"
import { phoneMark } from "../domain/campaign/secrets"
import { orderKey } from "../keys"
import { graph } from "../medusa"
import { campaignsOf, requireCampaign } from "./facts"

const SHOWN_FAULTS = 200
export const MAX_ROSTER_ROWS = 50_000
export const MAX_ROSTER_BYTES = 8_000_000

/**
 * Reads a roster; `save` writes it when every row is right, all or nothing, `check` only tells. Whoever is known by the employee
 * number is changed. Errors: those of `readTable`, campaign_state, phone_taken.
 */
export async function importRoster(container: MedusaContainer, campaignId: string, file: Buffer, mode: "check" | "save"): Promise<RosterResult> {
  const { state } = await requireCampaign(container, campaignId)
  if (state !== "draft" && state !== "collecting") throw refusal("not_allowed", "campaign_state")
  const known = await campaignsOf(container).readKnown(campaignId)
  const read = await readRows(container, campaignId, file, new Map(known.filter(({ left_at }) => left_at === null).map(({ phone_mark, employee_number }) => [phone_mark, employee_number])))
  const numbers = new Set(known.map(({ employee_number }) => employee_number))
  const changed = read.entries.filter(({ employee_number }) => numbers.has(employee_number)).length
  const result = { rows: read.rows, good: read.entries.length, added: read.entries.length - changed, changed, fault_count: read.faults.length, faults: read.faults.slice(0, SHOWN_FAULTS), saved: false }
  if (mode === "check" || read.faults.length > 0) return result
  return { ...result, ...(await campaignsOf(container).saveRecipients(campaignId, read.entries)), saved: true }
}

/** `owners`: whose number each phone is, by its mark; those of the file join in as they are read. */
async function readRows(container: MedusaContainer, campaignId: string, file: Buffer, owners: Map<string, string>): Promise<{ rows: number; entries: RosterEntry[]; faults: Fault[] }> {
  const [entries, faults]: [RosterEntry[], Fault[]] = [[], []]
  const key = orderKey()
  for await (const batch of readTable(file, rosterColumns, { max_rows: MAX_ROSTER_ROWS, identity: ({ employee_number }) => employee_number })) {
    faults.push(...batch.faults)
    const counties = await readCounties(container, batch.rows.flatMap(({ values }) => values.county_code ?? []))
    for (const { row, values } of batch.rows) {
      const mark = phoneMark(key, campaignId, values.phone)
      const fault = decideRosterRow(values, { owner: owners.get(mark), counties })
      if (fault) faults.push({ row, cell: batch.address(fault.key, row), message: fault.message })
      else {
        owners.set(mark, values.employee_number)
        entries.push(entryOf(values satisfies RosterRow))
      }
    }
  }
  return { rows: entries.length + new Set(faults.map(({ row }) => row)).size, entries, faults: faults.sort((a, b) => a.row - b.row) }
}

async function readCounties(container: MedusaContainer, codes: string[]): Promise<Set<string>> {
  const asked = [...new Set(codes)]
  const rows = asked.length === 0 ? [] : await graph<{ code: string }>(container, "division", ["code"], { code: asked })
  return new Set(rows.map(({ code }) => code))
}
