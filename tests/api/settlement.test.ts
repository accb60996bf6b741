import { createHash } from "node:crypto"
import { recordAcceptanceWorkflow, saveHouseholdsWorkflow, saveLinkagesWorkflow, verifyLedgerWorkflow } from "@fupin/benefit/workflows"
import { BenefitStatement, ReturnFileResult, SettlementCases, SettlementDetail, type SettlementPayment } from "@fupin/contract/schemas"
import { dayFromNow } from "../support/institution"
import { household, linkage } from "../support/households"
import { capture, type LinkedShop, openLinkedShop, place, post, refund, sql } from "../support/linked-shop"
import { shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { openPaper } from "../support/workbook"

const PERIOD = (() => {
  const [year, month, day] = dayFromNow(0).split("-").map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1 + (day > 28 ? 1 : 0), 1)).toISOString().slice(0, 7)
})()
const COUNTY = "500238"
const REASON = "本期兑付发放"
const PDF = Buffer.from("%PDF-1.7 领款表扫描件")
const HEADINGS = ["序号", "领款人", "住址", "金额", "领款人签字", "凭号"]

describeShop(({ api, getContainer }) => {
  const rows = (text: string, values: any[] = []) => sql(getContainer(), text, values)
  const ask = (path: string, headers: object, body?: unknown) =>
    body === undefined ? api.get(`/admin/benefit/${path}`, { headers, validateStatus: null }) : api.post(`/admin/benefit/${path}`, body, { headers, validateStatus: null })
  const expectWhole = async () => expect((await verifyLedgerWorkflow(getContainer()).run()).result).toMatchObject({ ok: true, problems: [] })
  const code = ({ status, data }: { status: number; data: any }) => [status, data.code]

  /** The linked shop; the third household has no account. Those who prepare, those who approve, and an office elsewhere. */
  async function openScene() {
    const container = getContainer()
    const shop = await openLinkedShop(container)
    await saveHouseholdsWorkflow(container).run({ input: { households: [household(3, { bank_account: null })], regions: ["*"] } })
    const staff = async (role: "finance" | "office", region = COUNTY) => (await signInStaff(container, role, region)).headers
    return { shop, finance: await staff("finance"), office: await staff("office"), second: await staff("office"), elsewhere: await staff("office", "422801") }
  }
  type Scene = Awaited<ReturnType<typeof openScene>>

  /** An order of potatoes, paid and accepted: ten earn 1995, 1330 and 665 fen. */
  async function sell(shop: LinkedShop, name: string, many = 10) {
    const order = await place(getContainer(), shop, name, [[shop.potato, many]])
    await capture(getContainer(), order.payment_id)
    await recordAcceptanceWorkflow(getContainer()).run({ input: { order_id: order.order_id, source: "buyer", accepted_at: new Date(), lines: "all" } })
    await post(getContainer(), [order.order_id])
    return order
  }

  const prepare = (headers: object, region = COUNTY, period = PERIOD) => ask("settlements", headers, { period, region })
  const detail = async (id: string, headers: object) => SettlementDetail.parse((await ask(`settlements/${id}`, headers)).data)
  const file = (id: string, headers: object, body: object) => api.post(`/admin/benefit/settlements/${id}/batches`, { reason: REASON, ...body }, { headers, validateStatus: null, responseType: "arraybuffer" })
  const csvOf = (data: Buffer) => Buffer.from(data).toString("utf8").slice(1).trim().split("\r\n").slice(1).map((line) => line.split(","))
  const sendBack = (id: string, headers: object, lines: string[]) => ask(`settlements/${id}/returns`, headers, { filename: "回盘.csv", content: Buffer.from(["凭号,结果,原因,金额", ...lines].join("\n")).toString("base64") })
  const fenOf = (payments: SettlementPayment[]) => payments.map(({ beneficiary, earned_fen, netted_fen, amount_fen, state }) => [beneficiary.code, earned_fen, netted_fen, amount_fen, state])

  async function approved(scene: Scene, region = COUNTY): Promise<string> {
    const { data: { settlement: { id } } } = await prepare(scene.finance, region)
    expect((await ask(`settlements/${id}/submit`, scene.finance, {})).status).toBe(200)
    expect((await ask(`settlements/${id}/approve`, scene.office, {})).status).toBe(200)
    return id
  }

  /** Pays everything in a run: the bank says yes to all, the cash list is signed. */
  async function payAll(id: string, { finance }: Scene): Promise<void> {
    const bank = await file(id, finance, { method: "bank" })
    if (bank.status === 200) expect((await sendBack(id, finance, csvOf(bank.data).map((line) => `${line[5]},成功,,${line[3]}`))).status).toBe(200)
    if ((await file(id, finance, { method: "cash" })).status !== 200) return
    const batch = (await detail(id, finance)).batches.at(-1)!.number
    await ask(`settlements/${id}/scans`, finance, { batch, filename: "领款表.pdf", content: PDF.toString("base64") })
    expect((await ask(`settlements/${id}/cash`, finance, { batch })).status).toBe(200)
  }

  it("goes from an accepted sale to money in hand: approved by another, by file and by signed list, with failures, retries and returns", async () => {
    const scene = await openScene()
    const { shop, finance, office, elsewhere } = scene
    const order = await sell(shop, "one")
    const receipt = async () => (await api.get(`/store/orders/${order.order_id}/benefit`, shopHeaders(shop.store))).data
    expect(await receipt()).toMatchObject({ status: "payable", total_fen: 3990 })
    expect(code(await prepare(elsewhere))).toEqual([403, "not_in_your_region"])
    expect(code(await prepare(finance, COUNTY, "2099-01"))).toEqual([400, "settlement_period_ahead"])
    expect(code(await prepare(finance, COUNTY, "2020-01"))).toEqual([404, "nothing_to_settle"])

    // Six at once, of the county and of a town in it: one run, each entry once.
    const many = await Promise.all(Array.from({ length: 6 }, (_none, index) => prepare(finance, index % 2 === 0 ? COUNTY : "500238104")))
    expect(many.map(({ status }) => status).sort()).toEqual([201, 404, 404, 404, 409, 409].sort())
    expect(many.filter(({ status }) => status === 409).every(({ data }) => data.code === "settlement_open")).toBe(true)
    expect(await rows("select count(*)::int as n, sum(amount_fen)::int as fen from settlement_item")).toEqual([{ n: 3, fen: 3990 }])
    const { id } = many.find(({ status }) => status === 201)!.data.settlement
    const run = await detail(id, finance)
    expect(run.settlement).toMatchObject({ state: "draft", cap_bp: 3_000, payments: 3, payments_fen: 3990 })
    expect(fenOf(run.payments)).toEqual([["HH-0001", 1995, 0, 1995, "planned"], ["HH-0002", 1330, 0, 1330, "planned"], ["HH-0003", 665, 0, 665, "planned"]])
    expect(run.payments.map(({ method }) => method)).toEqual(["bank", "bank", "cash"])
    for (const secret of ["王小", "621700"]) expect(JSON.stringify(run)).not.toContain(secret)
    for (const path of [`settlements/${id}`]) expect(code(await ask(path, elsewhere))).toEqual([403, "not_in_your_region"])

    expect(code(await ask(`settlements/${id}/approve`, office, {}))).toEqual([409, "settlement_state"])
    expect(code(await file(id, finance, { method: "bank" })).at(0)).toBe(409)
    for (let click = 0; click < 2; click++) expect((await ask(`settlements/${id}/submit`, office, {})).data.settlement.state).toBe("submitted")
    expect(code(await ask(`settlements/${id}/approve`, office, {}))).toEqual([409, "settlement_second_person"])
    expect(code(await ask(`settlements/${id}/approve`, elsewhere, {}))).toEqual([403, "not_in_your_region"])
    const clicks = await Promise.all([scene.second, scene.second].map((headers) => ask(`settlements/${id}/approve`, headers, {})))
    expect(clicks.map(({ status }) => status)).toEqual([200, 200])
    expect(code(await ask(`settlements/${id}/cancel`, office, { reason: "已经批准的不能取消" }))).toEqual([409, "settlement_state"])

    expect(code(await ask(`settlements/${id}/batches`, finance, { method: "bank", reason: "x" }))).toEqual([400, "invalid_input"])
    const bank = await file(id, finance, { method: "bank" })
    expect([bank.status, [...bank.data.subarray(0, 3)]]).toEqual([200, [0xef, 0xbb, 0xbf]])
    const paper = csvOf(bank.data)
    expect(paper.map((line) => line.slice(0, 5))).toEqual([["1", "王小1", "6217000011110001", "19.95", `消费帮扶受益 ${PERIOD}`], ["2", "王小2", "6217000011110002", "13.30", `消费帮扶受益 ${PERIOD}`]])
    expect(await rows("select action, count(*)::int as n, max(fields::text) as fields from personal_data_access group by 1")).toEqual([{ action: "export", n: 2, fields: "{name,bank_account}" }])
    expect(code(await ask(`settlements/${id}/batches`, finance, { method: "bank", reason: REASON }))).toEqual([404, "nothing_to_pay"])
    expect(Buffer.from((await file(id, finance, { method: "bank", batch: 1 })).data).equals(Buffer.from(bank.data))).toBe(true)

    const [first, second] = paper.map((line) => line[5]!) as [string, string]
    expect(await sendBack(id, finance, [`${first},成功,,`, "DF0,成功,,"])).toMatchObject({ status: 400, data: { code: "unknown_payout_reference", message: expect.stringContaining("第 3 行") } })
    expect(await sendBack(id, finance, [`${first},成功,,19.96`])).toMatchObject({ status: 400, data: { code: "payout_amount_differs", message: expect.stringContaining("第 2 行") } })
    expect(await sendBack(id, finance, [`${first},大概,,`])).toMatchObject({ status: 400, data: { code: "return_file_malformed", message: expect.stringContaining("第 2 行") } })
    expect(await rows("select kind from ledger_journal where kind = 'settlement'")).toEqual([])
    const back = [`${first},成功,,19.95`, `${second},失败,户名不符,13.30`]
    const imports = await Promise.all([sendBack(id, finance, back), sendBack(id, finance, back)])
    expect(imports.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(ReturnFileResult.parse(imports.find(({ status }) => status === 200)!.data)).toEqual({ lines: 2, paid: 1, failed: 1, returned: 0, unchanged: 0 })
    expect(imports.find(({ status }) => status === 409)!.data.code).toBe("return_file_known")
    expect(await rows("select e.account, e.amount_fen::int as fen, e.order_id from ledger_entry e join ledger_journal j on j.id = e.journal_id where j.kind = 'settlement' order by 2")).toEqual([{ account: "payable", fen: -1995, order_id: order.order_id }, { account: "settled", fen: 1995, order_id: order.order_id }])
    await expectWhole()

    const failed = (await detail(id, finance)).payments[1]!
    expect(failed).toMatchObject({ state: "failed", attempts: [{ number: 1, state: "failed", reason: "户名不符", batch: 1 }] })
    expect(code(await ask(`settlement-payments/${run.payments[0]!.id}/retry`, finance, {}))).toEqual([409, "payment_state"])
    for (let click = 0; click < 2; click++) expect((await ask(`settlement-payments/${failed.id}/retry`, finance, {})).status).toBe(200)
    await saveHouseholdsWorkflow(getContainer()).run({ input: { households: [household(2, { bank_account: "6217000099990002" })], regions: ["*"] } })
    expect(code(await ask(`settlements/${id}/batches`, finance, { method: "bank", reason: REASON }))).toEqual([409, "payee_account_changed"])
    expect(code(await ask(`settlement-payments/${failed.id}/payee`, finance, {}))).toEqual([403, "missing_permission"])
    expect((await ask(`settlement-payments/${failed.id}/payee`, office, {})).status).toBe(200)
    const again = csvOf((await file(id, finance, { method: "bank" })).data)
    expect(again.map((line) => line.slice(1, 4))).toEqual([["王小2", "6217000099990002", "13.30"]])
    expect(again[0]![5]).not.toBe(second)
    expect((await sendBack(id, finance, [...back, `${again[0]![5]},成功,,13.30`])).data).toEqual({ lines: 3, paid: 1, failed: 0, returned: 0, unchanged: 2 })

    const list = await file(id, finance, { method: "cash" })
    expect((await openPaper(Buffer.from(list.data), HEADINGS, 3, /^合计/)).rows.map((row) => row.slice(0, 4))).toEqual([["1", "王小3", expect.stringContaining("古路镇"), 6.65]])
    const { number: batch } = (await detail(id, finance)).batches.at(-1)!
    expect(code(await ask(`settlements/${id}/cash`, finance, { batch }))).toEqual([409, "payout_scan_required"])
    expect(code(await ask(`settlements/${id}/scans`, finance, { batch, filename: "扫描.pdf", content: Buffer.from("<svg/>").toString("base64") }))).toEqual([400, "scan_type_unknown"])
    for (let click = 0; click < 2; click++) expect((await ask(`settlements/${id}/scans`, finance, { batch, filename: "扫描.pdf", content: PDF.toString("base64") })).status).toBe(201)
    const { scan } = (await detail(id, finance)).batches.at(-1)!
    expect(scan).toMatchObject({ filename: "扫描.pdf", sha256: createHash("sha256").update(PDF).digest("hex") })
    expect(Buffer.from((await api.get(`/admin/benefit/settlement-scans/${scan!.id}`, { headers: office, responseType: "arraybuffer" })).data).equals(PDF)).toBe(true)
    expect(code(await ask(`settlement-scans/${scan!.id}`, elsewhere))).toEqual([403, "not_in_your_region"])
    expect(await rows("select distinct action, reason from personal_data_access where 'scan' = any(fields)")).toEqual([{ action: "reveal", reason: expect.stringContaining("签字领款表") }])
    for (const paid of [1, 0]) expect((await ask(`settlements/${id}/cash`, finance, { batch })).data).toMatchObject({ paid, failed: 0 })
    expect((await detail(id, finance)).settlement).toMatchObject({ state: "done", paid: 3, paid_fen: 3990 })
    expect(await receipt()).toMatchObject({ status: "settled", total_fen: 3990 })
    await expectWhole()

    // 退票: what came back is payable again, in the next run.
    expect((await sendBack(id, finance, [`${again[0]![5]},退票,账号已销,13.30`])).data).toMatchObject({ returned: 1 })
    expect((await detail(id, finance)).payments[1]).toMatchObject({ state: "returned", attempts: [{}, { state: "returned", reason: "账号已销" }] })
    expect(await receipt()).toMatchObject({ status: "payable", total_fen: 3990 })
    await expectWhole()
    const statement = BenefitStatement.parse((await ask(`settlement-statements/${shop.household_ids[1]}`, finance)).data)
    expect(statement).toMatchObject({ opening_fen: 0, earned_fen: 1330, paid_fen: 0, outstanding_fen: 1330, payouts: [{ kind: "paid", amount_fen: 1330 }, { kind: "returned", amount_fen: -1330 }], household: { name: "王**" } })
    const pdf = await api.get(`/admin/benefit/settlement-statements/${shop.household_ids[1]}?format=pdf`, { headers: finance, responseType: "arraybuffer" })
    expect(Buffer.from(pdf.data).subarray(0, 5).toString()).toBe("%PDF-")

    const next = (await prepare(finance)).data.settlement
    expect(fenOf((await detail(next.id, finance)).payments)).toEqual([["HH-0002", 1330, 0, 1330, "planned"]])
    for (let click = 0; click < 2; click++) expect((await ask(`settlements/${next.id}/cancel`, finance, { reason: "账号还没有核对" })).data.settlement.state).toBe("cancelled")
    await expectWhole()
    await payAll(await approved(scene), scene)
    expect(await receipt()).toMatchObject({ status: "settled", total_fen: 3990 })
    expect(code(await prepare(finance))).toEqual([404, "nothing_to_settle"])
    await expectWhole()
  })

  it("keeps back what was refunded after it was paid, up to the cap, and writes the rest off by two", async () => {
    const scene = await openScene()
    const { shop, finance, office, second } = scene
    const order = await sell(shop, "one")
    await payAll(await approved(scene), scene)
    await refund(getContainer(), order.payment_id, 399)
    await post(getContainer(), [order.order_id])
    expect((await api.get(`/store/orders/${order.order_id}/benefit`, shopHeaders(shop.store))).data).toMatchObject({ status: "reversed", total_fen: 0 })
    await expectWhole()
    // Nothing is earned: nothing is paid, everybody's debt is listed.
    const idle = (await prepare(finance)).data.settlement
    expect((await detail(idle.id, finance)).left.map(({ reason, owed_fen }) => [reason, owed_fen])).toEqual([["owed", 1995], ["owed", 1330], ["owed", 665]])
    await ask(`settlements/${idle.id}/cancel`, finance, { reason: "本期没有可付的款项" })

    expect((await ask("settlement-settings", office, { region: COUNTY, cap_bp: 2_000 })).status).toBe(200)
    expect(code(await ask("settlement-settings", office, { region: "", cap_bp: 0 }))).toEqual([403, "not_in_your_region"])
    await sell(shop, "two")
    const run = await approved(scene)
    const { payments, left, settlement } = await detail(run, finance)
    expect(settlement.cap_bp).toBe(2_000)
    expect(fenOf(payments)).toEqual([["HH-0001", 1995, 399, 1596, "planned"], ["HH-0002", 1330, 266, 1064, "planned"], ["HH-0003", 665, 133, 532, "planned"]])
    expect(left.map(({ owed_fen }) => owed_fen)).toEqual([1596, 1064, 532])
    await payAll(run, scene)
    await expectWhole()
    expect(await rows("select sum(amount_fen)::int as fen from ledger_entry where account = 'settled'")).toEqual([{ fen: 3990 + 1596 + 1064 + 532 }])

    const spare = (amount_fen: number, headers = finance) => ask("settlement-write-offs", headers, { household_code: "HH-0001", amount_fen, bearer: "carrier", reason: "运输破损由承运方承担" })
    expect(code(await spare(1_597))).toEqual([409, "nothing_owed"])
    const [asked] = [(await spare(1_000, office)).data.id]
    expect(code(await ask(`settlement-write-offs/${asked}/decide`, finance, { approve: true }))).toEqual([403, "missing_permission"])
    expect(code(await ask(`settlement-write-offs/${asked}/decide`, office, { approve: true }))).toEqual([409, "settlement_second_person"])
    expect((await ask(`settlement-write-offs/${asked}/decide`, second, { approve: false })).status).toBe(200)
    const { data: { id: wanted } } = await spare(1_000)
    expect(code(await spare(597))).toEqual([409, "nothing_owed"])
    const clicks = await Promise.all([office, second].map((headers) => ask(`settlement-write-offs/${wanted}/decide`, headers, { approve: true })))
    expect(clicks.map(({ status }) => status)).toEqual([200, 200])
    expect(await rows("select e.account, sum(e.amount_fen)::int as fen, bool_and(e.beneficiary_id is null) as nobody from ledger_entry e join ledger_journal j on j.id = e.journal_id where j.kind = 'write_off' group by 1 order by 1")).toEqual([{ account: "carrier", fen: -1000, nobody: true }, { account: "payable", fen: 1000, nobody: false }])
    await expectWhole()
    expect(SettlementCases.parse((await ask("settlement-cases", finance)).data).write_offs.map(({ state, amount_fen }) => [state, amount_fen])).toEqual([["approved", 1000], ["rejected", 1000]])

    await sell(shop, "three", 30)
    const third = await approved(scene)
    expect(fenOf((await detail(third, finance)).payments)).toEqual([["HH-0001", 5985, 596, 5389, "planned"], ["HH-0002", 3990, 798, 3192, "planned"], ["HH-0003", 1995, 399, 1596, "planned"]])
    await payAll(third, scene)
    await expectWhole()
    expect((await ask(`settlement-statements/${shop.household_ids[0]}`, finance)).data).toMatchObject({ earned_fen: 1995 + 5985 + 1000, outstanding_fen: 0 })
    // Behind the house's back: a payment without a journal, a journal without a payment, an entry taken twice.
    await rows("update settlement_attempt set state = 'failed' where id = (select source_ids[1] from ledger_journal where kind = 'settlement' limit 1)")
    await rows("alter table settlement_item disable trigger user")
    await rows(`insert into settlement_item (journal_id, position, amount_fen, payment_id) select journal_id, position, -1, payment_id from settlement_item where amount_fen < 0 limit 1`)
    const { result } = await verifyLedgerWorkflow(getContainer()).run()
    expect([...new Set(result.problems.map((problem) => problem.code))].sort()).toEqual(["payout_differs", "settled_twice"])
  })

  it("holds whom it should, pays who takes a place, has suspense explained, and lets nobody take an entry twice", async () => {
    const scene = await openScene()
    const { shop, finance, office, second, elsewhere } = scene
    const [one, two, three] = shop.household_ids as [string, string, string]
    const nobody = linkage("渝巫联〔2026〕009号", shop.producer_id, [one], [{ target: { kind: "all" }, share: { kind: "revenue_share", bp: 100 } }], { members: [{ beneficiary_id: one, weight: 1, from: "2099-01-01T00:00:00+08:00" }], category: "operating" })
    await saveLinkagesWorkflow(getContainer()).run({ input: { linkages: [nobody], created_by: "clerk", approved_by: "office" } })
    await sell(shop, "one")

    expect(code(await ask("settlement-holds", elsewhere, { household_code: "HH-0001", reason: "疑似冒领，待核实" }))).toEqual([403, "not_in_your_region"])
    const { data: { id: held } } = await ask("settlement-holds", office, { household_code: "HH-0001", reason: "疑似冒领，待核实" })
    expect(code(await ask("settlement-holds", office, { household_code: "HH-0001", reason: "疑似冒领，待核实" }))).toEqual([409, "already_held"])
    const heir = { household_code: "HH-0002", cause: "death", reason: "户主去世，长子继任", payee_name: "王大力", bank_account: "6217000088880002" }
    const { data: { id: successor } } = await ask("settlement-successors", office, heir)
    expect(code(await ask("settlement-successors", office, heir))).toEqual([409, "already_succeeded"])
    expect(code(await ask(`settlement-successors/${successor}/approve`, office, {}))).toEqual([409, "settlement_second_person"])
    expect((await ask(`settlement-successors/${successor}/approve`, second, {})).status).toBe(200)
    await getContainer().resolve<any>("household").createHouseholdSuccessions({ household_id: three, successor_id: one, from: "2026-01-01", reason: "merge", recorded_by: "office" })
    const cases = (await ask("settlement-cases", finance)).data
    expect(cases.successors).toMatchObject([{ payee_name: "王**", bank_account: "****0002", approved: {} }])
    for (const secret of ["王大力", "62170000"]) expect(JSON.stringify(cases)).not.toContain(secret)
    expect(JSON.stringify(await rows("select * from settlement_successor"))).not.toContain("62170000")

    const { data: { settlement: { id } } } = await prepare(finance)
    const run = await detail(id, finance)
    expect(run.payments.map(({ beneficiary, is_successor, method, amount_fen }) => [beneficiary.code, is_successor, method, amount_fen])).toEqual([["HH-0002", true, "bank", 1330], ["HH-0003", true, "bank", 665]])
    expect(run.left).toMatchObject([{ reason: "held", earned_fen: 1995, note: "疑似冒领，待核实", beneficiary: { code: "HH-0001" } }])
    expect(run.suspense).toMatchObject([{ amount_fen: 399, entries: 1, explanation: null }])
    await ask(`settlements/${id}/submit`, finance, {})
    expect(code(await ask(`settlements/${id}/approve`, office, {}))).toEqual([409, "suspense_unexplained"])
    expect(code(await ask(`settlement-suspense/none`, finance, { explanation: "协议成员尚未到期加入" }))).toEqual([404, "not_found"])
    expect((await ask(`settlement-suspense/${run.suspense[0]!.id}`, finance, { explanation: "协议成员尚未到期加入" })).status).toBe(200)
    // A hold after the run was laid down takes the payment out of it.
    await ask("settlement-holds", finance, { household_code: "HH-0003", reason: "并户手续待核实" })
    expect((await ask(`settlements/${id}/approve`, office, {})).status).toBe(200)
    const paper = csvOf((await file(id, finance, { method: "bank" })).data)
    expect(paper.map((line) => line.slice(1, 4))).toEqual([["王大力", "6217000088880002", "13.30"]])
    expect(code(await file(id, finance, { method: "cash" })).at(0)).toBe(404)
    await sendBack(id, finance, [`${paper[0]![5]},失败,账户冻结,`])
    const { payments: [, released], left } = await detail(id, finance)
    expect([released!.state, left.map(({ beneficiary, reason }) => [beneficiary.code, reason])]).toEqual(["released", [["HH-0001", "held"], ["HH-0003", "held"]]])
    await expectWhole()
    const [unpaid] = (await detail(id, finance)).payments
    expect(code(await ask(`settlement-payments/${unpaid!.id}/return`, finance, { reason: "并没有付过这笔款" }))).toEqual([409, "payment_state"])
    for (let click = 0; click < 2; click++) expect((await ask(`settlement-payments/${unpaid!.id}/release`, finance, { reason: "等开立新账户再付" })).status).toBe(200)
    expect((await detail(id, finance)).settlement).toMatchObject({ state: "done", paid: 0, payments_fen: 0 })
    await expectWhole()

    expect(code(await ask(`settlement-holds/${held}/release`, finance, { reason: "已核实为本人" }))).toEqual([403, "missing_permission"])
    expect(code(await ask(`settlement-holds/${held}/release`, office, { reason: "已核实为本人" }))).toEqual([409, "settlement_second_person"])
    for (let click = 0; click < 2; click++) expect((await ask(`settlement-holds/${held}/release`, second, { reason: "已核实为本人" })).status).toBe(200)
    await ask(`settlement-successors/${successor}/end`, finance, {})
    const { data: { settlement: later } } = await prepare(finance)
    const more = await detail(later.id, finance)
    expect(more.payments.map(({ beneficiary, is_successor, amount_fen }) => [beneficiary.code, is_successor, amount_fen])).toEqual([["HH-0001", false, 1995], ["HH-0002", false, 1330]])

    // The database itself refuses what no code should try.
    const [item] = await rows("select journal_id, position, amount_fen::int as fen, payment_id from settlement_item where released_at is null limit 1") as [any]
    const insert = (fen: number) => rows("insert into settlement_item (journal_id, position, amount_fen, payment_id) values (?, ?, ?, ?)", [item.journal_id, item.position, fen, item.payment_id])
    for (const fen of [item.fen, 1, -1]) await expect(insert(fen)).rejects.toThrow(/settled already|unique/)
    await expect(rows("update settlement_item set amount_fen = 1")).rejects.toThrow(/released once/)
    await expect(rows("delete from settlement_item")).rejects.toThrow(/released once/)
    await expectWhole()
    expect(two).toBe(more.payments[1]!.beneficiary.id)
  })
})
