import { createHmac } from "node:crypto"
import { type PlaceOrder, placeOrdersWorkflow } from "@fupin/checkout/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { importStore, type OpenStore } from "../../seed/importers/store"
import { createGoods, type Goods } from "../support/goods"
import { ADDRESS } from "../support/purchase"
import { describeShop } from "../support/shop"

const orderId = (name: string) => `order_${createHmac("sha256", "test").update(name).digest("hex").slice(0, 32)}`

describeShop(({ getContainer }) => {
  let container: MedusaContainer
  let store: OpenStore
  let potato: Goods
  let walnut: Goods

  beforeAll(async () => {
    container = getContainer()
    store = await importStore(container)
    potato = await createGoods(container, store, "巫溪洋芋", 39.9, 1000)
    walnut = await createGoods(container, store, "巫溪核桃", 58, 10)
  })

  const order = (name: string, items: PlaceOrder["items"], more: Partial<PlaceOrder> = {}): PlaceOrder => ({
    id: orderId(name), email: "canteen@example.cn", region_id: store.region_id, sales_channel_id: store.sales_channel_id, shipping_address: ADDRESS,
    items, payment_provider_id: "pp_transfer_cn", ...more,
  })
  const place = async (orders: PlaceOrder[]) => (await placeOrdersWorkflow(getContainer()).run({ input: { orders } })).result
  const read = async (ids: string[]) => {
    const { data } = await getContainer().resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order",
      fields: ["id", "created_at", "total", "item_total", "shipping_total", "metadata", "email", "status", "payment_status", "items.*", "items.variant_id", "items.quantity", "payment_collections.status", "payment_collections.amount", "payment_collections.payments.id", "payment_collections.payments.captures.amount"],
      filters: { id: ids },
    })
    const plain: typeof data = JSON.parse(JSON.stringify(data))
    return ids.map((id) => plain.find((held) => held.id === id)!)
  }
  const reserved = async (goods: Goods) => {
    const held = await getContainer().resolve(Modules.INVENTORY).listReservationItems({ inventory_item_id: goods.inventory_item_id })
    return held.reduce((sum, { quantity }) => sum + Number(quantity), 0)
  }

  describe("orders placed in bulk", () => {
    it("are real orders with lines, prices, reservations and payments; placing them again changes nothing", async () => {
      const orders = [
        order("a", [{ variant_id: potato.variant_id, quantity: 3 }, { variant_id: walnut.variant_id, quantity: 2, unit_price_fen: 5000 }], {
          shipping_option_id: store.shipping_option_ids.standard, placed_at: "2026-09-01T08:00:00+08:00", metadata: { occurrence: "1" },
        }),
        order("b", [{ variant_id: potato.variant_id, quantity: 5 }], { payment_provider_id: "pp_demo_cn", placed_at: "2026-09-02T08:00:00+08:00" }),
        order("c", [{ variant_id: potato.variant_id, quantity: 1 }, { variant_id: potato.variant_id, quantity: 4 }], { shipping_option_id: store.shipping_option_ids.cold, shipping_fen: 0 }),
      ]
      const first = await place(orders)
      expect(first.refused).toEqual([])
      const [a, b, c] = await read(orders.map(({ id }) => id))
      expect(a).toMatchObject({ total: 227.7, shipping_total: 8, email: "canteen@example.cn", metadata: { occurrence: "1" } })
      expect(new Date(a!.created_at).toISOString()).toBe("2026-09-01T00:00:00.000Z")
      expect(a!.items!.map((line: { variant_id: string; quantity: number; title: string }) => [line.variant_id, Number(line.quantity), line.title])).toEqual(expect.arrayContaining([[potato.variant_id, 3, "巫溪洋芋"], [walnut.variant_id, 2, "巫溪核桃"]]))
      expect(a!.payment_collections![0]).toMatchObject({ status: "authorized", amount: 227.7 })
      expect(b!.payment_collections![0]).toMatchObject({ status: "completed", amount: 199.5, payments: [{ id: first.placed.find(({ order_id }) => order_id === b!.id)!.payment_id, captures: [{ amount: 199.5 }] }] })
      expect(c).toMatchObject({ total: 199.5, shipping_total: 0 })
      expect(await reserved(potato)).toBe(13)

      expect((await place(orders)).placed).toEqual(expect.arrayContaining(first.placed))
      expect(await reserved(potato)).toBe(13)
      const payments = await getContainer().resolve(Modules.PAYMENT).listPayments({})
      expect(payments).toHaveLength(3)
    })

    it("refuses what cannot be, order by order, and leaves nothing of it", async () => {
      const { placed, refused } = await place([
        order("good", [{ variant_id: walnut.variant_id, quantity: 8 }]),
        order("too much in one", [{ variant_id: potato.variant_id, quantity: 600 }, { variant_id: potato.variant_id, quantity: 600 }]),
        order("too much after the first", [{ variant_id: walnut.variant_id, quantity: 3 }]),
        order("nothing", [{ variant_id: potato.variant_id, quantity: 0 }]),
        order("half", [{ variant_id: potato.variant_id, quantity: 1.5 }]),
        order("unknown", [{ variant_id: "variant_unknown", quantity: 1 }]),
        order("negative price", [{ variant_id: potato.variant_id, quantity: 1, unit_price_fen: -1 }]),
        order("unknown shipping", [{ variant_id: potato.variant_id, quantity: 1 }], { shipping_option_id: "so_unknown" }),
        order("card", [{ variant_id: potato.variant_id, quantity: 1 }], { payment_provider_id: "pp_stripe_stripe" }),
      ])
      expect(placed.map(({ order_id }) => order_id)).toEqual([orderId("good")])
      expect(refused.map(({ code }) => code)).toEqual([
        "out_of_stock", "out_of_stock", "invalid_quantity", "invalid_quantity", "unknown_variant", "invalid_price", "unknown_shipping_option", "unknown_payment_method",
      ])
      expect(refused[1]!.message).toContain("只剩 2 件")
      expect(await getContainer().resolve(Modules.ORDER).listOrders({})).toHaveLength(1)
      expect(await reserved(walnut)).toBe(8)
      expect(await reserved(potato)).toBe(0)
    })

    it("are completed by the next run when one was killed between its modules", async () => {
      const orders = [order("killed", [{ variant_id: potato.variant_id, quantity: 7 }], { payment_provider_id: "pp_demo_cn" })]
      const link = getContainer().resolve(ContainerRegistrationKeys.LINK)
      const payments = getContainer().resolve(Modules.PAYMENT)
      const { payment_id } = (await place(orders)).placed[0]!
      const [before] = await read([orders[0]!.id])
      const collection = (await payments.retrievePayment(payment_id)).payment_collection_id
      await link.dismiss({ [Modules.ORDER]: { order_id: orders[0]!.id }, [Modules.PAYMENT]: { payment_collection_id: collection } })
      await payments.deletePaymentCollections([collection])
      await place(orders)
      expect((await read([orders[0]!.id]))[0]!.payment_collections).toMatchObject(before!.payment_collections!.map(({ status, amount }: { status: string; amount: number }) => ({ status, amount })))

      await link.dismiss({ [Modules.ORDER]: { order_id: orders[0]!.id }, [Modules.PAYMENT]: { payment_collection_id: collection } })
      await payments.deletePaymentCollections([collection])
      await getContainer().resolve(Modules.ORDER).deleteOrders([orders[0]!.id])
      await place(orders)
      expect(await reserved(potato)).toBe(7)
      expect((await read([orders[0]!.id]))[0]).toMatchObject({ total: 279.3, payment_collections: [{ status: "completed", payments: [{ id: payment_id }] }] })
    })
  })
})
