import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { LedgerVerified } from "@fupin/contract/schemas"
import { createPromotionsWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { capture, type LinkedShop, openLinkedShop, place, post, refund, sql } from "../support/linked-shop"
import { ADDRESS, buy, shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

describeShop(({ api, getContainer }) => {
  let shop: LinkedShop
  let office: Awaited<ReturnType<typeof signInStaff>>["headers"]
  const container = (): MedusaContainer => getContainer()
  const rows = (text: string, values: unknown[] = []) => sql(container(), text, values)

  beforeAll(async () => {
    shop = await openLinkedShop(container())
    office = (await signInStaff(container(), "office")).headers
  })

  const verify = async () => LedgerVerified.parse((await api.post("/admin/benefit/verify", {}, { headers: office })).data)
  /** Fen on households' stages of an order, once the sweep has looked at everything and found nothing wrong. */
  async function afterSweep(orderId: string): Promise<number> {
    await api.post("/admin/benefit/reconcile", {}, { headers: office })
    expect(await verify()).toMatchObject({ ok: true, problems: [] })
    return await held(orderId)
  }
  const held = async (orderId: string) =>
    Number((await rows("select coalesce(sum(amount_fen), 0)::integer as fen from ledger_entry where order_id = ? and account <> 'obligation'", [orderId]))[0]!.fen)
  const journals = async (orderId: string) => Number((await rows("select count(*)::integer as n from ledger_journal where order_id = ?", [orderId]))[0]!.n)

  describe("whatever becomes of the events", () => {
    it("ten of the same, at once, post once", async () => {
      const { order_id, payment_id } = await place(container(), shop, "ten", [[shop.potato, 3]])
      await capture(container(), payment_id)
      const events = container().resolve(Modules.EVENT_BUS)
      await Promise.all([
        ...Array.from({ length: 10 }, () => events.emit({ name: "payment.captured", data: { id: payment_id } })),
        ...Array.from({ length: 10 }, (_, index) => postBenefitWorkflow(container()).run({ input: index % 2 ? {} : { order_ids: [order_id] } })),
      ])
      expect(await journals(order_id)).toBe(1)
      expect(await afterSweep(order_id)).toBe(1_197)
    })

    it("none at all: the sweep finds the sale", async () => {
      const { order_id, payment_id } = await place(container(), shop, "lost", [[shop.potato, 1]])
      const blind = async (command: string) => {
        for (const table of ["capture", "payment_collection"]) await rows(`alter table ${table} ${command} trigger ledger_note_${table}`)
      }
      await post(container())
      await blind("disable")
      await capture(container(), payment_id)
      await rows("update capture set created_at = now() - interval '2 minutes'")
      await blind("enable")
      expect(await verify()).toMatchObject({ ok: false, unaccrued_captures: 1, problems: [{ code: "unaccrued_capture" }] })
      const complete = async () => (await api.get("/ready", { validateStatus: null })).data.checks.find(({ name }: { name: string }) => name === "ledger_complete")
      expect(await complete()).toEqual({ name: "ledger_complete", ok: false, detail: "一天内收款未入账 1 笔，入账无收款 0 笔" })
      expect(await afterSweep(order_id)).toBe(399)
      expect(await complete()).toMatchObject({ ok: true })
    })

    it("money before its order's link is posted when the link comes", async () => {
      const { order_id, payment_id } = await place(container(), shop, "webhook first", [[shop.potato, 1]])
      const [link] = await rows("delete from order_payment_collection where order_id = ? returning *", [order_id])
      await capture(container(), payment_id)
      await post(container())
      expect(await held(order_id)).toBe(0)
      expect(await verify()).toMatchObject({ ok: true })
      await rows("insert into order_payment_collection (order_id, payment_collection_id, id) values (?, ?, ?)", [link!.order_id, link!.payment_collection_id, link!.id])
      await post(container())
      expect(await held(order_id)).toBe(399)
      expect(await afterSweep(order_id)).toBe(399)
    })

    it("money of a cart that never became an order is nobody's", async () => {
      const { order_id, payment_id } = await place(container(), shop, "failed completion", [[shop.potato, 1]])
      await rows("delete from order_payment_collection where order_id = ?", [order_id])
      await rows('update "order" set deleted_at = now() where id = ?', [order_id])
      await capture(container(), payment_id)
      await refund(container(), payment_id, 39.9)
      expect(await afterSweep(order_id)).toBe(0)
      expect(await journals(order_id)).toBe(0)
    })
  })

  describe("money that is not confirmed", () => {
    it("a capture under way counts only when the collection says so, and a declined one never", async () => {
      const { order_id, payment_id } = await place(container(), shop, "declined capture", [[shop.potato, 2]])
      await rows("insert into capture (id, amount, raw_amount, payment_id) values ('capt_open', 79.8, '{\"value\": \"79.8\"}', ?)", [payment_id])
      await post(container())
      expect(await held(order_id)).toBe(0)
      await rows("delete from capture where id = 'capt_open'")
      expect(await afterSweep(order_id)).toBe(0)
      await capture(container(), payment_id)
      expect(await afterSweep(order_id)).toBe(798)
      expect(await journals(order_id)).toBe(1)
    })

    it("a declined refund takes nothing back, not even for a moment", async () => {
      const { order_id, payment_id } = await place(container(), shop, "declined refund", [[shop.potato, 2]])
      await capture(container(), payment_id)
      expect(await afterSweep(order_id)).toBe(798)
      await rows("insert into refund (id, amount, raw_amount, payment_id) values ('ref_open', 39.9, '{\"value\": \"39.9\"}', ?)", [payment_id])
      await post(container(), [order_id])
      expect(await held(order_id)).toBe(798)
      await rows("delete from refund where id = 'ref_open'")
      expect(await afterSweep(order_id)).toBe(798)
      expect(await journals(order_id)).toBe(1)
    })

    it("declined by the provider itself, through core", async () => {
      const session = (outcome: string) => buyWith(outcome)
      const declined = await session("capture_declined")
      await expect(capture(container(), declined.payment_id)).rejects.toThrow()
      expect(await afterSweep(declined.order_id)).toBe(0)
      const kept = await session("refund_declined")
      expect(await afterSweep(kept.order_id)).toBe(399)
      await expect(refund(container(), kept.payment_id, 39.9)).rejects.toThrow()
      expect(await afterSweep(kept.order_id)).toBe(399)
    })

    it("is named when it stays so for ten minutes", async () => {
      const { payment_id } = await place(container(), shop, "stuck", [[shop.potato, 1]])
      await rows("insert into capture (id, amount, raw_amount, payment_id, created_at) values ('capt_stuck', 39.9, '{\"value\": \"39.9\"}', ?, now() - interval '11 minutes')", [payment_id])
      await post(container())
      expect(await verify()).toMatchObject({ ok: true })
      await rows("update payment_collection set updated_at = now() - interval '11 minutes'")
      expect((await verify()).problems.map(({ code }) => code)).toEqual(["unconfirmed_payment"])
    })

    /** A cart of one potato, paid by the demonstration's provider behaving as told. */
    async function buyWith(demo_outcome: string) {
      const options = shopHeaders(shop.store)
      const { data: { cart } } = await api.post("/store/carts", { region_id: shop.store.region_id, sales_channel_id: shop.store.sales_channel_id, email: "buyer@example.cn", shipping_address: ADDRESS, items: [{ variant_id: shop.potato.variant_id, quantity: 1 }] }, options)
      await api.post(`/store/carts/${cart.id}/shipping-methods`, { option_id: shop.store.shipping_option_ids.pickup }, options)
      const { data: { payment_collection } } = await api.post("/store/payment-collections", { cart_id: cart.id }, options)
      await api.post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id: "pp_demo_cn", data: { demo_outcome } }, options)
      const { data: { order } } = await api.post(`/store/carts/${cart.id}/complete`, {}, options)
      const [payment] = await rows("select id from payment where payment_collection_id = ?", [payment_collection.id])
      return { order_id: String(order.id), payment_id: String(payment!.id) }
    }
  })

  describe("decimals", () => {
    it("of a promotion of 7% end in fen", async () => {
      await createPromotionsWorkflow(container()).run({ input: { promotionsData: [{
        code: "SEVEN", type: "standard", status: "active", is_automatic: true,
        application_method: { type: "percentage", target_type: "items", allocation: "across", value: 7, currency_code: "cny" },
      }] } })
      const order = await buy(api, shop.store, [{ variant_id: shop.potato.variant_id, quantity: 3 }, { variant_id: shop.walnut.variant_id, quantity: 1 }], "pp_demo_cn")
      const [{ amount }] = await rows("select amount::text from capture") as [{ amount: string }]
      expect(Number(amount)).toBeCloseTo(119.7 * 0.93 + 58 * 0.93 + 8, 6)
      expect(await afterSweep(order.id)).toBe(Math.round(11_132.1 * 0.1) + 30)
    })
  })

  describe("who reads and who writes", () => {
    it("only the buyer confirms receipt, only staff in scope read entries", async () => {
      const customer = await signUp("own@example.cn")
      const stranger = await signUp("other@example.cn")
      const { order_id, payment_id } = await place(container(), shop, "own", [[shop.potato, 1]], { customer_id: customer.id })
      await capture(container(), payment_id)
      await post(container())
      const confirm = (headers: object) => api.post(`/store/orders/${order_id}/acceptance`, { lines: "all" }, { headers: { ...shopHeaders(shop.store).headers, ...headers }, validateStatus: null })
      for (const outsider of [{}, stranger.headers]) expect(await confirm(outsider)).toMatchObject({ status: 404, data: { code: "not_found" } })
      expect((await confirm(customer.headers)).status).toBe(200)
      expect((await confirm(customer.headers)).status).toBe(200)
      expect(await afterSweep(order_id)).toBe(399)

      const count = async (role: Parameters<typeof signInStaff>[1], region?: string) => {
        const { headers } = await signInStaff(container(), role, region)
        const { status, data } = await api.get(`/admin/benefit/entries?order_id=${order_id}`, { headers, validateStatus: null })
        return status === 200 ? data.count : status
      }
      expect(await count("auditor")).toBe(9)
      expect(await count("office", "500238")).toBe(9)
      expect(await count("office", "420000")).toBe(0)
      expect(await count("town_clerk", "500238")).toBe(403)
      for (const path of ["reconcile", "verify"]) expect((await api.post(`/admin/benefit/${path}`, {}, { headers: (await signInStaff(container(), "auditor")).headers, validateStatus: null })).status).toBe(403)
      expect((await api.get("/admin/benefit/entries?period=2026-13", { headers: office, validateStatus: null }))).toMatchObject({ status: 400 })
      expect((await api.post(`/admin/benefit/orders/order_none/acceptance`, { source: "x" }, { headers: office, validateStatus: null }))).toMatchObject({ status: 404, data: { code: "unknown_order" } })
      expect((await api.post(`/admin/benefit/orders/${order_id}/acceptance`, { source: "x", lines: [{ line_item_id: "none", quantity: 1 }] }, { headers: office, validateStatus: null }))).toMatchObject({ status: 400, data: { code: "unknown_order_line" } })
    })

    async function signUp(email: string) {
      const [customer] = await container().resolve(Modules.CUSTOMER).createCustomers([{ email, has_account: true }])
      const { generateJwtToken, ContainerRegistrationKeys } = await import("@medusajs/framework/utils")
      const { http } = container().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const identity = await container().resolve(Modules.AUTH).createAuthIdentities({ provider_identities: [{ provider: "emailpass", entity_id: email }], app_metadata: { customer_id: customer!.id } })
      const token = generateJwtToken({ actor_id: customer!.id, actor_type: "customer", auth_identity_id: identity.id, app_metadata: { customer_id: customer!.id } }, { secret: http.jwtSecret as string, expiresIn: "1d", jwtOptions: http.jwtOptions })
      return { id: customer!.id, headers: { authorization: `Bearer ${token}` } }
    }
  })

  describe("the database itself", () => {
    it("refuses to change, remove or unbalance what is written", async () => {
      const { order_id, payment_id } = await place(container(), shop, "sealed", [[shop.potato, 1]])
      await capture(container(), payment_id)
      await post(container())
      for (const table of ["ledger_journal", "ledger_entry", "payment_fact", "acceptance_fact"]) {
        for (const change of [`delete from ${table}`, `truncate ${table}`]) await expect(rows(change), change).rejects.toThrow("only grows")
      }
      await expect(rows("update ledger_entry set amount_fen = amount_fen + 1")).rejects.toThrow("only grows")
      await expect(rows("update ledger_journal set event_at = now()")).rejects.toThrow("only grows")
      const columns = "journal_id, position, account, beneficiary_id, producer_id, linkage_version_id, order_id, line_item_id, amount_fen"
      const copy = (amount: string) => `insert into ledger_entry (${columns}) select ${columns.replace("amount_fen", amount).replace("position", "position + 100")} from ledger_entry`
      await expect(rows(`${copy("amount_fen")} where account <> 'obligation'`)).rejects.toThrow("does not sum to zero")
      await expect(rows(copy("amount_fen"))).rejects.toThrow("already closed")
      await expect(rows(copy("0"))).rejects.toThrow()
      expect(await afterSweep(order_id)).toBe(399)
    })
  })
})
