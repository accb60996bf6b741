import { spawn } from "node:child_process"
import path from "node:path"
import { verifyLedgerWorkflow } from "@fupin/benefit/workflows"
import { runStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { killAtRandom, type Query, readPlaced } from "../support/killed-run"
import { DUE, openManyOccurrences, quantityOf } from "../support/many-occurrences"
import { BACKEND_DIRECTORY, describeShop } from "../support/shop"

const SCRIPT = path.join(__dirname, "support", "run-standing.ts")
const MANY = 300
const LINES = [0, 1, 2, 3, 4]
const ASKED = Array.from({ length: MANY }, (_none, at) => LINES.reduce((sum, line) => sum + quantityOf(at, line), 0)).reduce((sum, one) => sum + one)

describeShop(({ getContainer, dbConfig }) => {
  const query: Query = async (text) => (await (getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION) as any).raw(text)).rows

  beforeAll(() => openManyOccurrences(getContainer(), MANY))

  it("a run of many deliveries killed at five random moments leaves one order each, exactly what they need reserved, and a sound ledger", async () => {
    const url = `postgres://${process.env.DB_USERNAME}:${process.env.DB_PASSWORD}@localhost:${process.env.DB_PORT}/${dbConfig.dbName}`
    const start = () => spawn(process.execPath, [require.resolve("@medusajs/cli/cli.js"), "exec", SCRIPT, DUE], { cwd: BACKEND_DIRECTORY, env: { ...process.env, DATABASE_URL: url }, stdio: "ignore" })
    const seed = Number(process.env.KILL_SEED ?? 20_261_122)
    expect(await killAtRandom({ start, query, occurrences: MANY, kills: 5, seed })).toEqual(Array(5).fill("SIGKILL"))

    await runStandingOrdersWorkflow(getContainer()).run({ input: { date: DUE } })
    expect(await readPlaced(query)).toEqual({
      orders: MANY, payments: MANY, links: MANY, placed: MANY, with_one_order: MANY, lines: MANY * LINES.length, reserved: ASKED, supplied: ASKED, summed: ASKED,
    })
    expect((await verifyLedgerWorkflow(getContainer()).run()).result).toMatchObject({ ok: true, unaccrued_captures: 0, problems: [] })
    expect((await runStandingOrdersWorkflow(getContainer()).run({ input: { date: DUE } })).result).toMatchObject({ planned: 0, failed: 0 })
  }, 600_000)
})
