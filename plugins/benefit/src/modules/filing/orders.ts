import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Asked, contentOf } from "./contents"

export interface FiledOrder {
  order_id: string
  order_number: number | null
  /** A transfer whose bank reference is not known. */
  lacks_reference: boolean
}

/** The orders whose benefit a filing holds, and whether their payments are proved. A card's or channel's own number proves its payment. */
export async function readFiledOrders(connection: Knex, asked: Asked): Promise<FiledOrder[]> {
  const { sql, values } = contentOf(asked)
  const { rows } = await connection.raw(
    `select c.order_id, o.display_id as order_number, exists (
       select 1 from order_payment_collection opc join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null and p.provider_id like 'pp_transfer%'
       join capture x on x.payment_id = p.id and x.deleted_at is null left join payment_fact t on t.capture_id = x.id
       where opc.order_id = c.order_id and opc.deleted_at is null and t.bank_reference is null) as lacks_reference
     from (select distinct order_id from (${sql}) all_of_it where order_id is not null) c left join "order" o on o.id = c.order_id order by o.display_id`, values as never)
  return rows
}

/** Documents of direct purchases, wages and rent up to the filing's period that no second person has approved yet, or that lack their sealed scan. */
export async function readOpenVouchers(connection: Knex, { filing: { unit, to_at } }: Asked): Promise<{ id: string; number: string; has_scan: boolean }[]> {
  const { rows } = await connection.raw(
    `select v.id, v.number, exists (select 1 from voucher_scan s where s.voucher_id = v.id) as has_scan from voucher v
     where v.state = 'draft' and v.paid_on < to_char(:to_at::timestamptz at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
       and case when :organisation_id::text is null then v.region_code like :prefix else v.payer_kind = 'unit' and v.payer_id = :organisation_id end order by v.number`,
    { to_at, organisation_id: unit.organisation_id, prefix: `${unit.region_prefix}%` } as never)
  return rows
}
