import { LEDGER_MODULE, type LedgerModuleService } from "@fupin/benefit/modules/ledger"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import fc from "fast-check"
import { openLinkedShop, sql } from "../support/linked-shop"
import { describeShop } from "../support/shop"
import { type ModelOrder, ModelWorld } from "./support/model-world"
import { openTemplate } from "./support/template"

/** Repeatable: the same seed makes the same histories; another one is tried with MODEL_SEED, more of them with MODEL_RUNS. */
const SEED = Number(process.env.MODEL_SEED ?? 20_261_122)
const RUNS = Number(process.env.MODEL_RUNS ?? 300)
const COMMANDS = 40

type Command = (world: ModelWorld) => Promise<unknown> | void

const which = fc.nat(9)
const part = fc.constantFrom(1, 1, 0.5, 0.37, 0.01)
const line = fc.nat(1)
/** Days by which the worker's clock is wrong. */
const jump = fc.constantFrom(0, 0, 0, 0, -400, -1, 1, 400)
const onOrder = (act: (world: ModelWorld, order: ModelOrder) => Promise<unknown>) => (index: number): Command => async (world) => {
  if (world.orders.length > 0) await act(world, world.orders[index % world.orders.length]!)
}

/** What may happen, likelier things more often. */
const command: fc.Arbitrary<Command> = fc.oneof(
  { weight: 5, arbitrary: fc.constant<Command>((world) => world.place()) },
  { weight: 6, arbitrary: fc.tuple(which, part, fc.boolean()).map(([index, share, confirmed]) => onOrder((world, order) => world.capture(order, share, confirmed))(index)) },
  { weight: 2, arbitrary: which.map(onOrder((world, order) => world.confirm(order))) },
  { weight: 1, arbitrary: which.map(onOrder((world, order) => world.decline(order))) },
  { weight: 4, arbitrary: fc.tuple(which, part, fc.option(line)).map(([index, share, of]) => onOrder((world, order) => world.refund(order, share, of))(index)) },
  { weight: 4, arbitrary: fc.tuple(which, line, fc.integer({ min: 1, max: 4 })).map(([index, of, quantity]) => onOrder((world, order) => world.accept(order, of, quantity))(index)) },
  { weight: 2, arbitrary: fc.tuple(which, line).map(([index, of]) => onOrder((world, order) => world.giveBack(order, of))(index)) },
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 1, max: 9_000 }), fc.array(fc.nat(4), { minLength: 3, maxLength: 3 })).map(([bp, weights]): Command => (world) => world.agree(bp, weights)) },
  { weight: 1, arbitrary: fc.nat(2).map((place): Command => (world) => world.leave(place)) },
  { weight: 5, arbitrary: fc.tuple(fc.integer({ min: 1, max: 2 }), jump).map(([workers, days]): Command => (world) => world.work(workers, days)) },
  { weight: 1, arbitrary: fc.constant<Command>((world) => world.forget()) },
  { weight: 1, arbitrary: fc.constant<Command>((world) => world.sweep()) },
  { weight: 2, arbitrary: jump.map((days): Command => (world) => world.seal(days)) },
)

describeShop(({ getContainer }) => {
  it(`says in the end what the facts say, whatever happened on the way: ${RUNS} histories of ${COMMANDS} acts`, async () => {
    const container = getContainer()
    const connection: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
    const shop = await openLinkedShop(container)
    const template = await openTemplate(container, ledger, shop)

    let histories = 0
    await fc.assert(fc.asyncProperty(fc.array(command, { minLength: COMMANDS, maxLength: COMMANDS, size: "max" }), async (commands) => {
      const world = new ModelWorld(connection, ledger, `${SEED % 1_000}${(histories += 1)}`, structuredClone(template), shop.household_ids)
      for (const act of commands) await act(world)
      for (const order of world.orders) await world.confirm(order)
      await world.work(2)
      await world.sweep()
      expect(await world.said()).toEqual(world.expected())
    }), { seed: SEED, numRuns: RUNS, endOnFailure: false })

    await ledger.seal(new Date())
    const { problems, journals } = await ledger.verifyJournals()
    expect(problems).toEqual([])
    const kinds = await sql(container, "select kind, count(*)::integer as n from ledger_journal group by kind order by kind")
    expect(kinds).toEqual(["acceptance", "reversal", "sale"].map((kind) => ({ kind, n: expect.any(Number) })))
    expect(Math.min(...kinds.map(({ n }) => Number(n)))).toBeGreaterThan(RUNS / 4)
    expect(journals).toBe(kinds.reduce((sum, { n }) => sum + Number(n), 0))
  }, 900_000)
}, { env: { MEDUSA_WORKER_MODE: "server" } })
