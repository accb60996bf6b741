import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { mayTry, WINDOW_MINUTES } from "../../domain/campaign/attempts"
import { rowsOf } from "./sql"

const SINCE = `now() - interval '${WINDOW_MINUTES} minutes'`
export interface Asker {
  token: string
  asker: string
}

const keysOf = ({ token, asker }: Asker) => [`i:${asker}`, `t:${token}`]

/**
 * Takes one try for this link and this asker, before the code is looked at, so that many at once are still counted; false when
 * either failed too often of late. A link that nobody has is counted like any other.
 */
export async function takeTry(connection: Knex, who: Asker): Promise<boolean> {
  const tried = await rowsOf<{ key: string; failures: number }>(connection, `insert into campaign_attempt (key, failures) select key, 1 from unnest(:keys::text[]) as key order by key
    on conflict (key) do update set failures = case when campaign_attempt.since > ${SINCE} then campaign_attempt.failures + 1 else 1 end, since = case when campaign_attempt.since > ${SINCE} then campaign_attempt.since else now() end
    returning key, failures`, { keys: keysOf(who) })
  return tried.every(({ key, failures }) => mayTry(key.startsWith("t:") ? "token" : "asker", failures - 1))
}

/** A right code costs no try. */
export async function giveTryBack(connection: Knex, who: Asker): Promise<void> {
  await connection.raw("update campaign_attempt set failures = greatest(failures - 1, 0) where key = any(?)", [keysOf(who)])
}

export async function forgetAttempts(connection: Knex): Promise<void> {
  await connection.raw(`delete from campaign_attempt where since <= ${SINCE}`)
}
