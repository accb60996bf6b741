import { randomUUID } from "node:crypto"
import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import { importRegionsWorkflow } from "@fupin/provenance/workflows"
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { importStore, type OpenStore } from "../../seed/importers/store"
import { createGoods, type Goods } from "../support/goods"
import { shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

describeShop(({ api, getContainer }) => {
  let store: OpenStore
  let potato: Goods
  let walnut: Goods

  beforeAll(async () => {
    store = await importStore(getContainer())
    potato = await createGoods(getContainer(), store, "巫溪洋芋", 39.9, 100)
    walnut = await createGoods(getContainer(), store, "巫溪核桃", 58, 2)
    await importRegionsWorkflow(getContainer()).run({ input: undefined })
  })

  const options = () => ({ ...shopHeaders(store), validateStatus: null })
  const input = (more: object = {}) => ({
    idempotency_key: randomUUID(), items: [{ variant_id: potato.variant_id, quantity: 2 }], email: "buyer@example.cn",
    address: { name: "王小明", phone: "13800000000", county_code: "500238", detail: "古路镇一号" },
    shipping_option_id: store.shipping_option_ids.standard, payment_provider_id: "pp_demo_cn", promo_codes: [], remark: "请放门卫", ...more,
  })
  const checkOut = (body: object) => api.post("/store/checkout", body, options())
  const complete = (cartId: string) => api.post(`/store/carts/${cartId}/complete`, {}, options())
  const readOrder = async (id: string) => {
    const { data } = await getContainer().resolve(ContainerRegistrationKeys.QUERY).graph({
      entity: "order", fields: ["*", "total", "discount_total", "shipping_total", "shipping_address.*", "items.*", "payment_collections.*", "payment_collections.payments.captures.*"], filters: { id },
    })
    return JSON.parse(JSON.stringify(data[0]))
  }

  describe("the shop's own way to buy", () => {
    it("quotes, makes a cart in one call, and core completes it into the same order as its own path", async () => {
      const quote = await api.post("/store/checkout/quote", { items: [{ variant_id: potato.variant_id, quantity: 1 }, { variant_id: walnut.variant_id, quantity: 3 }, { variant_id: potato.variant_id, quantity: 1 }] }, options())
      expect(quote.status).toBe(200)
      expect(quote.data).toMatchObject({
        lines: [{ variant_id: potato.variant_id, quantity: 2, unit_price_fen: 3990, total_fen: 7980, problem: null }, { problem: { code: "out_of_stock", message: "“巫溪核桃 一份”只剩 2 件，请减少数量" } }],
        goods_fen: 7980, discount_fen: 0,
      })
      expect(quote.data.shipping_options.map(({ amount_fen }: { amount_fen: number }) => amount_fen).sort()).toEqual([0, 2200, 800])
      expect(quote.data.payment_methods.map(({ kind }: { kind: string }) => kind)).toEqual(["demo", "transfer"])

      const body = input({ items: [{ variant_id: potato.variant_id, quantity: 1 }, { variant_id: potato.variant_id, quantity: 1 }] })
      const first = await checkOut(body)
      expect(first.status).toBe(200)
      expect(first.data).toMatchObject({ goods_fen: 7980, shipping_fen: 800, discount_fen: 0, total_fen: 8780, payment: { provider_id: "pp_demo_cn", client_secret: null } })
      expect((await checkOut(body)).data).toEqual(first.data)
      expect((await checkOut({ ...body, remark: "另一句话" })).data).toMatchObject({ code: "conflict" })

      const { data: { order } } = await complete(first.data.cart_id)
      expect(await readOrder(order.id)).toMatchObject({
        total: 87.8, shipping_total: 8, email: "buyer@example.cn", metadata: { remark: "请放门卫" },
        shipping_address: { first_name: "王小明", province: "500000", address_1: expect.stringMatching(/^巫溪县古路镇一号$/), metadata: { region_code: "500238" } },
        items: [{ quantity: 2, unit_price: 39.9, variant_id: potato.variant_id }],
        payment_collections: [{ status: "completed", payments: [{ captures: [{ amount: 87.8 }] }] }],
      })
      expect((await checkOut(body)).data).toEqual(first.data)
      expect((await complete(first.data.cart_id)).data.order.id).toBe(order.id)
    })

    it("takes promotion codes, and refuses those it does not know", async () => {
      await createPromotionsWorkflow(getContainer()).run({ input: { promotionsData: [{
        code: "JIE7", type: "standard", status: "active", application_method: { type: "percentage", target_type: "items", allocation: "across", value: 7, currency_code: "cny" },
      }] } })
      expect((await checkOut(input({ promo_codes: ["NOPE"] }))).data).toMatchObject({ code: "unusable_promotion" })
      const answer = await checkOut(input({ promo_codes: ["JIE7"] }))
      expect(answer.data).toMatchObject({ goods_fen: 7980, discount_fen: 559, total_fen: 8221 })
      const { data: { order } } = await complete(answer.data.cart_id)
      expect((await readOrder(order.id)).total).toBeCloseTo(82.214, 2)
    })

    it("lets the last pieces go to one of two buyers who pay at once", async () => {
      const bodies = [1, 2].map(() => input({ items: [{ variant_id: walnut.variant_id, quantity: 2 }] }))
      const carts = await Promise.all(bodies.map(checkOut))
      const answers = await Promise.all(carts.map(({ data }) => complete(data.cart_id)))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 400])
      expect(answers.find(({ status }) => status === 400)!.data).toMatchObject({ code: "out_of_stock" })
      expect(await getContainer().resolve(Modules.ORDER).listOrders({})).toHaveLength(1)
    })

    it("registers a transfer in parts, once for each reference, never beyond what is due", async () => {
      const { data: { cart_id } } = await checkOut(input({ payment_provider_id: "pp_transfer_cn" }))
      const { data: { order } } = await complete(cart_id)
      const finance = await signInStaff(getContainer(), "finance", "500238")
      const elsewhere = await signInStaff(getContainer(), "finance", "500237")
      const auditor = await signInStaff(getContainer(), "auditor")
      const receive = (body: object, headers = finance.headers) => api.post(`/admin/checkout/orders/${order.id}/transfers`, body, { headers, validateStatus: null })
      const part = { amount_fen: 3000, reference: "农行 0001", received_on: "2026-11-20" }
      expect((await receive(part, elsewhere.headers)).data).toMatchObject({ code: "not_in_your_region" })
      expect((await receive(part, auditor.headers)).data).toMatchObject({ code: "missing_permission" })
      const first = await receive(part)
      expect(first.data.transfer).toMatchObject({ amount_fen: 3000, due_fen: 5780 })
      expect((await receive(part)).data).toEqual(first.data)
      expect((await receive({ ...part, amount_fen: 2999 })).data).toMatchObject({ code: "transfer_reference_taken" })
      expect((await receive({ ...part, reference: "农行 0002", amount_fen: 5781 })).data).toMatchObject({ code: "transfer_exceeds_due" })
      expect((await receive({ ...part, reference: "农行 0002", amount_fen: 5780 })).data.transfer).toMatchObject({ due_fen: 0 })
      expect((await receive({ ...part, reference: "农行 0003", amount_fen: 1 })).data).toMatchObject({ code: "transfer_exceeds_due" })
      expect((await readOrder(order.id)).payment_collections).toMatchObject([{ status: "completed", captured_amount: 87.8 }])
      const again = { order_id: order.id, ...part, actor_id: finance.user_id }
      expect((await receiveTransferWorkflow(getContainer()).run({ input: again })).result.capture_id).toBe(first.data.transfer.capture_id)
    })
  })
})
