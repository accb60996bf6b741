import { randomUUID } from "node:crypto"
import { recordAcceptanceWorkflow } from "@fupin/benefit/workflows"
import { DonationRecipient, Evidence, OfficeDonationRecipient } from "@fupin/contract/schemas"
import { type LinkedShop, openLinkedShop, post, sql } from "../support/linked-shop"
import { periodOf } from "../support/scope-cases"
import { shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { dayFromNow } from "../support/institution"

const SCHOOL = { name: "尖山镇中心小学", kind: "school", county_code: "500238", detail: "尖山镇老街 9 号", contact: "后勤处", phone: "02351500120", need: "大米、鸡蛋" }
const ADDRESS = { name: "王小明", phone: "13800000000", county_code: "500238", detail: "古路镇一号" }

describeShop(({ api, getContainer }) => {
  let shop: LinkedShop
  let headers: Record<string, string>
  let elsewhere: Record<string, string>
  beforeAll(async () => {
    shop = await openLinkedShop(getContainer())
    headers = (await signInStaff(getContainer(), "office", "500238")).headers
    elsewhere = (await signInStaff(getContainer(), "office", "420000")).headers
  })

  const store = () => ({ ...shopHeaders(shop.store), validateStatus: null })
  const save = (body: object, as = headers) => api.post("/admin/institution/donation-recipients", body, { headers: as, validateStatus: null })
  const listed = async () => (await api.get("/store/donation-recipients", store())).data.recipients as unknown[]
  const kept = async (as = headers): Promise<OfficeDonationRecipient[]> => (await api.get("/admin/institution/donation-recipients", { headers: as })).data.recipients.map((one: unknown) => OfficeDonationRecipient.parse(one))
  const checkOut = (more: object) => api.post("/store/checkout", {
    idempotency_key: randomUUID(), items: [{ variant_id: shop.potato.variant_id, quantity: 2 }], email: "giver@example.cn",
    shipping_option_id: shop.store.shipping_option_ids.standard, payment_provider_id: "pp_demo_cn", ...more,
  }, store())

  it("a gift goes to a school, helps the same households, and the papers say who gave, why and to whom", async () => {
    expect((await save(SCHOOL, elsewhere)).data).toMatchObject({ code: "not_in_your_region" })
    expect((await save({ ...SCHOOL, phone: "12" })).data).toMatchObject({ code: "invalid_input" })
    const [first, again] = [(await save(SCHOOL)).data.id, (await save({ ...SCHOOL, need: "大米、鸡蛋、牛奶" })).data.id]
    expect(again).toBe(first)
    const [recipient] = await listed()
    expect(recipient).toEqual(DonationRecipient.parse({ id: first, name: SCHOOL.name, kind: "school", place: "重庆市巫溪县", need: "大米、鸡蛋、牛奶" }))

    const donation = { recipient_id: first, donor: "王小明" }
    expect((await checkOut({ donation, address: ADDRESS })).data).toMatchObject({ code: "invalid_input" })
    expect((await checkOut({})).data).toMatchObject({ code: "invalid_input" })
    expect((await checkOut({ donation: { ...donation, recipient_id: "dnrc_none" } })).data).toMatchObject({ code: "unknown_recipient", message: expect.stringContaining("另选一家") })
    const { pickup, cold } = shop.store.shipping_option_ids
    expect((await checkOut({ donation, shipping_option_id: pickup })).data).toMatchObject({ code: "unknown_shipping_option", message: expect.stringContaining("送到受赠单位") })
    const { data: quote } = await api.post("/store/checkout/quote", { items: [{ variant_id: shop.potato.variant_id, quantity: 2 }] }, store())
    expect(quote.shipping_options.filter(({ is_pickup }: { is_pickup: boolean }) => is_pickup)).toMatchObject([{ id: pickup }])
    const { data: cart } = await checkOut({ donation, reason: "buying_to_help" })
    for (const option_id of [pickup, cold]) expect((await api.post(`/store/carts/${cart.cart_id}/shipping-methods`, { option_id }, store())).data).toMatchObject({ code: "not_yours" })
    const moved = await api.post(`/store/carts/${cart.cart_id}`, { shipping_address: { first_name: "王小明", address_1: "自己家", country_code: "cn" } }, store())
    expect(moved).toMatchObject({ status: 403, data: { code: "not_yours", message: expect.stringContaining("重新结算") } })
    const { data: { order } } = await api.post(`/store/carts/${cart.cart_id}/complete`, {}, store())
    const [written] = await sql(getContainer(), `select o.metadata, s.first_name as receiver, s.phone, s.address_1, b.first_name as payer, b.phone as payer_phone
      from "order" o join order_address s on s.id = o.shipping_address_id join order_address b on b.id = o.billing_address_id where o.id = ?`, [order.id])
    expect(written).toMatchObject({
      receiver: "后勤处", phone: SCHOOL.phone, address_1: "巫溪县尖山镇老街 9 号（尖山镇中心小学）", payer: "王小明", payer_phone: null,
      metadata: { reason: "buying_to_help", donation: { recipient_id: first, recipient_name: SCHOOL.name, place: "重庆市巫溪县" } },
    })

    expect((await api.get(`/store/orders/${order.id}/payment`, store())).data).toMatchObject({ state: "paid", donation: { recipient_name: SCHOOL.name, place: "重庆市巫溪县" } })
    await recordAcceptanceWorkflow(getContainer()).run({ input: { order_id: order.id, source: "buyer", accepted_at: new Date(), lines: "all" } })
    await post(getContainer(), [order.id])
    expect((await api.get(`/store/orders/${order.id}/benefit`, store())).data).toMatchObject({ status: "payable", total_fen: 798 })
    const paper = Evidence.parse((await api.get(`/admin/benefit/evidence?period=${periodOf(dayFromNow(0))}`, { headers })).data)
    expect(paper.rows).toEqual([expect.objectContaining({ buyer: expect.stringMatching(/^王\*+（订单 \d+）$/), amount_fen: 7_980, remarks: expect.stringContaining("爱心捐赠，受赠单位：尖山镇中心小学") })])
    expect(await kept()).toEqual([expect.objectContaining({ id: first, orders: 1, paid_fen: 8_780 })])
    expect(await kept(elsewhere)).toEqual([])

    // No more gifts: gone from the shop, refused at the checkout of whoever has it open still.
    const turn = (act: string, as = headers) => api.post(`/admin/institution/donation-recipients/${first}/${act}`, {}, { headers: as, validateStatus: null })
    expect((await turn("close", elsewhere)).data).toMatchObject({ code: "not_in_your_region" })
    for (let click = 0; click < 2; click++) expect((await turn("close")).status).toBe(200)
    expect([await listed(), (await checkOut({ donation })).data.code]).toEqual([[], "unknown_recipient"])
    await turn("open")
    expect(await listed()).toHaveLength(1)
  })

  it("says 以购代捐 in the papers of whoever buys for that reason, and nothing of one's own use", async () => {
    for (const reason of ["instead_of_donating", "own_use"]) {
      const { data: { cart_id } } = await checkOut({ address: ADDRESS, reason })
      const { data: { order } } = await api.post(`/store/carts/${cart_id}/complete`, {}, store())
      await post(getContainer(), [order.id])
    }
    const paper = Evidence.parse((await api.get(`/admin/benefit/evidence?period=${periodOf(dayFromNow(0))}`, { headers })).data)
    expect(paper.rows.map(({ remarks }) => remarks.includes("以购代捐")).sort()).toEqual([false, true])
    expect((await checkOut({ address: ADDRESS, reason: "charity" })).data).toMatchObject({ code: "invalid_input" })
  })
})
