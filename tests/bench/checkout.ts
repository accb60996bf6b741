import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { type Backend, startBackend } from "./backend"
import { buyInNineCalls, buyOurWay, complete, readyCart } from "./purchases"

/** Pairs of each comparison; noise between two equal backends is under 1% at 30 pairs. */
const COMPLETE_PAIRS = Number(process.env.BENCH_PAIRS ?? 40)
const PURCHASE_PAIRS = Number(process.env.BENCH_PURCHASES ?? 20)
const WARM_UP = 3

async function main(): Promise<void> {
  const { urlOf, stop } = await database()
  const backends: Backend[] = []
  try {
    const plugins = await startBackend(urlOf, "plugins")
    backends.push(plugins)
    const plain = await startBackend(urlOf, "plain")
    backends.push(plain)
    const completes = await interleave(COMPLETE_PAIRS, () => timeComplete(plugins), () => timeComplete(plain))
    const purchases = await interleave(PURCHASE_PAIRS, () => timed(() => buyOurWay(plugins)), () => timed(() => buyInNineCalls(plugins)))
    process.stdout.write(`${JSON.stringify(report(completes, purchases))}\n`)
  } finally {
    for (const backend of backends) await backend.stop()
    await stop()
  }
}

type Pair = [number, number]

function report(completes: Pair[], purchases: Pair[]) {
  const [withPlugins, without] = [median(completes.map(([ours]) => ours)), median(completes.map(([, theirs]) => theirs))]
  const [ours, nine] = [median(purchases.map(([time]) => time)), median(purchases.map(([, time]) => time))]
  return {
    complete_ratio: rounded(withPlugins / without), purchase_ratio: rounded(nine / ours),
    complete_pairs: completes.length, complete_ms: { with_plugins: rounded(withPlugins), without: rounded(without), ratio_of_pairs: rounded(median(completes.map(([a, b]) => a / b))) },
    purchase_pairs: purchases.length, purchase_calls: 3, purchases_per_second: { own_path: rounded(1000 / ours), nine_calls: rounded(1000 / nine) },
    machine: { cpus: os.cpus().length, model: os.cpus()[0]?.model.trim(), load: rounded(os.loadavg()[0]!), node: process.version },
  }
}

/** Runs both sides in turn, changing who goes first, so that whatever else the machine does hits both. */
async function interleave(pairs: number, ours: () => Promise<number>, theirs: () => Promise<number>): Promise<Pair[]> {
  const results: Pair[] = []
  for (let pair = -WARM_UP; pair < pairs; pair++) {
    const first = pair % 2 === 0 ? await ours() : null
    const second = await theirs()
    const result: Pair = [first ?? (await ours()), second]
    if (pair >= 0) results.push(result)
  }
  return results
}

async function timeComplete(backend: Backend): Promise<number> {
  const cart = await readyCart(backend)
  return timed(() => complete(backend, cart))
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function database(): Promise<{ urlOf: (name: string) => string; stop: () => Promise<void> }> {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  if (DB_HOST) return { urlOf: (name) => `postgres://${DB_USERNAME}:${DB_PASSWORD}@${DB_HOST}:${DB_PORT}/${name}`, stop: async () => undefined }
  const { startPostgres } = await import("../../scripts/lib/postgres.mjs")
  const directory = path.resolve(__dirname, `../../.data/bench-${process.pid}`)
  fs.mkdirSync(path.dirname(directory), { recursive: true })
  const server = await startPostgres({ directory })
  return { urlOf: server.url, stop: async () => { await server.stop(); fs.rmSync(directory, { recursive: true, force: true }) } }
}

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? sorted[middle]! : (sorted[middle - 1]! + sorted[middle]!) / 2
}

const rounded = (value: number) => Math.round(value * 1000) / 1000

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
