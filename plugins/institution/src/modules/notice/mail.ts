import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { rowsOf } from "../campaign/sql"

const MOST_FAILURES = 5

/** Takes one mail for a while, unless it was sent, is held or failed too often. */
export async function holdMail(connection: Knex, key: string): Promise<number | null> {
  const [held] = await rowsOf<{ failures: number }>(connection, `insert into notice_mail (key, held_until) values (:key, now() + interval '5 minutes')
    on conflict (key) do update set held_until = excluded.held_until where notice_mail.sent_at is null and notice_mail.held_until <= now() and notice_mail.failures < ${MOST_FAILURES} returning failures`, { key })
  return held?.failures ?? null
}

/** Mail that is neither sent, nor held, nor given up, by the expression of its key. */
export const isOpen = (key: string): string => `not exists (select 1 from notice_mail m where m.key = ${key} and (m.sent_at is not null or m.held_until > now() or m.failures >= ${MOST_FAILURES}))`

/** What became of mail; what failed waits longer each time. */
export async function recordMail(connection: Knex, keys: readonly string[], sent: boolean): Promise<void> {
  await connection.raw(sent ? "insert into notice_mail (key, held_until, sent_at) select k, now(), now() from unnest(?::text[]) as k on conflict (key) do update set sent_at = coalesce(notice_mail.sent_at, now())"
    : "update notice_mail set failures = failures + 1, held_until = now() + make_interval(mins => 5 * (failures + 1)) where key = any(?) and sent_at is null", [[...keys]])
}
