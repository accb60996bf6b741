import { BUSINESS_TIME_ZONE } from "@fupin/contract/codes"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"

/** Cron knows no time zone: a process in another one would sweep and close at the wrong hour. */
export function assertBusinessTimeZone(zone = Intl.DateTimeFormat().resolvedOptions().timeZone): void {
  if (zone !== BUSINESS_TIME_ZONE) throw new Error(`the time zone is ${zone}; start with TZ=${BUSINESS_TIME_ZONE}`)
}

export async function beat(connection: Knex, worker: string): Promise<void> {
  await connection.raw(
    "insert into ledger_heartbeat (worker, beat_at) values (?, now()) on conflict (worker) do update set beat_at = excluded.beat_at", [worker])
}
