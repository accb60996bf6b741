import type { Context } from "@medusajs/framework/types"
import { NAMES_OF_HOUSEHOLDS, SEALED_COLUMNS } from "../../sealing/sealed-columns"
import { rowsIn } from "./medusa"

/** Whether a household belongs to an agreement in force after `at`. */
export async function isMember(context: Context, householdId: string, at: Date): Promise<boolean> {
  const rows = await rowsIn(context, `select 1 from linkage_member m join linkage_version v on v.id = m.linkage_version_id
    where m.beneficiary_id = ? and v.approved_at is not null and (m.member_to is null or m.member_to > ?) and (v.valid_to is null or v.valid_to > greatest(?, v.valid_from)) limit 1`,
  [householdId, at, at])
  return rows.length > 0
}

/** What other tables hold of this one household: sealed cells become null, names the stand-in. Tables that are not there are passed over. */
export async function eraseElsewhere(context: Context, householdId: string): Promise<void> {
  const targets = [
    ...SEALED_COLUMNS.flatMap(({ table, column, household }) => (household ? [{ table, column, household, to: null }] : [])),
    ...NAMES_OF_HOUSEHOLDS,
  ]
  for (const { table, column, household, to } of targets) {
    const [{ there }] = (await rowsIn<{ there: boolean }>(context, "select to_regclass(?) is not null as there", [table])) as [{ there: boolean }]
    if (there) await rowsIn(context, `update "${table}" set "${column}" = ? where "${household}" = ?`, [to, householdId])
  }
}
