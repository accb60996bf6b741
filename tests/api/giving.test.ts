import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { UnitImpact } from "@fupin/contract/schemas"
import { runStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { campaignPlay, certify, rosterRow } from "../support/campaign"
import { dayFromNow, DELIVERY, nextDay } from "../support/institution"
import { openPdf } from "../support/pdf"
import { describeShop } from "../support/shop"
import { FIRST, openSpending, type SpendingWorld, weekdayOf } from "../support/spending"

type Who = { headers: Record<string, string> }

describeShop(({ api, getContainer }) => {
  let world: SpendingWorld
  const year = Number(dayFromNow(0).slice(0, 4))
  const desk = async (person: Who, method: "get" | "post", path: string, body: unknown = {}, options: object = {}): Promise<{ status: number; data: any }> =>
    method === "get" ? api.get(`/store/institution/${path}`, { headers: person.headers, validateStatus: null, ...options }) : api.post(`/store/institution/${path}`, body, { headers: person.headers, validateStatus: null, ...options })
  const sql = async (text: string, values: unknown[] = []): Promise<any[]> => (await getContainer().resolve<any>(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows
  const terms = (name: string, more: object = {}) => ({
    agreement_id: world.agreements.school.id, name, weekdays: [weekdayOf(FIRST)], starts_on: FIRST, ends_on: FIRST, skip_statutory_holidays: false, lines: [{ variant_id: world.potato.variant_id, quantity: 2 }], delivery: DELIVERY, ...more,
  })
  const plan = (name: string, more: object = {}, who: Who = world.buyer) => desk(who, "post", "standing-orders", terms(name, more))
  const run = (date = FIRST) => runStandingOrdersWorkflow(getContainer()).run({ input: { date } })
  const pay = (order_id: string, amount_fen: number, reference: string) => receiveTransferWorkflow(getContainer()).run({ input: { order_id, amount_fen, reference, received_on: dayFromNow(0), actor_id: "tester" } })
  const orderOf = async (name: string): Promise<{ id: string; metadata: any }> => (await sql(
    `select o.id, o.metadata from "order" o join standing_order s on s.id = o.metadata ->> 'standing_order_id' where s.name = ?`, [name]))[0]
  const unitSays = (reason: string | null) => desk(world.people.finance, "post", "purchase-reason", { organisation_id: world.unit.id, reason })

  const campaigns = campaignPlay(api, getContainer, () => world)

  beforeAll(async () => {
    world = await openSpending(getContainer())
  })

  it("an order says why it was bought: its own word, else the unit's of that day, for good; the year sums by it what was paid less what came back", async () => {
    const { people, buyer, unit } = world
    expect((await plan("乱写", { reason: "charity" })).data.code).toBe("invalid_input")
    expect([(await plan("越权", { reason: "own_use" }, people.viewer)).data.code, (await plan("外人", { reason: "own_use" }, people.other)).data.code]).toEqual(["role_not_allowed", "not_a_member"])
    expect((await unitSays("instead_of_donating")).status).toBe(200)
    const made = await plan("随单位")
    expect([made.status, made.data.standing_order.reason]).toEqual([201, null])
    expect((await plan("自己写", { reason: "buying_to_help" })).data.standing_order.reason).toBe("buying_to_help")
    expect((await plan("自用", { reason: "own_use" })).data.standing_order.reason).toBe("own_use")
    await run()
    // What the unit says from tomorrow on, and what the standing order says of its next dates, is no word about what was ordered.
    await unitSays("buying_to_help")
    const changed = await desk(buyer, "post", `standing-orders/${made.data.standing_order.id}`, { ...terms("随单位", { reason: "own_use" }), agreement_id: undefined, version: made.data.standing_order.version })
    expect(changed.data.standing_order).toMatchObject({ reason: "own_use" })
    await run()
    const [followed, own, used] = await Promise.all(["随单位", "自己写", "自用"].map(orderOf))
    expect([followed!.metadata.reason, own!.metadata.reason, used!.metadata.reason]).toEqual(["instead_of_donating", "buying_to_help", "own_use"])

    await Promise.all([followed!, own!, used!].map(({ id }, at) => pay(id, 7_200, `T-${at}`)))
    const [payment] = await sql("select p.id from payment p join order_payment_collection l on l.payment_collection_id = p.payment_collection_id where l.order_id = ?", [own!.id])
    await getContainer().resolve(Modules.PAYMENT).refundPayment({ payment_id: payment.id, amount: 0.01 })
    await postBenefitWorkflow(getContainer()).run({ input: { order_ids: [followed!.id, own!.id, used!.id] } })
    const impact = UnitImpact.parse((await desk(people.viewer, "get", `impact?organisation_id=${unit.id}`)).data)
    expect([impact.paid_fen, impact.reasons]).toEqual([3 * 7_200 - 1, [{ reason: "instead_of_donating", paid_fen: 7_200 }, { reason: "buying_to_help", paid_fen: 7_199 }]])
    const { data: { number } } = await desk(people.finance, "post", "impact/certificates", { organisation_id: unit.id, year })
    const [page] = await openPdf((await desk(people.viewer, "get", `impact/certificates/${number}?organisation_id=${unit.id}`, undefined, { responseType: "arraybuffer" })).data)
    expect(page!.text.join("")).toContain("以购代捐 72.00 元，以买代帮 71.99 元")
  })

  describe("goods that a unit gives away", () => {
    const NEXT = nextDay(FIRST, 1)
    const schools: string[] = []
    const at = (name: string) => ({ name, kind: "school", county_code: "500238", detail: "老街 9 号", contact: "后勤处", phone: "02351500120", need: "大米、洋芋" })
    const office = async (method: "get" | "post", path: string, body: object = {}) => (method === "get"
      ? api.get(`/admin/institution/${path}`, { headers: world.office.headers, validateStatus: null }) : api.post(`/admin/institution/${path}`, body, { headers: world.office.headers, validateStatus: null }))
    const occurrences = async (name: string) => (await desk(world.people.viewer, "get", `occurrences?organisation_id=${world.unit.id}&from=${FIRST}&to=${NEXT}`)).data.occurrences.filter((one: any) => one.standing_order_name === name) as any[]
    const plans = async () => new Map(((await desk(world.people.viewer, "get", `budget?organisation_id=${world.unit.id}`)).data.plans as any[]).map((one) => [one.kind, one]))
    const note = async (occurrence: string, order: string) => (await openPdf((await desk(world.people.receiver, "get", `occurrences/${occurrence}/delivery-notes/${order}`, undefined, { responseType: "arraybuffer" })).data))[0]!.text.join("")

    // Every test begins with the world as it was opened.
    beforeEach(async () => {
      schools.length = 0
      for (const name of ["尖山镇中心小学", "古路镇敬老院"]) schools.push((await office("post", "donation-recipients", at(name))).data.id)
      const unit = `organisations/${world.unit.id}`
      await office("post", `${unit}/budgets`, { year, purpose: "delivery", amount_fen: 1_000_000 })
      for (const [kind, title] of [["canteen_share", "食堂预留份额"], ["floor", "巫溪只增不减"]]) await office("post", `${unit}/spending-plans`, { year, kind, title, eligible: { platforms: ["here"], sources: ["canteen"], origins: ["500238"] } })
      await office("post", `${unit}/approval-policy`, { tiers: [{ up_to_fen: 20_000, mode: "none" }, { up_to_fen: null, mode: "any", approvers: [world.head.customer_id] }] })
    })

    it("go to a school of its choice, through its approvers and budget; papers name her, the canteen's share does not count them", async () => {
      const { people, unit } = world
      const [school] = schools
      const gift = { delivery: null, recipient_id: school, lines: [{ variant_id: world.potato.variant_id, quantity: 10 }] }
      const refused = async (more: object, who?: Who) => (await plan("捐赠洋芋", { ...gift, ...more }, who)).data.code
      expect([await refused({ delivery: DELIVERY }), await refused({ recipient_id: null }), await refused({ recipient_id: "dnrc_none" }), await refused({}, people.viewer), await refused({}, people.other)])
        .toEqual(["invalid_input", "invalid_input", "unknown_recipient", "role_not_allowed", "not_a_member"])
      const before = await plans()
      const { data: { standing_order: order } } = await plan("捐赠洋芋", gift)
      expect(order).toMatchObject({ given_to: { recipient_id: school, name: "尖山镇中心小学", place: "重庆市巫溪县", is_open: true }, delivery: { name: "后勤处", detail: "老街 9 号（尖山镇中心小学）" } })
      expect((await plans()).get("canteen_share").coming_fen - before.get("canteen_share").coming_fen).toBe(0)
      expect((await plans()).get("floor").coming_fen - before.get("floor").coming_fen).toBe(36_000)
      await run()
      const asked = (await desk(world.head, "get", `approvals?organisation_id=${unit.id}`)).data.approvals.find((one: any) => one.title === "捐赠洋芋（捐给尖山镇中心小学）")
      expect(asked).toMatchObject({ amount_fen: 36_000, state: "open" })
      expect((await desk(world.head, "post", `approvals/${asked.id}/decision`, { verdict: "approve", amount_fen: 36_000, reason: "" })).status).toBe(200)
      await run()
      const [written] = await sql(`select o.id, o.metadata, s.first_name, s.company, s.phone, s.address_1 from "order" o join order_address s on s.id = o.shipping_address_id where o.metadata ->> 'standing_order_id' = ?`, [order.id])
      expect(written).toMatchObject({
        first_name: "后勤处", company: "尖山镇中心小学", phone: "02351500120", address_1: "巫溪县老街 9 号（尖山镇中心小学）",
        metadata: { organisation_id: unit.id, donation: { recipient_id: school, recipient_name: "尖山镇中心小学", place: "重庆市巫溪县" } },
      })
      // Who keeps the rest from now on does not rewrite what was given.
      expect((await desk(world.buyer, "post", `standing-orders/${order.id}`, { ...terms("捐赠洋芋"), agreement_id: undefined })).data.standing_order).toMatchObject({ given_to: null, delivery: DELIVERY })
      const [date] = await occurrences("捐赠洋芋")
      expect([date.state, date.given_to, await note(date.id, written.id)]).toEqual(["placed", "尖山镇中心小学", expect.stringContaining("捐给尖山镇中心小学")])
      expect((await desk(people.other, "get", `occurrences/${date.id}/delivery-notes/${written.id}`)).data.code).toBe("not_a_member")

      const sums = async () => { const held = await plans(); return [held.get("canteen_share").paid_fen, held.get("canteen_share").given_fen, held.get("floor").paid_fen, held.get("floor").given_fen] }
      const paid = await sums()
      await pay(written.id, 36_000, "G-1")
      await postBenefitWorkflow(getContainer()).run({ input: { order_ids: [written.id] } })
      expect((await sums()).map((fen, index) => fen - paid[index])).toEqual([0, 36_000, 36_000, 0])
      const impact = UnitImpact.parse((await desk(people.viewer, "get", `impact?organisation_id=${unit.id}`)).data)
      expect([impact.given, impact.total_fen > 0]).toEqual([[{ name: "尖山镇中心小学", paid_fen: 36_000 }], true])
      expect((await office("get", "donation-recipients")).data.recipients.find((one: any) => one.id === school)).toMatchObject({ orders: 1, paid_fen: 36_000 })
    })

    it("are refused once she takes no more, also between one date and the next; another is chosen and the next run goes on", async () => {
      const [closing, other] = schools
      const gift = { delivery: null, recipient_id: closing, weekdays: [1, 2, 3, 4, 5, 6, 7], ends_on: NEXT }
      const { data: { standing_order: order } } = await plan("两天", gift)
      await run()
      expect((await office("post", `donation-recipients/${closing}/close`)).status).toBe(200)
      await run(NEXT)
      const [first, second] = await occurrences("两天")
      expect([first.state, second.state, second.error]).toEqual(["placed", "failed", expect.stringContaining("“尖山镇中心小学”已停止接收捐赠")])
      expect(await sql(`select id from "order" where metadata ->> 'standing_order_id' = ? and metadata ->> 'delivery_date' = ?`, [order.id, NEXT])).toEqual([])
      expect((await plan("迟了", gift)).data).toMatchObject({ code: "recipient_closed", message: expect.stringContaining("另选一家") })
      expect((await desk(world.buyer, "post", `occurrences/${first.id}/replenish`, { lines: [{ variant_id: world.potato.variant_id, quantity: 1 }] })).data.code).toBe("recipient_closed")
      expect((await desk(world.people.viewer, "get", `standing-orders/${order.id}`)).data.standing_order.given_to).toMatchObject({ is_open: false })
      const moved = await desk(world.buyer, "post", `standing-orders/${order.id}`, { ...terms("两天", { ...gift, recipient_id: other }), agreement_id: undefined })
      expect(moved.data.standing_order.given_to).toMatchObject({ name: "古路镇敬老院", is_open: true })
      await run(NEXT)
      expect((await occurrences("两天")).map(({ state, given_to }) => [state, given_to])).toEqual([["placed", "尖山镇中心小学"], ["placed", "古路镇敬老院"]])
    })
  })

  it("a campaign says it of all its orders", async () => {
    await certify(getContainer(), world)
    await unitSays("instead_of_donating")
    const id = await campaigns.opened([rosterRow(1), rosterRow(2)], { reason: "buying_to_help" })
    expect((await campaigns.detail(id)).campaign.reason).toBe("buying_to_help")
    await campaigns.step(id, "close")
    await campaigns.step(id, "place")
    expect(await campaigns.settled(id)).toMatchObject({ state: "ordered" })
    expect(await sql(`select distinct metadata ->> 'reason' as reason from "order" where metadata ->> 'campaign_id' = ?`, [id])).toEqual([{ reason: "buying_to_help" }])
  })
})
