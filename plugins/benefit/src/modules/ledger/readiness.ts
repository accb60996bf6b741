import type { Readiness } from "@fupin/contract/schemas"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { missingTriggers } from "./core-triggers"

type Check = Readiness["checks"][number]
export type { Readiness }

/** A worker that has not been heard of for this long is gone; an outbox row this old is stuck. */
const SILENCE_SECONDS = 60
const PATIENCE_SECONDS = 120

/** Whether the database answers, core's tables are watched, a worker lives and the outbox flows. */
export async function readReadiness(connection: Knex): Promise<Readiness> {
  const checks: Check[] = []
  try {
    checks.push(await triggersCheck(connection), await workerCheck(connection), await outboxCheck(connection))
    checks.unshift({ name: "database", ok: true, detail: "有应答" })
  } catch (error) {
    checks.unshift({ name: "database", ok: false, detail: error instanceof Error && "code" in error ? String(error.code) : "没有应答" })
  }
  return { ready: checks.every(({ ok }) => ok), checks }
}

async function triggersCheck(connection: Knex): Promise<Check> {
  const missing = await missingTriggers(connection)
  return { name: "ledger_triggers", ok: missing.length === 0, detail: missing.length === 0 ? "齐全" : `缺少 ${missing.join("、")}` }
}

async function workerCheck(connection: Knex): Promise<Check> {
  const { rows } = await connection.raw("select extract(epoch from now() - max(beat_at))::integer as silence from ledger_heartbeat")
  const silence: number | null = rows[0].silence
  return { name: "ledger_worker", ok: silence !== null && silence <= SILENCE_SECONDS, detail: silence === null ? "尚未启动" : `${silence} 秒前` }
}

async function outboxCheck(connection: Knex): Promise<Check> {
  const { rows } = await connection.raw("select count(*)::integer as waiting, coalesce(extract(epoch from now() - min(created_at)), 0)::integer as age from ledger_outbox")
  const { waiting, age } = rows[0] as { waiting: number; age: number }
  return { name: "ledger_outbox", ok: age <= PATIENCE_SECONDS, detail: `待处理 ${waiting} 条，最早 ${age} 秒` }
}
