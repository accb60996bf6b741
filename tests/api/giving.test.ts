import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { UnitImpact } from "@fupin/contract/schemas"
import { runStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { campaignPlay, certify, rosterRow } from "../support/campaign"
import { dayFromNow, DELIVERY } from "../support/institution"
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
