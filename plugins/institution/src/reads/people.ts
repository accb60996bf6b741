import type { MedusaContainer } from "@medusajs/framework/types"
import { graph } from "../medusa"
import { unique } from "./plans"

interface Customer {
  id: string
  email: string
  first_name: string | null
  last_name: string | null
}

/** What customers are called, by id: their name, else the e-mail they sign in with. */
export async function readNames(container: MedusaContainer, customerIds: string[]): Promise<(id: string) => string> {
  const ids = unique(customerIds)
  const rows = ids.length === 0 ? [] : await graph<Customer>(container, "customer", ["id", "email", "first_name", "last_name"], { id: ids })
  const names = new Map(rows.map(({ id, email, first_name, last_name }) => [id, `${last_name ?? ""}${first_name ?? ""}` || email]))
  return (id) => names.get(id) ?? "已注销的账户"
}
