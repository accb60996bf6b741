import { tellNotices } from "@fupin/institution/notices/tell"
import { saveStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { dayFromNow, DELIVERY, openInstitutions } from "../support/institution"
import { sql } from "../support/linked-shop"
import { describeShop } from "../support/shop"
import { openWorkbenchWorld, type WorkbenchWorld } from "../support/workbench-world"

type Person = { headers: Record<string, string> }

describeShop(({ api, getContainer }) => {
  let world: WorkbenchWorld
  beforeEach(async () => { world = await openWorkbenchWorld(getContainer(), api, await openInstitutions(getContainer())) })

  const call = (person: Person, method: "get" | "post", path: string, body: object = {}) => {
    const options = { headers: person.headers, validateStatus: null }
    return method === "get" ? api.get(`/store/${path}`, options) : api.post(`/store/${path}`, body, options)
  }
  const tell = async () => {
    await Promise.all([tellNotices(getContainer(), new Date()), tellNotices(getContainer(), new Date())])
    await tellNotices(getContainer(), new Date())
  }
  const producerTold = async (person: Person, id = world.wuxi.id) => (await call(person, "get", `workbench/notices?producer_id=${id}`)).data
  const unitTold = async (person: Person) => (await call(person, "get", `institution/notices?organisation_id=${world.school.id}`)).data.notices
  const kinds = (notices: { kind: string }[]) => notices.map(({ kind }) => kind).sort()

  it("tells a producer's people what waits for them, each thing once, and nobody else", async () => {
    const { people: { seller, rival, former, buyer }, wuxi, enshi, potato, agreements, demand_id } = world
    const on = dayFromNow(1)
    const order = { agreement_id: agreements.school.id, name: "食堂", weekdays: [new Date(on).getUTCDay() || 7], starts_on: on, ends_on: on, skip_statutory_holidays: false, lines: [{ variant_id: potato.variant_id, quantity: 12 }], delivery: DELIVERY }
    await saveStandingOrdersWorkflow(getContainer()).run({ input: { standing_orders: [order] } as never })
    await tell()
    const { notices, unread } = await producerTold(seller)
    expect(kinds(notices)).toEqual(["producer_demand", "producer_dispute", "producer_invoice", "producer_packing", "producer_proposal"])
    expect(unread).toBe(5)
    expect(notices.find(({ kind }: any) => kind === "producer_packing")).toMatchObject({ title: `${on} 要送的货`, body: expect.stringMatching(/^巫溪洋芋 12 份，送 1 处/), href: `/workbench/packing?date=${on}` })
    expect(notices.find(({ kind }: any) => kind === "producer_demand")).toMatchObject({ href: `/workbench/demands/${demand_id}` })
    expect(kinds((await producerTold(rival, enshi.id)).notices)).toEqual(["producer_demand"])
    expect([(await call(former, "get", `workbench/notices?producer_id=${wuxi.id}`)).data.code, (await call(rival, "get", `workbench/notices?producer_id=${wuxi.id}`)).data.code]).toEqual(["not_a_producer_member", "not_a_producer_member"])
    expect(await sql(getContainer(), "select 1 from notice where customer_id = ?", [former.customer_id])).toEqual([])

    await sql(getContainer(), "update standing_order_line set quantity = 15 where standing_order_id in (select id from standing_order where name = '食堂')")
    const packed = async () => (await producerTold(seller)).notices.filter(({ kind }: any) => kind === "producer_packing")
    await tell()
    expect(await packed()).toHaveLength(1)
    await sql(getContainer(), "update notice_fact set told_at = told_at - interval '1 hour' where key like 'packing-read:%'")
    await tell()
    expect((await packed()).map(({ body }: any) => body.slice(0, 7))).toEqual(["巫溪洋芋 15", "巫溪洋芋 12"])

    expect((await call(rival, "post", "workbench/notices/read", { producer_id: wuxi.id })).data.code).toBe("not_a_producer_member")
    expect((await call(seller, "post", "workbench/notices/mail", { producer_id: wuxi.id, mail: "digest" })).data.mail).toBe("digest")
    expect((await call(seller, "post", "workbench/notices/read", { producer_id: wuxi.id })).data.unread).toBe(0)
    expect((await producerTold(rival, enshi.id)).unread).toBe(1)
    expect((await unitTold(buyer)).some(({ kind }: any) => kind.startsWith("producer_"))).toBe(false)
  })

  it("tells of a choice only whether it fell on one's own quote, and the unit what sellers did", async () => {
    const { people: { seller, rival, buyer, finance }, wuxi, enshi, potato, tea, demand_id, agreement_id, invoice_id } = world
    const quote = async (person: Person, producer_id: string, variant_id: string, unit_price_fen: number) =>
      (await call(person, "post", `workbench/demands/${demand_id}/quotes`, { producer_id, valid_to: dayFromNow(30), lines: [{ line: 0, variant_id, unit_price_fen, content_milli: 5_000 }] })).data.demand.quote.id
    const [cheap, dear] = [await quote(seller, wuxi.id, potato.variant_id, 3_000), await quote(rival, enshi.id, tea.variant_id, 123_456)]
    expect((await call(seller, "post", `workbench/agreements/${agreement_id}/proposals`, { change: { kind: "days", weekdays: [2], lead_time_days: 2 } })).status).toBe(201)
    expect((await call(seller, "post", `workbench/invoices/${invoice_id}/decline`, { reason: "税号有误，请核对" })).status).toBe(200)
    await sql(getContainer(), "update demand set quote_by = ? where id = ?", [dayFromNow(-1), demand_id])
    await tell()
    expect((await unitTold(buyer)).find(({ kind }: any) => kind === "quotes_ready")).toMatchObject({ body: expect.stringContaining("收到 2 份报价"), href: `/desk/demands/${demand_id}` })
    expect((await unitTold(buyer)).find(({ kind }: any) => kind === "proposal_received")).toMatchObject({ href: `/desk/agreements/${agreement_id}` })
    expect((await unitTold(finance)).find(({ kind }: any) => kind === "invoice_declined")).toMatchObject({ body: expect.stringContaining("税号有误，请核对") })

    expect((await call(buyer, "post", `institution/demands/${demand_id}/choice`, { quote_id: cheap })).status).toBe(200)
    await tell()
    const [won, lost] = [await producerTold(seller), await producerTold(rival, enshi.id)]
    expect([kinds(won.notices).filter((kind) => /chosen|passed/.test(kind)), kinds(lost.notices).filter((kind) => /chosen|passed/.test(kind))]).toEqual([["producer_chosen"], ["producer_passed"]])
    for (const secret of [cheap, dear, wuxi.id, "巫溪", "3000", "30.00"]) expect(JSON.stringify(lost)).not.toContain(secret)
  })
})
