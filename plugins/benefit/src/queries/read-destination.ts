import { refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The division to which an order goes; "" when its address names none. Error: unknown_order. */
export async function readDestination(container: MedusaContainer, orderId: string): Promise<string> {
  const { rows: [row] } = await container.resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(
    `select coalesce(a.metadata ->> 'region_code', '') as region_code from "order" o left join order_address a on a.id = o.shipping_address_id
     where o.id = ? and o.deleted_at is null`, [orderId])
  if (!row) throw refusal("not_found", "unknown_order")
  return row.region_code
}
