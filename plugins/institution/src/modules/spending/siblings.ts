import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { businessDay } from "../../domain/business-day"
import type { Sibling } from "../../domain/spending/split"
import { withFacts } from "./decide"
import type { Purchase } from "./purchase"
import { REQUEST, type RequestRow } from "./requests"
import { rowsOf } from "./sql"

/** What a purchase is judged together with: what it names, else whatever of its kind passes on the same business day. */
export const togetherOf = ({ organisation_id, kind, together }: Pick<Purchase, "organisation_id" | "kind" | "together">, at: Date): string =>
  `${organisation_id} ${together ?? `${kind} ${businessDay(at)}`}`

const PASSED = `
  select r.key, r.together, r.amount_fen::float8 as amount_fen, q.id as request_id
  from spending_reservation r
  left join spending_request q on q.id = r.request_id and q.state = 'approved' and q.content_hash = r.content_hash and q.amount_fen >= r.amount_fen
  left join occurrence o on o.id = substring(r.key from '^occurrence:(.*)$')
  where r.released_at is null and r.together = any(:together) and (o.id is null or o.state not in ('skipped', 'cancelled', 'rejected'))`

/** What has passed of each of these, with the approvals it passed with: one list for each, also where nothing has. Four queries. */
export async function readSiblings(connection: Knex, together: string[]): Promise<Map<string, Sibling[]>> {
  const rows = await rowsOf<{ key: string; together: string; amount_fen: number; request_id: string | null }>(connection, PASSED, { together: [...new Set(together)] })
  const requests = await rowsOf<RequestRow>(connection, `select ${REQUEST} from spending_request where id = any(:ids)`, { ids: rows.flatMap(({ request_id }) => request_id ?? []) })
  const known = new Map((await withFacts(connection, requests)).map((one) => [one.id, one]))
  const lists = new Map<string, Sibling[]>(together.map((name) => [name, []]))
  for (const { key, together: name, amount_fen, request_id } of rows) {
    const { given = [], askers = [] } = known.get(request_id ?? "") ?? {}
    lists.get(name)!.push({ key, amount_fen, given, askers })
  }
  return lists
}
