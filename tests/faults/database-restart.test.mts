import fs from "node:fs"
import os from "node:os"
import path from "node:path"
import { LEDGER_MODULE, type LedgerModuleService } from "@fupin/benefit/modules/ledger"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Client } from "pg"
import { startPostgres } from "../../scripts/lib/postgres.mjs"
import { ModelWorld } from "./support/model-world.js"
import { openTemplate } from "./support/template.js"

/** A database server of its own, which may be stopped in the middle of everything. */
const directory = fs.mkdtempSync(path.join(os.tmpdir(), "restart-"))
let server = await startPostgres({ directory, careless: true })
const { port } = server
/** What was committed survives the death of the server, though not that of the machine. */
const admin = new Client({ connectionString: server.url("postgres") })
await admin.connect()
await admin.query("alter role postgres set synchronous_commit = on")
await admin.end()
Object.assign(process.env, { DB_PORT: String(port), DB_USERNAME: "postgres", DB_PASSWORD: server.password, DATABASE_URL: server.url("postgres"), TEMPLATE_IS_MIGRATED: "" })
const { describeShop } = await import("../support/shop.js")
const { openLinkedShop } = await import("../support/linked-shop.js")

afterAll(async () => {
  await server.stop("SIGQUIT")
  fs.rmSync(directory, { recursive: true, force: true })
})

describeShop(({ getContainer }) => {
  it("a database that stops and comes back while sales are posted and sealed loses nothing and doubles nothing", async () => {
    const container = getContainer()
    const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
    const shop = await openLinkedShop(container)
    const world = new ModelWorld(container.resolve(ContainerRegistrationKeys.PG_CONNECTION), ledger, "restart", await openTemplate(container, ledger, shop), shop.household_ids)
    let broken = 0
    for (const [round, signal] of (["SIGINT", "SIGQUIT", "SIGQUIT"] as const).entries()) {
      for (let order = 0; order < 12; order += 1) {
        await world.place()
        await world.capture(world.orders.at(-1)!, 1, true)
        if (order % 2) await world.accept(world.orders.at(-1)!, 0, 2)
        if (order % 3) await world.refund(world.orders.at(-1)!, 0.4, null)
      }
      let isBack = false
      const posting = (async () => {
        while (!isBack) await Promise.all([world.work(2), ledger.seal(new Date(), 3)]).catch(() => (broken += 1))
      })()
      await new Promise((resolve) => setTimeout(resolve, 20 + round * 25))
      await server.stop(signal)
      server = await startPostgres({ directory, careless: true, port })
      isBack = true
      await posting
    }
    expect(broken).toBeGreaterThan(0)
    await world.work(2)
    await world.sweep()
    expect(await world.said()).toEqual(world.expected())
    await ledger.seal(new Date())
    expect(await ledger.verifyJournals()).toMatchObject({ problems: [] })
  }, 300_000)
}, { env: { MEDUSA_WORKER_MODE: "server" } })
