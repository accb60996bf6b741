import type { Evidence } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { MedusaContainer } from "@medusajs/framework/types"
import { maskName } from "../domain/mask"
import { type PeriodBounds, shanghaiDay } from "../domain/period"
import { villageOf } from "../domain/place"
import { IN_REGION, isWhole, type PaperScope } from "./paper-scope"
import { readPlaces } from "./read-places"

interface DirectRow {
  journal_id: string
  is_reversal: boolean
  at: Date
  number: string
  payer_name: string
  payer_person: string | null
  household: string
  kind: string
  region_code: string
  goods: string
  quantity: string
  amount_fen: number
}

/** Journals of purchases outside the shop and of what took them back: when they happened, and since when that is known. */
const DIRECT = `(
  select j.id, null::text as order_id, j.event_at as at, j.recorded_at as known_at, coalesce(j.reverses, j.id) as posted_by, j.kind = 'reversal' as is_reversal
  from ledger_journal j left join ledger_journal o on o.id = j.reverses and j.order_id is null
  where j.kind = 'direct_purchase' or (j.kind = 'reversal' and o.kind = 'direct_purchase')) moved`

/** Which of them: a condition on `moved` with its values, and the villages' codes by how they begin (null: everywhere). */
export interface DirectFilter {
  condition: string
  values: Record<string, unknown>
  prefixes: string[] | null
}

/** Those of a period; a paper about one producer, buying unit or order names none. */
export const directOf = ({ from, to }: PeriodBounds, scope: PaperScope): DirectFilter => ({ condition: isWhole(scope) ? "at >= :from and at < :to" : "false", values: { from, to }, prefixes: scope.prefixes })

/** Rows of 附件2 that approved sales vouchers prove: by household, in its own name; what was taken back is negative and cites its voucher. */
export async function readDirectPurchases(container: MedusaContainer, snapshot: Knex, { condition, values, prefixes }: DirectFilter, above: number): Promise<Evidence["rows"]> {
  const { rows }: { rows: DirectRow[] } = await snapshot.raw(
    `select p.*, v.number, v.payer_name, v.payer_person, h.name as household, h.kind, h.region_code, r.goods, r.quantity, (case when p.is_reversal then -r.amount_fen else r.amount_fen end)::float8 as amount_fen
     from (select id as journal_id, posted_by, is_reversal, at from ${DIRECT} where ${condition}) p
     join voucher v on v.journal_id = p.posted_by join voucher_row r on r.voucher_id = v.id join household h on h.id = r.household_id
     where ${IN_REGION} order by p.at, p.is_reversal, v.number, r.position`, { ...values, prefixes } as never)
  const places = await readPlaces(container, rows.map(({ region_code }) => region_code))
  return rows.map(({ journal_id, is_reversal, at, number, payer_name, payer_person, household, kind, region_code, goods, quantity, amount_fen }, index) => ({
    serial: above + index + 1, product: goods, seller: `${kind === "collective" ? household : maskName(household)}（${villageOf(places.get(region_code)!)}）`,
    buyer: payer_person ? `${payer_name}（结对帮扶人 ${payer_person}）` : payer_name, quantity: is_reversal ? "—" : quantity, amount_fen, traded_at: shanghaiDay(at),
    remarks: is_reversal ? `冲回：销售凭证 ${number}` : `销售凭证 ${number}`, order_id: null, line_item_id: null, payment_reference: journal_id,
  }))
}

/** The ledger's own sum of them, in fen: the rows must reach it. */
export async function readDirectTotal(snapshot: Knex, { condition, values, prefixes }: DirectFilter): Promise<number> {
  const { rows: [{ fen }] } = await snapshot.raw(
    `select coalesce(sum(e.amount_fen), 0)::float8 as fen from ledger_entry e join household h on h.id = e.beneficiary_id
     where e.account = 'settled' and e.journal_id in (select id from ${DIRECT} where ${condition}) and ${IN_REGION}`, { ...values, prefixes } as never)
  return fen
}
