import type { MedusaContainer } from "@medusajs/framework/types"
import type { Level, Sellable } from "../domain/sellable"
import { sqlOf } from "../medusa"

const SELLABLES = `
  select v.id as variant_id, p.id as product_id, p.handle, p.title, p.subtitle, p.description, v.title as specification, v.sku, v.barcode,
    coalesce(v.thumbnail, p.thumbnail) as thumbnail, p.discountable, p.collection_id, p.type_id, v.manage_inventory, v.allow_backorder,
    (select sp.shipping_profile_id from product_shipping_profile sp where sp.product_id = p.id and sp.deleted_at is null limit 1) as shipping_profile_id,
    (select ps.price_set_id from product_variant_price_set ps where ps.variant_id = v.id and ps.deleted_at is null limit 1) as price_set_id,
    coalesce((select json_agg(json_build_object('inventory_item_id', vi.inventory_item_id, 'required_quantity', vi.required_quantity::float8))
      from product_variant_inventory_item vi where vi.variant_id = v.id and vi.deleted_at is null), '[]'::json) as parts
  from product_variant v
  join product p on p.id = v.product_id and p.deleted_at is null and p.status = 'published'
  join product_sales_channel c on c.product_id = p.id and c.sales_channel_id = ? and c.deleted_at is null
  where v.id = any(?) and v.deleted_at is null`

const LEVELS = `
  select l.inventory_item_id, l.location_id,
    (l.stocked_quantity - coalesce((select sum(r.quantity) from reservation_item r
      where r.inventory_item_id = l.inventory_item_id and r.location_id = l.location_id and r.deleted_at is null and not r.allow_backorder), 0))::float8 as available
  from inventory_level l
  join sales_channel_stock_location s on s.stock_location_id = l.location_id and s.sales_channel_id = ? and s.deleted_at is null
  where l.inventory_item_id = any(?) and l.deleted_at is null
  order by l.id`

/** The published variants among these that a channel sells. Two joins, where the query layer would make a dozen round trips. */
export async function readSellables(container: MedusaContainer, channelId: string, variantIds: string[]): Promise<Map<string, Sellable>> {
  const { rows } = await sqlOf(container).raw<Sellable>(SELLABLES, [channelId, [...new Set(variantIds)]])
  return new Map(rows.map((sellable) => [sellable.variant_id, sellable]))
}

/** What is on the shelf for these, at the places that serve the channel. */
export async function readLevels(container: MedusaContainer, channelId: string, sellables: Iterable<Sellable>): Promise<Level[]> {
  const items = [...new Set([...sellables].flatMap(({ parts }) => parts.map((part) => part.inventory_item_id)))]
  if (items.length === 0) return []
  const { rows } = await sqlOf(container).raw<Level>(LEVELS, [channelId, items])
  return rows
}
