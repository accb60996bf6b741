import type { Invoice, WorkbenchDemand, WorkbenchToday } from "@fupin/contract/schemas"
import type { WorkbenchModuleService } from "@fupin/institution/modules/workbench"
import { runStandingOrdersWorkflow, saveStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { signInCustomer } from "../support/customer"
import { dayFromNow, DELIVERY, openInstitutions } from "../support/institution"
import { sql } from "../support/linked-shop"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { DEMAND, openWorkbenchWorld, type WorkbenchWorld } from "../support/workbench-world"

type Person = { headers: Record<string, string> }
const PDF = Buffer.from("%PDF-1.7\ninvoice\n%%EOF")
const XML = Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n<EInvoice><No>26332000000000000009</No></EInvoice>`)

describeShop(({ api, getContainer }) => {
  let world: WorkbenchWorld
  beforeEach(async () => { world = await openWorkbenchWorld(getContainer(), api, await openInstitutions(getContainer())) })

  const call = async (person: Person, method: "get" | "post", path: string, body: object = {}): Promise<{ status: number; data: any; code?: string }> => {
    const binary = Buffer.isBuffer(body) ? { "content-type": "application/octet-stream" } : {}
    const options = { headers: { ...person.headers, ...binary }, validateStatus: null }
    const { status, data } = method === "get" ? await api.get(path, options) : await api.post(path, body, options)
    return { status, data, code: data?.code }
  }
  const bench = (person: Person, method: "get" | "post", path: string, body?: object) => call(person, method, `/store/workbench/${path}`, body)
  const desk = (person: Person, method: "get" | "post", path: string, body?: object) => call(person, method, `/store/institution/${path}`, body)
  const mine = async (person: Person) => (await bench(person, "get", "producers")).data.producers.map(({ id }: { id: string }) => id)

  it("is joined by a code of staff, counts at once, and is ended at once", async () => {
    const { wuxi, store } = world
    const [office, elsewhere] = [await signInStaff(getContainer(), "office", "500000"), await signInStaff(getContainer(), "office", "420000")]
    const invite = (staff: Person, body: object = {}) => call(staff, "post", `/admin/institution/producers/${wuxi.id}/invitations`, body)
    expect((await invite(elsewhere)).code).toBe("not_in_your_region")
    const { data: { code, people } } = await invite(office, { note: "社长张大山" })
    expect([code, people.invitations[0]]).toEqual([expect.stringMatching(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/), expect.objectContaining({ note: "社长张大山", state: "open" })])
    const [zhang, li] = [await signInCustomer(getContainer(), store, "zhang@example.cn", "张大山"), await signInCustomer(getContainer(), store, "li@example.cn")]
    expect(await mine(zhang)).toEqual([])
    for (const again of [1, 2]) expect([again, (await bench(zhang, "post", "join", { code: code.toLowerCase() })).data]).toEqual([again, { producer_id: wuxi.id }])
    expect(await mine(zhang)).toEqual([wuxi.id])
    expect((await bench(li, "post", "join", { code })).code).toBe("producer_invitation_closed")
    const { data: { people: held } } = await call(office, "get", `/admin/institution/producers/${wuxi.id}/people`)
    const member = held.members.find(({ email }: { email: string }) => email === "zhang@example.cn")
    expect([member.name, held.invitations[0].state]).toEqual(["张大山", "used"])
    expect((await call(office, "post", `/admin/institution/producer-invitations/${held.invitations[0].id}/revoke`)).code).toBe("producer_invitation_closed")
    expect((await call(office, "post", `/admin/institution/producer-members/${member.id}/end`)).status).toBe(200)
    expect([await mine(zhang), (await bench(zhang, "get", `today?producer_id=${wuxi.id}`)).code, (await bench(zhang, "post", "join", { code })).code]).toEqual([[], "not_a_producer_member", "producer_invitation_closed"])
  })

  it("takes no code that is revoked, expired or guessed at, and counts wrong ones by person", async () => {
    const { wuxi, store } = world
    const office = await signInStaff(getContainer(), "office", "500000")
    const code = async () => (await call(office, "post", `/admin/institution/producers/${wuxi.id}/invitations`)).data
    const li = await signInCustomer(getContainer(), store, "li@example.cn")
    const [revoked, expired] = [await code(), await code()]
    await call(office, "post", `/admin/institution/producer-invitations/${revoked.people.invitations[0].id}/revoke`)
    await sql(getContainer(), "update producer_invitation set expires_at = now() - interval '1 minute' where id = ?", [expired.people.invitations[0].id])
    const tries = [revoked.code, expired.code, "ZZZZ-ZZZZ-ZZZZ-ZZZ2", "ZZZZ-ZZZZ-ZZZZ-ZZZ3", "ZZZZ-ZZZZ-ZZZZ-ZZZ4"]
    for (const tried of tries) expect((await bench(li, "post", "join", { code: tried })).code).toBe("producer_invitation_closed")
    const { code: good } = await code()
    expect((await bench(li, "post", "join", { code: good })).code).toBe("producer_join_locked")
    const wang = await signInCustomer(getContainer(), store, "wang@example.cn")
    expect((await bench(wang, "post", "join", { code: good })).status).toBe(201)
  })

  it("quotes under the same rules as staff, and nobody learns of another's quote", async () => {
    const { people: { seller, rival, buyer }, wuxi, enshi, potato, rice, tea, demand_id } = world
    const list = async (person: Person, id: string): Promise<WorkbenchDemand[]> => (await bench(person, "get", `demands?producer_id=${id}`)).data.demands
    const quote = (person: Person, producer_id: string, variant_id: string, unit_price_fen: number, id = demand_id) =>
      bench(person, "post", `demands/${id}/quotes`, { producer_id, valid_to: dayFromNow(30), lines: [{ line: 0, variant_id, unit_price_fen, content_milli: 5_000 }] })
    expect((await list(seller, wuxi.id)).map(({ id, quote: own, goods }) => [id, own, goods.map(({ variant_id }) => variant_id)])).toEqual([[demand_id, null, [potato.variant_id]]])
    expect([(await quote(seller, wuxi.id, rice.variant_id, 3_000)).code, (await quote(seller, wuxi.id, tea.variant_id, 3_000)).code, (await quote(seller, enshi.id, tea.variant_id, 3_000)).code]).toEqual(["quote_not_certified", "not_from_this_producer", "not_a_producer_member"])
    expect((await quote(rival, enshi.id, tea.variant_id, 123_456)).status).toBe(201)
    expect((await quote(seller, wuxi.id, potato.variant_id, 3_333)).status).toBe(201)
    const { data: { demand } } = await quote(seller, wuxi.id, potato.variant_id, 3_222)
    expect(demand.quote.lines[0].unit_price_fen).toBe(3_222)
    const seen = JSON.stringify([await list(rival, enshi.id), (await bench(rival, "get", `demands/${demand_id}?producer_id=${enshi.id}`)).data, (await bench(rival, "get", `today?producer_id=${enshi.id}`)).data])
    for (const secret of [wuxi.id, "巫溪洋芋", "3222", "quote_count", "standing"]) expect(seen).not.toContain(secret)
    expect(seen).toContain("123456")
    expect((await bench(rival, "post", `demand-quotes/${demand.quote.id}/withdraw`)).code).toBe("not_a_producer_member")
    expect((await bench(seller, "post", `demand-quotes/${demand.quote.id}/withdraw`)).status).toBe(200)
    expect([(await list(seller, wuxi.id))[0]!.quote, (await desk(buyer, "get", `demands/${demand_id}`)).data.demand.quote_count]).toEqual([null, 1])

    const { data: { id: again } } = { data: (await quote(seller, wuxi.id, potato.variant_id, 3_111)).data.demand.quote }
    await sql(getContainer(), "update demand set quote_by = ? where id = ?", [dayFromNow(-1), demand_id])
    expect((await quote(seller, wuxi.id, potato.variant_id, 1)).code).toBe("quoting_ended")
    expect((await desk(buyer, "post", `demands/${demand_id}/choice`, { quote_id: again, reason: "洋芋要本地的" })).status).toBe(200)
    const [won, lost] = [(await list(seller, wuxi.id))[0]!, (await list(rival, enshi.id))[0]!]
    expect([won.outcome, won.agreement_id, lost.outcome, lost.agreement_id]).toEqual(["won", expect.any(String), "lost", null])
    expect(JSON.stringify(lost)).not.toContain(won.agreement_id)
  })

  it("offers only demands that it can answer", async () => {
    const { people: { seller, rival, buyer }, wuxi, enshi, school } = world
    const { data: { demand: { id } } } = await desk(buyer, "post", "demands", { organisation_id: school.id, ...DEMAND, origin_code: "422801" })
    const see = async (person: Person, producer: string) => (await bench(person, "get", `demands/${id}?producer_id=${producer}`)).status
    expect([await see(seller, wuxi.id), await see(rival, enshi.id)]).toEqual([404, 200])
    await sql(getContainer(), "update designation set status = 'revoked'")
    expect((await bench(rival, "get", `demands?producer_id=${enshi.id}`)).data.demands).toEqual([])
  })

  it("is the producer's side of a negotiation; staff may still act for it", async () => {
    const { people: { seller, buyer }, wuxi, potato, agreement_id, proposal_id, agreements, school } = world
    const today = async (): Promise<WorkbenchToday> => (await bench(seller, "get", `today?producer_id=${wuxi.id}`)).data
    expect((await today()).tasks.map(({ kind }) => kind).sort()).toEqual(["demand", "dispute", "invoice", "proposal"])
    const { data } = await bench(seller, "post", `agreement-proposals/${proposal_id}`, { answer: "accept" })
    expect([data.agreement.organisation_name, data.agreement.lines[0].unit_price_fen, data.dossier.history.at(-1).by]).toEqual([school.name, 3_500, "producer"])
    expect(data.dossier.commitments[0]).toMatchObject({ term_min: 100, term_max: 500, producer_gap: 0 })
    expect((await bench(seller, "post", `agreement-proposals/${proposal_id}`, { answer: "decline", reason: "反悔" })).code).toBe("proposal_answered")
    const countered = await bench(seller, "post", `agreements/${agreement_id}/proposals`, { change: { kind: "days", weekdays: [2, 4], lead_time_days: 2 }, note: "周一来不及采" })
    const own = countered.data.dossier.proposals.find(({ state }: { state: string }) => state === "open")
    expect([countered.status, own.side]).toEqual([201, "producer"])
    expect((await bench(seller, "post", `agreement-proposals/${own.id}`, { answer: "accept" })).code).toBe("proposal_own")
    expect((await desk(buyer, "post", `agreement-proposals/${own.id}`, { answer: "decline", reason: "周一要用" })).status).toBe(200)
    const office = await signInStaff(getContainer(), "office", "500000")
    expect((await call(office, "post", `/admin/institution/agreements/${agreement_id}/proposals`, { change: { kind: "grade", variant_id: potato.variant_id, grade: "一级" } })).status).toBe(201)
    expect((await bench(seller, "get", `agreements/${agreements.school.id}`)).status).toBe(404)
    expect((await bench(seller, "get", `agreements?producer_id=${wuxi.id}`)).data.agreements.map(({ id }: { id: string }) => id)).toEqual([agreement_id])
  })

  it("packs its own lines of deliveries that several sellers fill, before and after they are placed", async () => {
    const { people: { seller, rival }, wuxi, enshi, potato, tea, agreements, school } = world
    const date = dayFromNow(3)
    await saveStandingOrdersWorkflow(getContainer()).run({ input: { customer_id: null, standing_orders: [{
      agreement_id: agreements.school.id, name: "食堂配送", weekdays: [1, 2, 3, 4, 5, 6, 7], starts_on: date, ends_on: date, skip_statutory_holidays: false, deliver_on_makeup_workdays: false,
      lines: [{ variant_id: potato.variant_id, quantity: 10 }, { variant_id: tea.variant_id, quantity: 2 }], delivery: DELIVERY,
    }] } })
    const pack = async (person: Person, id: string) => (await bench(person, "get", `packing?producer_id=${id}&date=${date}`)).data
    for (const placed of [false, true]) {
      if (placed) await runStandingOrdersWorkflow(getContainer()).run({ input: { date } })
      const [own, other] = [await pack(seller, wuxi.id), await pack(rival, enshi.id)]
      expect(own.sellers).toMatchObject([{ id: wuxi.id, lines: [{ variant_id: potato.variant_id, requested: 10, supplied: 10, deliveries: [{ organisation_name: school.name, quantity: 10 }] }] }])
      expect([JSON.stringify(own).includes(tea.variant_id), JSON.stringify(other).includes(potato.variant_id), other.sellers[0].lines[0].supplied]).toEqual([false, false, 2])
      expect(own.places).toEqual([{ occurrence_id: own.sellers[0].lines[0].deliveries[0].occurrence_id, address: expect.stringContaining(DELIVERY.detail), contact: DELIVERY.name, phone: DELIVERY.phone }])
    }
    const past = (await bench(seller, "get", `packing?producer_id=${wuxi.id}&date=${dayFromNow(-2)}`)).data
    expect([past.sellers.length, past.places]).toEqual([1, []])
    await getContainer().resolve<WorkbenchModuleService>("workbench").stop(wuxi.id, "抽检不合格", { actor_id: "tester", at: new Date() })
    expect(await pack(seller, wuxi.id)).toMatchObject({ sellers: [{ id: wuxi.id }], places: [] })
    const { data: today } = await bench(seller, "get", `today?producer_id=${wuxi.id}`)
    expect(today.days).toEqual([{ date, units: 1, lines: [expect.objectContaining({ variant_id: potato.variant_id, supplied: 10 })] }])
    const paper = await api.get(`/store/workbench/packing?producer_id=${wuxi.id}&date=${date}&format=pdf`, { headers: seller.headers, responseType: "arraybuffer" })
    expect(Buffer.from(paper.data).subarray(0, 5).toString()).toBe("%PDF-")
    expect((await bench(seller, "get", `packing?producer_id=${wuxi.id}&date=${dayFromNow(9)}&format=pdf`)).status).toBe(404)
  })

  it("answers disputes of its own statements, and writes or declines its own invoices", async () => {
    const { people: { seller, finance }, wuxi, school, statement_id, line_id, invoice_id } = world
    const adjust = (due_fen: number) => bench(seller, "post", `statements/${statement_id}/adjust`, { lines: [{ line_id, due_fen, resolution: "按实收重算" }] })
    expect((await adjust(999_999)).code).toBe("adjustment_too_high")
    const { data: { statement } } = await adjust(3_000)
    expect([statement.state, statement.due_fen, statement.transfer]).toEqual(["adjusted", 3_000, null])
    expect((await adjust(2_000)).code).toBe("statement_state")

    const invoices = async (): Promise<Invoice[]> => (await desk(finance, "get", `invoices?organisation_id=${school.id}`)).data.invoices
    const decline = (reason: string) => bench(seller, "post", `invoices/${invoice_id}/decline`, { reason })
    for (const again of [1, 2]) expect([again, (await decline("税号有误，请核对")).status]).toEqual([again, 200])
    expect((await invoices())[0]).toMatchObject({ state: "declined", declined_reason: "税号有误，请核对", number: null })
    expect((await desk(finance, "post", `invoices/${invoice_id}/withdraw`)).code).toBe("invoice_state")
    const [left] = (await desk(finance, "get", `invoiceable?organisation_id=${school.id}`)).data.sellers.filter((one: any) => one.seller.id === wuxi.id)
    const asked = await desk(finance, "post", "invoices", { organisation_id: school.id, title: school.name, tax_number: school.uscc, orders: [{ order_id: left.orders[0].order_id }] })
    expect(asked.status).toBe(201)
    const { id } = asked.data.invoice
    const issue = (file: Buffer, number: string) => bench(seller, "post", `invoices/${id}/issue?number=${number}&issued_on=${dayFromNow(0)}`, file)
    expect((await issue(Buffer.from("<html></html>"), "26332000000000000009")).code).toBe("invoice_wrong_type")
    expect((await issue(XML, "26332000000000000009")).data.invoice).toMatchObject({ state: "issued", number: "26332000000000000009", issued_on: dayFromNow(0) })
    expect((await invoices()).find((one) => one.id === id)).toMatchObject({ state: "issued", number: "26332000000000000009" })
    const file = await api.get(`/store/institution/invoices/${id}/file`, { headers: finance.headers, responseType: "arraybuffer" })
    expect([Buffer.from(file.data).equals(XML), file.headers["content-type"], file.headers["content-disposition"]]).toEqual([true, expect.stringContaining("application/xml"), expect.stringMatching(/^attachment/)])
    expect((await decline("不开了不开了")).status).toBe(409)
    expect((await issue(PDF, "26332000000000000010")).code).toBe("invoice_state")
  })
})
