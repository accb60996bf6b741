import type { MedusaContainer } from "@medusajs/framework/types"
import { townOf } from "../domain/place"
import { readPlaces } from "./read-places"
import { inSnapshot } from "./snapshot"

interface Stages {
  provisional_fen: number
  payable_fen: number
  settled_fen: number
  total_fen: number
}

/** Whom a buying unit's orders helped between two moments, in fen, as the ledger has it. */
export interface UnitBenefit extends Stages {
  /** Of the sum, what waits for a household to be named. */
  suspense_fen: number
  /** Households to whom something of it is left. */
  households: number
  orders: number
  /** By the town in which households live, never nearer. */
  places: ({ place: string; households: number } & Stages)[]
  /** By month of the span's first year, in Shanghai. */
  months: number[]
  /** The last sealed block, and how many of these journals still wait for one. */
  seal: { height: number; hash: string; sealed_at: string } | null
  unsealed: number
}

const STAGES = `coalesce(sum(fen) filter (where account = 'provisional'), 0)::float8 as provisional_fen, coalesce(sum(fen) filter (where account = 'payable'), 0)::float8 as payable_fen,
  coalesce(sum(fen) filter (where account = 'settled'), 0)::float8 as settled_fen, coalesce(sum(fen), 0)::float8 as total_fen`

const ENTRIES = `entry as (
  select j.id as journal_id, j.order_id, e.beneficiary_id, e.account, e.amount_fen as fen, to_char(j.event_at at time zone 'Asia/Shanghai', 'MM')::integer as month
  from ledger_journal j join ledger_entry e on e.journal_id = j.id
  where j.event_at >= :from and j.event_at < :to and e.account in ('provisional', 'payable', 'settled')
    and j.order_id in (select order_id from ledger_line where organisation_id = any(:ids) union select unnest(:orders::text[])))`

/** Reads entries themselves, not totals, because a unit's orders are few and its year is the calendar's; from one snapshot. */
export async function readUnitBenefit(container: MedusaContainer, scope: { organisation_ids: string[]; order_ids: string[]; from: Date; to: Date }): Promise<UnitBenefit> {
  const { organisation_ids: ids, order_ids: orders, from, to } = scope
  return await inSnapshot(container, async (snapshot) => {
    const rowsOf = async <Row>(sql: string): Promise<Row[]> => (await snapshot.raw(`with ${ENTRIES} ${sql}`, { ids, orders, from, to } as never)).rows
    const [sum] = await rowsOf<Stages & { suspense_fen: number; orders: number; unsealed: number }>(`select ${STAGES}, coalesce(sum(fen) filter (where beneficiary_id is null), 0)::float8 as suspense_fen,
      (select count(*)::integer from (select order_id from entry group by 1 having sum(fen) > 0) o) as orders,
      (select count(distinct q.journal_id)::integer from ledger_seal_queue q join entry on entry.journal_id = q.journal_id) as unsealed from entry`)
    const towns = await rowsOf<Stages & { code: string; households: number }>(`, held as (select e.*, left(h.region_code, 9) as code, sum(fen) over (partition by e.beneficiary_id) as left_fen from entry e join household h on h.id = e.beneficiary_id)
      select code, count(distinct beneficiary_id) filter (where left_fen > 0)::integer as households, ${STAGES} from held group by 1 order by total_fen desc, code`)
    const months = await rowsOf<{ month: number; fen: number }>("select month, sum(fen)::float8 as fen from entry group by 1")
    const [block] = await rowsOf<{ height: number; hash: string; sealed_at: Date }>("select height::float8 as height, hash, sealed_at from ledger_block order by ledger_block.height desc limit 1")
    const names = await readPlaces(container, towns.map(({ code }) => code))
    return {
      ...sum!, households: towns.reduce((count, { households }) => count + households, 0),
      places: towns.filter(({ total_fen }) => total_fen !== 0).map(({ code, ...row }) => ({ ...row, place: townOf(names.get(code)!) || code })),
      months: Array.from({ length: 12 }, (_none, index) => months.find(({ month }) => month === index + 1)?.fen ?? 0),
      seal: block ? { ...block, sealed_at: new Date(block.sealed_at).toISOString() } : null,
    }
  })
}
