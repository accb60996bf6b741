import type { MedusaContainer } from "@medusajs/framework/types"
import { sqlOf } from "../medusa"

export interface ShippingOption {
  id: string
  name: string
  description: string
  shipping_profile_id: string
  type_id: string
  price_set_id: string | null
  /** Fetched by the buyer at the warehouse. */
  is_pickup: boolean
}

const OPTIONS = `
  select o.id, o.name, coalesce(t.description, '') as description, o.shipping_profile_id, o.shipping_option_type_id as type_id, coalesce(t.code = 'pickup', false) as is_pickup,
    (select ps.price_set_id from shipping_option_price_set ps where ps.shipping_option_id = o.id and ps.deleted_at is null limit 1) as price_set_id
  from shipping_option o
  join service_zone z on z.id = o.service_zone_id and z.deleted_at is null
  join location_fulfillment_set lf on lf.fulfillment_set_id = z.fulfillment_set_id and lf.deleted_at is null
  join sales_channel_stock_location sc on sc.stock_location_id = lf.stock_location_id and sc.sales_channel_id = ? and sc.deleted_at is null
  left join shipping_option_type t on t.id = o.shipping_option_type_id
  where o.deleted_at is null and o.price_type = 'flat'
    and exists (select 1 from geo_zone g where g.service_zone_id = z.id and g.country_code = 'cn' and g.deleted_at is null)
    and not exists (select 1 from shipping_option_rule r where r.shipping_option_id = o.id and r.deleted_at is null
      and ((r.attribute = 'is_return' and r.value = '"true"'::jsonb) or (r.attribute = 'enabled_in_store' and r.value = '"false"'::jsonb)))
  order by o.created_at, o.id`

/** The ways in which a channel's goods travel within the country, at flat prices. */
export async function readShippingOptions(container: MedusaContainer, channelId: string): Promise<ShippingOption[]> {
  const { rows } = await sqlOf(container).raw<ShippingOption>(OPTIONS, [channelId])
  return rows
}
