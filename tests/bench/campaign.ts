import os from "node:os"
import { type Backend, startBackend } from "./backend"
import { rounded, timed } from "./measure"
import { openServer } from "./server"
import { PDF, workbookOf } from "../support/workbook-of"

/** The small union; the large one has ten times as many members. */
const MEMBERS = Number(process.env.BENCH_MEMBERS ?? 1_000)
const HEADINGS = ["工号", "姓名", "手机号", "部门", "饮食需要", "份数", "区县代码", "收货地址"]

type Union = Backend & { headers: Record<string, string>; organisation_id: string }
interface Run { import_ms: number; order_ms: number; orders: number; roster_bytes: number; progress: number }

let largestBody = 0
/** What express takes of JSON unless told otherwise, as the backend does. */
const DEFAULT_LIMIT = 100 * 1024
const say = (line: string) => process.stderr.write(`${new Date().toISOString().slice(11, 19)} ${line}\n`)

async function ask(union: Union, path: string, body?: object | Buffer): Promise<any> {
  const isFile = Buffer.isBuffer(body)
  const text = body === undefined || isFile ? undefined : JSON.stringify(body)
  largestBody = Math.max(largestBody, text?.length ?? 0)
  const answer = await fetch(`${union.url}/store/institution/campaigns${path}`, {
    method: body === undefined ? "GET" : "POST", headers: { ...union.headers, "content-type": isFile ? "application/octet-stream" : "application/json" }, body: isFile ? new Uint8Array(body) : text,
  })
  const data = await answer.json()
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${JSON.stringify(data)}`)
  return data
}

/** A whole campaign for so many members with packs sent home: roster in, defaults given, every order placed. */
async function give(union: Union, members: number): Promise<Run> {
  const year = new Date().getFullYear() + 1
  const { campaign: { id } } = await ask(union, "", { organisation_id: union.organisation_id, holiday: "mid_autumn", year, title: `${members} 人慰问`, budget_fen: 50_000, choose_by: `${year}-08-31`, delivery_mode: "home" })
  await ask(union, `/${id}/packs`, { packs: [{ name: "山货礼包", price_fen: 20_001, is_default: true, components: [{ variant_id: union.variants[0]!, quantity: 3 }, { variant_id: union.variants[1]!, quantity: 1 }] }] })
  await ask(union, `/${id}/minutes`, PDF)
  const rows = Array.from({ length: members }, (_, index) => [`G${index}`, `职工${index}`, `138${String(index).padStart(8, "0")}`, `第${index % 40}小组`, "", 1, "500112", `翠溪路${index}号`])
  const roster = await workbookOf([HEADINGS, ...rows])
  const import_ms = await timed(async () => {
    const { saved } = await ask(union, `/${id}/roster?mode=save`, roster)
    if (!saved) throw new Error("the roster was not saved")
  })
  say(`${members} members: roster imported in ${rounded(import_ms / 1000)} s`)
  await ask(union, `/${id}/steps`, { step: "open" })
  const seen = new Set<number>()
  const order_ms = await timed(async () => {
    await ask(union, `/${id}/steps`, { step: "close" })
    await ask(union, `/${id}/steps`, { step: "place" })
    for (;;) {
      const { campaign: { state, job } } = await ask(union, `/${id}`)
      if (!seen.has(job.done)) say(`${members} members: ${job.done} of ${job.total} orders placed`)
      seen.add(job.done)
      if (state === "ordered") return
      if (job.state === "failed" || (job.state === "done" && job.refused > 0)) throw new Error(`placing ended ${JSON.stringify(job)}`)
      await new Promise((resolve) => setTimeout(resolve, members > 1_000 ? 2_000 : 250))
    }
  })
  const { orders, placed } = await ask(union, `/${id}/orders`)
  if (orders !== members * 2 || placed !== orders) throw new Error(`${placed} of ${orders} orders for ${members} members`)
  return { import_ms, order_ms, orders, roster_bytes: roster.length, progress: seen.size }
}

async function main(): Promise<void> {
  const { urlOf, stop } = await openServer()
  const backends: Backend[] = []
  try {
    const union = await startBackend<Pick<Union, "headers" | "organisation_id">>(urlOf, "plugins", "serve-campaign.ts")
    backends.push(union)
    await give(union, Math.min(100, MEMBERS))
    const small = await give(union, MEMBERS)
    const large = await give(union, MEMBERS * 10)
    process.stdout.write(`${JSON.stringify(report(small, large))}\n`)
  } finally {
    for (const backend of backends) await backend.stop()
    await stop()
  }
}

function report(small: Run, large: Run) {
  const total = ({ import_ms, order_ms }: Run) => import_ms + order_ms
  const seconds = (run: Run) => ({ import: rounded(run.import_ms / 1000), orders: rounded(run.order_ms / 1000) })
  return {
    growth: rounded(total(large) / total(small)), import_growth: rounded(large.import_ms / small.import_ms), order_growth: rounded(large.order_ms / small.order_ms), members: [MEMBERS, MEMBERS * 10],
    seconds: { small: seconds(small), large: seconds(large) }, orders: large.orders, orders_per_second: rounded((large.orders / large.order_ms) * 1000), progress_shown: large.progress > 2, progress_steps: large.progress,
    largest_json_body_bytes: largestBody, within_default_limit: largestBody < DEFAULT_LIMIT, roster_bytes: large.roster_bytes, machine: { cpus: os.cpus().length, model: os.cpus()[0]?.model.trim(), load: rounded(os.loadavg()[0]!), node: process.version },
  }
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  process.exitCode = 1
})
