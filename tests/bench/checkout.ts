import os from "node:os"
import { type Backend, startBackend } from "./backend"
import { interleave, median, type Pair, rounded, timed } from "./measure"
import { buyInNineCalls, buyOurWay, complete, readyCart } from "./purchases"
import { openServer } from "./server"

/** Pairs of each comparison; noise between two equal backends is under 1% at 30 pairs. */
const COMPLETE_PAIRS = Number(process.env.BENCH_PAIRS ?? 40)
const PURCHASE_PAIRS = Number(process.env.BENCH_PURCHASES ?? 20)

async function main(): Promise<void> {
  const { urlOf, stop } = await openServer()
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

async function timeComplete(backend: Backend): Promise<number> {
  const cart = await readyCart(backend)
  return timed(() => complete(backend, cart))
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
