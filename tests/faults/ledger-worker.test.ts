import { spawn } from "node:child_process"
import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "@fupin/benefit/modules/household"
import { LEDGER_MODULE, type LedgerModuleService } from "@fupin/benefit/modules/ledger"
import { LedgerVerified } from "@fupin/contract/schemas"
import { capture, type LinkedShop, openLinkedShop, place, post, sql } from "../support/linked-shop"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

const WORKER = path.join(__dirname, "ledger-worker.ts")

describeShop(({ api, getContainer, dbConfig }) => {
  let shop: LinkedShop
  let file: string

  beforeAll(async () => {
    shop = await openLinkedShop(getContainer())
    const linkages = await getContainer().resolve<HouseholdModuleService>(HOUSEHOLD_MODULE).readLinkagesInForce([shop.producer_id], new Date(), new Date())
    const producers = Object.fromEntries([shop.potato, shop.walnut].map(({ product_id }) => [product_id, shop.producer_id]))
    file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), "ledger-")), "world.json")
    fs.writeFileSync(file, JSON.stringify({ linkages, producers }))
  })
  afterAll(() => fs.rmSync(path.dirname(file), { recursive: true }))

  /** Runs a worker until it is done or dead; answers how it ended. */
  const work = (fatal: number) => new Promise<string>((resolve, reject) => {
    const child = spawn(process.execPath, ["--require", "ts-node/register/transpile-only", WORKER, dbConfig.clientUrl, String(fatal), file], { stdio: ["ignore", "ignore", "pipe"] })
    let said = ""
    child.stderr.on("data", (data) => (said += data))
    child.on("error", reject)
    child.on("close", (code, signal) => (code === 0 || signal === "SIGKILL" ? resolve(signal ?? "done") : reject(new Error(said))))
  })
  const rows = (text: string) => sql(getContainer(), text)
  const count = async (table: string) => Number((await rows(`select count(*)::integer as n from ${table}`))[0]!.n)
  /** Orders that are paid and that no event speaks of any more: only the workers of the test can post them. */
  async function paid(names: string[]) {
    const payments: string[] = []
    for (const name of names) payments.push((await place(getContainer(), shop, name, [[shop.potato, 1], [shop.walnut, 2]])).payment_id)
    await post(getContainer())
    await new Promise((resolve) => setTimeout(resolve, 3_000))
    for (const payment of payments) await capture(getContainer(), payment)
    expect(await count("ledger_journal")).toBe(0)
  }
  async function expectExact(orders: number) {
    expect(await post(getContainer())).toEqual({ scanned: 0, posted: 0 })
    expect(await rows("select order_id, count(*)::integer as journals from ledger_journal group by order_id having count(*) <> 1")).toEqual([])
    expect(await rows("select distinct sum(amount_fen)::integer as fen from ledger_entry where account = 'provisional' group by order_id")).toEqual([{ fen: 459 }])
    expect(await count("ledger_journal")).toBe(orders)
    await getContainer().resolve<LedgerModuleService>(LEDGER_MODULE).seal(new Date())
    expect([await count("ledger_leaf"), await count("ledger_seal_queue")]).toEqual([orders, 0])
    const { headers } = await signInStaff(getContainer(), "office")
    expect((await api.post("/admin/benefit/reconcile", {}, { headers })).data).toEqual({ scanned: orders, posted: 0 })
    expect(LedgerVerified.parse((await api.post("/admin/benefit/verify", {}, { headers })).data)).toMatchObject({ ok: true, journals: orders })
  }

  it("killed before each of its statements in turn, loses nothing and doubles nothing", async () => {
    await paid(["one"])
    const waiting = await count("ledger_outbox")
    let deaths = 0
    while ((await work(deaths + 1)) === "SIGKILL") {
      deaths += 1
      if ((await count("ledger_outbox")) === waiting) expect([await count("ledger_journal"), await count("ledger_entry")]).toEqual([0, 0])
    }
    expect(deaths).toBeGreaterThan(12)
    await expectExact(1)
  }, 600_000)

  it("killed before each of its statements while it seals, seals each journal once", async () => {
    await paid(["sealed"])
    await post(getContainer())
    let deaths = 0
    while ((await work(deaths + 1)) === "SIGKILL") {
      deaths += 1
      expect([0, 1]).toContain(await count("ledger_leaf"))
      expect(await count("ledger_leaf")).toBe(await count("ledger_block"))
    }
    expect(deaths).toBeGreaterThan(6)
    await expectExact(1)
  }, 300_000)

  it("two at once on the same orders post each once", async () => {
    await paid(["a", "b", "c", "d"])
    await rows('insert into ledger_outbox (order_id) select id from "order" cross join generate_series(1, 5)')
    expect(await Promise.all([work(0), work(0), work(7)])).toEqual(["done", "done", expect.stringMatching(/done|SIGKILL/)])
    await expectExact(4)
  }, 300_000)
}, { env: { MEDUSA_WORKER_MODE: "server" } })
