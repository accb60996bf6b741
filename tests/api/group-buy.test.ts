import { randomUUID } from "node:crypto"
import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import { Checkout, GroupBuy, GroupBuyPart, OfficeGroupBuy, OfficeGroupBuyPart, Quote } from "@fupin/contract/schemas"
import { runGroupBuys } from "@fupin/institution/group-buy/run"
import { tellNotices } from "@fupin/institution/notices/tell"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { Modules } from "@medusajs/framework/utils"
import { dayFromNow } from "../support/institution"
import { sql, stages } from "../support/linked-shop"
import { describeShop } from "../support/shop"
import { openSpending, type SpendingWorld } from "../support/spending"
import { signInStaff } from "../support/staff"

type Who = { headers: Record<string, string> }
type Answer = { status: number; data: any }
const HOUR = 3_600_000
const TIERS = [{ from_units: 4, price_fen: 3_500 }, { from_units: 8, price_fen: 3_201 }, { from_units: 30, price_fen: 2_900 }]
const ADDRESS = { name: "王小明", phone: "13800000000", county_code: "500238", detail: "古路镇一号" }

describeShop(({ api, getContainer }) => {
  let world: SpendingWorld
  let elsewhere: Who
  beforeAll(async () => {
    world = await openSpending(getContainer())
    elsewhere = await signInStaff(getContainer(), "office", "420000")
    await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝巫认定〔2026〕1号", product_id: world.potato.product_id, valid_from: "2026-01-01", valid_to: "2036-06-30" }] } })
  })

  const ask = (who: Who, method: "get" | "post", path: string, body: object = {}): Promise<Answer> =>
    method === "get" ? api.get(path, { headers: who.headers, validateStatus: null }) : api.post(path, body, { headers: who.headers, validateStatus: null })
  const guest = (): Who => ({ headers: { "x-publishable-api-key": world.store.publishable_key } })
  const rows = (text: string, values: unknown[] = []) => sql(getContainer(), text, values as any[])
  const terms = (more: object = {}) => ({
    title: "古路洋芋开园团", variant_id: world.potato.variant_id, starts_at: new Date(Date.now() - HOUR).toISOString(), ends_at: new Date(Date.now() + HOUR).toISOString(), tiers: TIERS, capacity: 40, per_buyer_cap: 10, ...more,
  })
  const create = (more: object = {}, who: Who = world.office) => ask(who, "post", "/admin/institution/group-buys", terms(more))
  const step = (id: string, name: "open" | "cancel", reason = "", who: Who = world.office) => ask(who, "post", `/admin/institution/group-buys/${id}/steps`, { step: name, reason })
  const opened = async (more: object = {}): Promise<string> => {
    const { data: { group_buy } } = await create(more)
    expect((await step(group_buy.id, "open")).data.group_buy).toMatchObject({ state: "open", can_join: true })
    return group_buy.id
  }
  const join = (who: Who, id: string, quantity: number, more: object = {}) => ask(who, "post", `/store/group-buys/${id}/join`, {
    idempotency_key: randomUUID(), quantity, email: "buyer@example.cn", address: ADDRESS, shipping_option_id: world.store.shipping_option_ids.standard, payment_provider_id: "pp_demo_cn", ...more,
  })
  const complete = (who: Who, cartId: string) => ask(who, "post", `/store/carts/${cartId}/complete`)
  const joined = async (who: Who, id: string, quantity: number, more: object = {}): Promise<{ order_id: string; total_fen: number }> => {
    const { data } = await join(who, id, quantity, more)
    const { data: { order } } = await complete(who, Checkout.parse(data).cart_id)
    return { order_id: order.id, total_fen: data.total_fen }
  }
  const shown = async (id: string): Promise<GroupBuy> => GroupBuy.parse((await ask(guest(), "get", `/store/group-buys/${id}`)).data.group_buy)
  const mine = async (who: Who): Promise<GroupBuyPart[]> => (await ask(who, "get", "/store/group-buys/mine")).data.parts.map((one: unknown) => GroupBuyPart.parse(one))
  const office = async (id: string): Promise<OfficeGroupBuy> => OfficeGroupBuy.parse((await ask(world.office, "get", "/admin/institution/group-buys")).data.group_buys.find((one: any) => one.id === id))
  const parts = async (id: string): Promise<OfficeGroupBuyPart[]> => (await ask(world.office, "get", `/admin/institution/group-buys/${id}/parts`)).data.parts.map((one: unknown) => OfficeGroupBuyPart.parse(one))
  const reserved = async () => (await rows("select coalesce(sum(quantity) filter (where external_id is not null and line_item_id is null), 0)::int as held, coalesce(sum(quantity), 0)::int as total from reservation_item where inventory_item_id = ? and deleted_at is null", [world.potato.inventory_item_id]))[0]
  const endNow = (id: string) => rows("update group_buy set ends_at = now() - interval '1 second' where id = ?", [id])
  const run = () => runGroupBuys(getContainer(), new Date())
  const kept = async (orderId: string) => Number((await rows("select (sum(c.captured_amount) - sum(c.refunded_amount)) * 100 as fen from payment_collection c join order_payment_collection l on l.payment_collection_id = c.id where l.order_id = ?", [orderId]))[0]!.fen)
  const benefit = async (orderId: string) => {
    await postBenefitWorkflow(getContainer()).run({ input: { order_ids: [orderId] } })
    return stages((await ask(world.office, "get", `/admin/benefit/entries?order_id=${orderId}`)).data.entries).provisional
  }

  it("from draft to settled: goods set aside, tiers climbed, everybody at the reached price to the fen, benefit exact", async () => {
    const { buyer, other, stranger } = world.people
    expect((await create({}, elsewhere)).data.code).toBe("not_in_your_region")
    expect((await create({ variant_id: world.rice.variant_id })).data.code).toBe("group_buy_not_certified")
    expect((await create({ tiers: [TIERS[1], TIERS[0]] })).data).toMatchObject({ code: "group_buy_terms", message: expect.stringContaining("价格阶梯") })
    const { data: { group_buy: draft } } = await create()
    expect((await ask(guest(), "get", `/store/group-buys/${draft.id}`)).status).toBe(404)
    expect((await join(buyer, draft.id, 1)).status).toBe(404)
    expect((await step(draft.id, "open", "", elsewhere)).data.code).toBe("not_in_your_region")
    const clicks = await Promise.all([step(draft.id, "open"), step(draft.id, "open")])
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409])
    const { id } = draft
    expect(await reserved()).toEqual({ held: 40, total: 40 })
    expect(await shown(id)).toMatchObject({ designation: "渝巫认定〔2026〕1号", origin: expect.stringContaining("古路镇"), shelf_price_fen: 3_990, opening_price_fen: 3_500, price_now_fen: null, units: 0, left: 40, next: { missing: 4 } })
    expect((await ask(guest(), "get", "/store/group-buys")).data.group_buys).toHaveLength(1)

    expect((await join(guest(), id, 1)).status).toBe(401)
    expect((await join(buyer, id, 11)).data.code).toBe("group_buy_cap")
    const quote = Quote.parse((await ask(guest(), "post", `/store/group-buys/${id}/quote`, { quantity: 2 })).data)
    expect(quote).toMatchObject({ goods_fen: 7_000, discount_fen: 0, benefit: { total_fen: 700 }, lines: [{ unit_price_fen: 3_500, problem: null }] })

    // The same click twice is one part and one cart; a cart that was changed on the way is no part any more.
    const key = randomUUID()
    const twice = await Promise.all([join(buyer, id, 3, { idempotency_key: key }), join(buyer, id, 3, { idempotency_key: key })])
    const first = twice.find(({ status }) => status === 200)!.data
    expect((await join(buyer, id, 3, { idempotency_key: key })).data).toEqual(first)
    const [line] = await rows("select id from cart_line_item where cart_id = ?", [first.cart_id])
    await ask(buyer, "post", `/store/carts/${first.cart_id}/line-items/${line!.id}`, { quantity: 9 })
    const [collection] = await rows("select payment_collection_id as id from cart_payment_collection where cart_id = ? and deleted_at is null", [first.cart_id])
    await ask(buyer, "post", `/store/payment-collections/${collection!.id}/payment-sessions`, { provider_id: "pp_demo_cn" })
    expect((await complete(buyer, first.cart_id)).data.code).toBe("group_buy_lapsed")
    expect(await reserved()).toEqual({ held: 40, total: 40 })

    const [a, b, c] = [await joined(buyer, id, 3), await joined(other, id, 5), await joined(stranger, id, 2)]
    expect(await reserved()).toEqual({ held: 30, total: 40 })
    expect((await complete(buyer, (await join(buyer, id, 8)).data.cart_id ?? "none")).status).not.toBe(200)
    expect(await shown(id)).toMatchObject({ units: 10, buyers: 3, left: 30, price_now_fen: 3_201, next: { missing: 20 } })

    // Leaving gives everything back and the goods to others; a transfer that does not arrive by the end does not count, one that does counts.
    const [leaving] = (await mine(stranger)).filter(({ order_id }) => order_id === c.order_id)
    expect((await ask(buyer, "post", `/store/group-buy-parts/${leaving!.id}/leave`)).status).toBe(404)
    expect((await ask(stranger, "post", `/store/group-buy-parts/${leaving!.id}/leave`)).data.part).toMatchObject({ state: "left", can_leave: false, refunded_fen: c.total_fen })
    expect([await kept(c.order_id), await reserved()]).toEqual([0, { held: 32, total: 40 }])
    const unpaid = await joined(world.head, id, 6, { payment_provider_id: "pp_transfer_cn" })
    const paid = await joined(world.deputy, id, 2, { payment_provider_id: "pp_transfer_cn" })
    await receiveTransferWorkflow(getContainer()).run({ input: { order_id: paid.order_id, amount_fen: paid.total_fen, reference: "T1", received_on: dayFromNow(0), actor_id: "tester" } })
    expect(await shown(id)).toMatchObject({ units: 10, left: 24 })

    // What is sent cannot be cancelled any more: nothing is, before everybody's price is known. Refused, it leaves no trace.
    const send = async (orderId: string) => {
      const [item] = await rows("select item_id, quantity::int as quantity from order_item where order_id = ? and deleted_at is null order by version desc limit 1", [orderId])
      return await ask(world.office, "post", `/admin/orders/${orderId}/fulfillments`, { items: [{ id: item!.item_id, quantity: item!.quantity }] })
    }
    const sent = async (orderId: string) => (await rows(`select (select sum(stocked_quantity)::int from inventory_level where inventory_item_id = ?) as stock, (select d.fulfilled_quantity::int from order_item d join "order" o on o.id = d.order_id and o.version = d.version where o.id = ? and d.deleted_at is null) as fulfilled,
      (select count(*)::int from order_fulfillment l join fulfillment f on f.id = l.fulfillment_id where l.order_id = ? and l.deleted_at is null and f.deleted_at is null and f.canceled_at is null) as parcels`, [world.potato.inventory_item_id, orderId, orderId]))[0]
    const unsent = await sent(b.order_id)
    expect((await send(b.order_id)).data).toMatchObject({ code: "group_buy_state", message: expect.stringContaining("成团后再发货") })
    expect([await sent(b.order_id), unsent, await reserved()]).toEqual([unsent, { stock: 500, fulfilled: 0, parcels: 0 }, { held: 24, total: 40 }])

    await endNow(id)
    expect((await join(stranger, id, 1)).data.code).toBe("group_buy_not_open")
    const runs = await Promise.all([run(), run(), run()])
    expect(runs.reduce((sum, { ended }) => sum + ended, 0)).toBe(1)
    await run()
    expect(await shown(id)).toMatchObject({ state: "settled", units: 10, final_price_fen: 3_201, can_join: false })
    const shipping = a.total_fen - 3 * 3_500
    expect(await Promise.all([a, b, paid, unpaid].map(({ order_id }) => kept(order_id)))).toEqual([3 * 3_201 + shipping, 5 * 3_201 + shipping, 2 * 3_201 + shipping, 0])
    expect(await Promise.all([a, b, paid, unpaid, c].map(({ order_id }) => benefit(order_id)))).toEqual([960, 1_601, 640, 0, 0])
    expect(await reserved()).toEqual({ held: 0, total: 10 })
    expect((await parts(id)).map(({ state, quantity, refunded_fen, by_transfer }) => [state, quantity, refunded_fen, by_transfer])).toEqual([
      ["settled", 2, 598, true], ["dropped", 6, 0, true], ["left", 2, c.total_fen, false], ["settled", 5, 1_495, false], ["settled", 3, 897, false],
    ])
    expect((await rows("select status from \"order\" where id = ?", [unpaid.order_id]))[0]).toEqual({ status: "canceled" })

    // Once more changes nothing: not a refund, not a version, not a fen.
    const count = async () => (await rows("select (select count(*) from refund) as refunds, (select sum(version) from \"order\") as versions"))[0]
    const before = await count()
    for (let turn = 0; turn < 2; turn++) await run()
    expect(await count()).toEqual(before)
    expect((await step(id, "cancel", "试试")).data.code).toBe("group_buy_state")
    expect((await ask(elsewhere, "get", `/admin/institution/group-buys/${id}/parts`)).data.code).toBe("not_in_your_region")
    expect([(await send(b.order_id)).status, await sent(b.order_id)]).toEqual([200, { stock: 495, fulfilled: 5, parcels: 1 }])
    expect((await ask(world.office, "post", "/admin/benefit/verify")).data).toMatchObject({ ok: true, problems: [] })
  })

  it("one that fails or is cancelled gives everything back; a run that died or a refund that is declined is finished by the next", async () => {
    const { buyer, other } = world.people
    const failing = await opened()
    const one = await joined(buyer, failing, 3)
    await endNow(failing)
    await run()
    expect(await shown(failing)).toMatchObject({ state: "closed", units: 3, final_price_fen: null })
    expect([await kept(one.order_id), await benefit(one.order_id), (await mine(buyer))[0]]).toEqual([0, 0, expect.objectContaining({ state: "refunded", refunded_fen: one.total_fen })])

    const cancelled = await opened()
    const two = await joined(buyer, cancelled, 9)
    expect((await step(cancelled, "cancel")).data.message).toContain("原因")
    expect((await step(cancelled, "cancel", "连日大雨，无法采收")).data.group_buy).toMatchObject({ state: "closed", reason: "连日大雨，无法采收" })
    expect([await kept(two.order_id), await reserved()]).toEqual([0, { held: 0, total: 0 }])

    // A process that died between the new price and its confirmation, one that died after the refund, and a refund that the provider declines.
    const reached = await opened({ tiers: [{ from_units: 4, price_fen: 3_500 }, { from_units: 6, price_fen: 3_000 }] })
    const [x, y, z] = [await joined(buyer, reached, 2), await joined(other, reached, 2), await joined(world.head, reached, 2)]
    await endNow(reached)
    const partOf = async (orderId: string) => String((await rows("select p.id from group_buy_part p join order_cart l on l.cart_id = p.cart_id where l.order_id = ?", [orderId]))[0]!.id)
    const orders = getContainer().resolve(Modules.ORDER)
    const [item] = await rows("select item_id from order_item where order_id = ?", [x.order_id])
    await orders.createOrderChange({ order_id: x.order_id, change_type: "edit", created_by: await partOf(x.order_id), actions: [{ action: "ITEM_UPDATE", details: { reference_id: item!.item_id, quantity: 2, unit_price: 30, quantity_diff: 0 } }] })
    await rows("update payment set data = '{\"demo_outcome\":\"refund_declined\"}' where payment_collection_id in (select payment_collection_id from order_payment_collection where order_id = ?)", [y.order_id])
    expect(await run()).toMatchObject({ ended: 1, settled: 2, problems: 1 })
    expect(await office(reached)).toMatchObject({ state: "reached", waiting: 1, problems: 1 })
    expect((await parts(reached)).find(({ order_id }) => order_id === y.order_id)).toMatchObject({ state: "joined", problem: expect.stringContaining("自动再试") })
    await rows("update group_buy_part set outcome = null, outcome_at = null where id = ?", [await partOf(z.order_id)])
    await rows("update payment set data = '{}' where data ->> 'demo_outcome' = 'refund_declined'")
    await Promise.all([run(), run()])
    await run()
    expect(await shown(reached)).toMatchObject({ state: "settled", final_price_fen: 3_000 })
    expect(await Promise.all([x, y, z].map(({ order_id, total_fen }) => kept(order_id).then((fen) => total_fen - fen)))).toEqual([1_000, 1_000, 1_000])
    expect(await Promise.all([x, y, z].map(({ order_id }) => benefit(order_id)))).toEqual([600, 600, 600])
  })

  it("one that did not come about is told to units that took part, with what becomes of their money, and to nobody else", async () => {
    const { buyer, other } = world.people
    const [failing, cancelled] = [await opened(), await opened()]
    const { total_fen } = await joined(buyer, failing, 3, { organisation_id: world.school.id })
    await joined(other, cancelled, 1)
    await joined(buyer, cancelled, 2, { organisation_id: world.school.id })
    await endNow(failing)
    await run()
    await step(cancelled, "cancel", "连日大雨，无法采收")
    for (const _again of [1, 2]) await tellNotices(getContainer(), new Date())
    const told = async (who: Who, organisation_id: string) => (await ask(who, "get", `/store/institution/notices?organisation_id=${organisation_id}`)).data.notices.filter(({ kind }: { kind: string }) => kind === "group_buy_off")
    expect((await told(buyer, world.school.id)).map(({ title, body }: { title: string; body: string }) => [title, body]).sort()).toEqual([
      ["团购取消了：古路洋芋开园团", expect.stringMatching(/^连日大雨，无法采收。本单位订了 2 份，已付的 ¥.* 全部退回原付款账户/)],
      ["团购没有成团：古路洋芋开园团", expect.stringContaining(`本单位订了 3 份，已付的 ¥${(total_fen / 100).toFixed(2)} 全部退回原付款账户`)],
    ])
    expect((await ask(other, "get", `/store/institution/notices?organisation_id=${world.school.id}`)).data.code).toBe("not_a_member")
  })

  it("an organisation joins through its gate, in its own name, and nobody else in it; goods are never sold twice", async () => {
    const { buyer, viewer, stranger } = world.people
    const id = await opened({ capacity: 495, tiers: [{ from_units: 1, price_fen: 3_000 }, { from_units: 400, price_fen: 2_000 }], per_buyer_cap: 400 })
    // 500 on the shelf: five are left for the shop.
    const quote = (quantity: number) => ask(guest(), "post", "/store/checkout/quote", { items: [{ variant_id: world.potato.variant_id, quantity }] })
    expect([(await quote(5)).data.lines[0].problem, (await quote(6)).data.lines[0].problem]).toEqual([null, expect.objectContaining({ code: "out_of_stock" })])
    expect((await create({ capacity: 30 })).status).toBe(200)
    expect((await step((await create({ capacity: 30 })).data.group_buy.id, "open")).data.code).toBe("out_of_stock")

    const organisation_id = world.school.id
    expect((await join(stranger, id, 1, { organisation_id })).data.code).toBe("not_a_member")
    expect((await join(viewer, id, 1, { organisation_id })).data.code).toBe("role_not_allowed")
    await ask(world.office, "post", `/admin/institution/organisations/${organisation_id}/approval-policy`, { tiers: [{ up_to_fen: 100_000, mode: "none" }, { up_to_fen: null, mode: "any", approvers: [] }] })
    const refused = await join(buyer, id, 40, { organisation_id, payment_provider_id: "pp_transfer_cn" })
    expect(refused.data.code).toBe("approval_needed")
    const [cart] = await rows("select cart_id from group_buy_part where organisation_id = ?", [organisation_id])
    expect((await complete(buyer, String(cart!.cart_id))).data.code).toBe("group_buy_lapsed")
    const [request] = (await ask(world.head, "get", `/store/institution/approvals?organisation_id=${organisation_id}`)).data.approvals
    expect((await ask(world.head, "post", `/store/institution/approvals/${request.id}/decision`, { verdict: "approve", amount_fen: request.amount_fen, reason: "" })).status).toBe(200)
    const order = await joined(buyer, id, 40, { organisation_id, payment_provider_id: "pp_transfer_cn" })
    const [written] = await rows("select metadata from \"order\" where id = ?", [order.order_id])
    expect(written!.metadata).toMatchObject({ source: "group_buy", group_buy_id: id, organisation_id, organisation_name: "翠溪实验小学校" })
    expect((await mine(viewer)).map(({ organisation_name, state, quantity }) => [organisation_name, state, quantity])).toEqual([["翠溪实验小学校", "unpaid", 40]])
    const unitOrders = async () => (await ask(viewer, "get", `/store/institution/orders?organisation_id=${organisation_id}&source=group_buy`)).data
    expect(await unitOrders()).toMatchObject({ count: 1, orders: [{ order_id: order.order_id, about_id: id, title: "古路洋芋开园团", state: "awaiting_payment", transfer: null }], due: { orders: 1, due_fen: order.total_fen } })
    const invoice = async (order_id: string) => (await ask(world.people.finance, "post", "/store/institution/invoices", { organisation_id, title: "翠溪实验小学校", tax_number: "12500112435277068B", orders: [{ order_id }] })).data
    // Its price is not final yet.
    expect((await invoice(order.order_id)).code).toBe("invoice_exceeds_due")
    const [part] = await mine(viewer)
    expect((await ask(viewer, "post", `/store/group-buy-parts/${part!.id}/leave`)).data.code).toBe("role_not_allowed")
    const held = async () => Number((await rows("select coalesce(sum(amount_fen), 0) as fen from spending_reservation where organisation_id = ? and released_at is null", [organisation_id]))[0]!.fen)
    expect(await held()).toBe(order.total_fen)
    expect((await ask(buyer, "post", `/store/group-buy-parts/${part!.id}/leave`)).data.part).toMatchObject({ state: "left" })
    expect(await held()).toBe(0)

    // Its cart goes where and as it was let pass; one that nobody paid gives the budget back at the end.
    const lapsing = await opened({ capacity: 5, per_buyer_cap: 5, tiers: [{ from_units: 1, price_fen: 3_000 }] })
    const { cart_id, total_fen } = (await join(buyer, lapsing, 5, { organisation_id })).data
    expect(await held()).toBe(total_fen)
    for (const [path, body] of [["/shipping-methods", { option_id: world.store.shipping_option_ids.standard }], ["", { shipping_address: { first_name: "别处" } }]] as const) expect((await ask(buyer, "post", `/store/carts/${cart_id}${path}`, body)).data).toMatchObject({ code: "not_yours", message: expect.stringContaining("单位名义") })
    await endNow(lapsing)
    await run()
    expect([await held(), await shown(lapsing)]).toMatchObject([0, { state: "closed" }])

    // Ten buyers want the last pieces at once: what is promised is there, and no more.
    await rows("update group_buy set capacity = 12 where id = ?", [id])
    await run()
    const people = [buyer, stranger, world.people.other, world.head, world.deputy, world.both]
    const carts = await Promise.all(people.map((who) => join(who, id, 5)))
    expect(carts.filter(({ status }) => status === 200)).toHaveLength(2)
    const done = await Promise.all(carts.map(({ data }, index) => (data.cart_id ? complete(people[index]!, data.cart_id) : null)))
    expect(done.filter((answer) => answer?.data.type === "order")).toHaveLength(2)
    expect(await reserved()).toEqual({ held: 2, total: 12 })

    // One that ends well is invoiced at what was kept, and says why the unit buys.
    expect((await ask(buyer, "post", "/store/institution/purchase-reason", { organisation_id, reason: "buying_to_help" })).status).toBe(200)
    const whole = await opened({ capacity: 4, per_buyer_cap: 4, tiers: [{ from_units: 1, price_fen: 3_000 }, { from_units: 4, price_fen: 2_000 }] })
    const paid = await joined(buyer, whole, 4, { organisation_id })
    await endNow(whole)
    await run()
    const reasonOf = async (id: string) => (await rows("select metadata ->> 'reason' as reason from \"order\" where id = ?", [id]))[0]!.reason
    expect(await reasonOf(paid.order_id)).toBe("buying_to_help")
    // What the checkout says of itself holds, own use too; nobody's own purchase takes over what the unit says.
    const spoken = async (reason: string | undefined, of: object) => reasonOf((await joined(buyer, await opened({ capacity: 4, per_buyer_cap: 4, tiers: [{ from_units: 1, price_fen: 3_000 }] }), 1, { ...of, ...(reason ? { reason } : {}) })).order_id)
    expect([await spoken("own_use", { organisation_id }), await spoken("instead_of_donating", { organisation_id }), await spoken(undefined, {})]).toEqual(["own_use", "instead_of_donating", "own_use"])
    expect((await ask(viewer, "get", `/store/institution/invoiceable?organisation_id=${organisation_id}&about_id=${whole}`)).data.sellers).toMatchObject([{ left_fen: await kept(paid.order_id), orders: [{ order_id: paid.order_id, source: "group_buy" }] }])
    expect((await invoice(paid.order_id)).invoice).toMatchObject({ amount_fen: await kept(paid.order_id), orders: [{ order_id: paid.order_id }] })
  })
})
