import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type Asked, contentOf } from "./contents"

export interface FiledOrder {
  order_id: string
  order_number: number | null
  /** A transfer whose bank reference is not known. */
  lacks_reference: boolean
  /** Paid less refunded. */
  paid_fen: number
  /** What invoices issued through the shop cover of it. */
  invoiced_fen: number
}

/** A view of whoever keeps invoices (order_id, amount_fen): those issued and not taken back. Without one every order wants its scan or reason. */
const INVOICES = "order_invoice"

/** The orders whose benefit a filing holds, whether their payments are proved, and how much of them is invoiced. A card's or channel's own number proves its payment. */
export async function readFiledOrders(connection: Knex, asked: Asked): Promise<FiledOrder[]> {
  const { sql, values } = contentOf(asked)
  const { rows: [invoices] } = await connection.raw("select to_regclass(?) is not null as is_kept", [INVOICES])
  const money = (table: "capture" | "refund") => `coalesce((select sum(m.amount) from order_payment_collection opc join payment p on p.payment_collection_id = opc.payment_collection_id and p.deleted_at is null
    join ${table} m on m.payment_id = p.id and m.deleted_at is null where opc.order_id = c.order_id and opc.deleted_at is null), 0)`
  const { rows } = await connection.raw(
    `select round((${money("capture")} - ${money("refund")}) * 100)::float8 as paid_fen, ${invoices.is_kept ? `coalesce((select sum(i.amount_fen) from ${INVOICES} i where i.order_id = c.order_id), 0)::float8` : "0"} as invoiced_fen, c.order_id, o.display_id as order_number, exists (
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
