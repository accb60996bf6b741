import { randomUUID } from "node:crypto"
import { importRegionsWorkflow, saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { importStore, type OpenStore } from "../../seed/importers/store"
import { createGoods, type Goods } from "../support/goods"
import { buy, shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

const SQL = "'; drop table \"order\"; --"
const HTML = "<script>alert(1)</script>"
const COUNTED = ["cart", `"order"`, "payment_collection", "reservation_item", "producer", "designation", "certificate", "transfer_receipt", "staff_scope"]

describeShop(({ api, getContainer }) => {
  let store: OpenStore
  let potato: Goods
  let expired: Goods

  beforeAll(async () => {
    store = await importStore(getContainer())
    potato = await createGoods(getContainer(), store, "巫溪洋芋", 39.9, 100)
    expired = await createGoods(getContainer(), store, "过期认定的茶", 88, 100)
    await importRegionsWorkflow(getContainer()).run({ input: undefined })
    await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [
      { number: "渝帮扶-2020-001", product_id: expired.product_id, status: "published", valid_from: "2020-01-01T00:00:00+08:00", valid_to: "2021-01-01T00:00:00+08:00" },
    ] } })
  })

  const options = () => ({ ...shopHeaders(store), validateStatus: null })
  const rows = async () => {
    const sql = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const { rows: [counts] } = await sql.raw(`select ${COUNTED.map((table) => `(select count(*) from ${table})::int as ${table}`).join(", ")}`)
    return counts
  }
  const address = { name: "王小明", phone: "13800000000", county_code: "500238", detail: "古路镇一号" }
  const purchase = (more: object) => ({
    idempotency_key: randomUUID(), items: [{ variant_id: potato.variant_id, quantity: 1 }], email: "buyer@example.cn", address,
    shipping_option_id: store.shipping_option_ids.standard, payment_provider_id: "pp_demo_cn", ...more,
  })
  const items = (variant_id: string, quantity: unknown) => ({ items: [{ variant_id, quantity }] })
  const sentence = { type: expect.any(String), code: expect.stringMatching(/^[a-z_]+$/), message: expect.stringMatching(/.{4,}/) }

  describe("bad input", () => {
    it("is answered 4xx with a code and a sentence, and nothing is written", async () => {
      const staff = (await signInStaff(getContainer(), "administrator")).headers
      const before = await rows()
      const bad: [string, string, object | string, string | null][] = [
        ["an unknown variant", "/store/checkout", purchase(items("variant_unknown", 1)), "unknown_variant"],
        ["no pieces", "/store/checkout", purchase(items(potato.variant_id, 0)), "invalid_input"],
        ["fewer than none", "/store/checkout", purchase(items(potato.variant_id, -3)), "invalid_input"],
        ["half a piece", "/store/checkout", purchase(items(potato.variant_id, 0.5)), "invalid_input"],
        ["too many to be meant", "/store/checkout", purchase(items(potato.variant_id, 1e15)), "invalid_input"],
        ["more than there is", "/store/checkout", purchase(items(potato.variant_id, 9999)), "out_of_stock"],
        ["more than one may, over two lines", "/store/checkout", purchase({ items: [1, 2].map(() => ({ variant_id: potato.variant_id, quantity: 9000 })) }), "invalid_quantity"],
        ["an expired designation", "/store/checkout", purchase(items(expired.variant_id, 1)), "designation_expired"],
        ["an unknown county", "/store/checkout", purchase({ address: { ...address, county_code: "999999" } }), "unknown_region"],
        ["a province for a county", "/store/checkout", purchase({ address: { ...address, county_code: "500000" } }), "unknown_region"],
        ["a wrong telephone", "/store/checkout", purchase({ address: { ...address, phone: "123" } }), "invalid_input"],
        ["an unknown way to send", "/store/checkout", purchase({ shipping_option_id: "so_unknown" }), "unknown_shipping_option"],
        ["an unknown way to pay", "/store/checkout", purchase({ payment_provider_id: "pp_system_default" }), "unknown_payment_method"],
        ["an unknown code", "/store/checkout", purchase({ promo_codes: [SQL] }), "unusable_promotion"],
        ["somebody's customer id", "/store/checkout", purchase({ customer_id: "cus_other" }), "invalid_input"],
        ["no JSON", "/store/checkout", "{\"items\": [", "malformed_json"],
        ["no JSON in a quote", "/store/checkout/quote", "{", "malformed_json"],
        ["SQL for an id", "/store/checkout", purchase(items(SQL, 1)), "unknown_variant"],
        ["an empty quote", "/store/checkout/quote", { items: [] }, "invalid_input"],
        ["a wrong checksum", "/admin/provenance/producers", { name: "巫溪县薯业合作社", kind: "cooperative", uscc: "91500238MA5U000000", region_code: "500238" }, null],
        ["money below nothing", "/admin/checkout/orders/none/transfers", { amount_fen: -1, reference: "1", received_on: "2026-11-20" }, "invalid_input"],
        ["a date that is none", "/admin/checkout/orders/none/transfers", { amount_fen: 1, reference: "1", received_on: "2026-02-30" }, "invalid_input"],
        ["money for no order", "/admin/checkout/orders/none/transfers", { amount_fen: 1, reference: SQL, received_on: "2026-11-20" }, "not_found"],
      ]
      for (const [what, url, body, code] of bad) {
        const headers = { ...options().headers, ...(url.startsWith("/admin") ? staff : {}), "content-type": "application/json" }
        const answer = await api.post(url, body, { headers, validateStatus: null, ...(typeof body === "string" ? { transformRequest: [() => body] } : {}) })
        expect([what, answer.status >= 400 && answer.status < 500], JSON.stringify(answer.data)).toEqual([what, true])
        expect(answer.data, what).toMatchObject(code ? { ...sentence, code } : sentence)
      }
      expect(await rows()).toEqual({ ...before })
    })

    it("stops core's own path too: expired goods are not completed", async () => {
      await expect(buy(api, store, [{ variant_id: expired.variant_id, quantity: 1 }])).rejects.toMatchObject({ response: { status: 400, data: { code: "designation_expired" } } })
      expect((await rows()).order).toBe(0)
    })

    it("keeps SQL and HTML in text fields as text", async () => {
      const answer = await api.post("/store/checkout", purchase({ remark: HTML, address: { ...address, name: SQL, detail: HTML } }), options())
      expect(answer.status).toBe(200)
      const { data: { order } } = await api.post(`/store/carts/${answer.data.cart_id}/complete`, {}, options())
      const { data: [read] } = await getContainer().resolve(ContainerRegistrationKeys.QUERY).graph({ entity: "order", fields: ["metadata", "shipping_address.*"], filters: { id: order.id } })
      expect(read).toMatchObject({ shipping_address: { first_name: SQL, address_1: `巫溪县${HTML}` }, metadata: { remark: HTML } })
    })
  })
})
