import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { readStaffNames } from "./read-staff-names"

/** Who reads the names: staff see everybody's, a unit its own people's. */
export type NamesFor = "office" | "unit"

/** What those who act on filings are called, by their ids. Staff read that somebody is of a buying unit; a unit reads of staff that it was the office. */
export async function readActorNames(container: MedusaContainer, ids: (string | null)[], reader: NamesFor): Promise<(id: string) => string> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  const members = await readMemberNames(container, wanted)
  if (reader === "unit") return (id) => members.get(id) ?? "帮扶办"
  const staff = await readStaffNames(container, wanted)
  return (id) => staff.get(id) ?? (members.has(id) ? `${members.get(id)}（采购单位）` : id)
}

async function readMemberNames(container: MedusaContainer, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "customer", fields: ["id", "email", "first_name", "last_name"], filters: { id: ids } })
  return new Map(data.map(({ id, email, first_name, last_name }) => [id, `${last_name ?? ""}${first_name ?? ""}` || (email ?? id)]))
}
