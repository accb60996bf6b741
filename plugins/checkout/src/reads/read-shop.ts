import { refusal } from "@fupin/access"
import type { MedusaContainer } from "@medusajs/framework/types"
import { sqlOf } from "../medusa"

export interface Shop {
  region_id: string
  currency_code: string
  payment_providers: string[]
  /** Whether some promotion applies without a code. */
  automatic_promotions: boolean
}

const SHOP = `
  select r.id as region_id, r.currency_code,
    coalesce((select json_agg(l.payment_provider_id) from region_payment_provider l
      join payment_provider p on p.id = l.payment_provider_id and p.is_enabled where l.region_id = r.id and l.deleted_at is null), '[]'::json) as payment_providers,
    exists (select 1 from promotion m where m.is_automatic and m.status = 'active' and m.deleted_at is null) as automatic_promotions
  from region_country c join region r on r.id = c.region_id and r.deleted_at is null
  where c.iso_2 = 'cn' and c.deleted_at is null limit 1`

/** The shop as a buyer in this country meets it. */
export async function readShop(container: MedusaContainer): Promise<Shop> {
  const { rows: [shop] } = await sqlOf(container).raw<Shop>(SHOP)
  if (!shop) throw refusal("unexpected_state", "unexpected")
  return shop
}
