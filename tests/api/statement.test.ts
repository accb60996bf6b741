import { postBenefitWorkflow, saveHouseholdsWorkflow, saveLinkagesWorkflow } from "@fupin/benefit/workflows"
import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import type { StatementModuleService } from "@fupin/institution/modules/statement"
import finishBankRows from "@fupin/institution/jobs/finish-bank-rows"
import { tellStaff } from "@fupin/institution/notices/tell-staff"
import { followOrdersWorkflow, runStandingOrdersWorkflow, saveMembersWorkflow, saveSupplyAgreementsWorkflow } from "@fupin/institution/workflows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { asGbk, bankFile } from "../support/bank-file"
import { signInCustomer } from "../support/customer"
import { household, linkage } from "../support/households"
import { dayFromNow, DELIVERY, type Institutions, nextDay, openInstitutions } from "../support/institution"
import { openPdf, readQr } from "../support/pdf"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { PNG } from "../support/workbook-of"

type Person = { headers: Record<string, string> }
type Answer = { status: number; data: any; headers?: any }

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let [office, finance, approver]: Person[] = []
  const date = dayFromNow(3)
  const month = date.slice(0, 7)
  const following = nextDay(`${month}-28`, 4).slice(0, 7)
  const today = dayFromNow(0)
  const ask = (person: Person, method: "get" | "post", path: string, body: unknown = {}, options: object = {}): Promise<Answer> => {
    const settings = { headers: { ...person.headers, ...(Buffer.isBuffer(body) ? { "content-type": "application/octet-stream" } : {}) }, validateStatus: null, ...options }
    return method === "get" ? api.get(path, settings) : api.post(path, body, settings)
  }
  const store = (person: Person, method: "get" | "post", path: string, body?: unknown, options?: object) => ask(person, method, `/store/institution/${path}`, body, options)
  const admin = (person: Person, method: "get" | "post", path: string, body?: unknown) => ask(person, method, `/admin/institution/${path}`, body)
  const draw = async (of = month) => (await admin(office!, "post", "statements", { month: of })).data.statements as any[]
  const read = async (id: string) => (await store(world.people.finance, "get", `statements/${id}`)).data.statement
  const listed = async () => (await store(world.people.finance, "get", `statements?organisation_id=${world.school.id}`)).data.statements as any[]
  const confirm = (id: string, revision: number, person: Person = world.people.finance) => store(person, "post", `statements/${id}/confirm`, { revision })
  const importFile = (bytes: Buffer, { person = finance!, dry = false } = {}) => admin(person, "post", `bank-files?filename=${encodeURIComponent("流水.csv")}&dry_run=${dry}`, bytes)
  const openRows = async () => (await admin(finance!, "get", "bank-rows?state=open")).data.rows as any[]
  const module = () => getContainer().resolve<StatementModuleService>("statement")
  const captured = async (): Promise<number> => {
    const { rows } = await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select coalesce(sum(amount), 0)::float8 * 100 as fen from capture where deleted_at is null")
    return Math.round(rows[0].fen)
  }
  const occurrences = async () => (await store(world.people.buyer, "get", "occurrences")).data.occurrences as any[]
  const accept = async (name: string, accepted: Record<string, number>) => {
    const { id } = (await occurrences()).find((one) => one.standing_order_name === name)
    const lines = Object.entries(accepted).map(([variant_id, quantity]) => ({ variant_id, accepted: quantity, reason: "破损" }))
    expect((await store(world.people.receiver, "post", `occurrences/${id}/acceptance`, { lines })).status).toBe(200)
  }

  /** Beside a tenth for two households, 37 fen a kilogram of potatoes help a third one, and a tenth of the rice. */
  const link = async () => {
    const { potato, rice, wuxi } = world
    const { result: [third] } = await saveHouseholdsWorkflow(getContainer()).run({ input: { households: [household(3)], regions: ["*"] } })
    const shares = [linkage("LJ-KG", wuxi.id, [third!.id], [{ target: { kind: "product", id: potato.product_id }, share: { kind: "per_unit", fen: 37 } }]), linkage("LJ-R", wuxi.id, [third!.id], [{ target: { kind: "product", id: rice.product_id }, share: { kind: "revenue_share", bp: 1000 } }])]
    await saveLinkagesWorkflow(getContainer()).run({ input: { linkages: shares, created_by: "tester", approved_by: "approver" } })
  }

  /** 食堂 brings potatoes (accepted 8 of 10, ¥288) and tea (¥360) of two producers; 面点 brings rice (¥220), which nobody has accepted yet. */
  const deliver = async () => {
    world = await openInstitutions(getContainer())
    await link()
    ;[office, finance] = await Promise.all([signInStaff(getContainer(), "office"), signInStaff(getContainer(), "finance")])
    approver = await signInCustomer(getContainer(), world.store, "head@example.cn", "head")
    await saveMembersWorkflow(getContainer()).run({ input: { organisation_id: world.school.id, members: [{ email: "head@example.cn", role: "approver" }], verified: true, actor_id: "tester" } })
    const plan = (name: string, lines: object[]) => ({ agreement_id: world.agreements.school.id, name, weekdays: [new Date(date).getUTCDay() || 7], starts_on: date, ends_on: date, skip_statutory_holidays: false, lines, delivery: DELIVERY })
    const { potato, rice, tea } = world
    for (const [name, lines] of [["食堂", [{ variant_id: potato.variant_id, quantity: 10 }, { variant_id: tea.variant_id, quantity: 3 }]], ["面点", [{ variant_id: rice.variant_id, quantity: 4 }]]] as const) {
      expect((await store(world.people.buyer, "post", "standing-orders", plan(name, [...lines]))).status).toBe(201)
    }
    await runStandingOrdersWorkflow(getContainer()).run({ input: { date } })
    await accept("食堂", { [potato.variant_id]: 8, [tea.variant_id]: 3 })
  }
  /** One delivery of 10 kg of potatoes, settled by weight, and 4 bags of rice, which help other households. */
  const weigh = async (name: string) => {
    const { potato, rice, school } = world
    const [agreement] = (await saveSupplyAgreementsWorkflow(getContainer()).run({ input: { agreements: [{
      number: "定采〔2026〕称重", organisation_uscc: school.uscc, producer_id: null, valid_from: "2026-01-01", valid_to: dayFromNow(400), weekdays: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1,
      lines: [{ variant_id: potato.variant_id, unit_price_fen: 480, max_quantity: null, settle_by: "weight" }, { variant_id: rice.variant_id, unit_price_fen: 5500, max_quantity: null }],
    }] } })).result
    const plan = { agreement_id: agreement!.id, name, weekdays: [new Date(date).getUTCDay() || 7], starts_on: date, ends_on: date, skip_statutory_holidays: false, delivery: DELIVERY, lines: [{ variant_id: potato.variant_id, quantity: 10 }, { variant_id: rice.variant_id, quantity: 4 }] }
    expect((await store(world.people.buyer, "post", "standing-orders", plan)).status).toBe(201)
    await runStandingOrdersWorkflow(getContainer()).run({ input: { date } })
    return (await occurrences()).find(({ standing_order_name }) => standing_order_name === name)
  }
  /** What each line of an order brings, by stage, after everything is posted and held against the facts. */
  const benefitOf = async (order_id: string) => {
    await postBenefitWorkflow(getContainer()).run({ input: { order_ids: [order_id] } })
    expect((await ask(office!, "post", "/admin/benefit/verify")).data).toMatchObject({ ok: true, problems: [] })
    const { rows } = await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(`select e.account, i.variant_id, sum(e.amount_fen)::float8 as fen from ledger_entry e join ledger_journal j on j.id = e.journal_id
      join order_line_item i on i.id = e.line_item_id where j.order_id = ? and e.account in ('provisional', 'payable') group by 1, 2`, [order_id])
    const of = (account: string, { variant_id }: { variant_id: string }) => rows.find((row: any) => row.account === account && row.variant_id === variant_id)?.fen ?? 0
    return { potato: [of("provisional", world.potato), of("payable", world.potato)], rice: [of("provisional", world.rice), of("payable", world.rice)] }
  }
  const evidenceRows = async (order_id: string) => {
    const [year, of, day] = today.split("-").map(Number) as [number, number, number]
    const period = new Date(Date.UTC(year, of - (day > 28 ? 0 : 1), 1)).toISOString().slice(0, 7)
    const { rows } = (await ask(office!, "get", `/admin/benefit/evidence?period=${period}`)).data
    return rows.filter((row: any) => row.order_id === order_id).map(({ product, quantity, amount_fen }: any) => [product, quantity, amount_fen]).sort()
  }
  const statementOf = (all: any[], producer: { id: string }) => all.find(({ seller }) => seller.id === producer.id)
  const pay = (order_id: string, amount_fen: number, reference: string) => receiveTransferWorkflow(getContainer()).run({ input: { order_id, amount_fen, reference, received_on: today, actor_id: "tester" } })
  /** The statement of tea (¥360), sent, with what both sides do about its one line: taking ¥20 off is 34_000. */
  const sendTea = async () => {
    const { id } = statementOf(await draw(), world.enshi)
    await admin(office!, "post", `statements/${id}/send`)
    const [{ id: line_id, order_id }] = (await read(id)).lines
    return {
      id, order_id, dispute: () => store(approver!, "post", `statements/${id}/dispute`, { lines: [{ line_id, reason: "有一盒受潮" }] }),
      adjust: () => admin(office!, "post", `statements/${id}/adjust`, { lines: [{ line_id, due_fen: 34_000, resolution: "受潮一盒减价" }] }),
    }
  }

  beforeAll(deliver)

  it("states a month per producer, is disputed, adjusted, confirmed once and frozen; what comes late goes into the next", async () => {
    const { people, wuxi, enshi, school, rice } = world
    const drafts = await draw()
    expect(drafts.map(({ seller, state, due_fen, waiting, organisation }) => [seller.id, state, due_fen, waiting, organisation.id]).sort()).toEqual([[wuxi.id, "draft", 28_800, 1, school.id], [enshi.id, "draft", 36_000, 0, school.id]].sort())
    expect(await draw()).toEqual(drafts)
    const [potatoes, tea] = [statementOf(drafts, wuxi), statementOf(drafts, enshi)]
    expect([await listed(), (await store(people.finance, "get", `statements/${tea.id}`)).status]).toEqual([[], 404])
    expect((await admin(office!, "post", `statements/${tea.id}/send`)).data.statement).toMatchObject({ state: "sent", revision: 1 })
    expect((await admin(office!, "post", `statements/${tea.id}/send`)).data.code).toBe("statement_state")
    await admin(office!, "post", `statements/${potatoes.id}/send`)
    expect((await listed()).map(({ state }) => state)).toEqual(["sent", "sent"])
    expect(await read(potatoes.id)).toMatchObject({ transfer: null, lines: [{ quantity: 8, unit_price_fen: 3600, amount_fen: 28_800, due_fen: 28_800, is_late: false, delivery_date: date }] })

    const nobody = { headers: { "x-publishable-api-key": world.store.publishable_key } }
    const line_id = (await read(tea.id)).lines[0].id
    const acts: [string, unknown][] = [[`statements/${tea.id}/confirm`, { revision: 1 }], [`statements/${tea.id}/dispute`, { lines: [{ line_id, reason: "价格不对" }] }]]
    for (const [path, body] of acts) {
      expect((await store(nobody, "post", path, body)).status).toBe(401)
      for (const person of [people.other, people.stranger]) expect((await store(person, "post", path, body)).data.code).toBe("not_a_member")
      for (const person of [people.viewer, people.buyer, people.receiver]) expect((await store(person, "post", path, body)).data.code).toBe("role_not_allowed")
    }
    for (const person of [people.other, people.stranger]) expect((await store(person, "get", `statements/${tea.id}`)).data.code).toBe("not_a_member")
    expect((await store(people.other, "get", "statements")).data).toEqual({ statements: [] })
    expect((await store(people.viewer, "get", `statements/${tea.id}`)).status).toBe(200)
    for (const staff of [await signInStaff(getContainer(), "office", "430000")]) {
      for (const [path, body] of [[`statements/${tea.id}/adjust`, { lines: [{ line_id, due_fen: 0, resolution: "同意" }] }], [`statements/${tea.id}/send`, {}]] as const) expect((await admin(staff, "post", path, body)).data.code).toBe("not_in_your_region")
      expect((await admin(staff, "get", "statements")).data).toEqual({ statements: [] })
    }

    expect((await store(approver!, "post", `statements/${tea.id}/dispute`, { lines: [{ line_id: "stln_other", reason: "价格不对" }] })).data.code).toBe("unknown_statement_line")
    expect((await store(approver!, "post", `statements/${tea.id}/dispute`, { lines: [{ line_id, reason: "有一盒受潮" }] })).data.statement).toMatchObject({ state: "disputed", revision: 2, lines: [{ dispute: "有一盒受潮" }] })
    for (let time = 0; time < 2; time++) await tellStaff(getContainer(), new Date())
    expect((await getContainer().resolve(Modules.NOTIFICATION).listNotifications({ resource_id: tea.id })).map(({ channel, data }) => [channel, data!.title])).toEqual([["feed", `对账单 ${tea.number} 有异议`]])
    expect((await confirm(tea.id, 2)).data.code).toBe("dispute_open")
    expect((await admin(office!, "post", `statements/${tea.id}/adjust`, { lines: [{ line_id, due_fen: 36_001, resolution: "不同意" }] })).data.code).toBe("adjustment_too_high")
    expect((await admin(office!, "post", `statements/${tea.id}/adjust`, { lines: [{ line_id, due_fen: 34_000, resolution: "受潮一盒减价" }] })).data.statement).toMatchObject({ state: "adjusted", revision: 3, due_fen: 34_000 })
    expect((await confirm(tea.id, 2)).data.code).toBe("statement_changed")
    const [confirmed, again] = [(await confirm(tea.id, 3)).data.statement, (await confirm(tea.id, 3, approver)).data.statement]
    expect(confirmed).toMatchObject({ state: "confirmed", due_fen: 34_000, open_fen: 34_000, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect(again).toEqual({ ...confirmed, transfer: again.transfer })
    expect((await store(approver!, "post", `statements/${tea.id}/dispute`, { lines: [{ line_id, reason: "还是不对" }] })).data.code).toBe("statement_state")
    const sql = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    for (const change of ["update statement_line set due_fen = 1 where statement_id = ?", "delete from statement_line where statement_id = ?", "update statement set state = 'draft' where id = ?", "update statement set sha256 = null where id = ?"]) await expect(sql.raw(change, [tea.id])).rejects.toThrow(/does not change/)

    await accept("面点", { [rice.variant_id]: 4 })
    expect(statementOf(await draw(), wuxi)).toMatchObject({ state: "sent", due_fen: 28_800 })
    const late = await draw(following)
    expect(late.map(({ state, due_fen, month: of }) => [state, due_fen, of])).toEqual([["draft", 22_000, following]])
    expect((await admin(office!, "get", `statements/${late[0].id}`)).data.statement.lines).toMatchObject([{ is_late: true, quantity: 4, title: "大宁河米" }])
    expect(new Set([...drafts, ...late].map(({ number }) => number)).size).toBe(3)
    expect((await admin(office!, "post", "statements", { month: "2026-13" })).data.code).toBe("invalid_input")
  })

  it("gives every statement a number of its own, also to two units that draw the same month at once", async () => {
    const { people, office: unit, school, potato, tea, agreements } = world
    await saveMembersWorkflow(getContainer()).run({ input: { organisation_id: unit.id, members: [{ email: "other@example.cn", role: "receiver" }], verified: true, actor_id: "tester" } })
    const lines = [{ variant_id: potato.variant_id, quantity: 2 }, { variant_id: tea.variant_id, quantity: 1 }]
    expect((await store(people.other, "post", "standing-orders", { agreement_id: agreements.office.id, name: "机关食堂", weekdays: [new Date(date).getUTCDay() || 7], starts_on: date, ends_on: date, skip_statutory_holidays: false, lines, delivery: DELIVERY })).status).toBe(201)
    await runStandingOrdersWorkflow(getContainer()).run({ input: { date } })
    const { data: { occurrences: [theirs] } } = await store(people.other, "get", "occurrences")
    expect((await store(people.other, "post", `occurrences/${theirs.id}/acceptance`, { lines: lines.map(({ variant_id, quantity }) => ({ variant_id, accepted: quantity, reason: "" })) })).status).toBe(200)
    const drawn = await Promise.all([school.id, unit.id, school.id, unit.id].map((id) => module().draw(id, month, async () => new Map(), new Date())))
    expect(drawn).toEqual([2, 2, 2, 2])
    const { rows } = await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select organisation_id, number from statement")
    expect([rows.map(({ organisation_id }: any) => organisation_id).sort(), new Set(rows.map(({ number }: any) => number)).size]).toEqual([[school.id, school.id, unit.id, unit.id].sort(), 4])
  })

  it("settles goods by weight at the weight accepted: statement, its paper, budget, payment, 附件2 and benefit", async () => {
    const { people, potato, rice, school, wuxi } = world
    await admin(office!, "post", `organisations/${school.id}/budgets`, { year: Number(date.slice(0, 4)), purpose: "delivery", amount_fen: 10_000_000 })
    const committed = async () => (await admin(office!, "get", `organisations/${school.id}/budgets`)).data.budgets[0].committed_fen
    const before = await committed()
    const occurrence = await weigh("称重")
    const at = `occurrences/${occurrence.id}`
    expect(occurrence).toMatchObject({ total_fen: 26_800, lines: expect.arrayContaining([expect.objectContaining({ settle_by: "weight", requested: 10 }), expect.objectContaining({ settle_by: "count", requested: 4 })]) })
    const sign = (kilograms: number, bags = 4, reason = "") => store(people.receiver, "post", `${at}/acceptance`, { lines: [{ variant_id: potato.variant_id, accepted: kilograms, reason }, { variant_id: rice.variant_id, accepted: bags, reason }] })
    for (const [answer, code, words] of [[sign(9.876, 3.5), "acceptance_whole_units", "整数"], [sign(10.001), "above_supplied", "赠送"], [sign(9.4), "acceptance_reason_required", "5%"], [sign(9.8765), "invalid_input", "三位小数"]] as const) {
      const { status, data } = await answer
      expect([status, data.code, data.message]).toEqual([400, code, expect.stringContaining(words)])
    }
    expect((await sign(9.876)).data.occurrence).toMatchObject({ state: "accepted", total_fen: 4_740 + 22_000, lines: expect.arrayContaining([expect.objectContaining({ supplied: 10, accepted: 9.876 })]) })
    expect((await committed()) - before).toBe(26_740)
    const order = occurrence.order_ids[0]
    const note = await store(people.viewer, "get", `${at}/delivery-notes/${order}`, undefined, { responseType: "arraybuffer" })
    expect((await openPdf(note.data))[0]!.text).toEqual(expect.arrayContaining(["10 公斤", "9.876 公斤", "4 份"]))

    const potatoes = statementOf(await draw(), wuxi)
    await admin(office!, "post", `statements/${potatoes.id}/send`)
    const { lines, due_fen } = await read(potatoes.id)
    expect([due_fen, lines.filter(({ order_id }: any) => order_id === order)]).toEqual([28_800 + 26_740, expect.arrayContaining([expect.objectContaining({ quantity: 9.876, settle_by: "weight", unit_price_fen: 480, amount_fen: 4_740 })])])
    await confirm(potatoes.id, 1)
    const paper = await store(people.viewer, "get", `statements/${potatoes.id}/paper`, undefined, { responseType: "arraybuffer" })
    expect((await openPdf(paper.data)).flatMap(({ text }) => text)).toEqual(expect.arrayContaining(["9.876 公斤", "47.40"]))
    expect((await importFile(Buffer.from(bankFile([[today, "KG1", "555.40", "", school.name, potatoes.number]])))).data.rows[0].match).toBe("exact")
    expect(await read(potatoes.id)).toMatchObject({ state: "settled" })
    expect(await benefitOf(order)).toEqual({ potato: [0, 474 + 365], rice: [0, 2_200] })
    expect(await evidenceRows(order)).toEqual([["大宁河米", "4 件（一份）", 22_000], ["巫溪洋芋", "9.876 公斤（一份）", 4_740]])
  })

  it("prices the lines anew of which a confirmed statement took something off, once, whatever dies in between; other lines stay", async () => {
    const { people, potato, rice, school, wuxi } = world
    const occurrence = await weigh("减价")
    await store(people.receiver, "post", `occurrences/${occurrence.id}/acceptance`, { lines: [{ variant_id: potato.variant_id, accepted: 9.876, reason: "" }, { variant_id: rice.variant_id, accepted: 4, reason: "" }] })
    const order = occurrence.order_ids[0]
    const { id, number } = statementOf(await draw(), wuxi)
    await admin(office!, "post", `statements/${id}/send`)
    const line = (await read(id)).lines.find(({ order_id, settle_by }: any) => order_id === order && settle_by === "count")
    await store(approver!, "post", `statements/${id}/dispute`, { lines: [{ line_id: line.id, reason: "有一袋受潮" }] })
    await admin(office!, "post", `statements/${id}/adjust`, { lines: [{ line_id: line.id, due_fen: 20_001, resolution: "减价" }] })
    const sql = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const core = async () => (await sql.raw(`select o.version, sum(round(d.quantity * coalesce(d.unit_price, i.unit_price) * 100))::float8 as fen from "order" o join order_item d on d.order_id = o.id and d.version = o.version join order_line_item i on i.id = d.item_id where o.id = ? group by 1`, [order])).rows[0]
    expect(await core()).toEqual({ version: 1, fen: 26_800 })

    await module().confirm(id, 3, { actor_id: "tester", at: new Date() })
    const { rows: [{ reference_id }] } = await sql.raw("select line_item_id as reference_id from occurrence_line where occurrence_id = ? and variant_id = ?", [occurrence.id, rice.variant_id])
    await getContainer().resolve(Modules.ORDER).createOrderChange({ order_id: order, change_type: "edit", created_by: "statement", actions: [{ action: "ITEM_UPDATE", details: { reference_id, quantity: 4, unit_price: 51, quantity_diff: 0 } }] })
    await Promise.all([finishBankRows(getContainer()), confirm(id, 3)])
    expect(await core()).toEqual({ version: 3, fen: 24_801 })
    await confirm(id, 3, approver)
    await finishBankRows(getContainer())
    expect(await core()).toEqual({ version: 3, fen: 24_801 })

    expect((await importFile(Buffer.from(bankFile([[today, "ADJ1", "535.41", "", school.name, number]])))).data.rows[0].match).toBe("exact")
    expect(await read(id)).toMatchObject({ state: "settled", open_fen: 0 })
    expect(await benefitOf(order)).toEqual({ potato: [0, 474 + 365], rice: [0, 2_000] })
    expect(await evidenceRows(order)).toEqual([["大宁河米", "4 件（一份）", 20_001], ["巫溪洋芋", "9.876 公斤（一份）", 4_740]])
    expect((await store(approver!, "post", `statements/${id}/dispute`, { lines: [{ line_id: line.id, reason: "再减" }] })).data.code).toBe("statement_state")
  })

  it("takes off what was answered once the statement is confirmed, not before and not while it is in dispute again: what lacks it is not paid", async () => {
    const { id, order_id, dispute, adjust } = await sendTea()
    const delivery = async () => (await occurrences()).find(({ standing_order_name }) => standing_order_name === "食堂")
    await pay((await delivery()).order_ids.find((one: string) => one !== order_id), 28_800, "P1")
    await pay(order_id, 34_000, "P2")
    const stands = async () => {
      await followOrdersWorkflow(getContainer()).run({ input: { order_ids: null } })
      const { orders } = (await store(world.people.finance, "get", `orders?organisation_id=${world.school.id}`)).data
      return [(await delivery()).state, orders.find((one: any) => one.order_id === order_id).total_fen]
    }
    expect(await stands()).toEqual(["accepted", 36_000])
    for (const act of [dispute, adjust, dispute, adjust]) {
      expect((await act()).status).toBe(200)
      expect(await stands()).toEqual(["accepted", 36_000])
    }
    expect((await confirm(id, 5)).status).toBe(200)
    expect(await read(id)).toMatchObject({ state: "settled", due_fen: 34_000, open_fen: 0 })
    expect(await stands()).toEqual(["paid", 34_000])
  })

  it("gives the year's budget back what a confirmed statement took off, and nothing before; and what was refunded of a paid delivery", async () => {
    const { school } = world
    const all = await occurrences()
    const giveBack = async (order: string, yuan: number) => {
      const { rows: [payment] } = await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select p.id from payment p join order_payment_collection l on l.payment_collection_id = p.payment_collection_id join capture c on c.payment_id = p.id where l.order_id = ?", [order])
      await getContainer().resolve(Modules.PAYMENT).refundPayment({ payment_id: payment.id, amount: yuan })
    }
    await admin(office!, "post", `organisations/${school.id}/budgets`, { year: Number(date.slice(0, 4)), purpose: "delivery", amount_fen: 100_000 })
    const left = async () => (await admin(office!, "get", `organisations/${school.id}/budgets`)).data.budgets[0].left_fen
    const { id, order_id, dispute, adjust } = await sendTea()
    // Potatoes ¥288, tea ¥360, rice ¥220.
    for (const act of [dispute, adjust, dispute, adjust]) {
      expect((await act()).status).toBe(200)
      expect(await left()).toBe(13_200)
    }
    expect((await confirm(id, 5)).status).toBe(200)
    expect(await left()).toBe(15_200)

    // What is not paid in full, or was paid too much, frees nothing when it goes back; what a paid delivery got back does.
    const [canteen, bakery] = ["食堂", "面点"].map((name) => all.find(({ standing_order_name }) => standing_order_name === name))
    const potatoes = canteen.order_ids.find((one: string) => one !== order_id)
    await pay(bakery.order_ids[0], 5_000, "P0")
    await pay(potatoes, 36_000, "P1")
    await pay(order_id, 34_000, "P2")
    await followOrdersWorkflow(getContainer()).run({ input: { order_ids: null } })
    expect((await occurrences()).map(({ standing_order_name, state }) => [standing_order_name, state]).sort()).toEqual([["食堂", "paid"], ["面点", "placed"]].sort())
    await giveBack(bakery.order_ids[0], 50)
    await giveBack(potatoes, 72)
    expect(await left()).toBe(15_200)
    await giveBack(order_id, 10)
    expect(await left()).toBe(16_200)
  })

  it("books a bank's file: exact, partial, over, unmatched, known; nothing twice, whatever crashes in between", async () => {
    const { wuxi, enshi, people, school, rice } = world
    const drafts = await draw()
    const [potatoes, tea] = [statementOf(drafts, wuxi), statementOf(drafts, enshi)]
    for (const { id } of [potatoes, tea]) await admin(office!, "post", `statements/${id}/send`)
    expect((await confirm(tea.id, 1)).status).toBe(200)
    expect((await read(tea.id)).transfer).toMatchObject({ reference: tea.number, due_fen: 36_000 })
    expect((await store(people.viewer, "get", `statements/${tea.id}`)).data.statement.transfer).toBeNull()

    const text = bankFile([
      [today, "B001", "360.00", "", "渝北区财政国库支付中心", `茶叶款 ${tea.number}`], [today, "B002", "100.00", "", school.name, potatoes.number], [today, "B003", "50.00", "", "某公司", "往来款"],
      ["2026-02-30", "B004", "5.00", "", "某人", ""], [today, "B001", "1.00", "", "某人", ""], [today, "B005", "", "88.00", "快递公司", "运费"], [today, "B006", "1.00", "", "某人", `${tea.number.slice(0, -1)}${(Number(tea.number.at(-1)) + 1) % 10}`],
    ])
    const expected = [["B001", "exact", tea.number], ["B002", "unmatched", null], ["B003", "unmatched", null], ["B006", "unmatched", null]]
    const brief = ({ rows }: any) => rows.map(({ reference, match, statement_number }: any) => [reference, match, statement_number])
    const foreseen = await importFile(asGbk(text), { dry: true })
    expect([brief(foreseen.data), foreseen.data.encoding, foreseen.data.passed_over, foreseen.data.faults.map(({ line }: any) => line), await captured(), await openRows()]).toEqual([expected, "gbk", 1, [6, 7], 0, []])
    const done = await importFile(asGbk(text))
    expect([brief(done.data), done.data.booked_fen, await captured()]).toEqual([expected, 36_000, 36_000])
    expect(await read(tea.id)).toMatchObject({ state: "settled", open_fen: 0, paid_fen: 36_000, transfer: null })
    expect((await importFile(asGbk(text))).data.code).toBe("bank_file_known")
    for (const [bytes, code] of [[Buffer.from(text, "utf16le"), "bank_file_encoding"], [Buffer.from("姓名,电话\n张三,1"), "bank_file_columns"], [Buffer.alloc(0), "upload_empty"]] as const) expect((await importFile(bytes)).data.code).toBe(code)
    for (const [person, code] of [[await signInStaff(getContainer(), "auditor"), "missing_permission"], [await signInStaff(getContainer(), "finance", "500000"), "not_in_your_region"]] as const) {
      expect((await importFile(asGbk(text), { person })).data.code).toBe(code)
      for (const path of ["bank-rows", "bank-rows/bkrw_1/payables?q=DZ"]) expect((await admin(person, "get", path)).data.code).toBe(code)
    }

    await confirm(potatoes.id, 1)
    expect([await captured(), await read(potatoes.id)]).toMatchObject([46_000, { state: "confirmed", open_fen: 18_800 }])
    const second = (await importFile(Buffer.from(`\ufeff${bankFile([[today, "B001", "360.00", "", "渝北区财政国库支付中心", tea.number], [today, "B007", "200.00", "", school.name, potatoes.number.toLowerCase()]])}`))).data
    expect([brief(second), second.booked_fen, await captured()]).toEqual([[["B001", "known", null], ["B007", "over", potatoes.number]], 18_800, 64_800])
    // The same reference with other figures is another payment: it is not booked, and not passed over in silence.
    for (const dry of [true, false]) expect((await importFile(Buffer.from(bankFile([[today, "B001", "360.00", "", "", ""], [today, "B003", "51.00", "", "某公司", ""]])), { dry })).data.rows.map(({ match, reason }: any) => [match, reason.slice(0, 12)])).toEqual([["known", "这笔流水此前已导入，没有"], ["known", "流水号与此前导入的一笔相"]])
    expect(await read(potatoes.id)).toMatchObject({ state: "settled", open_fen: 0 })
    const orders = (await store(people.finance, "get", `orders?organisation_id=${school.id}`)).data.orders
    expect(orders.map(({ state, total_fen, paid_fen }: any) => [state, total_fen, paid_fen]).sort()).toEqual([["awaiting_payment", 22_000, 0], ["paid", 28_800, 28_800], ["paid", 36_000, 36_000]])
    expect((await occurrences()).find(({ standing_order_name }) => standing_order_name === "食堂").state).toBe("paid")

    await accept("面点", { [rice.variant_id]: 4 })
    const [late] = await draw(following)
    await admin(office!, "post", `statements/${late.id}/send`)
    await confirm(late.id, 1)
    const [credit, stray] = await openRows().then((rows) => [rows.find(({ reference }) => reference === "B007"), rows.find(({ reference }) => reference === "B003")])
    expect(credit).toMatchObject({ open_fen: 1_200, booked_fen: 18_800, organisation: { id: school.id } })
    const resolve = (row: any, body: object, person = finance!) => admin(person, "post", `bank-rows/${row.id}/resolve`, body)
    expect((await resolve(credit, { act: "allocate", number: tea.number, reason: "电话核对" })).data.code).toBe("nothing_left_to_pay")
    const look = async (row: any, q: string) => (await admin(finance!, "get", `bank-rows/${row.id}/payables?q=${encodeURIComponent(q)}`)).data.payables
    expect(await look(credit, school.name.slice(0, 4))).toEqual(expect.arrayContaining([{ kind: "statement", number: late.number, party: school.name, open_fen: 22_000, pays_fen: 1_200, remains_fen: 20_800, left_fen: 0, closed: null }]))
    expect(await look(credit, late.number.toLowerCase())).toMatchObject([{ number: late.number }])
    expect(await look(credit, "没有的单位")).toEqual([])
    expect((await resolve(credit, { act: "allocate", number: late.number })).status).toBe(400)
    const given = await Promise.all([1, 2].map(() => resolve(credit, { act: "allocate", number: late.number, reason: "电话核对" })))
    for (const { status, data } of given.filter((one) => one.status !== 200)) expect([status, data.code]).toEqual([409, "bank_row_closed"])
    expect((await admin(finance!, "get", "bank-rows?state=all")).data.rows.find(({ id }: any) => id === credit.id)).toMatchObject({ open_fen: 0, booked_fen: 20_000, reason: "人工入账：电话核对" })
    expect((await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select amount_fen::int, chosen_because from bank_allocation where chosen_because is not null")).rows).toEqual([{ amount_fen: 1_200, chosen_because: "电话核对" }])
    expect((await resolve(credit, { act: "send_back", reason: "多付退回" })).data.code).toBe("bank_row_closed")
    expect((await resolve(stray, { act: "set_aside", reason: "不是货款" })).data.row).toMatchObject({ open_fen: 0, returned_fen: 5_000, booked_fen: 0 })
    expect((await resolve(stray, { act: "allocate", number: late.number, reason: "电话核对" })).data.code).toBe("bank_row_closed")

    const [row] = [await module().keepFile({ sha256: "a".repeat(64), filename: "中断.csv", rows: [{ line: 2, received_on: today, amount_fen: 30_000, payer: school.name, reference: "B100", memo: late.number }] }, { actor_id: "tester", at: new Date() })]
    const order = (await read(late.id)).lines[0].order_id
    const plan = async () => ({ match: { match: "over" as const, organisation_id: school.id, paid: [{ kind: "statement" as const, id: late.id, number: late.number }], reason: null }, orders: [{ order_id: order, campaign_id: null, preorder_id: null, statement_id: late.id, delivery_date: date, open_fen: 20_800 }] })
    await module().match(row![0]!, school.id, plan, async () => null, { actor_id: "tester", at: new Date(), reason: null })
    expect(await captured()).toBe(66_000)
    await receiveTransferWorkflow(getContainer()).run({ input: { order_id: order, amount_fen: 20_800, reference: "B100", received_on: today, actor_id: "tester" } })
    expect((await importFile(Buffer.from(bankFile([[today, "B100", "300.00", "", school.name, late.number], [today, "B101", "10.00", "", school.name, late.number]])))).data.rows.map(({ match }: any) => match)).toEqual(["known", "over"])
    expect([await captured(), await read(late.id)]).toMatchObject([86_800, { state: "settled", open_fen: 0 }])
    expect((await openRows()).filter(({ reference }) => /^B10/.test(reference)).map(({ reference, open_fen }) => [reference, open_fen]).sort()).toEqual([["B100", 9_200], ["B101", 1_000]])
  })

  it("asks for invoices: several orders in one, one order in several, taken back by a red one; the file is the unit's alone", async () => {
    const { people, wuxi, school, rice } = world
    await accept("面点", { [rice.variant_id]: 4 })
    const orders = (await store(people.finance, "get", `orders?organisation_id=${school.id}`)).data.orders as any[]
    const mine = orders.filter(({ seller }) => seller.id === wuxi.id).sort((one, other) => other.total_fen - one.total_fen)
    const input = (asked: object[], more = {}) => ({ organisation_id: school.id, title: school.name, tax_number: school.uscc, orders: asked, ...more })
    const request = (body: object, person: Person = people.finance) => store(person, "post", "invoices", body)
    expect((await request(input(orders.map(({ order_id }) => ({ order_id }))))).data.code).toBe("invoice_sellers_differ")
    expect((await request(input([{ order_id: mine[0].order_id, amount_fen: 28_801 }]))).data.code).toBe("invoice_exceeds_due")
    expect((await request(input([{ order_id: mine[0].order_id }]), people.viewer)).data.code).toBe("role_not_allowed")
    expect((await request(input([{ order_id: mine[0].order_id }]), people.other)).data.code).toBe("not_a_member")
    expect((await request(input([{ order_id: mine[0].order_id }], { organisation_id: world.office.id }), people.other)).status).toBe(404)
    const part = (await request(input([{ order_id: mine[0].order_id, amount_fen: 10_000 }]))).data.invoice
    const rest = await request(input(mine.map(({ order_id }) => ({ order_id }))))
    expect([rest.status, rest.data.invoice]).toMatchObject([201, { state: "requested", amount_fen: 40_800, seller: { id: wuxi.id } }])
    expect((await store(people.finance, "post", `invoices/${part.id}/withdraw`)).data.invoice.state).toBe("withdrawn")

    const { id } = rest.data.invoice
    const write = (act: string, number: string, body: Buffer = PNG, more = "", person = finance!) => admin(person, "post", `invoices/${id}/${act}?number=${number}&issued_on=${today}${more}`, body)
    expect((await write("red", "26500000000000000002", PNG, `&reason=${encodeURIComponent("抬头有误")}`)).data.code).toBe("invoice_state")
    expect((await write("issue", "26500000000000000001", Buffer.from("GIF89a"))).data.code).toBe("invoice_wrong_type")
    expect((await write("issue", "26500000000000000001", PNG, "", await signInStaff(getContainer(), "finance", "430000"))).data.code).toBe("not_in_your_region")
    expect((await write("issue", "26500000000000000001")).data.invoice).toMatchObject({ state: "issued", number: "26500000000000000001", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
    expect((await write("issue", "26500000000000000001")).status).toBe(200)
    expect((await write("issue", "26500000000000000009")).data.code).toBe("invoice_state")
    const file = await store(people.viewer, "get", `invoices/${id}/file`, undefined, { responseType: "arraybuffer" })
    expect([file.headers["content-type"], Buffer.from(file.data).equals(PNG)]).toEqual(["image/png", true])
    expect((await store(people.other, "get", `invoices/${id}/file`)).data.code).toBe("not_a_member")
    const { rows } = await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw("select content_sealed from statement_file")
    expect(rows[0].content_sealed).not.toContain(PNG.toString("base64").slice(0, 40))
    expect((await write("red", "26500000000000000001", PNG, `&reason=${encodeURIComponent("抬头有误")}`)).data.code).toBe("invoice_number_taken")
    expect((await write("red", "26500000000000000002", PNG, `&reason=${encodeURIComponent("抬头有误")}`)).data.invoice).toMatchObject({ state: "red", red_number: "26500000000000000002", red_reason: "抬头有误" })
    expect((await request(input([{ order_id: mine[0].order_id }]))).data.invoice.amount_fen).toBe(28_800)
    expect((await store(people.finance, "get", `invoices?organisation_id=${school.id}`)).data.invoices.map(({ state }: any) => state).sort()).toEqual(["red", "requested", "withdrawn"])
  })

  it("takes goods in at the door: note with its code, pictures, papers that came, a second signature before it counts", async () => {
    const { people, rice, school } = world
    const occurrence = (await occurrences()).find(({ standing_order_name }) => standing_order_name === "面点")
    const at = `occurrences/${occurrence.id}`
    const [order] = occurrence.order_ids
    const [elsewhere, auditor] = [await signInStaff(getContainer(), "auditor", "430000"), await signInStaff(getContainer(), "auditor", "500112")]
    const note = await store(people.viewer, "get", `${at}/delivery-notes/${order}`, undefined, { responseType: "arraybuffer" })
    expect([note.headers["content-type"], Buffer.from(note.data).subarray(0, 5).toString()]).toEqual(["application/pdf", "%PDF-"])
    const scanned = new URL((await readQr(note.data))!)
    expect(scanned.pathname).toBe(`/desk/${at}`)
    expect((await store(people.receiver, "get", `${scanned.pathname.replace("/desk/", "")}/acceptance`)).data).toMatchObject({ sheet: null })
    expect((await store(people.other, "get", `${at}/delivery-notes/${order}`)).data.code).toBe("not_a_member")
    expect((await store(people.viewer, "get", `${at}/delivery-notes/order_other`)).data.code).toBe("not_found")

    const photo = (person: Person, body: Buffer = PNG, variant = rice.variant_id) => store(person, "post", `${at}/photos?variant_id=${variant}`, body)
    expect((await photo(people.viewer)).data.code).toBe("role_not_allowed")
    expect((await photo(people.receiver, Buffer.from("GIF89a"))).data.code).toBe("scan_wrong_type")
    expect((await photo(people.receiver, PNG, "variant_other")).data.code).toBe("not_in_agreement")
    const [{ id: picture }] = (await photo(people.receiver)).data.photos
    const seen = await store(people.viewer, "get", `${at}/photos/${picture}`, undefined, { responseType: "arraybuffer" })
    expect(Buffer.from(seen.data).equals(PNG)).toBe(true)
    expect((await store(people.other, "get", `${at}/photos/${picture}`)).data.code).toBe("not_a_member")
    const foreign = (await occurrences()).find(({ standing_order_name }) => standing_order_name === "食堂")
    expect((await store(people.viewer, "get", `occurrences/${foreign.id}/photos/${picture}`)).data.code).toBe("not_found")
    for (const path of [`${at}/photos/${picture}`, `${at}/delivery-notes/${order}`, `${at}/acceptance`]) expect([(await admin(elsewhere, "get", path)).data.code, (await admin(auditor, "get", path)).status]).toEqual(["not_in_your_region", 200])

    expect((await admin(elsewhere, "post", `organisations/${school.id}/acceptance-rule`, { second_signature: true })).status).toBe(403)
    expect((await admin(office!, "post", `organisations/${school.id}/acceptance-rule`, { second_signature: true })).data).toEqual({ second_signature: true })
    const sheet = (accepted: number) => ({ lines: [{ variant_id: rice.variant_id, accepted, reason: "一袋受潮", turned_away: "disposed" }], certificates: [{ kind: "quality", present: true }, { kind: "quarantine", present: false }] })
    const state = async () => { const one = (await store(people.buyer, "get", at)).data.occurrence; return [one.state, one.lines[0].accepted] }
    const countersign = (person: Person) => store(person, "post", `${at}/acceptance/countersign`)
    expect((await countersign(approver!)).data.code).toBe("no_sheet_waiting")
    expect((await store(people.receiver, "post", `${at}/acceptance`, sheet(5))).data.code).toBe("above_supplied")
    expect((await store(people.receiver, "post", `${at}/acceptance`, sheet(2))).status).toBe(200)
    expect((await store(people.receiver, "post", `${at}/acceptance`, sheet(3))).status).toBe(200)
    expect(await state()).toEqual(["placed", null])
    expect((await store(approver!, "get", `${at}/acceptance`)).data).toMatchObject({ second_signature: true, may_countersign: true, photos: [{ id: picture, variant_id: rice.variant_id }], sheet: { ...sheet(3), countersigned_by: null, counted_at: null } })
    expect((await store(people.receiver, "get", `${at}/acceptance`)).data.may_countersign).toBe(false)
    expect([(await countersign(people.receiver)).data.code, (await countersign(people.viewer)).data.code, (await countersign(people.other)).data.code]).toEqual(["second_signature_other_person", "role_not_allowed", "not_a_member"])
    expect((await countersign(approver!)).data.occurrence).toMatchObject({ state: "accepted", lines: [{ accepted: 3, reason: "一袋受潮（已就地处置）" }] })
    expect([(await countersign(approver!)).data.code, (await store(people.receiver, "post", `${at}/acceptance`, sheet(4))).data.code]).toEqual(["no_sheet_waiting", "illegal_transition"])
    expect((await store(people.finance, "get", `orders?organisation_id=${school.id}`)).data.orders.find(({ order_id }: any) => order_id === order)).toMatchObject({ total_fen: 16_500, transfer: { due_fen: 16_500 } })
  })
})
