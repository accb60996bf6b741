import { createHmac } from "node:crypto"
import { type PlaceOrder, placeOrdersWorkflow } from "@fupin/checkout/workflows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { Client } from "pg"
import { importStore, type OpenStore } from "../../seed/importers/store"
import { createGoods, type Goods } from "../support/goods"
import { ADDRESS, shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"

const orderId = (name: string) => `order_${createHmac("sha256", "test").update(name).digest("hex").slice(0, 32)}`

describeShop(({ api, getContainer, dbConfig }) => {
  let store: OpenStore
  let crab: Goods

  beforeAll(async () => {
    store = await importStore(getContainer())
    crab = await createGoods(getContainer(), store, "大通湖大闸蟹", 128, 4)
  })

  const inventory = () => getContainer().resolve(Modules.INVENTORY)
  const promised = async () => {
    const held = await inventory().listReservationItems({ inventory_item_id: crab.inventory_item_id })
    const [level] = await inventory().listInventoryLevels({ inventory_item_id: crab.inventory_item_id })
    const sum = held.reduce((total, { quantity }) => total + Number(quantity), 0)
    expect(Number(level!.reserved_quantity)).toBe(sum)
    return sum
  }
  const options = () => ({ ...shopHeaders(store), validateStatus: null })
  /** A cart by core's own calls, all but the last. */
  const readyCart = async (items: { variant_id: string; quantity: number; metadata?: object }[]) => {
    const { data: { cart } } = await api.post("/store/carts", { region_id: store.region_id, items, email: "buyer@example.cn", shipping_address: ADDRESS, billing_address: ADDRESS }, options())
    await api.post(`/store/carts/${cart.id}/shipping-methods`, { option_id: store.shipping_option_ids.standard }, options())
    const { data: { payment_collection } } = await api.post("/store/payment-collections", { cart_id: cart.id }, options())
    await api.post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id: "pp_transfer_cn" }, options())
    return cart.id as string
  }
  const complete = (cartId: string) => api.post(`/store/carts/${cartId}/complete`, {}, options())
  const place = async (name: string, quantities: number[]) => {
    const order: PlaceOrder = {
      id: orderId(name), email: "canteen@example.cn", region_id: store.region_id, sales_channel_id: store.sales_channel_id, shipping_address: ADDRESS,
      items: quantities.map((quantity) => ({ variant_id: crab.variant_id, quantity })), payment_provider_id: "pp_transfer_cn",
    }
    return (await placeOrdersWorkflow(getContainer()).run({ input: { orders: [order] } })).result
  }
  const reservation = (quantity: number) => ({ inventory_item_id: crab.inventory_item_id, location_id: store.stock_location_id, quantity })

  describe("stock is never promised twice", () => {
    it("by the same goods on two lines of one cart", async () => {
      const cart = await readyCart([{ variant_id: crab.variant_id, quantity: 3, metadata: { line: 1 } }, { variant_id: crab.variant_id, quantity: 3, metadata: { line: 2 } }])
      const answer = await complete(cart)
      expect(answer.status).toBe(400)
      expect(answer.data).toMatchObject({ code: "out_of_stock", message: expect.stringContaining("只剩 4 件") })
      expect(await promised()).toBe(0)
      expect(await getContainer().resolve(Modules.ORDER).listOrders({})).toHaveLength(0)
    })

    it("by two carts at once for the last pieces", async () => {
      const carts = [await readyCart([{ variant_id: crab.variant_id, quantity: 3 }]), await readyCart([{ variant_id: crab.variant_id, quantity: 3 }])]
      const answers = await Promise.all(carts.map(complete))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
      expect(answers.find(({ status }) => status === 400)!.data).toMatchObject({ code: "out_of_stock" })
      expect(await promised()).toBe(3)
    })

    it("by calls that go past every lock of the application", async () => {
      const calls = await Promise.allSettled([1, 2, 3, 4, 5, 6].map(() => inventory().createReservationItems([reservation(1), reservation(1)])))
      expect(calls.filter(({ status }) => status === "fulfilled")).toHaveLength(2)
      expect(await promised()).toBe(4)
      const [held] = await inventory().listReservationItems({ inventory_item_id: crab.inventory_item_id })
      await expect(inventory().updateReservationItems({ id: held!.id, quantity: 2 })).rejects.toThrow()
      await inventory().deleteReservationItems([held!.id])
      expect(await promised()).toBe(3)
    })

    it("by two processes, each with its own connection", async () => {
      const clients = [1, 2].map(() => new Client({ connectionString: dbConfig.clientUrl }))
      await Promise.all(clients.map((client) => client.connect()))
      const reserve = async (client: Client, id: string) => {
        await client.query("begin")
        await client.query(
          `insert into reservation_item (id, inventory_item_id, location_id, quantity, raw_quantity) values ($1, $2, $3, 3, '{"value":"3"}')`,
          [id, crab.inventory_item_id, store.stock_location_id])
        await client.query("commit")
      }
      const results = await Promise.allSettled(clients.map((client, index) => reserve(client, `resitem_process_${index}`)))
      await Promise.all(clients.map((client) => client.end()))
      expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
      expect(results.find((result) => result.status === "rejected")).toMatchObject({ reason: { code: "FP001", detail: expect.stringContaining("只剩 1 件") } })
    })

    it("by bulk orders among themselves and against a cart", async () => {
      const cart = await readyCart([{ variant_id: crab.variant_id, quantity: 2 }])
      const [twice, bulk, answer] = await Promise.all([place("twice", [2, 3]), place("bulk", [3]), complete(cart)])
      expect(twice.refused).toMatchObject([{ code: "out_of_stock" }])
      expect(bulk.placed.length + (answer.status === 200 ? 1 : 0)).toBe(1)
      expect(await promised()).toBe(bulk.placed.length === 1 ? 3 : 2)
      const { data } = await getContainer().resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields: ["id"] })
      expect(data).toHaveLength(1)
    })
  })
})
