import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"
import { unique } from "../reads/plans"

/** What members of staff are called, by id. */
export async function readStaffNames(container: MedusaContainer, userIds: string[]): Promise<(id: string) => string> {
  const ids = unique(userIds)
  const rows = ids.length === 0 ? [] : await graph<{ id: string; email: string; first_name: string | null; last_name: string | null }>(container, "user", ["id", "email", "first_name", "last_name"], { id: ids })
  const names = new Map(rows.map(({ id, email, first_name, last_name }) => [id, `${last_name ?? ""}${first_name ?? ""}` || email]))
  return (id) => names.get(id) ?? "工作人员"
}
