import { FILING_MODULE, type FilingModuleService } from "@fupin/benefit/modules/filing"
import { LEDGER_MODULE, type LedgerModuleService } from "@fupin/benefit/modules/ledger"
import { SETTLEMENT_MODULE, type SettlementModuleService } from "@fupin/benefit/modules/settlement"
import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import fc from "fast-check"
import { openLinkedShop, sql } from "../support/linked-shop"
import { describeShop } from "../support/shop"
import { ModelOffice } from "./support/model-office"
import { type ModelOrder, ModelWorld } from "./support/model-world"
import { openTemplate } from "./support/template"

/** Repeatable: the same seed makes the same histories; another one is tried with MODEL_SEED, more of them with MODEL_RUNS. */
const SEED = Number(process.env.MODEL_SEED ?? 20_261_122)
const RUNS = Number(process.env.MODEL_RUNS ?? 300)
const COMMANDS = 40

type Command = (world: ModelWorld, office: ModelOffice) => Promise<unknown> | void

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
  { weight: 7, arbitrary: fc.tuple(which, line, fc.integer({ min: 1, max: 4 })).map(([index, of, quantity]) => onOrder((world, order) => world.accept(order, of, quantity))(index)) },
  { weight: 2, arbitrary: fc.tuple(which, line).map(([index, of]) => onOrder((world, order) => world.giveBack(order, of))(index)) },
  { weight: 2, arbitrary: fc.tuple(fc.integer({ min: 1, max: 9_000 }), fc.array(fc.nat(4), { minLength: 3, maxLength: 3 })).map(([bp, weights]): Command => (world) => world.agree(bp, weights)) },
  { weight: 1, arbitrary: fc.nat(2).map((place): Command => (world) => world.leave(place)) },
  { weight: 5, arbitrary: fc.tuple(fc.integer({ min: 1, max: 2 }), jump).map(([workers, days]): Command => (world) => world.work(workers, days)) },
  { weight: 1, arbitrary: fc.constant<Command>((world) => world.forget()) },
  { weight: 1, arbitrary: fc.constant<Command>((world) => world.sweep()) },
  { weight: 2, arbitrary: jump.map((days): Command => (world) => world.seal(days)) },
  { weight: 3, arbitrary: fc.tuple(fc.nat(5), fc.nat(3)).map(([missed, returned]): Command => (_world, office) => office.settle(missed, returned)) },
  { weight: 1, arbitrary: fc.constant<Command>((_world, office) => office.fileSometimes()) },
)

describeShop(({ getContainer }) => {
  it(`says in the end what the facts say, whatever happened on the way: ${RUNS} histories of ${COMMANDS} acts`, async () => {
    const container = getContainer()
    const connection: Knex = container.resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const ledger = container.resolve<LedgerModuleService>(LEDGER_MODULE)
    const shop = await openLinkedShop(container)
    const template = await openTemplate(container, ledger, shop)

    const office = new ModelOffice(connection, ledger, container.resolve<SettlementModuleService>(SETTLEMENT_MODULE), container.resolve<FilingModuleService>(FILING_MODULE))
    await office.open(new Date(Date.now() - 40 * 86_400_000).toISOString().slice(0, 7))

    let histories = 0
    await fc.assert(fc.asyncProperty(fc.array(command, { minLength: COMMANDS, maxLength: COMMANDS, size: "max" }), async (commands) => {
      const world = new ModelWorld(connection, ledger, `${SEED % 1_000}${(histories += 1)}`, structuredClone(template), shop.household_ids)
      for (const act of commands) await act(world, office)
      for (const order of world.orders) await world.confirm(order)
      await world.work(2)
      await world.sweep()
      expect(await world.said()).toEqual(world.expected())
      expect(await office.settled()).toEqual(Object.fromEntries([...office.paid].filter(([, fen]) => fen !== 0)))
    }), { seed: SEED, numRuns: RUNS, endOnFailure: false })

    await office.file()
    const { problems, journals } = await ledger.verifyJournals()
    expect([...problems, ...(await container.resolve<FilingModuleService>(FILING_MODULE).verifyFilings())]).toEqual([])
    const kinds = await sql(container, "select kind, count(*)::integer as n from ledger_journal group by kind order by kind")
    expect(kinds).toEqual(["acceptance", "payout_return", "reversal", "sale", "settlement"].map((kind) => ({ kind, n: expect.any(Number) })))
    expect(Math.min(...kinds.map(({ n }) => Number(n)))).toBeGreaterThan(RUNS / 20)
    expect(journals).toBe(kinds.reduce((sum, { n }) => sum + Number(n), 0))
    const [filed] = await sql(container, `select (select count(*)::integer from filing_entry) as filed, (select count(*)::integer from ledger_entry where account in ('provisional', 'payable', 'settled')) as posted,
      (select count(distinct filing_id)::integer from filing_entry) as filings`)
    expect(filed!.filed, "each movement stands in one filing").toBe(filed!.posted)
    expect(filed!.filings).toBeGreaterThan(RUNS / 10)
  }, 1_200_000)
}, { env: { MEDUSA_WORKER_MODE: "server" } })
