import os from "node:os"
import { createHash } from "node:crypto"
import type { Journal } from "../../plugins/benefit/src/domain/journal"
import { journalHash, journalId } from "../../plugins/benefit/src/domain/journal"
import { isTimeToSeal } from "../../plugins/benefit/src/domain/seal/decide-sealing"
import { signingKeyOf } from "../../plugins/benefit/src/domain/seal/keys"
import { appendJournals } from "../../plugins/benefit/src/modules/ledger/append-journals"
import { readHouseholdTotal } from "../../plugins/benefit/src/modules/ledger/household-totals"
import { readWaiting, sealNext } from "../../plugins/benefit/src/modules/ledger/sealer"
import { verifyJournals } from "../../plugins/benefit/src/modules/ledger/verify-journals"
import { measureExport } from "./measure-export"
import { interleave, median, rounded, timed } from "./measure"
import { type LedgerDatabase, openLedgerDatabase } from "./ledger-database"

const KEY = signingKeyOf("d".repeat(64))
const ENTRIES = 20
const CLIENTS = 8
/** As the job `seal-ledger` does. */
const SEAL_EVERY_MS = 5_000
const SMALL = 50_000
const LARGE = Number(process.env.BENCH_ENTRIES ?? 5_000_000)
let orders = 0

/** Journals of one order each: 19 households and the producer opposite, planned and hashed beforehand. */
function plan(many: number, households: number): Journal[] {
  return Array.from({ length: many }, () => {
    const order_id = `order_${createHash("md5").update(String(orders++)).digest("hex")}`
    const entry = (place: number) => ({ account: "provisional" as const, beneficiary_id: `hh_${String((orders * 7919 + place * 104_729) % households).padStart(22, "0")}`, producer_id: "prod_01", linkage_version_id: "lnkv_01", line_item_id: `ordli_${orders}`, amount_fen: 100 + place })
    const entries = Array.from({ length: ENTRIES - 1 }, (_none, place) => entry(place))
    const sum = entries.reduce((total, { amount_fen }) => total + amount_fen, 0)
    const idempotency_key = `${order_id}:1`
    const said = {
      idempotency_key, kind: "sale" as const, order_id, source_ids: [`capt_${orders}`], source_ats: [new Date(0)], rule_version: 1, reverses: null,
      event_at: new Date(Date.UTC(2026, orders % 12, 10)), entries: [...entries, { ...entry(0), account: "obligation" as const, beneficiary_id: null, amount_fen: -sum }],
    }
    return { id: journalId(idempotency_key), input_hash: journalHash(said), ...said }
  })
}

type Append = (database: LedgerDatabase, journals: Journal[]) => Promise<void>
const ours: Append = ({ connection }, journals) => connection.transaction((transaction) => appendJournals(transaction, journals))
const raw: Append = ({ insertRaw }, journals) => insertRaw(journals)

/** Milliseconds until all is posted, so many to a transaction, by so many clients at once. */
async function post(database: LedgerDatabase, append: Append, journals: Journal[], atOnce: number, clients: number): Promise<number> {
  const batches = Array.from({ length: Math.ceil(journals.length / atOnce) }, (_none, index) => journals.slice(index * atOnce, (index + 1) * atOnce))
  const client = async () => {
    for (let batch = batches.shift(); batch; batch = batches.shift()) await append(database, batch)
  }
  return timed(async () => { await Promise.all(Array.from({ length: clients }, client)) })
}

const seal = async ({ connection }: LedgerDatabase) => {
  while ((await sealNext(connection, KEY, new Date(), 1_000)) > 0);
}

const sealInLull = async (database: LedgerDatabase) => {
  if (isTimeToSeal(await readWaiting(database.connection), new Date())) await seal(database)
}

