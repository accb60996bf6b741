import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** What staff are called, by their ids; whoever was never a user is missing. One query. */
export async function readStaffNames(container: MedusaContainer, ids: (string | null)[]): Promise<Map<string, string>> {
  const wanted = [...new Set(ids.flatMap((id) => id ?? []))]
  if (wanted.length === 0) return new Map()
  const { data } = await container.resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "user", fields: ["id", "email", "first_name", "last_name"], filters: { id: wanted } })
  return new Map(data.map(({ id, email, first_name, last_name }) => [id, `${last_name ?? ""}${first_name ?? ""}` || email]))
}
