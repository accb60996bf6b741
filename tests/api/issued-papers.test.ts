import { recordAcceptanceWorkflow, saveHouseholdsWorkflow, verifyLedgerWorkflow } from "@fupin/benefit/workflows"
import { Evidence, IssuedDocument, Roster, VerifiedDocument } from "@fupin/contract/schemas"
import ExcelJS from "exceljs"
import { household, syntheticId } from "../support/households"
import { addLinkage, addProducer, capture, type LinkedShop, openLinkedShop, place, post, sql } from "../support/linked-shop"
import { openPdf } from "../support/pdf"
import { createGoods } from "../support/goods"
import { shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

const REASON = "报区乡村振兴局备案"

describeShop(({ api, getContainer }) => {
  let shop: LinkedShop
  let orders: { one: string; two: string }
  let tea: string
  let period: string
  const staff: Record<string, Record<string, string>> = {}
  const get = (path: string, headers: object = staff.office!, more: object = {}) => api.get(`/admin/benefit/${path}`, { headers, validateStatus: null, ...more })
  const send = (path: string, body: object, headers: object = staff.office!) => api.post(`/admin/benefit/${path}`, body, { headers, validateStatus: null })
  const issue = async (body: object = {}, headers: object = staff.office!) => IssuedDocument.parse((await send("papers", { kind: "roster", period, ...body }, headers)).data.document)
  const file = async (path: string, headers: object = staff.office!) => Buffer.from((await get(path, headers, { responseType: "arraybuffer" })).data)
  const verified = async (number: string) => VerifiedDocument.parse((await api.get(`/store/verify/${number}`, shopHeaders(shop.store))).data)
  const problems = async () => (await verifyLedgerWorkflow(getContainer()).run()).result.problems.filter(({ code }) => /document/.test(code)).map(({ code, id }) => [code, id])

  /** Two orders of one day: one of a school for potatoes, one of a person for potatoes and another producer's tea. */
  beforeAll(async () => {
    const container = getContainer()
    shop = await openLinkedShop(container)
    const leaf = await createGoods(container, shop.store, "巫溪老鹰茶", 20, 1_000)
    tea = await addProducer(container, "红池坝茶业合作社", [leaf.product_id], "2026-01-01T00:00:00+08:00")
    const { result: [far] } = await saveHouseholdsWorkflow(container).run({ input: { households: [household(7, { region_code: "500237001001" })], regions: ["*"] } })
    await addLinkage(container, "渝巫联〔2026〕002号", tea, [shop.household_ids[0]!, far!.id], [{ target: { kind: "all" }, share: { kind: "revenue_share", bp: 2_000 } }])
    const one = await place(container, shop, "one", [[shop.potato, 10]], { metadata: { organisation_id: "org_school", organisation_name: "翠溪路小学" } })
    const two = await place(container, shop, "two", [[shop.potato, 1], [leaf, 5]])
    for (const { order_id, payment_id } of [one, two]) {
      await capture(container, payment_id)
      await recordAcceptanceWorkflow(container).run({ input: { order_id, source: "test", accepted_at: new Date(), lines: "all" } })
    }
    await post(container)
    orders = { one: one.order_id, two: two.order_id }
    const [held] = await sql(container, `select distinct to_char(date_trunc('month', event_at at time zone 'Asia/Shanghai') + case when extract(day from event_at at time zone 'Asia/Shanghai') > 28 then interval '1 month' else interval '0' end, 'YYYY-MM') as period from ledger_journal`)
    period = String(held!.period)
    for (const [name, role, region] of [["office", "office", "*"], ["county", "office", "500238"], ["town", "town_clerk", "500238104"], ["auditor", "auditor", "*"], ["away", "office", "500237"]] as const) staff[name] = (await signInStaff(container, role, region)).headers
  })

  describe("papers of a part", () => {
    it("agree with the ledger for a producer, a buying unit, an order, a county and a town", async () => {
      const roster = async (query: string, headers?: object) => Roster.parse((await get(`roster?period=${period}&${query}`, headers)).data)
      const evidence = async (query: string, headers?: object) => Evidence.parse((await get(`evidence?period=${period}&${query}`, headers)).data)
      const ledger = async (where: string, value: string) => Number((await sql(getContainer(), `select coalesce(sum(amount_fen), 0)::float8 as fen from ledger_entry where account = 'payable' and ${where} = ?`, [value]))[0]!.fen)
      const cases: [string, string, string, number][] = [
        [`producer_id=${tea}`, "producer_id", tea, 2], [`producer_id=${shop.producer_id}`, "producer_id", shop.producer_id, 3],
        [`order_id=${orders.one}`, "order_id", orders.one, 3], [`order_id=${orders.two}`, "order_id", orders.two, 4], ["organisation_id=org_school", "order_id", orders.one, 3],
      ]
      for (const [query, column, value, people] of cases) {
        const paper = await roster(query)
        expect([query, paper.rows.length, paper.foot.balanced, paper.foot.ledger_fen]).toEqual([query, people, true, await ledger(column, value)])
        expect((await evidence(query)).foot.balanced).toBe(true)
      }
      expect((await evidence(`organisation_id=org_school`)).rows).toMatchObject([{ buyer: "翠溪路小学", amount_fen: 39_900 }])
      expect((await evidence(`order_id=${orders.two}`)).foot).toMatchObject({ rows_fen: 13_990, elsewhere_fen: 0 })
      expect((await evidence(`producer_id=${tea}`)).foot).toMatchObject({ rows_fen: 10_000, elsewhere_fen: 43_890 })
      expect((await roster("region=500237")).rows).toHaveLength(1)
      expect((await roster("region=500238104", staff.county)).foot).toMatchObject({ balanced: true })
      expect((await roster(`order_id=${orders.two}`, staff.away)).rows).toHaveLength(1)
      for (const query of ["organisation_id=org_none", "order_id=order_none", "producer_id=prod_none"]) expect((await roster(query)).foot).toMatchObject({ ledger_fen: 0, balanced: true })
      const refused: [string, object, number, string][] = [
        ["region=500237", staff.county!, 403, "not_in_your_region"], ["region=50", staff.office!, 400, "invalid_input"],
        [`order_id=${orders.one}&full_ids=true&reason=${encodeURIComponent(REASON)}`, staff.office!, 400, "masked_copy_only"],
        [`organisation_id=org_school&full_ids=true&reason=${encodeURIComponent(REASON)}`, staff.office!, 400, "masked_copy_only"],
      ]
      for (const [query, headers, status, code] of refused) {
        const answer = await get(`roster?period=${period}&${query}`, headers)
        expect([query, answer.status, answer.data.code]).toEqual([query, status, code])
      }
      expect(await sql(getContainer(), "select id from personal_data_access")).toEqual([])
    })

    it("print with the heading of their region", async () => {
      const template = { region_code: "500238", unit_name: "巫溪县乡村振兴局", office_name: "重庆市乡村振兴局", phone: "023-51512345", roster_title: "消费扶贫带贫人员名册", evidence_title: "消费扶贫证明材料" }
      expect((await send("paper-templates", template)).data.template).toEqual(template)
      expect((await send("paper-templates", { ...template, region_code: "500237" }, staff.county)).status).toBe(403)
      expect((await get("paper-templates?region=500238104", staff.town)).data.template).toMatchObject({ unit_name: "巫溪县古路镇", office_name: "重庆市乡村振兴局" })
      const pages = await openPdf(await file(`roster?period=${period}&format=pdf`, staff.county))
      const text = pages.flatMap((page) => page.text).join("")
      for (const said of ["消费扶贫带贫人员名册", "填报单位：巫溪县乡村振兴局", "报送：重庆市乡村振兴局", "联系电话：023-51512345", "王**", "第 1 页，共1 页", "（未开具，仅供核对）", "名册合计（大写）：人民币"]) expect(text).toContain(said)
      expect(text).not.toContain(syntheticId(1))
      const [page] = await openPdf(await file(`evidence?period=${period}&format=pdf`))
      expect([page!.width, page!.height]).toEqual([842, 595])
      expect(page!.text).toEqual(expect.arrayContaining(["序号", "产品名称", "卖方", "买方", "数量", "金额", "交易时间", "备注", "399.00", "翠溪路小学"]))
    })
  })

  describe("issued documents", () => {
    it("are frozen, numbered once, replaced for a reason, and answer to everybody without a name", async () => {
      const first = await issue({ region: "500238" })
      expect(first).toMatchObject({ kind: "roster", version: 1, status: "valid", rows: 3, regions: ["500238"], number: expect.stringMatching(new RegExp(`^FP-${period}-500238-0001-[0-9A-Z]{4}$`)) })
      expect(await Promise.all([issue({ region: "500238" }), issue({ region: "500238" }, staff.county)])).toEqual([first, first])
      const before = await file(`papers/${first.id}/file?format=pdf`)
      const third = await place(getContainer(), shop, "three", [[shop.potato, 1]])
      await capture(getContainer(), third.payment_id)
      await recordAcceptanceWorkflow(getContainer()).run({ input: { order_id: third.order_id, source: "test", accepted_at: new Date(), lines: "all" } })
      await post(getContainer())
      expect((await file(`papers/${first.id}/file?format=pdf`)).equals(before)).toBe(true)
      expect(await send("papers", { kind: "roster", period, region: "500238" })).toMatchObject({ status: 409, data: { code: "document_differs" } })
      const second = await issue({ region: "500238", reason: "漏列一笔验收" })
      expect(second).toMatchObject({ version: 2, status: "valid", number: expect.stringContaining("-0002-") })
      expect(second.total_fen - first.total_fen).toBe(399)
      const other = await issue({ kind: "evidence", region: "500238" })
      expect(other.number).toContain("-0003-")

      expect(await verified(first.number)).toMatchObject({ valid: false, replaced_by: second.number, version: 1, total_fen: first.total_fen })
      const shown = await verified(second.number.toLowerCase())
      expect(shown).toMatchObject({ kind: "document", label: "附件1 带贫人员名册", period, valid: true, replaced_by: null, sha256: second.sha256, rows: 3, unit_name: "巫溪县" })
      for (const secret of ["王", syntheticId(1), "13876540001", "hh_"]) expect(JSON.stringify(shown)).not.toContain(secret)
      expect((await api.get(`/store/verify/${first.number.slice(0, -1)}`, { ...shopHeaders(shop.store), validateStatus: null })).status).toBe(404)
      const [old] = await openPdf(await file(`papers/${first.id}/file?format=pdf`))
      expect(old!.text).toEqual(expect.arrayContaining(["已作废", first.number]))

      expect(await send(`papers/${second.id}/void`, { reason: "错" })).toMatchObject({ status: 400, data: { code: "void_reason_required" } })
      expect(await send(`papers/${second.id}/void`, { reason: "盖章单位有误" }, staff.away)).toMatchObject({ status: 403 })
      expect(await send(`papers/${second.id}/void`, { reason: "盖章单位有误" }, staff.town)).toMatchObject({ status: 403, data: { code: "missing_permission" } })
      expect((await send(`papers/${second.id}/void`, { reason: "盖章单位有误" })).data.document).toMatchObject({ status: "void", void_reason: "盖章单位有误", replaced_by: null })
      expect(await send(`papers/${second.id}/void`, { reason: "盖章单位有误" })).toMatchObject({ status: 400, data: { code: "document_void" } })
      expect((await issue({ region: "500238" })).version).toBe(3)
      const list = (await get(`papers?period=${period}&kind=roster`, staff.county)).data
      expect([list.count, list.documents.map(({ version, status }: IssuedDocument) => `${version} ${status}`)]).toEqual([3, ["3 valid", "2 void", "1 void"]])
      expect((await get("papers", staff.away)).data).toEqual({ documents: [], count: 0 })
      expect((await get(`papers/${first.id}/file`, staff.away)).status).toBe(403)
      expect((await get("papers/pdoc_none/file")).status).toBe(404)
      expect(await problems()).toEqual([])
    })

    it("are masked for all but the accepting office, and sealed at rest", async () => {
      const { id, number } = await issue({ region: "500238" })
      const [row] = await sql(getContainer(), "select * from paper_document")
      for (const secret of ["王小", syntheticId(1), "13876540001", shop.household_ids[0]!]) expect(JSON.stringify(row)).not.toContain(secret)
      const people = async (query: string, headers?: object) => {
        const workbook = new ExcelJS.Workbook()
        await workbook.xlsx.load(await file(`papers/${id}/file?format=xlsx${query}`, headers) as never)
        const page = workbook.worksheets[0]!
        return (page.getSheetValues() as unknown[][]).map((cells) => cells?.slice(1, 4)).filter((cells) => /^王/.test(String(cells?.[0])))
      }
      expect((await get(`papers/${id}/file`, staff.town)).status).toBe(403)
      expect((await people("", staff.auditor))[0]).toEqual(["王**", expect.stringMatching(/^5002\*+\d[\dX]$/), "138****0001"])
      const full = `&full_ids=true&reason=${encodeURIComponent(REASON)}`
      expect((await get(`papers/${id}/file?format=xlsx${full}`, staff.auditor)).status).toBe(403)
      expect((await get(`papers/${id}/file?format=xlsx&full_ids=true`)).data).toMatchObject({ code: "reason_required" })
      expect(await sql(getContainer(), "select id from personal_data_access")).toEqual([])
      expect((await people(full))[0]).toEqual(["王小1", syntheticId(1), "13876540001"])
      expect(await sql(getContainer(), "select count(*)::integer as many, min(reason) as reason from personal_data_access")).toEqual([{ many: 3, reason: expect.stringContaining(number) }])
      const copy = await issue({ organisation_id: "org_school", region: "500238" })
      expect(await get(`papers/${copy.id}/file?format=xlsx${full}`, undefined)).toMatchObject({ status: 400, data: { code: "masked_copy_only" } })
      expect(await get(`papers/${(await issue({ kind: "evidence" })).id}/file?format=pdf${full}`)).toMatchObject({ status: 400 })
    })

    it("do not change, and a superuser's change is named", async () => {
      const container = getContainer()
      const [one, two, three] = [await issue({ region: "500238" }), await issue({ region: "500237" }), await issue({ kind: "evidence", region: "500238" })]
      const refused = ["update paper_document set title = 'x'", "update paper_document set total_fen = 1", "delete from paper_document", "truncate paper_document", "update paper_document set status = 'void'"]
      for (const statement of refused) await expect(sql(container, statement)).rejects.toThrow(/only grow|check constraint/)
      await send(`papers/${two.id}/void`, { reason: "盖章单位有误" })
      await expect(sql(container, "update paper_document set status = 'valid', void_reason = null, voided_by = null, voided_at = null where status = 'void'")).rejects.toThrow(/only grow/)
      expect(await problems()).toEqual([])
      const asSuperuser = (statement: string) => sql(container, `alter table paper_document disable trigger user; ${statement}; alter table paper_document enable trigger user`)
      await asSuperuser(`update paper_document set payload_sealed = (select payload_sealed from paper_document where id = '${three.id}') where id = '${one.id}'`)
      await asSuperuser(`update paper_document set unit_name = '另一单位' where id = '${three.id}'`)
      await asSuperuser(`delete from paper_document where id = '${two.id}'`)
      expect((await problems()).sort()).toEqual([["altered_document", one.number], ["altered_document", three.number], ["missing_document", two.number.slice(0, -5)]].sort())
    })
  })
})
