import os from "node:os"
import { killAtRandom, readPlaced } from "../support/killed-run"
import { quantityOf } from "../support/many-occurrences"
import { median, rounded, timed } from "./measure"
import { buyInNineCalls } from "./purchases"
import { openServer } from "./server"
import { type Ran, type Served, StandingShop } from "./standing-backend"

const MANY = Number(process.env.BENCH_OCCURRENCES ?? 2_000)
const FEW = Number(process.env.BENCH_FEW ?? MANY / 4)
const PURCHASES = Number(process.env.BENCH_PURCHASES ?? 10)
const KILLS = Number(process.env.BENCH_KILLS ?? 5)
const LINES = [0, 1, 2, 3, 4]

async function main(): Promise<void> {
  const { urlOf, stop } = await openServer()
  try {
    const few = await measure(urlOf, FEW)
    const many = await measure(urlOf, MANY)
    const killed = await kill(urlOf)
    process.stdout.write(`${JSON.stringify(report(few, many, killed))}\n`)
  } finally {
    await stop()
  }
}

interface Measured extends Ran {
  nine_calls_ms: number
}

/** One process: the run, then purchases one by one on the same server; before it, one to warm up. */
async function measure(urlOf: (database: string) => string, many: number): Promise<Measured> {
  return withShop(urlOf, many, "run", async (_shop, served) => {
    await buyInNineCalls(served)
    const ran = await served.ask<Ran>("run")
    if (ran.placed !== many) throw new Error(`placed ${ran.placed} of ${many}`)
    const times: number[] = []
    for (let turn = 0; turn < PURCHASES; turn++) times.push(await timed(() => buyInNineCalls(served)))
    return { ...ran, nine_calls_ms: median(times) }
  })
}

/** Killed at random moments and restarted: what there is afterwards beside what there must be. */
async function kill(urlOf: (database: string) => string) {
  if (KILLS === 0) return null
  const asked = Array.from({ length: MANY }, (_none, at) => LINES.reduce((sum, line) => sum + quantityOf(at, line), 0)).reduce((sum, one) => sum + one)
  const shop = await StandingShop.open(urlOf, MANY, "killed")
  try {
    const signals = await killAtRandom({ start: () => shop.startRun(), query: shop.query, occurrences: MANY, kills: KILLS, seed: 20_261_122 })
    const served = await shop.serve()
    await served.ask<Ran>("run")
    const { ok } = await served.ask<{ ok: boolean }>("verify")
    await served.stop()
    const { orders, lines, reserved, summed, placed, payments } = await readPlaced(shop.query)
    return { killed: signals.filter((signal) => signal === "SIGKILL").length, orders, placed, payments, reservations_right: lines === MANY * LINES.length && reserved === asked && summed === asked, verify_ok: ok }
  } finally {
    await shop.close()
  }
}

async function withShop<Answer>(urlOf: (database: string) => string, many: number, name: string, work: (shop: StandingShop, served: Served) => Promise<Answer>): Promise<Answer> {
  const shop = await StandingShop.open(urlOf, many, name)
  try {
    const served = await shop.serve()
    try {
      return await work(shop, served)
    } finally {
      await served.stop()
    }
  } finally {
    await shop.close()
  }
}

function report(few: Measured, many: Measured, killed: Awaited<ReturnType<typeof kill>>) {
  const [standing, one_by_one] = [MANY / many.seconds, 1000 / many.nine_calls_ms]
  return {
    placement_ratio: rounded(standing / one_by_one), memory_growth: rounded(many.peak_mb / few.peak_mb),
    occurrences: MANY, lines: LINES.length, orders_per_second: { standing: rounded(standing), nine_calls: rounded(one_by_one) }, purchases: PURCHASES,
    peak_mb: { [FEW]: few.peak_mb, [MANY]: many.peak_mb }, before_mb: { [FEW]: few.before_mb, [MANY]: many.before_mb }, killed,
    machine: { cpus: os.cpus().length, model: os.cpus()[0]?.model.trim(), load: rounded(os.loadavg()[0]!), node: process.version },
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
