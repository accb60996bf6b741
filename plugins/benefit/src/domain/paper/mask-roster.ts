import type { Roster } from "@fupin/contract/schemas"
import { maskIdNumber, maskName, maskPhone } from "../mask"

/** A frozen roster as it is shown to whoever may not see people in clear. Collectives keep their names. */
export function maskRoster<Frozen extends Pick<Roster, "rows" | "carried_forward">>(roster: Frozen): Frozen {
  return { ...roster, rows: roster.rows.map(masked), carried_forward: roster.carried_forward.map(masked) }
}

function masked(row: Roster["rows"][number]): Roster["rows"][number] {
  return { ...row, name: maskName(row.name), id_number: row.id_number && maskIdNumber(row.id_number), phone: row.phone && maskPhone(row.phone) }
}
