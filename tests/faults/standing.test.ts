import { spawn } from "node:child_process"
import path from "node:path"
import { runStandingOrdersWorkflow, saveStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { dayFromNow, DELIVERY, type Institutions, openInstitutions } from "../support/institution"
import { BACKEND_DIRECTORY, describeShop } from "../support/shop"

const SCRIPT = path.join(__dirname, "support", "run-and-die.ts")

describeShop(({ getContainer, dbConfig }) => {
  let world: Institutions
  const date = dayFromNow(3)
  const weekday = new Date(date).getUTCDay() || 7
  const run = async () => (await runStandingOrdersWorkflow(getContainer()).run({ input: { date } })).result
  const sql = async <Row>(text: string): Promise<Row[]> => (await (getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION) as any).raw(text)).rows
  const states = () => sql<{ state: string; error: string | null; attempt: number; orders: number }>("select state, error, attempt, cardinality(order_ids) as orders from occurrence order by id")
  const countOf = async (table: string) => Number((await sql<{ count: string }>(`select count(*) from ${table} where deleted_at is null`))[0]!.count)
  /** Orders, what is reserved for them and their payments: one set each. */
  const sets = async () => ({ orders: await countOf(`"order"`), reservations: await countOf("reservation_item"), payments: await countOf("payment") })

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    const lines = [{ variant_id: world.potato.variant_id, quantity: 10 }, { variant_id: world.tea.variant_id, quantity: 20 }]
    await saveStandingOrdersWorkflow(getContainer()).run({ input: { customer_id: null, standing_orders: [{
      agreement_id: world.agreements.school.id, name: "食堂配送", weekdays: [weekday], starts_on: date, ends_on: date, skip_statutory_holidays: false, deliver_on_makeup_workdays: false, lines, delivery: DELIVERY,
    }] } })
  })

  describe("a run that dies", () => {
    it("by an error between placing and marking: the next run finds the orders it made", async () => {
      const institution = getContainer().resolve<any>("institution")
      const recordOutcomes = institution.recordOutcomes
      institution.recordOutcomes = () => Promise.reject(new Error("the connection was lost"))
      try {
        expect(await run()).toMatchObject({ planned: 1, placed: 0, failed: 1 })
      } finally {
        institution.recordOutcomes = recordOutcomes
      }
      expect(await states()).toEqual([{ state: "failed", error: "下单时系统出错，将自动重试", attempt: 1, orders: 0 }])
      expect(await sets()).toEqual({ orders: 2, reservations: 2, payments: 2 })
      expect(await run()).toMatchObject({ planned: 1, placed: 1, failed: 0 })
      expect(await states()).toEqual([{ state: "placed", error: null, attempt: 2, orders: 2 }])
      expect(await sets()).toEqual({ orders: 2, reservations: 2, payments: 2 })
    })

    it("by the order service failing before anything is placed: nothing is left behind, and the next run places it", async () => {
      const orders = getContainer().resolve<any>(Modules.ORDER)
      const createOrders = orders.createOrders
      orders.createOrders = () => Promise.reject(new Error("the disk is full"))
      try {
        expect(await run()).toMatchObject({ planned: 1, placed: 0, failed: 1 })
      } finally {
        orders.createOrders = createOrders
      }
      expect(await sets()).toEqual({ orders: 0, reservations: 0, payments: 0 })
      expect(await run()).toMatchObject({ planned: 1, placed: 1 })
      expect(await sets()).toEqual({ orders: 2, reservations: 2, payments: 2 })
    })

    it("by SIGKILL between placing and marking: once its lease is over another process finds the orders, and there is one set", async () => {
      const url = `postgres://${process.env.DB_USERNAME}:${process.env.DB_PASSWORD}@localhost:${process.env.DB_PORT}/${dbConfig.dbName}`
      const child = spawn(process.execPath, [require.resolve("@medusajs/cli/cli.js"), "exec", SCRIPT, date], { cwd: BACKEND_DIRECTORY, env: { ...process.env, DATABASE_URL: url }, stdio: "ignore" })
      const signal = await new Promise((resolve) => child.once("exit", (_code, killedBy) => resolve(killedBy)))
      expect(signal).toBe("SIGKILL")
      expect(await states()).toMatchObject([{ state: "claimed", attempt: 1, orders: 0 }])
      expect(await run()).toMatchObject({ planned: 0 })
      await sql("update occurrence set lease_until = now() - interval '1 second'")
      const [one, other] = await Promise.all([run(), run()])
      expect(one.placed + other.placed).toBe(1)
      expect(await states()).toEqual([{ state: "placed", error: null, attempt: 2, orders: 2 }])
      expect(await sets()).toEqual({ orders: 2, reservations: 2, payments: 2 })
    }, 300_000)
  })
})
