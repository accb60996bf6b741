import { createHash, randomUUID } from "node:crypto"
import { listParts } from "@fupin/benefit/intake/unzip"
import { placeOrdersWorkflow } from "@fupin/checkout/workflows"
import { AcceptanceAnswer, DeskToday, EvidencePack, PreorderContract, PreorderOffer, PreorderPreview, PreorderRun } from "@fupin/contract/schemas"
import type { PreorderModuleService } from "@fupin/institution/modules/preorder"
import { tellNotices } from "@fupin/institution/notices/tell"
import { saveSpendingWorkflow } from "@fupin/institution/workflows"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { bankFile } from "../support/bank-file"
import { dayFromNow, DELIVERY } from "../support/institution"
import { postAll, sql, stages } from "../support/linked-shop"
import { openPdf } from "../support/pdf"
import { ADDRESS } from "../support/purchase"
import { PREORDER_RULE } from "../support/scoped-preorder"
import { describeShop } from "../support/shop"
import { openSpending, type SpendingWorld } from "../support/spending"
import { signInStaff } from "../support/staff"
import { PNG } from "../support/workbook-of"

type Who = { headers: Record<string, string> }
type Answer = { status: number; data: any }
const TODAY = dayFromNow(0)

describeShop(({ api, getContainer }) => {
  let world: SpendingWorld
  let [second, finance, elsewhere]: Who[] = []
  let works_unit = ""
  beforeAll(async () => {
    world = await openSpending(getContainer())
    ;[second, finance, elsewhere] = await Promise.all([signInStaff(getContainer(), "office"), signInStaff(getContainer(), "finance"), signInStaff(getContainer(), "office", "420000")])
    await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝巫认定〔2026〕1号", product_id: world.potato.product_id, valid_from: "2026-01-01", valid_to: "2036-06-30" }] } })
    works_unit = String((await sql(getContainer(), "select id from organisation where uscc = '1243090343535625XG'"))[0]!.id)
  })

  const ask = (who: Who, method: "get" | "post", path: string, body: object = {}): Promise<Answer> => {
    const options = { headers: { ...who.headers, ...(Buffer.isBuffer(body) ? { "content-type": "application/octet-stream" } : {}) }, validateStatus: null }
    return method === "get" ? api.get(path, options) : api.post(path, body, options)
  }
  const admin = (path: string, body: object = {}, who: Who = world.office) => ask(who, "post", `/admin/institution/${path}`, body)
  const store = (who: Who, path: string, body: object = {}) => ask(who, "post", `/store/institution/${path}`, body)
  const rows = (text: string, values: unknown[] = []) => sql(getContainer(), text, values as any[])
  const terms = (more: object = {}, rule: object = {}) => ({
    title: "古路秋洋芋预购", variant_id: world.potato.variant_id, price_fen: 3_333, expected_yield: 100, book_by: dayFromNow(10), harvest_from: dayFromNow(40), harvest_to: dayFromNow(60),
    rule: { ...PREORDER_RULE, instalments: [{ due_on: dayFromNow(20), percent: 20 }], ...rule }, ...more,
  })
  const opened = async (more: object = {}, rule: object = {}): Promise<string> => {
    const { data: { offer } } = await admin("preorders", terms(more, rule))
    expect((await admin(`preorders/${offer.id}/steps`, { step: "open" })).data.offer).toMatchObject({ state: "open", can_book: true })
    return offer.id
  }
  const booking = (quantity: number, organisation_id = world.school.id) => ({ idempotency_key: randomUUID(), organisation_id, quantity, delivery: DELIVERY, reason: "instead_of_donating" })
  const booked = async (offer: string, quantity: number, who: Who = world.buyer, organisation_id = world.school.id): Promise<PreorderContract> => {
    const { status, data } = await store(who, `preorders/${offer}/book`, booking(quantity, organisation_id))
    expect([status, data.message]).toEqual([201, undefined])
    return PreorderContract.parse(data.contract)
  }
  const read = async (id: string, who: Who = world.buyer) => PreorderContract.parse((await ask(who, "get", `/store/institution/preorder-contracts/${id}`)).data.contract)
  const pay = (id: string, amount_fen: number, reference: string, who: Who = finance!) => admin(`preorder-contracts/${id}/payments`, { amount_fen, reference, received_on: TODAY }, who)
  const importFile = (lines: (string | number)[][]) => ask(finance!, "post", `/admin/institution/bank-files?filename=${encodeURIComponent("流水.csv")}&dry_run=false`, Buffer.from(bankFile(lines)))
  const harvestTime = (id: string) => rows("update preorder_offer set book_by = ?, harvest_from = ? where id = ?", [dayFromNow(-2), dayFromNow(-1), id])
  const harvest = async (id: string, actual_yield: number): Promise<PreorderOffer> => {
    await harvestTime(id)
    await admin(`preorders/${id}/harvest`, { act: "enter", actual_yield, reason: "合作社过秤单" })
    const { data } = await admin(`preorders/${id}/harvest`, { act: "confirm", actual_yield, reason: "已核对" }, second)
    return PreorderOffer.parse(data.offer)
  }
  const accept = (who: Who, delivery: string, accepted: number, reason = "", more: object = {}) =>
    store(who, `preorder-deliveries/${delivery}/acceptance`, { lines: [{ variant_id: world.potato.variant_id, accepted, reason, ...more }], certificates: [{ kind: "quality", present: true }, { kind: "quarantine", present: false }] })
  const answersOver = (id: string) => rows("update preorder_offer set answer_by = ? where id = ?", [dayFromNow(-1), id])
  const run = async () => PreorderRun.parse((await admin("preorders/run")).data)
  const ledger = async (orderId: string) => {
    await postAll(getContainer())
    return stages((await ask(world.office, "get", `/admin/benefit/entries?order_id=${orderId}`)).data.entries)
  }
  const tasks = async (who: Who): Promise<string[]> => DeskToday.parse((await ask(who, "get", `/store/institution/today?organisation_id=${world.school.id}`)).data).tasks.map(({ kind }) => kind)
  /** Kinds of notices about preorders that somebody has; telling again tells nothing twice. */
  const told = async (who: Who, organisation_id = world.school.id): Promise<string[]> => {
    for (const _again of [1, 2]) await tellNotices(getContainer(), new Date())
    const { data: { notices } } = await ask(who, "get", `/store/institution/notices?organisation_id=${organisation_id}`)
    return notices.map(({ kind, body }: any) => `${kind} ${body}`).filter((line: string) => line.startsWith("preorder")).sort()
  }
  const captured = async () => (await rows("select coalesce(sum(amount) * 100, 0)::float8 as fen, count(*)::int as n from capture where deleted_at is null"))[0]

  it("from the offer to the last fen: advances bring nothing until goods are accepted, and then exactly what they must", async () => {
    expect((await admin("preorders", terms(), elsewhere)).data.code).toBe("not_in_your_region")
    expect((await admin("preorders", terms({ variant_id: world.rice.variant_id }))).data.code).toBe("preorder_not_certified")
    expect((await admin("preorders", terms({}, { deposit_percent: 90 }))).data.code).toBe("preorder_terms")
    const { data: { offer: draft } } = await admin("preorders", terms())
    expect((await store(world.buyer, `preorders/${draft.id}/book`, booking(1))).status).toBe(404)
    const clicks = await Promise.all([admin(`preorders/${draft.id}/steps`, { step: "open" }), admin(`preorders/${draft.id}/steps`, { step: "open" })])
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409])
    const offer = draft.id as string

    const preview = PreorderPreview.parse((await store(world.buyer, `preorders/${offer}/preview`, { organisation_id: world.school.id, quantity: 60 })).data.preview)
    expect(preview).toMatchObject({ total_fen: 199_980, steps: [{ kind: "deposit", amount_fen: 59_994 }, { kind: "instalment", amount_fen: 39_996 }, { kind: "balance", amount_fen: 99_990 }], benefit: { total_fen: 19_998, households: 2 } })
    const click = booking(60)
    const twice = await Promise.all([store(world.buyer, `preorders/${offer}/book`, click), store(world.buyer, `preorders/${offer}/book`, click)])
    expect(twice.map(({ status, data }) => [status, data.contract.id])).toEqual([[201, twice[0]!.data.contract.id], [201, twice[0]!.data.contract.id]])
    // The last quantity is one buyer's.
    const race = await Promise.all([store(world.buyer, `preorders/${offer}/book`, booking(40)), store(world.people.other, `preorders/${offer}/book`, booking(40, works_unit))])
    expect(race.map(({ status, data }) => data.code ?? status).sort()).toEqual([201, "preorder_full"].sort())
    const spare = race.find(({ status }) => status === 201)!.data.contract
    expect((await store(spare.organisation.id === world.school.id ? world.buyer : world.people.other, `preorder-contracts/${spare.id}/answer`, { answer: "cancel" })).data.contract).toMatchObject({ state: "cancelled" })

    const { id, number } = await read(twice[0]!.data.contract.id)
    expect(number).toMatch(/^YG\d{10}$/)
    // A plan of the year of harvest counts on it until it is paid for.
    const year = Number(dayFromNow(60).slice(0, 4))
    await admin(`organisations/${world.school.id}/spending-plans`, { year, kind: "local", title: "帮扶计划", target_fen: 1, eligible: { platforms: ["here"], sources: ["canteen"] } })
    const ahead = async () => (await ask(world.office, "get", `/admin/institution/organisations/${world.school.id}/budget?year=${year}`)).data.plans[0].ordered_fen
    expect(await ahead()).toBe(199_980)
    expect((await read(id, world.people.finance)).due_fen).toBe(59_994)
    const due = [expect.stringMatching(/^preorder_due 还差 ¥599\.94/)]
    expect([await told(world.people.finance), await told(world.buyer), await told(world.people.receiver)]).toEqual([due, due, []])
    expect([await tasks(world.people.finance), await tasks(world.buyer), await tasks(world.people.receiver)]).toEqual([["preorder_due"], ["preorder_due"], []])
    const paper = await api.get(`/store/institution/preorder-contracts/${id}/paper`, { headers: world.people.viewer.headers, responseType: "arraybuffer" })
    const text = (await openPdf(paper.data)).flatMap((page) => page.text).join("")
    for (const part of [number, world.school.name, "60 份", "599.94", "399.96", "999.90", "壹仟玖佰玖拾玖元捌角", "不是定金"]) expect(text).toContain(part)
    expect((await ask(world.buyer, "get", `/store/institution/preorder-contracts/${id}/scan`)).status).toBe(404)
    expect((await ask(world.office, "post", `/admin/institution/preorder-contracts/${id}/scan`, Buffer.from("not a picture"))).data.code).toBe("scan_wrong_type")
    const sha256 = createHash("sha256").update(PNG).digest("hex")
    expect((await ask(world.office, "post", `/admin/institution/preorder-contracts/${id}/scan`, PNG)).data.contract.scan).toMatchObject({ sha256, media_type: "image/png", bytes: PNG.length })
    expect((await read(id, world.people.viewer)).scan).toMatchObject({ sha256 })
    expect(Buffer.from((await api.get(`/store/institution/preorder-contracts/${id}/scan`, { headers: world.people.viewer.headers, responseType: "arraybuffer" })).data)).toEqual(PNG)
    for (const file of ["paper", "scan"]) expect((await ask(world.people.other, "get", `/store/institution/preorder-contracts/${id}/${file}`)).data.code).toBe("not_a_member")
    // The deposit by the bank's file, by its code; a slip of the finger pays nobody. The same file once more, or the same row in another, changes nothing.
    const slip = `${number.slice(0, -1)}${(Number(number.at(-1)) + 1) % 10}`
    const row = [TODAY, "YH-100", "599.94", "", "翠溪实验小学校", `预付款 ${number.slice(0, 6)} ${number.slice(6).toLowerCase()}`]
    const { data: file } = await importFile([row, [TODAY, "YH-101", "1.00", "", "某单位", slip]])
    expect(file.rows.map(({ match, statement_number }: any) => [match, statement_number])).toEqual([["exact", number], ["unmatched", null]])
    await importFile([row, [TODAY, "YH-102", "2.00", "", "某单位", "无"]])
    expect(await read(id)).toMatchObject({ received_fen: 59_994, applied_fen: 0, due_fen: 39_996, may_cancel: false, payments: [{ reference: "YH-100" }] })
    expect((await store(world.buyer, `preorder-contracts/${id}/answer`, { answer: "cancel" })).data.code).toBe("preorder_cannot_cancel")
    for (const again of [1, 2]) expect([again, (await pay(id, 39_996, "YH-103")).status]).toEqual([again, 200])
    expect((await pay(id, 1, "YH-103")).data.code).toBe("preorder_reference_taken")
    expect((await pay(id, 99_991, "YH-104")).data.code).toBe("preorder_exceeds_due")
    expect(await captured()).toEqual({ fen: 0, n: 0 })
    await postAll(getContainer())
    expect(await rows("select count(*)::int as n from ledger_journal")).toEqual([{ n: 0 }])
    expect((await rows("update preorder_payment set amount_fen = 1").catch((error: Error) => [error.message]))[0]).toContain("only grows")

    // The harvest: by two people, once.
    expect((await admin(`preorders/${offer}/harvest`, { act: "enter", actual_yield: 90, reason: "过秤" })).data.code).toBe("preorder_state")
    await harvestTime(offer)
    await admin(`preorders/${offer}/harvest`, { act: "enter", actual_yield: 90, reason: "过秤" })
    expect((await admin(`preorders/${offer}/harvest`, { act: "confirm", actual_yield: 90, reason: "核对" })).data.code).toBe("preorder_second_person")
    expect((await admin(`preorders/${offer}/harvest`, { act: "confirm", actual_yield: 91, reason: "核对" }, second)).data.code).toBe("preorder_harvest_changed")
    const confirmed = await Promise.all([1, 2].map(() => admin(`preorders/${offer}/harvest`, { act: "confirm", actual_yield: 90, reason: "核对" }, second)))
    expect(confirmed.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(await read(id)).toMatchObject({ allotted: 60, may_withdraw: false, may_take_more: 12 })
    expect((await told(world.buyer)).slice(1)).toEqual([expect.stringContaining("preorder_harvest 认购 60 份，分得 60 份"), expect.stringMatching(/^preorder_surplus 按原价加购/)])
    expect(await told(world.people.finance)).toEqual(due)
    expect([await tasks(world.buyer), await tasks(world.people.finance)]).toEqual([["preorder_answer"], []])
    expect((await store(world.buyer, `preorder-contracts/${id}/answer`, { answer: "more", quantity: 13 })).data.code).toBe("preorder_more_limit")
    expect((await store(world.buyer, `preorder-contracts/${id}/answer`, { answer: "more", quantity: 10 })).data.contract).toMatchObject({ wants_more: 10 })
    await answersOver(offer)
    expect([await run(), await run()].map(({ shared }) => shared)).toEqual([1, 0])
    expect(await read(id)).toMatchObject({ extra: 10, total_fen: 233_310 })

    // Two batches, each an order of its own; the first partly turned away, which may be delivered again.
    const first = { sequence: 1, quantity: 40, deliver_on: TODAY }
    const laid = await Promise.all([admin(`preorder-contracts/${id}/deliveries`, first), admin(`preorder-contracts/${id}/deliveries`, first)])
    expect(laid.map(({ status }) => status)).toEqual([200, 200])
    expect((await admin(`preorder-contracts/${id}/deliveries`, { ...first, quantity: 41 })).data.code).toBe("preorder_delivery_sequence")
    expect((await admin(`preorder-contracts/${id}/deliveries`, { sequence: 2, quantity: 31, deliver_on: TODAY })).data.code).toBe("preorder_above_allotted")
    const [batch] = (await read(id)).deliveries
    expect(batch).toMatchObject({ state: "placed", quantity: 40 })
    expect(await rows("select count(*)::int as n from \"order\"")).toEqual([{ n: 1 }])
    expect([await ledger(batch!.order_id!), await captured()]).toEqual([{ provisional: 0, payable: 0 }, { fen: 0, n: 0 }])
    expect((await rows("select metadata ->> 'reason' as reason from \"order\" where id = ?", [batch!.order_id]))[0]!.reason).toBe("instead_of_donating")
    expect([await tasks(world.people.receiver), await tasks(world.buyer)]).toEqual([["preorder_accept"], []])
    expect((await accept(world.people.receiver, batch!.id, 30)).data.code).toBe("acceptance_reason_required")
    expect((await accept(world.people.receiver, batch!.id, 41)).data.code).toBe("above_supplied")
    expect((await accept(world.buyer, batch!.id, 40)).data.code).toBe("role_not_allowed")
    // The process dies between what was written down and what was booked: the next run finishes it, once.
    await rows("create or replace function stop_it() returns trigger language plpgsql as $$ begin raise exception 'killed'; end $$")
    await rows("create trigger stop_it before insert on capture for each row execute function stop_it()")
    expect((await accept(world.people.receiver, batch!.id, 36, "四箱冻伤")).status).toBe(200)
    await rows("drop trigger stop_it on capture")
    expect(await read(id)).toMatchObject({ applied_fen: 0, deliveries: [{ state: "accepted", accepted: 36 }] })
    await Promise.all([run(), run(), run()])
    // 36 × ¥33.33 of ¥999.90 that arrived: all of it is taken, and the balance of these goods is due.
    expect(await read(id)).toMatchObject({ applied_fen: 99_990, due_fen: 36 * 3_333 - 99_990, owed_back_fen: 0 })
    expect(await captured()).toEqual({ fen: 99_990, n: 2 })
    expect(await ahead()).toBe(233_310 - 99_990)
    expect(await ledger(batch!.order_id!)).toEqual({ provisional: 0, payable: 9_999 })
    await importFile([[TODAY, "YH-105", "199.98", "", "市财政国库", number]])
    expect(await ledger(batch!.order_id!)).toEqual({ provisional: 0, payable: 11_999 })

    expect((await admin(`preorder-contracts/${id}/deliveries`, { sequence: 2, quantity: 34, deliver_on: TODAY })).data.contract.deliveries[1]).toMatchObject({ state: "placed" })
    const [, rest] = (await read(id)).deliveries
    expect((await ask(elsewhere!, "post", `/admin/institution/preorder-deliveries/${rest!.id}/acceptance`, { accepted: 34 })).data.code).toBe("not_in_your_region")
    expect((await admin(`preorder-deliveries/${rest!.id}/acceptance`, { accepted: 34 })).status).toBe(200)
    expect((await admin(`preorder-deliveries/${rest!.id}/acceptance`, { accepted: 34 })).status).toBe(200)
    expect(await read(id)).toMatchObject({ state: "running", due_fen: 34 * 3_333 })
    await pay(id, 34 * 3_333, "YH-106")
    expect(await read(id)).toMatchObject({ state: "done", received_fen: 233_310, applied_fen: 233_310, owed_back_fen: 0, due_fen: 0 })
    expect(await ledger(rest!.order_id!)).toEqual({ provisional: 0, payable: 11_332 })
    expect(await ahead()).toBe(0)
    const before = await captured()
    await run()
    expect(await captured()).toEqual(before)
    // Invoiced over what was accepted, one order or both; the unit's orders name the contract, whose code pays them.
    const { data: listed } = await ask(world.buyer, "get", `/store/institution/orders?organisation_id=${world.school.id}&source=preorder`)
    expect([listed.count, listed.due, listed.orders.map(({ about_id, total_fen, state, transfer }: any) => [about_id, total_fen, state, transfer])]).toEqual([2, { orders: 0, due_fen: 0 }, expect.arrayContaining([[id, 36 * 3_333, "paid", null], [id, 34 * 3_333, "paid", null]])])
    const invoice = (orders: object[]) => store(world.people.finance, "invoices", { organisation_id: world.school.id, title: "翠溪实验小学校", tax_number: "12500112435277068B", orders })
    expect((await invoice([{ order_id: batch!.order_id, amount_fen: 36 * 3_333 + 1 }])).data.code).toBe("invoice_exceeds_due")
    expect((await invoice([{ order_id: batch!.order_id }, { order_id: rest!.order_id }])).data.invoice).toMatchObject({ amount_fen: 233_310, seller: { id: world.wuxi.id } })
    expect((await ask(world.buyer, "get", `/store/institution/invoiceable?organisation_id=${world.school.id}`)).data.sellers).toEqual([])
    // On no monthly statement; the order itself is not paid by its own code.
    expect((await admin("statements", { month: TODAY.slice(0, 7) })).data.statements).toEqual([])
    expect((await ask(world.office, "post", "/admin/benefit/verify")).data).toMatchObject({ ok: true, problems: [] })
  })

  it("a short harvest is shared by the rule; who is cut too much may leave with everything, who stays may take what is left", async () => {
    const offer = await opened({}, { shortage: "schools_first" })
    const [school, works] = [await booked(offer, 60), await booked(offer, 40, world.people.other, works_unit)]
    await pay(school.id, 199_980, "YH-1")
    await pay(works.id, 133_320, "YH-2")
    expect(await harvest(offer, 70)).toMatchObject({ state: "harvested", harvest: { actual_yield: 70 } })
    expect(await read(school.id)).toMatchObject({ allotted: 60, may_withdraw: false, may_take_more: 12, owed_back_fen: 0 })
    expect(await read(works.id, world.people.other)).toMatchObject({ allotted: 10, may_withdraw: true, owed_back_fen: 99_990 })
    expect((await admin(`preorder-contracts/${works.id}/deliveries`, { sequence: 1, quantity: 10, deliver_on: TODAY })).data.code).toBe("preorder_waits_answer")
    expect((await store(world.buyer, `preorder-contracts/${school.id}/answer`, { answer: "withdraw" })).data.code).toBe("preorder_cannot_withdraw")
    await store(world.buyer, `preorder-contracts/${school.id}/answer`, { answer: "more", quantity: 12 })
    for (const again of [1, 2]) expect([again, (await store(world.people.other, `preorder-contracts/${works.id}/answer`, { answer: "withdraw" })).data.contract]).toMatchObject([again, { state: "withdrawn", owed_back_fen: 133_320 }])
    await answersOver(offer)
    await run()
    expect(await read(school.id)).toMatchObject({ allotted: 60, extra: 10 })

    const back = (amount_fen: number, reference: string) => admin(`preorder-contracts/${works.id}/paybacks`, { amount_fen, reference, paid_on: TODAY }, finance)
    expect((await back(133_321, "TK-1")).data.code).toBe("preorder_payback_exceeds")
    for (const again of [1, 2]) expect([again, (await back(133_320, "TK-1")).data.contract]).toMatchObject([again, { owed_back_fen: 0, paid_back_fen: 133_320, paybacks: [{ paid_on: TODAY, reference: "TK-1" }] }])
    expect((await back(1, "TK-2")).data.code).toBe("preorder_payback_exceeds")
    expect((await told(world.people.other, works_unit)).at(-1)).toMatch(/^preorder_payback .*退回 ¥1,?333\.20/)
    expect((await pay(works.id, 1, "YH-3")).data.code).toBe("preorder_state")
    // Closed before everything was delivered: what was not accepted goes back.
    expect((await admin(`preorder-contracts/${school.id}/close`, { reason: "学校停课" })).data.contract).toMatchObject({ state: "done", owed_back_fen: 199_980 })
    expect(await captured()).toEqual({ fen: 0, n: 0 })
  })

  it("of two who accept different quantities of one batch at the same moment one is told, and contract, order and ledger agree", async () => {
    const offer = await opened({ expected_yield: 40 })
    const { id, total_fen } = await booked(offer, 40)
    await pay(id, total_fen, "YH-1")
    await harvest(offer, 40)
    await answersOver(offer)
    await run()
    let accepted = 0
    for (const sequence of [1, 2, 3]) {
      await admin(`preorder-contracts/${id}/deliveries`, { sequence, quantity: 12, deliver_on: TODAY })
      const { order_id, id: batch } = (await read(id)).deliveries[sequence - 1]!
      const race = await Promise.all([12, 7, 10].map((pieces, at) => at === 1
        ? admin(`preorder-deliveries/${batch}/acceptance`, { accepted: pieces, reason: "纸质单" })
        : accept(world.people.receiver, batch, pieces, pieces < 12 ? "两箱冻伤" : "")))
      expect(race.map(({ status, data }) => data.code ?? status).sort()).toEqual([200, "preorder_delivery_state", "preorder_delivery_state"].sort())
      const won = [12, 7, 10][race.findIndex(({ status }) => status === 200)]!
      accepted += won
      expect((await read(id)).deliveries[sequence - 1]).toMatchObject({ state: "accepted", accepted: won })
      expect(await rows("select sum(quantity)::int as pieces, count(*)::int as n from acceptance_fact where order_id = ?", [order_id])).toEqual([{ pieces: won, n: 1 }])
      expect(await ledger(order_id!)).toEqual({ provisional: 0, payable: Math.round((won * 3_333) / 10) })
    }
    expect(await read(id)).toMatchObject({ applied_fen: accepted * 3_333 })
    expect((await captured())?.fen).toBe(accepted * 3_333)
  })

  it("a batch is signed for at the door like any delivery: pictures, papers, and a second person where the unit wants one", async () => {
    const { people, head, school, potato } = world
    const offer = await opened({ expected_yield: 40 })
    const { id, total_fen } = await booked(offer, 40)
    await pay(id, total_fen, "YH-1")
    await harvest(offer, 40)
    await answersOver(offer)
    await run()
    await admin(`preorder-contracts/${id}/deliveries`, { sequence: 1, quantity: 30, deliver_on: TODAY })
    await admin(`organisations/${school.id}/acceptance-rule`, { second_signature: true })
    const [{ id: batch, order_id }] = (await read(id)).deliveries as [PreorderContract["deliveries"][number]]
    const path = `/store/institution/preorder-deliveries/${batch}`
    const printed = async ({ data }: { data: Uint8Array }) => (await openPdf(data)).flatMap(({ text }) => text).join(" ")
    const note = async (who: Who, url = `${path}/delivery-note`) => await api.get(url, { headers: who.headers, responseType: "arraybuffer", validateStatus: () => true })
    const empty = await printed(await note(people.viewer))
    for (const text of ["送货单", "30", "□ 合格证（巫溪洋芋）"]) expect(empty).toContain(text)
    expect(empty).not.toContain("检疫证")
    expect([await note(elsewhere!, path.replace("store", "admin") + "/delivery-note"), await note(people.other)].map(({ status }) => status)).toEqual([403, 403])
    const shown = async (who: Who) => AcceptanceAnswer.parse((await ask(who, "get", `${path}/acceptance`)).data)
    expect(await shown(people.viewer)).toEqual({ sheet: null, photos: [], papers: [{ kind: "quality", variant_ids: [potato.variant_id] }], second_signature: true, may_countersign: false })
    expect((await ask(people.receiver, "post", `${path}/photos?variant_id=${world.rice.variant_id}`, PNG)).data.code).toBe("not_in_agreement")
    expect((await ask(people.receiver, "post", `${path}/photos?variant_id=${potato.variant_id}`, PNG)).status).toBe(201)
    expect((await accept(people.receiver, batch, 26, "四箱冻伤", { turned_away: "disposed" })).data.contract.deliveries[0]).toMatchObject({ state: "placed" })
    expect(await ledger(order_id!)).toEqual({ provisional: 0, payable: 0 })
    expect([await tasks(people.receiver), await tasks(head)]).toEqual([[], ["preorder_accept"]])
    expect([(await shown(people.receiver)).may_countersign, await shown(head)]).toMatchObject([false, {
      may_countersign: true, photos: [{ variant_id: potato.variant_id }], sheet: { lines: [{ accepted: 26, turned_away: "disposed" }], certificates: [{ kind: "quality", present: true }, { kind: "quarantine", present: false }], counted_at: null },
    }])
    expect((await ask(people.receiver, "post", `${path}/acceptance/countersign`)).data.code).toBe("second_signature_other_person")
    expect((await ask(world.buyer, "post", `${path}/acceptance/countersign`)).data.code).toBe("role_not_allowed")
    const twice = await Promise.all([1, 2].map(() => ask(head, "post", `${path}/acceptance/countersign`)))
    expect(twice.map(({ status, data }) => data.code ?? status).sort()).toEqual([200, "no_sheet_waiting"].sort())
    expect(await read(id)).toMatchObject({ applied_fen: 26 * 3_333, deliveries: [{ state: "accepted", accepted: 26, reason: "四箱冻伤（已就地处置）" }] })
    expect(await ledger(order_id!)).toEqual({ provisional: 0, payable: Math.round((26 * 3_333) / 10) })
    const { photos: [photo] } = await shown(people.viewer)
    expect(Buffer.from((await api.get(`${path}/photos/${photo!.id}`, { headers: people.viewer.headers, responseType: "arraybuffer" })).data)).toEqual(PNG)

    expect(await printed(await note(people.viewer))).toMatch(/合格证齐\s+检疫证缺/)
    const query = `organisation_id=${school.id}&period=${Number(TODAY.slice(8)) >= 29 ? dayFromNow(7).slice(0, 7) : TODAY.slice(0, 7)}`
    const pack = EvidencePack.parse((await ask(people.finance, "get", `/store/institution/evidence?${query}`)).data)
    expect(pack.deliveries).toMatchObject([{ page: `/desk/preorders/${id}`, photos: 1, notes: 1, signed_by: "receiver" }])
    const zip = await api.get(`/store/institution/evidence/pack?${query}`, { headers: people.finance.headers, responseType: "arraybuffer" })
    expect([...listParts(zip.data).keys()].filter((name) => name.startsWith("验收/")).map((name) => name.replace(/^.*-(送货单|照片)/, "$1"))).toEqual(["送货单1.pdf", expect.stringMatching(/^照片1-.*png$/)])

    // What waits for a second signature counts for nothing once staff recorded another quantity from the paper.
    await admin(`preorder-contracts/${id}/deliveries`, { sequence: 2, quantity: 10, deliver_on: TODAY })
    const [, { id: other }] = (await read(id)).deliveries as [unknown, PreorderContract["deliveries"][number]]
    await accept(people.receiver, other, 10)
    expect((await admin(`preorder-deliveries/${other}/acceptance`, { accepted: 9, reason: "纸质单：一箱破损" })).status).toBe(200)
    expect(AcceptanceAnswer.parse((await ask(head, "get", `/store/institution/preorder-deliveries/${other}/acceptance`)).data)).toMatchObject({ sheet: null, may_countersign: false })
    for (const person of [people.other, people.stranger]) {
      const answers = [await accept(person, batch, 1), ...await Promise.all([["get", "acceptance"], ["post", "acceptance/countersign"], ["get", `photos/${photo!.id}`], ["post", `photos?variant_id=${potato.variant_id}`]].map(([method, end]) => ask(person, method as "get", `${path}/${end}`)))]
      expect(answers.map(({ data }) => data.code)).toEqual(answers.map(() => "not_a_member"))
    }
  })

  it("what contracts get of a confirmed harvest is kept back for them on the shelf, and free again for whoever buys once they do not want it", async () => {
    const { people, potato, store: shop, viewer } = world
    const shelf = (pieces: number) => rows("update inventory_level set stocked_quantity = ?, raw_stocked_quantity = jsonb_build_object('value', ?::text, 'precision', 20) where inventory_item_id = (select inventory_item_id from product_variant_inventory_item where variant_id = ?)", [pieces, String(pieces), potato.variant_id])
    const kept = async () => (await rows("select coalesce(sum(quantity), 0)::int as n from reservation_item where external_id = ? and deleted_at is null", [offer]))[0]!.n
    const buy = async (quantity: number) => {
      const order = { id: `order_${randomUUID().replaceAll("-", "")}`, email: "viewer@example.cn", customer_id: viewer.customer_id, region_id: shop.region_id, sales_channel_id: shop.sales_channel_id, shipping_address: ADDRESS, items: [{ variant_id: potato.variant_id, quantity }], payment_provider_id: "pp_transfer_cn" }
      const { result } = await placeOrdersWorkflow(getContainer()).run({ input: { orders: [order] } })
      return result.refused.map(({ code }) => code)
    }
    await shelf(40)
    const offer = await opened({ expected_yield: 50 })
    const [school, works] = [await booked(offer, 30), await booked(offer, 20, people.other, works_unit)]
    for (const [{ id, total_fen }, reference] of [[school, "YH-1"], [works, "YH-2"]] as const) await pay(id, total_fen, reference)
    expect(await kept()).toBe(0)
    await harvest(offer, 40)
    expect([await kept(), await buy(1)]).toEqual([40, ["out_of_stock"]])
    // Who withdraws leaves its part to those who may ask for more, and what nobody may ask for to everybody.
    await store(people.other, `preorder-contracts/${works.id}/answer`, { answer: "withdraw" })
    expect([await kept(), await buy(4), await buy(1)]).toEqual([36, [], ["out_of_stock"]])
    await store(world.buyer, `preorder-contracts/${school.id}/answer`, { answer: "more", quantity: 6 })
    await answersOver(offer)
    await Promise.all([run(), run()])
    expect([(await read(school.id)).extra, await kept(), await buy(6)]).toEqual([6, 30, []])
    await admin(`preorder-contracts/${school.id}/deliveries`, { sequence: 1, quantity: 20, deliver_on: TODAY })
    const [{ id: batch, state }] = (await read(school.id)).deliveries as [PreorderContract["deliveries"][number]]
    expect([state, await kept(), await buy(1)]).toEqual(["placed", 10, ["out_of_stock"]])
    // What was turned away is delivered again once there is some more.
    await accept(people.receiver, batch, 18, "两箱冻伤")
    expect(await kept()).toBe(10)
    await shelf(45)
    await run()
    expect([await kept(), await buy(3), await buy(1)]).toEqual([12, [], ["out_of_stock"]])
    await admin(`preorder-contracts/${school.id}/close`, { reason: "学校停课" })
    expect([await kept(), await buy(12), await buy(1)]).toEqual([0, [], ["out_of_stock"]])
  })

  it("advances that stay away beyond the days of grace end the contract, and what came is given back", async () => {
    const offer = await opened()
    const [late, prompt] = [await booked(offer, 30), await booked(offer, 20)]
    await pay(late.id, 100, "YH-1")
    await pay(prompt.id, prompt.steps[0]!.amount_fen, "YH-2")
    const signed = (days: number) => rows("update preorder_contract set signed_on = ? where offer_id = ?", [dayFromNow(days), offer])
    await signed(-12)
    expect((await run()).lapsed).toBe(0)
    expect((await tasks(world.people.finance)).sort()).toEqual(["preorder_overdue"])
    expect(await read(late.id)).toMatchObject({ state: "running", due_fen: 29_997 - 100, steps: [{ is_overdue: true, paid_fen: 100 }, {}, {}] })
    await signed(-13)
    expect((await Promise.all([run(), run()])).reduce((sum, { lapsed }) => sum + lapsed, 0)).toBe(1)
    expect([await read(late.id), await read(prompt.id)]).toMatchObject([{ state: "lapsed", owed_back_fen: 100, ended_reason: expect.stringContaining("宽限期") }, { state: "running", owed_back_fen: 0 }])
    expect((await importFile([[TODAY, "YH-9", "99.00", "", "翠溪实验小学校", late.number]])).data.rows[0]).toMatchObject({ match: "unmatched", reason: expect.stringContaining("已经终止") })
    expect((await ask(world.buyer, "get", `/store/institution/preorders/${offer}`)).data.offer.left).toBe(80)
    // The whole offer comes to nothing: everybody is free.
    expect((await admin(`preorders/${offer}/steps`, { step: "cancel" })).data.message).toContain("原因")
    await admin(`preorders/${offer}/steps`, { step: "cancel", reason: "晚霜冻害" })
    expect(await read(prompt.id)).toMatchObject({ state: "cancelled", owed_back_fen: 19_998 })
  })

  it("passes the unit's one gate of spending, and is nobody else's business", async () => {
    const { people, school } = world
    const year = Number(dayFromNow(40).slice(0, 4))
    const policy = { tiers: [{ up_to_fen: 50_000, mode: "none" as const, approvers: [] }, { up_to_fen: null, mode: "any" as const, approvers: [world.head.customer_id] }], request_days: 14, approval_days: 30 }
    await saveSpendingWorkflow(getContainer()).run({ input: { actor_id: "tester", units: [{ organisation_uscc: "12500112435277068B", policy, budgets: [{ year, purpose: "delivery", amount_fen: 150_000 }], plans: [], invoice_title: null }] } })
    const offer = await opened()
    expect((await store(world.buyer, `preorders/${offer}/book`, booking(50))).data.code).toBe("budget_exceeded")
    expect((await ask(world.buyer, "get", `/store/institution/preorders/${offer}`)).data.offer.left).toBe(100)
    const waiting = await booked(offer, 30)
    expect(waiting).toMatchObject({ state: "requested", number: "" })
    expect((await pay(waiting.id, 1, "YH-1")).data.code).toBe("preorder_state")
    const { data: { approvals } } = await ask(world.head, "get", `/store/institution/approvals?organisation_id=${school.id}`)
    await store(world.head, `approvals/${approvals[0].id}/decision`, { verdict: "approve", amount_fen: 99_990, reason: "" })
    expect(await read(waiting.id)).toMatchObject({ state: "running", number: expect.stringMatching(/^YG/) })
    expect((await store(world.buyer, `preorders/${offer}/book`, booking(16))).data.code).toBe("budget_exceeded")
    await store(world.buyer, `preorder-contracts/${waiting.id}/answer`, { answer: "cancel" })
    expect(await booked(offer, 15)).toMatchObject({ state: "running" })

    // The same day as those fifteen: together they are above what needs no approval.
    const { id } = await booked(offer, 1)
    const acts: [string, object][] = [[`preorders/${offer}/book`, booking(1)], [`preorders/${offer}/preview`, { organisation_id: school.id, quantity: 1 }], [`preorder-contracts/${id}/answer`, { answer: "cancel" }]]
    for (const [path, body] of acts) {
      for (const person of [people.other, people.stranger]) expect([path, (await store(person, path, body)).data.code]).toEqual([path, "not_a_member"])
      for (const person of [people.viewer, people.receiver, people.finance]) expect([path, (await store(person, path, body)).data.code]).toEqual([path, "role_not_allowed"])
    }
    expect((await ask(people.other, "get", `/store/institution/preorder-contracts/${id}`)).data.code).toBe("not_a_member")
    expect((await ask(people.other, "get", "/store/institution/preorders")).data.contracts).toEqual([])
    expect((await ask(people.viewer, "get", `/store/institution/preorder-contracts/${id}`)).data.contract).toMatchObject({ id, transfer: null })
    expect((await accept(people.receiver, "none", 1)).status).toBe(404)
    for (const bad of [{ quantity: 0 }, { quantity: -1 }, { quantity: 1.5 }, { idempotency_key: "1" }, { delivery: { ...DELIVERY, phone: "1" } }]) expect((await store(world.buyer, `preorders/${offer}/book`, { ...booking(1), ...bad })).data.code).toBe("invalid_input")
    expect((await getContainer().resolve<PreorderModuleService>("preorder").readContracts({ ids: [id] }))[0]).toMatchObject({ state: "requested" })
  })
})
