import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { shanghaiDay } from "../domain/period"

/** The business date of the last ledger entry of each of these households; those without entries are missing. */
export async function readLastEntries(container: MedusaContainer, householdIds: string[]): Promise<Map<string, string>> {
  const { rows } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select e.beneficiary_id as id, max(greatest(j.event_at, j.recorded_at)) as at from ledger_entry e join ledger_journal j on j.id = e.journal_id
     where e.beneficiary_id = any(?) group by 1`, [householdIds])
  return new Map(rows.map(({ id, at }: { id: string; at: Date }) => [id, shanghaiDay(at)]))
}
