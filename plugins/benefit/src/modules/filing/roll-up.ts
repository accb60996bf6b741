import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { FilingState } from "../../domain/filing/decide-filing"
import { type Asked, contentOf, countedIn } from "./contents"

export interface ChildPart {
  filing_id: string
  unit_name: string
  state: FilingState
  is_late: boolean | null
  /** What the child files itself; what of it stands in this filing. */
  own_fen: number
  part_fen: number
  orders: number
}

/** What of a filing its children's accepted filings hold: parts by child, and each movement once. Null where the unit has no children. */
export async function readParts(connection: Knex, asked: Asked): Promise<{ children: ChildPart[]; covered_fen: number } | null> {
  const { filing } = asked
  const { sql, values } = contentOf(asked)
  const counted = countedIn(filing.stage)
  const own = { ...values, parent: filing.unit_id, own_period: filing.period }
  const { rows } = await connection.raw(
    `with content as materialized (${sql}),
     part as (select x.unit_id, x.filing_id, c.amount_fen, c.order_id, c.journal_id, c.position from content c join filing_entry x on x.journal_id = c.journal_id and x.position = c.position
       join reporting_unit u on u.id = x.unit_id and u.parent_id = :parent where ${counted})
     select u.name as unit_name, f.id as filing_id, f.state, f.is_late, coalesce(f.earned_fen, 0)::float8 as own_fen,
       coalesce((select sum(p.amount_fen) from part p where p.unit_id = u.id), 0)::float8 as part_fen, (select count(distinct p.order_id) from part p where p.unit_id = u.id)::integer as orders,
       (select coalesce(sum(amount_fen), 0) from (select distinct journal_id, position, amount_fen from part) once)::float8 as covered_fen
     from reporting_unit u join filing f on f.unit_id = u.id and f.period = :own_period where u.parent_id = :parent order by u.region_prefix, u.name`, own as never)
  if (rows.length === 0) return null
  const [{ covered_fen }] = rows as { covered_fen: number }[] as [{ covered_fen: number }]
  return { children: (rows as (ChildPart & { covered_fen: number })[]).map(({ covered_fen: _covered, ...child }) => child), covered_fen }
}
