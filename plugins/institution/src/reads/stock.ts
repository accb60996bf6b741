import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"

/** The part of knex that we use. */
interface Sql {
  raw<Row>(sql: string, bindings?: readonly unknown[]): Promise<{ rows: Row[] }>
}

const AVAILABLE = `
  with part as (
    select i.variant_id, i.inventory_item_id, i.required_quantity::numeric as required
    from product_variant_inventory_item i join product_variant v on v.id = i.variant_id and v.manage_inventory and not v.allow_backorder
    where i.variant_id = any(?) and i.deleted_at is null),
  place as (select stock_location_id as id from sales_channel_stock_location where sales_channel_id = ? and deleted_at is null),
  item as (
    select p.inventory_item_id,
      coalesce((select sum(l.stocked_quantity) from inventory_level l where l.inventory_item_id = p.inventory_item_id and l.deleted_at is null and l.location_id in (select id from place)), 0)
      - coalesce((select sum(r.quantity) from reservation_item r where r.inventory_item_id = p.inventory_item_id and r.deleted_at is null and not r.allow_backorder
          and r.location_id in (select id from place) and (r.external_id is null or r.external_id <> all(?))), 0) as available
    from (select distinct inventory_item_id from part) p)
  select part.variant_id, floor(min(item.available / part.required))::int as available
  from part join item using (inventory_item_id) group by part.variant_id`

/**
 * How many of each variant can still be promised at the places that serve a channel; variants whose stock is not counted are
 * absent. What `ownOrderIds` reserved in a run that died is theirs to use and counts as free.
 */
export async function readAvailable(container: MedusaContainer, channelId: string, variantIds: string[], ownOrderIds: string[]): Promise<Map<string, number>> {
  return await readAvailableOn(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), channelId, variantIds, ownOrderIds)
}

/** The same within a transaction that is open already. */
export async function readAvailableOn(sql: Sql, channelId: string, variantIds: string[], ownOrderIds: string[]): Promise<Map<string, number>> {
  const { rows } = await sql.raw<{ variant_id: string; available: number }>(AVAILABLE, [variantIds, channelId, ownOrderIds])
  return new Map(rows.map(({ variant_id, available }) => [variant_id, available]))
}
