import { importRegionsWorkflow } from "@fupin/provenance/workflows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { Client } from "pg"
import { vi } from "vitest"
import { createGoods, type Goods } from "../support/goods"
import { addLinkage, addProducer, type LinkedShop, openLinkedShop } from "../support/linked-shop"
import { shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"

const MANY = 12

describeShop(({ api, getContainer }) => {
  let shop: LinkedShop
  let goods: Goods[]

  beforeAll(async () => {
    shop = await openLinkedShop(getContainer())
    await importRegionsWorkflow(getContainer()).run()
    goods = []
    for (let index = 0; index < MANY; index++) goods.push(await createGoods(getContainer(), shop.store, `好物${index}`, 20 + index))
    const half = goods.slice(0, MANY / 2).map(({ product_id }) => product_id)
    const producer = await addProducer(getContainer(), "城厢镇合作社", half, "2026-01-01T00:00:00+08:00")
    await addLinkage(getContainer(), "渝巫联〔2026〕009号", producer, shop.household_ids, [{ target: { kind: "all" }, share: { kind: "revenue_share", bp: 500 } }])
  })

  /** How many statements the database hears while this is asked. */
  async function statementsOf(path: string, many: number): Promise<number> {
    const items = goods.slice(0, many).map(({ variant_id }) => ({ variant_id, quantity: 2 }))
    const heard = vi.spyOn(Client.prototype, "query")
    const { status } = await api.post(path, { items }, shopHeaders(shop.store))
    const count = heard.mock.calls.length
    heard.mockRestore()
    expect(status).toBe(200)
    return count
  }

  it.each(["/store/benefit/preview", "/store/checkout/quote"])("%s asks the database no more often for many goods than for one", async (path) => {
    await statementsOf(path, MANY)
    const one = await statementsOf(path, 1)
    expect(one).toBeGreaterThan(3)
    expect(await statementsOf(path, MANY)).toBeLessThanOrEqual(one + 1)
  })

  it.each(["organisation", "campaign"])("finds the orders of one %s by their index, not by reading all", async (name) => {
    const plan = await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).transaction(async (transaction) => {
      await transaction.raw("set local enable_seqscan = off")
      return (await transaction.raw(`explain select id from "order" where metadata ->> '${name}_id' = 'one'`)).rows
    })
    expect(JSON.stringify(plan)).toContain(`IDX_order_of_${name}`)
  })
}, { env: { MEDUSA_WORKER_MODE: "server" } })
