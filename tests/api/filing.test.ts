import { createHash } from "node:crypto"
import { decidePeriod, periodAfter } from "@fupin/benefit/domain/period"
import { issueFilingPapersWorkflow, recordAcceptanceWorkflow, remindFilingsWorkflow, saveHouseholdsWorkflow, submitFilingWorkflow } from "@fupin/benefit/workflows"
import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import { DeskFilings, DeskToday, FilingDetail, FilingList, LedgerVerified, Performance, ReportingUnitList } from "@fupin/contract/schemas"
import { tellNotices } from "@fupin/institution/notices/tell"
import { saveOrganisationsWorkflow } from "@fupin/institution/workflows"
import { signInCustomer } from "../support/customer"
import { household, syntheticId } from "../support/households"
import { addLinkage, type LinkedShop, openLinkedShop, place, post, refund, sql } from "../support/linked-shop"
import { shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

const [COUNTY, TOWN_A, TOWN_B] = ["500238", "500238104", "500238105"]
const dayOf = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const boundsOf = (period: string) => { const decision = decidePeriod(period); return decision.ok ? decision.value : expect.fail() }
/** The period that runs now, and the last one, in which everything is sold. */
const NOW = Number(dayOf(new Date()).slice(8)) > 28 ? periodAfter(dayOf(new Date()).slice(0, 7), 1) : dayOf(new Date()).slice(0, 7)
const LAST = periodAfter(NOW, -1)
const SOLD_ON = dayOf(new Date(boundsOf(LAST).from.getTime() + 3 * 86_400_000))
const PDF = Buffer.from("%PDF-1.7\nan invoice\n")
const POTATOES = 7_980
const ROLES = ["buyer", "approver", "finance", "receiver", "viewer"] as const
const SCHOOL = { name: "翠溪实验小学校", uscc: "12500112435277068B", kind: "school" as const, region_code: COUNTY }
const OTHER = { name: "益阳市机关后勤服务中心", uscc: "1243090343535625XG", kind: "government" as const, region_code: COUNTY }

describeShop(({ api, getContainer }) => {
  let shop: LinkedShop
  let moving: string
  const staff: Record<string, Awaited<ReturnType<typeof signInStaff>>> = {}
  const rows = (text: string, values: unknown[] = []) => sql(getContainer(), text, values)
  const call = async (who: string, path: string, body?: object) => {
    const options = { headers: staff[who]!.headers, validateStatus: null }
    return body ? await api.post(`/admin/benefit/${path}`, body, options) : await api.get(`/admin/benefit/${path}`, options)
  }
  const said = async (who: string, path: string, body?: object) => { const { status, data } = await call(who, path, body); return [status, data.code] }
  const filingOf = async (who: string, unit: string, period = LAST) => FilingList.parse((await call(who, `filings?period=${period}`)).data).filings.find(({ unit_name }) => unit_name === unit)!
  const detailOf = async (who: string, id: string) => FilingDetail.parse((await call(who, `filings/${id}`)).data)
  /** Hashes of the two papers as they are downloaded, masked, and what one of them names in clear. */
  const papersOf = async (who: string, id: string) => await Promise.all(["roster", "evidence"].flatMap((paper) => ["pdf", "json"].map(async (format) => {
    const { data } = await api.get(`/admin/benefit/filings/${id}/papers?paper=${paper}&format=${format}`, { headers: staff[who]!.headers, responseType: "arraybuffer" })
    expect(Buffer.from(data).includes(syntheticId(1))).toBe(false)
    return createHash("sha256").update(data).digest("hex")
  })))
  const verify = async () => LedgerVerified.parse((await call("county", "verify", {})).data)
  const refused = async (statement: string) => await rows(statement).then(() => "done", (error: Error) => error.message)

  /** Two bags of potatoes: a tenth to three households of town A, 50 fen a bag to one of town B. */
  async function sell(name: string, on = SOLD_ON): Promise<{ order_id: string; payment_id: string }> {
    const placed = await place(getContainer(), shop, name, [[shop.potato, 2]], { placed_at: `${on}T09:00:00+08:00` })
    await receiveTransferWorkflow(getContainer()).run({ input: { order_id: placed.order_id, amount_fen: POTATOES, reference: `BANK-${name}`, received_on: on, actor_id: "finance" } })
    await recordAcceptanceWorkflow(getContainer()).run({ input: { order_id: placed.order_id, source: "buyer", accepted_at: `${on}T15:00:00+08:00`, lines: "all" } })
    await post(getContainer(), [placed.order_id])
    return placed
  }
  /** Explains every missing invoice and submits by HTTP. */
  async function submit(who: string, id: string) {
    await call(who, `filings/${id}/reasons`, { item: "invoice", reason: "买方为个人，未索取发票" })
    return await call(who, `filings/${id}/submit`, { version: (await detailOf(who, id)).filing.version })
  }

  beforeAll(async () => {
    const container = getContainer()
    shop = await openLinkedShop(container)
    const { result: [other, leaving] } = await saveHouseholdsWorkflow(container).run({ input: { households: [household(4, { region_code: "500238105201" }), household(5)], regions: ["*"] } })
    moving = leaving!.id
    await addLinkage(container, "渝巫联〔2026〕002号", shop.producer_id, [other!.id], [{ target: { kind: "variant", id: shop.potato.variant_id }, share: { kind: "per_unit", fen: 50 } }])
    await addLinkage(container, "渝巫联〔2026〕003号", shop.producer_id, [moving], [{ target: { kind: "variant", id: shop.potato.variant_id }, share: { kind: "per_unit", fen: 7 } }])
    const people: [string, Parameters<typeof signInStaff>[1], string][] = [
      ["clerkA", "town_clerk", TOWN_A], ["clerkB", "town_clerk", TOWN_B], ["county", "office", COUNTY], ["second", "office", COUNTY], ["third", "office", COUNTY], ["province", "administrator", "500000"], ["elsewhere", "office", "420000"],
    ]
    for (const [name, role, region] of people) staff[name] = await signInStaff(container, role, region)
    const county = await call("county", "reporting-units", { name: "巫溪县帮扶办", kind: "office", region_code: COUNTY, since: LAST })
    for (const [name, region_code] of [["古路镇", TOWN_A], ["文峰镇", TOWN_B]]) await call("county", "reporting-units", { name, kind: "town", region_code, parent_id: county.data.id, since: LAST, contact: "经办" })
  })

  it("goes from a sale to a filed month, and what comes later into the next one", async () => {
    const sale = await sell("one")
    expect(FilingList.parse((await call("clerkA", `filings?period=${LAST}`)).data).filings.map(({ unit_name, state }) => [unit_name, state])).toEqual([["古路镇", "open"]])
    expect(FilingList.parse((await call("county", `filings?period=${LAST}`)).data).filings.map(({ unit_name }) => unit_name)).toEqual(["巫溪县帮扶办", "古路镇", "文峰镇"])
    const { id, due_at } = await filingOf("clerkA", "古路镇")
    const before = await detailOf("clerkA", id)
    expect(before.contents).toMatchObject({ orders: 1, households: 4, roster: { rows: 4, rows_fen: 798 + 14, ledger_fen: 798 + 14, balanced: true }, evidence: { rows: 1, rows_fen: POTATOES, balanced: true } })
    expect(before.checklist.filter(({ state }) => state === "open").map(({ key }) => key)).toEqual([`invoice:${sale.order_id}`])
    expect(before.may.submit).toBe(true)

    // The checklist first: nothing is submitted while an invoice is missing.
    expect(await said("clerkA", `filings/${id}/submit`, { version: 0 })).toEqual([409, "checklist_incomplete"])
    const scan = (content: Buffer, name = "发票.pdf") => call("clerkA", `filings/${id}/attachments`, { item: `invoice:${sale.order_id}`, name, content: content.toString("base64") })
    expect((await scan(Buffer.from("<html>not a scan</html>"))).data.code).toBe("file_type_refused")
    const [first, again] = [await scan(PDF), await scan(PDF, "同一张.pdf")]
    expect([first.status, again.data]).toEqual([201, first.data])
    const bytes = await api.get(`/admin/benefit/filings/attachments/${first.data.id}`, { headers: staff.clerkA!.headers, responseType: "arraybuffer" })
    expect([createHash("sha256").update(bytes.data).digest("hex"), bytes.headers["content-type"]]).toEqual([(await detailOf("clerkA", id)).attachments[0]!.sha256, "application/pdf"])
    for (const who of ["clerkB", "elsewhere"]) expect(await said(who, `filings/attachments/${first.data.id}`)).toEqual([403, "not_in_your_region"])
    expect((await detailOf("clerkA", id)).checklist.filter(({ state }) => state === "open")).toEqual([])

    const { version } = (await detailOf("clerkA", id)).filing
    expect(await said("elsewhere", `filings/${id}`)).toEqual([403, "not_in_your_region"])
    expect(await said("clerkB", `filings/${id}/submit`, { version })).toEqual([403, "not_in_your_region"])
    expect(await said("clerkA", `filings/${id}/submit`, { version: version - 1 })).toEqual([409, "filing_moved_on"])
    const clicks = await Promise.all([call("clerkA", `filings/${id}/submit`, { version }), call("clerkA", `filings/${id}/submit`, { version })])
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409])
    const submitted = await detailOf("county", id)
    expect(submitted.filing).toMatchObject({ state: "submitted", is_late: Date.now() >= Date.parse(due_at), rows_fen: 812, payees: 4 })
    expect(submitted.seal).toMatchObject({ height: 1, root: expect.stringMatching(/^[0-9a-f]{64}$/) })

    expect([(await detailOf("clerkA", id)).may, submitted.may]).toEqual([{ submit: false, receive: false, accept: false }, { submit: false, receive: true, accept: true }])

    // Returned with reasons that the unit reads, submitted again by an officer, who may not accept it.
    expect(await said("clerkA", `filings/${id}/accept`, { version: version + 1 })).toEqual([403, "missing_permission"])
    expect(await said("elsewhere", `filings/${id}/accept`, { version: version + 1 })).toEqual([403, "not_in_your_region"])
    expect((await said("county", `filings/${id}/return`, { version: version + 1, reasons: "缺" }))[0]).toBe(400)
    expect(await said("county", `filings/${id}/return`, { version: version + 1, reasons: "发票不清晰，请重新扫描" })).toEqual([200, undefined])
    expect((await detailOf("clerkA", id)).history[0]).toMatchObject({ act: "returned", note: "发票不清晰，请重新扫描" })
    expect((await submit("county", id)).status).toBe(200)
    const { filing: waiting } = await detailOf("county", id)
    expect(await said("county", `filings/${id}/accept`, { version: waiting.version })).toEqual([403, "not_your_own_filing"])
    // Sold in that month and posted after it was submitted: not part of it any more.
    await sell("two")
    const both = await Promise.all(["second", "third"].map((who) => call(who, `filings/${id}/accept`, { version: waiting.version })))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    const accepted = await detailOf("clerkA", id)
    expect(accepted).toMatchObject({ filing: { state: "accepted", rows_fen: 812 }, contents: { orders: 1, unsealed: 0, roster: { rows_fen: 812, balanced: true }, evidence: { rows: 1, rows_fen: POTATOES } } })
    expect(await rows("select count(*)::int as n from filing_entry")).toEqual([{ n: accepted.contents.entries }])
    expect(accepted.papers.map(({ kind, number }) => [kind, number])).toEqual([["roster", expect.stringMatching(/^FP-/)], ["evidence", expect.stringMatching(/^FP-/)]])
    const frozen = await papersOf("clerkA", id)
    expect((await api.get(`/store/verify/${accepted.papers[0]!.number}`, shopHeaders(shop.store))).status).toBe(200)
    // A crash between acceptance and its papers is made good; otherwise nothing is issued again.
    expect((await issueFilingPapersWorkflow(getContainer()).run({ input: {} })).result.ids).toEqual([])

    // Nothing changes it: not the desk, not the database's owner without taking its guards away.
    expect(await said("clerkA", `filings/${id}/reasons`, { item: "invoice", reason: "补充说明一下" })).toEqual([409, "filing_is_closed"])
    const statements = [
      `update filing set rows_fen = 1 where id = '${id}'`, `update filing set state = 'open' where id = '${id}'`, `delete from filing where id = '${id}'`, "update filing_entry set amount_fen = 1", "delete from filing_entry", "truncate filing_entry",
      `insert into filing_entry select unit_id, journal_id, position + 100, filing_id, beneficiary_id, account, amount_fen from filing_entry where filing_id = '${id}'`,
      "update filing_payee set owing_fen = -1", "delete from filing_payment", "update filing_step set note = ''", "update filing_attachment set name = 'x'", "delete from filing_attachment", `insert into filing_reason (filing_id, item, reason, actor_id, at) values ('${id}', 'x', 'x', 'x', now())`,
    ]
    for (const statement of statements) expect([statement, await refused(statement)]).toEqual([statement, expect.stringMatching(/refused|accepted|nothing|withdrawn/)])

    // A refund after it goes into the open filing and refers back; so does what was posted late.
    await refund(getContainer(), sale.payment_id, 39.9)
    await post(getContainer(), [sale.order_id])
    const next = await detailOf("clerkA", (await filingOf("clerkA", "古路镇", NOW)).id)
    expect(next.late.map(({ why, period, filing_id }) => [why, period, filing_id]).sort()).toEqual([...Array(2).fill(["late", LAST, id]), ...Array(next.late.length - 2).fill(["reversal", LAST, id])])
    expect(next.late.filter(({ why }) => why === "reversal").reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(-(399 + 7))
    expect(next.contents).toMatchObject({ roster: { ledger_fen: 812 - 406, balanced: true }, evidence: { rows: 2, rows_fen: POTATOES - 3_990, balanced: true } })
    expect(await detailOf("clerkA", id)).toMatchObject({ contents: accepted.contents, papers: accepted.papers })
    expect(await papersOf("clerkA", id)).toEqual(frozen)

    // A household that moves takes nothing along that was filed where it lived.
    await saveHouseholdsWorkflow(getContainer()).run({ input: { households: [household(5, { region_code: "500238105201" })], regions: ["*"] } })
    const town = await detailOf("clerkB", (await filingOf("clerkB", "文峰镇")).id)
    expect(town.contents.roster).toMatchObject({ rows_fen: 100 + 100 + 14, balanced: true })
    expect(await verify()).toMatchObject({ ok: true, problems: [] })
  })

  it("rolls towns up into the county, each sale once", async () => {
    await sell("one")
    const ids: Record<string, string> = {}
    for (const [unit, who] of [["古路镇", "clerkA"], ["文峰镇", "clerkB"]] as const) {
      const { id } = await filingOf(who, unit)
      ids[unit] = id
      if (unit === "文峰镇") await call(who, `filings/${id}/reasons`, { item: "invoice", reason: "买方为个人，未索取发票" })
      // An hour before it is too late, by the clock that is given.
      const early = { id, version: (await detailOf(who, id)).filing.version, actor_id: staff[who]!.user_id, now: new Date(boundsOf(LAST).due_at.getTime() - 3_600_000) }
      if (unit === "文峰镇") await submitFilingWorkflow(getContainer()).run({ input: early })
      else expect((await submit(who, id)).status).toBe(200)
    }
    expect((await detailOf("clerkB", ids.文峰镇!)).filing.is_late).toBe(false)
    const county = await filingOf("county", "巫溪县帮扶办")
    const partly = await detailOf("county", county.id)
    expect(partly.checklist.filter(({ kind, state }) => kind === "child" && state === "open").map(({ label }) => label)).toEqual(["古路镇", "文峰镇"])
    expect(partly.roll_up).toMatchObject({ parts_fen: 0, not_covered_fen: 798 + 14 + 100, complete: false })
    for (const id of Object.values(ids)) expect((await call("county", `filings/${id}/accept`, { version: (await detailOf("county", id)).filing.version })).status).toBe(200)
    await sell("late")
    const { roll_up, contents } = await detailOf("county", county.id)
    expect(roll_up).toMatchObject({
      children: [{ unit_name: "古路镇", state: "accepted", own_fen: 812, part_fen: 812, orders: 1 }, { unit_name: "文峰镇", own_fen: 100, part_fen: 100, orders: 1 }],
      parts_fen: 912, twice_fen: 0, not_covered_fen: 912, total_fen: 1_824, ledger_fen: 1_824, orders: 2, complete: true,
    })
    expect(contents).toMatchObject({ orders: 2, roster: { ledger_fen: 1_824, balanced: true }, evidence: { rows_fen: 2 * POTATOES } })
    expect((await submit("county", county.id)).status).toBe(200)
    const { version } = (await detailOf("province", county.id)).filing
    expect(await said("clerkA", `filings/${county.id}`)).toEqual([403, "not_in_your_region"])
    expect(await said("province", `filings/${county.id}/accept`, { version })).toEqual([200, undefined])
    expect((await detailOf("county", county.id)).roll_up).toMatchObject({ parts_fen: 912, not_covered_fen: 912, total_fen: 1_824, ledger_fen: 1_824 })
    expect(await verify()).toMatchObject({ ok: true, problems: [] })
    await rows("alter table filing_entry disable trigger user")
    await rows("update filing_entry set amount_fen = amount_fen + 1 where (unit_id, journal_id, position) = (select unit_id, journal_id, position from filing_entry where account = 'payable' order by 1, 2, 3 limit 1)")
    await rows("alter table filing_entry enable trigger user")
    expect((await verify()).problems.map(({ code }) => code)).toEqual(expect.arrayContaining(["altered_filing"]))
  })

  it("files what a buying unit bought wherever the households live, and by payout where the region says so", async () => {
    const bought = await place(getContainer(), shop, "school", [[shop.potato, 2]], { placed_at: `${SOLD_ON}T09:00:00+08:00`, metadata: { organisation_id: "orga_school" } })
    await receiveTransferWorkflow(getContainer()).run({ input: { order_id: bought.order_id, amount_fen: POTATOES, reference: "BANK-school", received_on: SOLD_ON, actor_id: "finance" } })
    await recordAcceptanceWorkflow(getContainer()).run({ input: { order_id: bought.order_id, source: "buyer", accepted_at: `${SOLD_ON}T15:00:00+08:00`, lines: "all" } })
    await post(getContainer(), [bought.order_id])
    await sell("somebody else")
    const { data: { id: parent_id } } = await call("county", "reporting-units", { name: "巫溪县总工会", kind: "office", region_code: COUNTY, since: LAST })
    expect((await call("county", "reporting-units", { name: "翠溪小学", kind: "organisation", region_code: COUNTY, organisation_id: "orga_school", parent_id, since: LAST })).status).toBe(201)
    const { id } = await filingOf("county", "翠溪小学")
    const { contents, checklist, filing: { version } } = await detailOf("county", id)
    expect(contents).toMatchObject({ orders: 1, households: 5, roster: { rows: 5, rows_fen: 912, ledger_fen: 912, balanced: true }, evidence: { rows: 1, rows_fen: POTATOES, balanced: true } })
    expect(checklist.filter(({ state }) => state === "open").map(({ key }) => key)).toEqual([`invoice:${bought.order_id}`])
    await call("county", `filings/${id}/reasons`, { item: "invoice", reason: "发票随下月补交" })
    expect(await said("county", `filings/${id}/submit`, { version: version + 1 })).toEqual([200, undefined])
    expect(await said("second", `filings/${id}/accept`, { version: version + 2 })).toEqual([200, undefined])
    // The town files the same people for itself: an organisation's filing takes nothing from a region's.
    expect((await detailOf("clerkA", (await filingOf("clerkA", "古路镇")).id)).contents.roster).toMatchObject({ rows_fen: 2 * 812, balanced: true })

    await call("county", "reporting-units/settings", { region_code: COUNTY, valid_from: NOW, cutoff_day: 28, due_day: 29, stage: "settled" })
    const paidHere = async () => (await detailOf("clerkA", (await filingOf("clerkA", "古路镇", NOW)).id)).contents.roster
    expect(await paidHere()).toMatchObject({ rows: 0, rows_fen: 0, balanced: true })
    const run = (await call("county", "settlements", { period: NOW, region: COUNTY })).data.settlement
    await call("county", `settlements/${run.id}/submit`, {})
    await call("second", `settlements/${run.id}/approve`, {})
    const { data: file } = await api.post(`/admin/benefit/settlements/${run.id}/batches`, { method: "bank", reason: "本期兑付发放" }, { headers: staff.county!.headers, responseType: "arraybuffer" })
    const paid = Buffer.from(file).toString("utf8").slice(1).trim().split("\r\n").slice(1).map((line) => line.split(","))
    const back = ["凭号,结果,原因,金额", ...paid.map((line) => `${line[5]},成功,,${line[3]}`)].join("\n")
    expect((await call("county", `settlements/${run.id}/returns`, { filename: "回盘.csv", content: Buffer.from(back).toString("base64") })).data).toMatchObject({ paid: 5 })
    expect(await paidHere()).toMatchObject({ rows: 4, rows_fen: 2 * 812, ledger_fen: 2 * 812, balanced: true })
    expect(await verify()).toMatchObject({ ok: true, problems: [] })
  })

  /** A school and another unit with everybody they need; the school files itself from the month before the last on. */
  async function openDeskUnit() {
    const container = getContainer()
    const people: Record<string, Awaited<ReturnType<typeof signInCustomer>>> = {}
    for (const who of [...ROLES, "other", "stranger"]) people[who] = await signInCustomer(container, shop.store, `${who}@example.cn`, who === "finance" ? "李会计" : who)
    const { result: [school] } = await saveOrganisationsWorkflow(container).run({ input: { actor_id: "tester", organisations: [
      { ...SCHOOL, verified: true, members: ROLES.map((role) => ({ email: `${role}@example.cn`, role })) }, { ...OTHER, verified: true, members: [{ email: "other@example.cn", role: "finance" }] },
    ] } })
    const { data: { id: unit_id } } = await call("county", "reporting-units", { name: SCHOOL.name, kind: "organisation", region_code: COUNTY, organisation_id: school!.id, since: periodAfter(LAST, -1) })
    const bought = await place(container, shop, "desk", [[shop.potato, 2]], { placed_at: `${SOLD_ON}T09:00:00+08:00`, metadata: { organisation_id: school!.id } })
    await receiveTransferWorkflow(container).run({ input: { order_id: bought.order_id, amount_fen: POTATOES, reference: "BANK-desk", received_on: SOLD_ON, actor_id: "finance" } })
    await recordAcceptanceWorkflow(container).run({ input: { order_id: bought.order_id, source: "buyer", accepted_at: `${SOLD_ON}T15:00:00+08:00`, lines: "all" } })
    await post(container, [bought.order_id])
    const store = async (who: string, path: string, body?: object) => {
      const options = { headers: people[who]!.headers, validateStatus: null }
      return body ? await api.post(`/store/institution/${path}`, body, options) : await api.get(`/store/institution/${path}`, options)
    }
    const tell = async (who: string, path: string, body?: object) => { const { status, data } = await store(who, path, body); return [status, data.code] }
    const months = async (who: string) => DeskFilings.parse((await store(who, `filing?organisation_id=${school!.id}`)).data)
    const detail = async (who: string, id: string) => FilingDetail.parse((await store(who, `filing/${id}`)).data)
    const tasks = async (who: string) => DeskToday.parse((await store(who, `today?organisation_id=${school!.id}`)).data).tasks.filter(({ kind }) => kind === "filing").map(({ id, title }) => [id, title])
    return { people, school: school!, unit_id, bought, store, tell, months, detail, tasks }
  }

  it("is filed by a buying unit itself: late, returned with a reason, submitted again, accepted and downloaded", async () => {
    const { people, school, bought, store, tell, months, detail, tasks } = await openDeskUnit()
    const { filings, may_file } = await months("finance")
    expect([filings.map(({ period, state }) => [period, state]), may_file]).toEqual([[[NOW, "open"], [LAST, "open"], [periodAfter(LAST, -1), "open"]], true])
    const [running, last, before] = filings as [typeof filings[0], typeof filings[0], typeof filings[0]]
    const town = await filingOf("clerkA", "古路镇")

    // Every role looks, finance alone files; nobody of another unit, and nothing that a town files.
    const acts = (id: string): [string, object][] => [[`filing/${id}/submit`, { version: 0 }], [`filing/${id}/reasons`, { item: "invoice", reason: "发票随下月补交" }], [`filing/${id}/attachments`, { item: "invoice", name: "a.pdf", content: PDF.toString("base64") }]]
    const reads = [`filing?organisation_id=${school.id}`, `filing/${last.id}`, `filing/${last.id}/papers?paper=roster`]
    for (const role of ROLES) {
      for (const path of reads) expect([role, path, (await store(role, path)).status]).toEqual([role, path, 200])
      if (role !== "finance") for (const [path, body] of acts(last.id)) expect([role, path, ...(await tell(role, path, body))]).toEqual([role, path, 403, "role_not_allowed"])
      expect([(await months(role)).may_file, (await detail(role, before.id)).may]).toEqual([role === "finance", { submit: role === "finance", receive: false, accept: false }])
      for (const [path, body] of [[`filing/${town.id}`, undefined], [`filing/${town.id}/papers?paper=roster`, undefined], ...acts(town.id)] as [string, object?][]) expect([path, ...(await tell(role, path, body))]).toEqual([path, 404, "not_found"])
    }
    for (const who of ["other", "stranger"]) for (const [path, body] of [...reads.map((read): [string, undefined] => [read, undefined]), ...acts(last.id)]) expect([who, path, ...(await tell(who, path, body))]).toEqual([who, path, 403, "not_a_member"])
    expect((await months("viewer")).filings).toEqual(filings)
    expect(await tell("finance", `filing/${running.id}/submit`, { version: 0 })).toEqual([409, "period_not_over"])
    expect(await tell("finance", `filing/${last.id}/submit`, { version: 0 })).toEqual([409, "earlier_filing_open"])

    // The month before is long due: it is told of, and says that it came late. A second click finds it submitted.
    expect([await tasks("finance"), await tasks("buyer")]).toEqual([expect.arrayContaining([[before.id, expect.stringContaining("已逾期")]]), []])
    const clicks = await Promise.all([0, 1].map(() => tell("finance", `filing/${before.id}/submit`, { version: 0 })))
    expect(clicks.sort()).toEqual([[200, undefined], [409, "filing_moved_on"]])
    const seen = await detailOf("county", before.id)
    expect([seen.filing, seen.history[0]]).toMatchObject([{ state: "submitted", is_late: true, submitted_by: "李会计（采购单位）" }, { act: "submitted", actor: "李会计（采购单位）", note: "逾期" }])
    expect(await said("county", `filings/${before.id}/accept`, { version: 1 })).toEqual([200, undefined])

    // The month itself: what is missing, a scan, a draft, submitted; returned with a reason that the unit reads, from an office without names.
    const first = await detail("finance", last.id)
    expect(first.contents).toMatchObject({ orders: 1, roster: { rows: 5, rows_fen: 912, balanced: true }, evidence: { rows: 1, rows_fen: POTATOES, balanced: true } })
    expect(first.checklist.filter(({ state }) => state === "open").map(({ key }) => key)).toEqual([`invoice:${bought.order_id}`])
    expect(await tell("finance", `filing/${last.id}/submit`, { version: 0 })).toEqual([409, "checklist_incomplete"])
    const { data: { id: scan } } = await store("finance", `filing/${last.id}/attachments`, { item: `invoice:${bought.order_id}`, name: "发票.pdf", content: PDF.toString("base64") })
    const scanOf = (who: string, method: "get" | "delete" = "get") => api[method](`/store/institution/filing/attachments/${scan}`, { headers: people[who]!.headers, validateStatus: null })
    expect([await scanOf("viewer"), await scanOf("other"), await scanOf("viewer", "delete"), await scanOf("other", "delete")].map(({ status, data }) => [status, data.code])).toEqual([[200, undefined], [403, "not_a_member"], [403, "role_not_allowed"], [403, "not_a_member"]])
    for (const [paper, format, begin] of [["roster", "pdf", "%PDF"], ["evidence", "xlsx", "PK"]] as const) {
      const file = await api.get(`/store/institution/filing/${last.id}/papers?paper=${paper}&format=${format}`, { headers: people.viewer!.headers, responseType: "arraybuffer" })
      expect(Buffer.from(file.data).subarray(0, begin.length).toString()).toBe(begin)
    }
    expect(await tell("finance", `filing/${last.id}/papers?paper=roster&format=json`)).toEqual([400, "invalid_input"])
    expect(await tell("finance", `filing/${last.id}/submit`, { version: 1 })).toEqual([200, undefined])
    expect((await scanOf("finance", "delete")).data.code).toBe("filing_is_closed")
    expect(await said("county", `filings/${last.id}/return`, { version: 2, reasons: "发票不清晰，请重新扫描" })).toEqual([200, undefined])
    const told = async (who: string) => {
      await tellNotices(getContainer(), new Date())
      return (await store(who, `notices?organisation_id=${school!.id}`)).data.notices.filter(({ kind }: any) => kind.startsWith("filing_")).map(({ title, body, href }: any) => `${title} ${body} ${href}`)
    }
    const news = [expect.stringMatching(new RegExp(`报送被退回 发票不清晰，请重新扫描。改好后请重新提交。 /desk/filing/${last.id}$`)), expect.stringContaining(`报送已通过`)]
    for (const again of [1, 2]) expect([again, (await told("finance")).sort()]).toEqual([again, expect.arrayContaining(news)])
    expect([(await told("finance")).length, await told("buyer")]).toEqual([2, []])
    const returned = await detail("finance", last.id)
    expect([returned.filing.state, returned.history[0]]).toEqual(["returned", { act: "returned", at: expect.any(String), actor: "帮扶办", note: "发票不清晰，请重新扫描" }])
    for (const secret of [staff.county!.user_id, "office-"]) expect(JSON.stringify(returned)).not.toContain(secret)
    expect(await tasks("finance")).toEqual(expect.arrayContaining([[last.id, expect.stringContaining("被退回")]]))
    expect((await scanOf("finance", "delete")).status).toBe(200)

    // Invoices issued through the shop tick it by themselves, as far as they cover the order and while they stand.
    const missing = async () => (await detail("finance", last.id)).checklist.filter(({ state }) => state === "open").map(({ label }) => label.replace(/^订单 #\d+/, ""))
    const invoice = (id: string, amount_fen: number) => rows(`with file as (insert into statement_file (id, mime, sha256, content_sealed, uploaded_by, uploaded_at) values ('file_' || ?, 'application/pdf', '', '', 'tester', now()) returning id),
      bill as (insert into invoice (id, organisation_id, seller_id, title, tax_number, kind, note, state, requested_by, requested_at, number, issued_on, file_id) select ?, ?, 'seller', '学校', 'A', 'ordinary', '', 'issued', 'tester', now(), 'N' || ?, '2026-11-01', id from file returning id)
      insert into invoice_line (invoice_id, order_id, amount_fen) select id, ?, ? from bill`, [id, id, school!.id, id, bought.order_id, amount_fen])
    expect(await missing()).toEqual([""])
    await invoice("first", POTATOES - 1)
    expect(await missing()).toEqual(["，还有 ¥0.01 未开票"])
    await invoice("second", 1)
    expect(await missing()).toEqual([])
    await rows("update invoice set state = 'withdrawn' where id in ('first', 'second')")
    expect(await missing()).toEqual([""])
    expect((await store("finance", `filing/${last.id}/reasons`, { item: `invoice:${bought.order_id}`, reason: "卖方正在换开发票" })).status).toBe(201)
    expect(await tell("finance", `filing/${last.id}/submit`, { version: 5 })).toEqual([200, undefined])
    expect(await said("second", `filings/${last.id}/accept`, { version: 6 })).toEqual([200, undefined])

    // Accepted: the unit downloads the very papers that the office froze, and changes nothing more.
    const accepted = await detail("viewer", last.id)
    expect(accepted.filing).toMatchObject({ state: "accepted", submitted_by: "李会计", accepted_by: "帮扶办" })
    expect(accepted.papers).toHaveLength(2)
    const [own, theirs] = await Promise.all([people.viewer!.headers, staff.county!.headers].map(async (headers, index) => {
      const { data } = await api.get(`${index === 0 ? "/store/institution/filing" : "/admin/benefit/filings"}/${last.id}/papers?paper=roster&format=pdf`, { headers, responseType: "arraybuffer" })
      return createHash("sha256").update(data).digest("hex")
    }))
    expect(own).toBe(theirs)
    expect(await tell("finance", `filing/${last.id}/reasons`, { item: "invoice", reason: "发票随下月补交" })).toEqual([409, "filing_is_closed"])
    expect((await tasks("finance")).map(([id]) => id)).not.toContain(last.id)
    expect(await verify()).toMatchObject({ ok: true, problems: [] })
  })

  it("keeps units and settings, reminds once, and lets no period of the past change", async () => {
    const units = ReportingUnitList.parse((await call("county", "reporting-units")).data)
    expect(units.units.map(({ name, place, parent_name }) => [name, place, parent_name])).toEqual([["巫溪县帮扶办", "巫溪县", null], ["古路镇", "巫溪县古路镇", "巫溪县帮扶办"], ["文峰镇", "巫溪县文峰镇", "巫溪县帮扶办"]])
    const [county, town] = units.units
    const unit = { name: "上磺镇", kind: "town", region_code: "500238106", parent_id: county!.id, since: LAST }
    const cases: [string, string, object, number, string | undefined][] = [
      ["clerkA", "reporting-units", unit, 403, "missing_permission"], ["elsewhere", "reporting-units", unit, 403, "not_in_your_region"],
      ["elsewhere", "reporting-units", { ...unit, id: town!.id, region_code: "422801" }, 403, "not_in_your_region"],
      ["county", "reporting-units", { ...unit, parent_id: town!.id }, 400, "unit_parent_refused"], ["county", "reporting-units", { ...unit, id: "runit_none" }, 404, "unknown_unit"],
      ["county", "reporting-units", { ...unit, contact: "13812345678" }, 400, "invalid_input"], ["county", "reporting-units", { ...unit, name: "古路镇", region_code: TOWN_A, id: units.units[2]!.id }, 409, "unit_name_taken"],
      ["county", "reporting-units", unit, 201, undefined], ["county", "reporting-units", unit, 201, undefined],
      ["county", "reporting-units/settings", { region_code: COUNTY, valid_from: LAST, cutoff_day: 25 }, 400, "setting_touches_past"],
      ["elsewhere", "reporting-units/settings", { region_code: COUNTY, valid_from: periodAfter(NOW, 1) }, 403, "not_in_your_region"],
      ["county", "reporting-units/settings", { region_code: COUNTY, valid_from: NOW, cutoff_day: 31, due_day: 5, stage: "settled" }, 201, undefined],
    ]
    for (const [who, path, body, status, code] of cases) expect([path, ...(await said(who, path, body))]).toEqual([path, status, code])
    expect(await said("county", "filings/filing_none")).toEqual([404, "not_found"])
    expect(await filingOf("clerkA", "古路镇", LAST)).toMatchObject({ from: boundsOf(LAST).first_day, to: boundsOf(LAST).last_day, stage: "payable" })
    expect(await filingOf("clerkA", "古路镇", NOW)).toMatchObject({ from: boundsOf(NOW).first_day, due_day: expect.stringMatching(/-05$/), stage: "settled" })
    expect(ReportingUnitList.parse((await call("clerkA", "reporting-units")).data)).toMatchObject({ units: [{ name: "古路镇" }], settings: [{ region_code: COUNTY, cutoff_day: 31 }] })

    const running = await filingOf("clerkA", "古路镇", NOW)
    expect(await said("clerkA", `filings/${running.id}/submit`, { version: 0 })).toEqual([409, "period_not_over"])
    const overdue = { now: new Date(boundsOf(LAST).due_at.getTime() + 3_600_000) }
    for (let run = 0; run < 2; run++) await remindFilingsWorkflow(getContainer()).run({ input: overdue })
    const told = await rows("select data ->> 'title' as title from notification where channel = 'feed' order by 1")
    expect(told.filter(({ title }) => String(title).includes("逾期")).map(({ title }) => title).sort()).toEqual(["上磺镇", "古路镇", "巫溪县帮扶办", "文峰镇"].map((name) => `${name} ${LAST} 填报已逾期`).sort())
    expect(FilingList.parse((await call("clerkA", "filings")).data).reminders.every(({ unit_name }) => unit_name === "古路镇")).toBe(true)
  })

  it("measures units by their plans, scores and ranks them, and freezes a bulletin that anyone may check", async () => {
    await sell("one")
    const { units } = ReportingUnitList.parse((await call("county", "reporting-units")).data)
    const [a, b] = ["古路镇", "文峰镇"].map((name) => units.find((unit) => unit.name === name)!.id)
    const year = Number(LAST.slice(0, 4))
    const plan = { year, targets: [{ unit_id: a, metric: "benefit", amount: 2 * 812 }, { unit_id: b, metric: "benefit", amount: 100 }] }
    const card = { region_code: COUNTY, year, indicators: [{ metric: "benefit", weight: 60, full: "target" }, { metric: "sales", weight: 40, full: POTATOES }] }
    const cases: [string, string, object, number, string | undefined][] = [
      ["clerkA", "targets", plan, 403, "missing_permission"], ["elsewhere", "targets", plan, 403, "not_in_your_region"], ["elsewhere", "scorecards", card, 403, "not_in_your_region"], ["elsewhere", "bulletins", { year, region: COUNTY }, 403, "not_in_your_region"],
      ["county", "targets", { year, targets: [...plan.targets, { unit_id: "runit_none", metric: "benefit", amount: 1 }] }, 404, "unknown_unit"], ["county", "targets", { year, targets: [{ ...plan.targets[0], amount: 0 }] }, 400, "invalid_input"],
      ["county", "scorecards", { ...card, indicators: card.indicators.slice(1) }, 400, "scorecard_weights"], ["county", "scorecards", card, 200, undefined],
    ]
    for (const [who, path, body, status, code] of cases) expect([path, ...(await said(who, path, body))]).toEqual([path, status, code])
    expect([(await call("county", "targets", plan)).data, (await call("county", "targets", plan)).data]).toEqual([{ saved: 2 }, { saved: 0 }])
    expect(await refused("update unit_target set amount = 1")).toContain("stays on record")

    const read = async (who: string, query = "") => Performance.parse((await call(who, `performance?year=${year}${query}`)).data)
    const shown = (performance: Performance) => performance.units.map(({ unit_name, figures, score, rank }) => [unit_name, figures.benefit?.value, figures.benefit?.completion_bp, figures.households?.value, figures.sales?.value, score, rank])
    expect(shown(await read("county", `&region=${COUNTY}`))).toEqual([
      ["巫溪县帮扶办", 912, null, 5, POTATOES, 4_000, 1], ["古路镇", 812, 5_000, 4, POTATOES, 7_000, 1], ["文峰镇", 100, 10_000, 1, 0, 6_000, 2],
    ])
    expect(shown(await read("clerkA"))).toEqual([["古路镇", 812, 5_000, 4, POTATOES, null, null]])
    expect(shown(await read("elsewhere"))).toEqual([])
    expect(await said("clerkA", `performance?year=${year}&region=${COUNTY}`)).toEqual([403, "not_in_your_region"])
    expect((await read("county", `&region=${COUNTY}`)).units[1]!.figures.benefit).toEqual({ value: 812, target: 1_624, completion_bp: 5_000, last_year: 0 })
    for (const [format, begin] of [["pdf", "%PDF"], ["xlsx", "PK"]]) {
      const file = await api.get(`/admin/benefit/performance?year=${year}&region=${COUNTY}&format=${format}`, { headers: staff.county!.headers, responseType: "arraybuffer" })
      expect(Buffer.from(file.data).subarray(0, begin!.length).toString()).toBe(begin)
    }

    const issue = (reason = "") => call("county", "bulletins", { year, region: COUNTY, reason })
    const first = (await issue()).data.document
    expect((await issue()).data.document).toEqual(first)
    await sell("two")
    expect((await issue()).data.code).toBe("document_differs")
    expect((await issue("补录一笔销售")).data.document).toMatchObject({ version: 2 })
    const checked = (await api.get(`/store/verify/${first.number}`, shopHeaders(shop.store))).data
    expect(checked).toMatchObject({ kind: "document", document: "bulletin", version: 1, valid: false })
    expect(await verify()).toMatchObject({ ok: true })
  })
})