async function main(): Promise<void> {
  const database = await openLedgerDatabase()
  try {
    const single = await interleave(7, () => post(database, raw, plan(400, 10_000), 1, CLIENTS), () => post(database, ours, plan(400, 10_000), 1, CLIENTS))
    const batched = await interleave(7, () => post(database, raw, plan(1_000, 10_000), 50, 1), () => post(database, ours, plan(1_000, 10_000), 50, 1))
    const hot = await interleave(7, () => post(database, ours, plan(400, 10_000), 1, CLIENTS), () => post(database, ours, plan(400, 20), 1, CLIENTS))
    await seal(database)
    const sealing = await measureSealing(database)
    const growth = await measureGrowth(database)
    const exported = await measureExport(database.server)
    process.stdout.write(`${JSON.stringify({
      post_ratio: ratio(single), batch_ratio: ratio(batched), hot_ratio: ratio(hot), ...sealing, ...growth, ...exported,
      machine: { cpus: os.cpus().length, model: os.cpus()[0]?.model.trim(), load: rounded(os.loadavg()[0]!), node: process.version },
    })}\n`)
  } finally {
    await database.close()
  }
}

/** How fast the second is, seen from the first: the median of the pairs. */
const ratio = (pairs: [number, number][]) => rounded(median(pairs.map(([first, second]) => first / second)))

/** Posting for a while with the sealer ticking beside it as in production, against posting without queue and sealer. */
async function measureSealing(database: LedgerDatabase): Promise<object> {
  const [pairs, drains]: [[number, number][], number[]] = [[], []]
  for (let pair = 0; pair < 3; pair++) {
    const [without, beside] = [plan(6_000, 10_000), plan(6_000, 10_000)]
    await database.setQueue(false)
    const off = await post(database, ours, without, 1, CLIENTS)
    await database.setQueue(true)
    const running = { sealing: Promise.resolve() }
    const ticking = setInterval(() => { running.sealing = running.sealing.then(() => sealInLull(database)) }, SEAL_EVERY_MS)
    const on = await post(database, ours, beside, 1, CLIENTS)
    clearInterval(ticking)
    drains.push((await timed(async () => { await running.sealing; await seal(database) })) / on)
    pairs.push([off, on])
    await database.queueUnsealed()
    await seal(database)
  }
  return { seal_ratio: ratio(pairs), sealed_within_run: Math.max(...drains) <= 1, seal_drain_share: rounded(Math.max(...drains)) }
}

async function measureGrowth(database: LedgerDatabase): Promise<object> {
  await database.reset()
  await database.fill(SMALL, 10_000)
  await seal(database)
  const small = await totals(database)
  await database.fill(LARGE, 10_000)
  await seal(database)
  const large = await totals(database)
  const trusted = new Map([[KEY.id, KEY.public]])
  await database.connection.raw("analyze")
  const verifying: [number, number][] = []
  let entries = 0
  for (let pair = 0; pair < 3; pair++) {
    const scanned = await timed(async () => { await database.connection.raw("select count(sha256(convert_to(e::text, 'UTF8'))) from ledger_entry e") })
    const verified = await timed(async () => {
      const found = await verifyJournals(database.connection, trusted)
      if (found.problems.length > 0) throw new Error(`verify found ${found.problems.length} problems: ${JSON.stringify(found.problems[0])}`)
      entries = found.entries
    })
    verifying.push([scanned, verified])
  }
  return { total_growth: rounded(large / small), total_p95_ms: { small: rounded(small), large: rounded(large) }, verify_ratio: ratio(verifying), verified_entries: entries, verify_entries_per_second: Math.round((entries / median(verifying.map(([, time]) => time))) * 1000) }
}

/** p95 of a household's total, in milliseconds. */
async function totals({ connection }: LedgerDatabase): Promise<number> {
  await connection.raw("vacuum analyze")
  const times: number[] = []
  for (let index = 0; index < 2_200; index++) {
    const time = await timed(async () => { await readHouseholdTotal(connection, `hh_${String((index * 7919) % 10_000).padStart(22, "0")}`) })
    if (index >= 200) times.push(time)
  }
  return times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)]!
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
