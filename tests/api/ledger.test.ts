import { recordAcceptanceWorkflow, recordPaymentFactsWorkflow } from "@fupin/benefit/workflows"
import { LEDGER_MODULE, type LedgerModuleService } from "@fupin/benefit/modules/ledger"
import { BenefitTotals, type LedgerEntry, LedgerEntryList, LedgerState, LedgerVerified } from "@fupin/contract/schemas"
import { saveRegionsWorkflow } from "@fupin/provenance/workflows"
import { beginOrderEditOrderWorkflow, cancelOrderWorkflow, confirmOrderEditRequestWorkflow, confirmReturnReceiveWorkflow, beginReceiveReturnWorkflow, beginReturnOrderWorkflow, confirmReturnRequestWorkflow, createOrderFulfillmentWorkflow, markOrderFulfillmentAsDeliveredWorkflow, orderEditUpdateItemQuantityWorkflow, receiveItemReturnRequestWorkflow, requestItemReturnWorkflow, requestOrderEditRequestWorkflow } from "@medusajs/medusa/core-flows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { addLinkage, addProducer, capture, type LinkedShop, openLinkedShop, place, post, refund, sql, stages } from "../support/linked-shop"
import { buy } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

describeShop(({ api, getContainer }) => {
  let shop: LinkedShop
  let office: Awaited<ReturnType<typeof signInStaff>>["headers"]
  const container = (): MedusaContainer => getContainer()

  beforeAll(async () => {
    shop = await openLinkedShop(container())
    office = (await signInStaff(container(), "office")).headers
  })

  const entriesOf = async (query: string, headers: object = office) => LedgerEntryList.parse((await api.get(`/admin/benefit/entries?${query}`, { headers })).data)
  const ledgerOf = async (orderId: string): Promise<LedgerEntry[]> => (await entriesOf(`order_id=${orderId}`)).entries
  const verify = async () => LedgerVerified.parse((await api.post("/admin/benefit/verify", {}, { headers: office })).data)
  /** Posts, then holds the ledger against the facts: nothing is left to post, and nothing is wrong. */
  async function exact(orderId: string): Promise<ReturnType<typeof stages>> {
    await post(container())
    expect((await api.post("/admin/benefit/reconcile", {}, { headers: office })).data.posted).toBe(0)
    expect(await verify()).toMatchObject({ ok: true, problems: [], unaccrued_captures: 0 })
    return stages(await ledgerOf(orderId))
  }

  describe("a sale", () => {
    it("bought by core's own path is provisional with the payment and payable with acceptance, for each household by weight", async () => {
      const order = await buy(api, shop.store, [{ variant_id: shop.potato.variant_id, quantity: 2 }, { variant_id: shop.walnut.variant_id, quantity: 5 }], "pp_demo_cn")
      expect(await exact(order.id)).toEqual({ provisional: 798 + 150, payable: 0 })
      const sale = await ledgerOf(order.id)
      expect(new Set(sale.map(({ kind, stage }) => `${kind} ${stage}`))).toEqual(new Set(["sale provisional"]))
      const shares = shop.household_ids.map((id) => sale.filter(({ household_id }) => household_id === id).reduce((sum, { amount_fen }) => sum + amount_fen, 0))
      expect(shares).toEqual([399 + 75, 266 + 50, 133 + 25])

      const { data } = await api.post(`/admin/benefit/orders/${order.id}/acceptance`, { source: "收货单 1" }, { headers: office })
      expect(data.lines).toHaveLength(2)
      await api.post(`/admin/benefit/orders/${order.id}/acceptance`, { source: "收货单 1" }, { headers: office })
      expect(await exact(order.id)).toEqual({ provisional: 0, payable: 948 })
      expect(await sql(container(), "select count(*)::integer as n from acceptance_fact")).toEqual([{ n: 2 }])
    })

    it("pays in parts, is refunded in parts, and ends at zero when all went back", async () => {
      const { order_id, payment_id, line_ids } = await place(container(), shop, "parts", [[shop.potato, 10]])
      expect(await exact(order_id)).toEqual({ provisional: 0, payable: 0 })
      expect(await ledgerOf(order_id)).toEqual([])
      await capture(container(), payment_id, 99.75)
      expect(await exact(order_id)).toEqual({ provisional: 998, payable: 0 })
      await capture(container(), payment_id, 299.25)
      expect(await exact(order_id)).toEqual({ provisional: 3_990, payable: 0 })
      await recordAcceptanceWorkflow(container()).run({ input: { order_id, source: "first delivery", accepted_at: new Date(), lines: [{ line_item_id: line_ids[0]!, quantity: 4 }] } })
      expect(await exact(order_id)).toEqual({ provisional: 2_394, payable: 1_596 })
      await refund(container(), payment_id, 99.75)
      expect(await exact(order_id)).toEqual({ provisional: 1_397, payable: 1_596 })
      await refund(container(), payment_id, 199.5)
      expect(await exact(order_id)).toEqual({ provisional: 0, payable: 998 })
      await refund(container(), payment_id, 99.75)
      expect(await exact(order_id)).toEqual({ provisional: 0, payable: 0 })
      const held = new Map<string, number>()
      for (const { household_id, amount_fen } of await ledgerOf(order_id)) held.set(household_id!, (held.get(household_id!) ?? 0) + amount_fen)
      expect([...held.values()]).toEqual([0, 0, 0])
    })

    it("becomes payable when the days after delivery have passed, as many as the region says", async () => {
      const { order_id, payment_id, line_ids } = await place(container(), shop, "delivered", [[shop.potato, 1]], { shipping_option_id: shop.store.shipping_option_ids.standard })
      await capture(container(), payment_id)
      const { result: fulfillment } = await createOrderFulfillmentWorkflow(container()).run({ input: { order_id, items: [{ id: line_ids[0]!, quantity: 1 }], location_id: shop.store.stock_location_id } })
      await markOrderFulfillmentAsDeliveredWorkflow(container()).run({ input: { orderId: order_id, fulfillmentId: fulfillment.id } })
      expect(await exact(order_id)).toEqual({ provisional: 399, payable: 0 })
      await sql(container(), "update fulfillment set delivered_at = now() - interval '6 days' where id = ?", [fulfillment.id])
      expect(await exact(order_id)).toEqual({ provisional: 399, payable: 0 })
      await sql(container(), "update region set metadata = '{\"acceptance_days\": 5}' where id = ?", [shop.store.region_id])
      expect((await api.post("/admin/benefit/reconcile", { order_ids: [order_id] }, { headers: office })).data).toEqual({ scanned: 1, posted: 1 })
      expect(await exact(order_id)).toEqual({ provisional: 0, payable: 399 })
    })

    it("is dated by the bank's day, and each period keeps its own sales and reversals", async () => {
      const { order_id, payment_id } = await place(container(), shop, "dated", [[shop.potato, 1]], { placed_at: "2026-09-01T08:00:00+08:00" })
      await capture(container(), payment_id)
      await refund(container(), payment_id, 39.9)
      const [captured, refunded] = [await sql(container(), "select id from capture"), await sql(container(), "select id from refund")]
      const facts = [
        { capture_id: String(captured[0]!.id), occurred_at: "2026-09-02T10:00:00+08:00", bank_reference: "B1" },
        { refund_id: String(refunded[0]!.id), occurred_at: "2026-10-02T10:00:00+08:00", cause: "quality" },
      ]
      await recordPaymentFactsWorkflow(container()).run({ input: facts })
      await recordPaymentFactsWorkflow(container()).run({ input: facts })
      await expect(recordPaymentFactsWorkflow(container()).run({ input: [{ ...facts[0]!, bank_reference: "B2" }] })).rejects.toMatchObject({ code: "payment_fact_differs" })
      await expect(recordPaymentFactsWorkflow(container()).run({ input: [{ ...facts[0]!, capture_id: "capt_none" }] })).rejects.toMatchObject({ code: "unknown_payment" })
      await exact(order_id)
      expect(stages((await entriesOf(`order_id=${order_id}&period=2026-09`)).entries)).toEqual({ provisional: 399, payable: 0 })
      expect(stages((await entriesOf(`order_id=${order_id}&period=2026-10`)).entries)).toEqual({ provisional: -399, payable: 0 })
      const [{ order_number }] = await ledgerOf(order_id) as [LedgerEntry]
      expect(await entriesOf(`order_number=${order_number}&period=2026-09&household_code=HH-0001&sort=newest`)).toMatchObject({ count: 1, totals: { payable_fen: 0, settled_fen: 0 }, entries: [{ order_id, household: { code: "HH-0001", name: "王**" } }] })
      expect(await entriesOf(`order_id=${order_id}&period=2026-09&stage=payable`)).toMatchObject({ count: 0, totals: { provisional_fen: 399 } })
      const { data: state } = await api.get("/admin/benefit/ledger", { headers: office })
      expect(LedgerState.parse(state)).toMatchObject({ unaccrued_captures: 0, sales_without_capture: 0 })
    })
  })

  describe("what happens to an order afterwards", () => {
    async function paid(name: string) {
      const order = await place(container(), shop, name, [[shop.potato, 2], [shop.walnut, 3]])
      await capture(container(), order.payment_id)
      const lines = await sql(container(), "select l.id, l.variant_id from order_line_item l where id = any(?)", [order.line_ids])
      const lineOf = (variantId: string) => String(lines.find(({ variant_id }) => variant_id === variantId)!.id)
      expect(await exact(order.order_id)).toEqual({ provisional: 798 + 90, payable: 0 })
      return { ...order, potato: lineOf(shop.potato.variant_id), walnut: lineOf(shop.walnut.variant_id) }
    }
    async function edit(orderId: string, lineId: string, quantity: number) {
      await beginOrderEditOrderWorkflow(container()).run({ input: { order_id: orderId } })
      await orderEditUpdateItemQuantityWorkflow(container()).run({ input: { order_id: orderId, items: [{ id: lineId, quantity }] } })
      await requestOrderEditRequestWorkflow(container()).run({ input: { order_id: orderId } })
      await confirmOrderEditRequestWorkflow(container()).run({ input: { order_id: orderId, confirmed_by: "staff" } })
    }

    it("a cancellation gives everything back", async () => {
      const { order_id } = await paid("cancelled")
      await cancelOrderWorkflow(container()).run({ input: { order_id } })
      expect(await exact(order_id)).toEqual({ provisional: 0, payable: 0 })
    })

    it("a return keeps the other line whole when its money goes back", async () => {
      const { order_id, payment_id, walnut } = await paid("returned")
      await createOrderFulfillmentWorkflow(container()).run({ input: { order_id, items: [{ id: walnut, quantity: 3 }], location_id: shop.store.stock_location_id } })
      const { result: begun } = await beginReturnOrderWorkflow(container()).run({ input: { order_id, location_id: shop.store.stock_location_id } })
      const return_id = begun.return_id!
      await requestItemReturnWorkflow(container()).run({ input: { return_id, items: [{ id: walnut, quantity: 1 }] } })
      await confirmReturnRequestWorkflow(container()).run({ input: { return_id } })
      await beginReceiveReturnWorkflow(container()).run({ input: { return_id } })
      await receiveItemReturnRequestWorkflow(container()).run({ input: { return_id, items: [{ id: walnut, quantity: 1 }] } })
      await confirmReturnReceiveWorkflow(container()).run({ input: { return_id } })
      expect(await exact(order_id)).toEqual({ provisional: 888, payable: 0 })
      await refund(container(), payment_id, 58)
      expect(await exact(order_id)).toEqual({ provisional: 798 + 60, payable: 0 })
    })

    it("a line edited away keeps its money until it is refunded; a smaller one likewise", async () => {
      const { order_id, payment_id, walnut, potato } = await paid("edited")
      await edit(order_id, walnut, 0)
      expect(await exact(order_id)).toEqual({ provisional: 888, payable: 0 })
      await refund(container(), payment_id, 174)
      expect(await exact(order_id)).toEqual({ provisional: 798, payable: 0 })
      await edit(order_id, potato, 1)
      const both = await exact(order_id)
      expect(both.provisional).toBeGreaterThan(399)
      expect(both.provisional).toBeLessThan(798)
      await refund(container(), payment_id, 39.9)
      expect(await exact(order_id)).toEqual({ provisional: 399, payable: 0 })
    })

    it("a refund that says what it is for is taken from there", async () => {
      const { order_id, payment_id, walnut } = await paid("allocated")
      await refund(container(), payment_id, 58)
      const [row] = await sql(container(), "select id from refund")
      await recordPaymentFactsWorkflow(container()).run({ input: [{ refund_id: String(row!.id), occurred_at: new Date(), lines: [{ line_item_id: walnut, amount_fen: 5_800 }] }] })
      expect(await exact(order_id)).toEqual({ provisional: 798 + 60, payable: 0 })
    })

    it("another producer or agreement afterwards touches no past sale", async () => {
      const before = await paid("before")
      const other = await addProducer(container(), "另一家合作社", [shop.potato.product_id], new Date().toISOString())
      await addLinkage(container(), "渝巫联〔2026〕002号", other, shop.household_ids.slice(0, 1), [{ target: { kind: "all" }, share: { kind: "revenue_share", bp: 5_000 } }], new Date().toISOString())
      expect(await exact(before.order_id)).toEqual({ provisional: 888, payable: 0 })
      const after = await place(container(), shop, "after", [[shop.potato, 2]])
      await capture(container(), after.payment_id)
      expect(await exact(after.order_id)).toEqual({ provisional: 3_990, payable: 0 })
    })
  })

  describe("totals", () => {
    it("add up by every heading, sealed or not, with sales beside benefit, for the regions of who asks; a changed one is found and mended", async () => {
      const ledger = container().resolve<LedgerModuleService>(LEDGER_MODULE)
      const totals = async (query: string, headers: object = office) => BenefitTotals.parse((await api.get(`/admin/benefit/totals?${query}`, { headers })).data)
      const figures = async (by: string, query = "", headers: object = office) => (await totals(`by=${by}${query}`, headers)).rows.map(({ name, total_fen, sales_fen, households }) => [name, total_fen, sales_fen, households])
      const first = await place(container(), shop, "first", [[shop.potato, 2], [shop.walnut, 1]])
      await capture(container(), first.payment_id)
      await recordAcceptanceWorkflow(container()).run({ input: { order_id: first.order_id, source: "door", accepted_at: new Date(), lines: "all" } })
      await post(container())
      await ledger.seal(new Date())
      await saveRegionsWorkflow(container()).run({ input: { regions: [], flags: [{ region_code: "500238104", flag: "former_poor_village", valid_from: "2014-01-01" }] } })
      const school = await place(container(), shop, "school", [[shop.potato, 10]], { metadata: { organisation_id: "org_school" } })
      await capture(container(), school.payment_id)
      await refund(container(), school.payment_id, 39.9)
      expect(await exact(school.order_id)).toEqual({ provisional: 3_591, payable: 0 })

      const all = 798 + 30 + 3_591
      expect((await totals("by=month")).sum).toMatchObject({ total_fen: all, provisional_fen: 3_591, payable_fen: 828, sales_fen: 7_980 + 5_800 + 35_910, households: null })
      expect(await figures("region")).toEqual([["重庆市", all, null, 3]])
      expect(await figures("region", "&region=500000")).toEqual([["巫溪县", all, null, 3]])
      expect(await figures("region", "&region=500238")).toEqual([["古路镇", all, null, 3]])
      expect(await figures("region", "&grain=village")).toEqual([["500238104201", all, null, 3]])
      expect(await figures("producer")).toEqual([["古路镇薯业合作社", all, 7_980 + 5_800 + 35_910, null]])
      expect(await figures("product")).toEqual([["巫溪洋芋", 798 + 3_591, 7_980 + 35_910, null], ["巫溪核桃", 30, 5_800, null]])
      expect(await figures("organisation")).toEqual([["org_school", 3_591, 35_910, null], ["个人顾客及其他", 828, 13_780, null]])
      expect(await figures("source")).toEqual([["原贫困村产品", 3_591, 35_910, null], ["其他", 828, 13_780, null]])
      expect(await figures("category")).toEqual([["商城销售", all, null, null]])
      expect(await figures("product", "&to=2026-01")).toEqual([])
      expect((await entriesOf(`product_id=${shop.potato.product_id}&region=500238`)).totals).toEqual({ provisional_fen: 3_591, payable_fen: 798, settled_fen: 0 })
      expect((await entriesOf("source=poor_village&kind=reversal")).totals).toEqual({ provisional_fen: -399, payable_fen: 0, settled_fen: 0 })

      const [near, far] = [(await signInStaff(container(), "finance", "500238")).headers, (await signInStaff(container(), "finance", "500237")).headers]
      for (const by of ["region", "producer", "source"]) expect([await figures(by, "", near), await figures(by, "", far)]).toEqual([await figures(by), []])

      await ledger.seal(new Date())
      for (const table of ["ledger_line_total", "ledger_household_total"]) await sql(container(), `update ${table} set amount_fen = amount_fen + 7 where account = 'payable'`)
      expect((await verify()).problems.map(({ code }) => code)).toContain("wrong_total")
      expect((await figures("product"))[0]).not.toEqual(["巫溪洋芋", 798 + 3_591, 43_890, null])
      await api.post("/admin/benefit/reconcile", {}, { headers: office })
      expect(await verify()).toMatchObject({ ok: true })
      expect((await figures("product"))[0]).toEqual(["巫溪洋芋", 798 + 3_591, 43_890, null])
    })
  })
})
