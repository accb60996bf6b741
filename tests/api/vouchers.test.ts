import type { MedusaContainer } from "@medusajs/framework/types"
import { Evidence, LedgerVerified, OrderRefundList, Roster, Voucher, VoucherDetail, VoucherImport, VoucherList } from "@fupin/contract/schemas"
import ExcelJS from "exceljs"
import { syntheticId } from "../support/households"
import { capture, type LinkedShop, openLinkedShop, place, post as postBenefit, refund, sql, stages } from "../support/linked-shop"
import { periodOf } from "../support/scope-cases"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { PDF, PNG, workbookOf } from "../support/workbook-of"

const TODAY = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10)
const PURCHASE = { household_code: "HH-0001", buyer_unit: "巫溪县总工会", buyer_person: "李建国", goods: "土鸡蛋", quantity: "20 斤", amount_fen: 30_000, traded_on: TODAY, payment_way: "bank_transfer" }
const WAGES = ["农户编号", "身份证号码", "姓名", "工种", "出勤天数", "金额（元）", "发放日期", "备注"]

type Staff = Awaited<ReturnType<typeof signInStaff>>

describeShop(({ api, getContainer }) => {
  let shop: LinkedShop
  let [clerk, office, finance, elsewhere]: Staff[] = []
  const container = (): MedusaContainer => getContainer()

  beforeAll(async () => {
    shop = await openLinkedShop(container())
    clerk = await signInStaff(container(), "town_clerk", "500238104")
    office = await signInStaff(container(), "office")
    finance = await signInStaff(container(), "finance", "500238")
    elsewhere = await signInStaff(container(), "administrator", "420000")
  })

  const ask = (method: "get" | "post", path: string, staff: Staff, body: unknown = {}, options: object = {}) => {
    const settings = { headers: { ...staff.headers, ...(Buffer.isBuffer(body) ? { "content-type": "application/octet-stream" } : {}) }, validateStatus: null, ...options }
    return method === "get" ? api.get(`/admin/benefit/${path}`, settings) : api.post(`/admin/benefit/${path}`, body, settings)
  }
  const post = (path: string, staff: Staff, body: unknown = {}) => ask("post", path, staff, body)
  const get = (path: string, staff: Staff, options: object = {}) => ask("get", path, staff, {}, options)
  const bytes = { responseType: "arraybuffer" }
  const enter = async (changes: object = {}): Promise<Voucher> => Voucher.parse((await post("vouchers", clerk!, { ...PURCHASE, ...changes })).data.voucher)
  const approved = async (changes: object = {}): Promise<Voucher> => {
    const { id } = await enter(changes)
    await post(`vouchers/${id}/scan`, clerk!, PNG)
    return Voucher.parse((await post(`vouchers/${id}/approve`, office!)).data.voucher)
  }
  const verify = async () => LedgerVerified.parse((await post("verify", office!)).data)
  const settledOf = async (householdId: string) => Number((await sql(container(), "select coalesce(sum(amount_fen), 0)::float8 as fen from ledger_entry where beneficiary_id = ? and account = 'settled'", [householdId]))[0]!.fen)

  describe("a direct purchase", () => {
    it("is entered, printed, signed and sealed, approved by another, and then in the ledger and in 附件1, once", async () => {
      const voucher = await enter()
      expect(voucher).toMatchObject({ number: `XP${TODAY.slice(0, 4)}-000001`, state: "draft", total_fen: 30_000, row_count: 1, scan: null, region_code: "500238104201" })
      const form = await get(`vouchers/${voucher.id}/print`, clerk!, bytes)
      expect([form.headers["content-type"], Buffer.from(form.data).subarray(0, 5).toString()]).toEqual(["application/pdf", "%PDF-"])

      expect((await post(`vouchers/${voucher.id}/approve`, office!)).data).toMatchObject({ code: "voucher_without_seal", message: expect.stringContaining("盖章") })
      for (const [body, code] of [[Buffer.from("GIF89a"), "scan_wrong_type"], [Buffer.from("%PDF-1.4 cut"), "scan_wrong_type"], [Buffer.alloc(10_000_001), "scan_too_big"]] as const) expect((await post(`vouchers/${voucher.id}/scan`, clerk!, body)).data.code).toBe(code)
      expect((await post(`vouchers/${voucher.id}/scan`, clerk!, PNG)).data.voucher.scan).toMatchObject({ mime: "image/png", bytes: PNG.length, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
      const scan = await get(`vouchers/${voucher.id}/scan`, finance!, bytes)
      expect([scan.headers["content-type"], scan.headers["x-content-type-options"], Buffer.from(scan.data).equals(PNG)]).toEqual(["image/png", "nosniff", true])
      const sealed = await sql(container(), "select content_sealed from voucher_scan")
      expect(sealed).toHaveLength(1)
      expect(String(sealed[0]!.content_sealed)).not.toContain(PNG.toString("base64").slice(20))
      expect(await sql(container(), "select reason from personal_data_access order by reason")).toMatchObject([{ reason: `打印销售凭证 ${voucher.number}` }, { reason: `查看凭证 ${voucher.number} 的扫描件` }])

      expect((await post(`vouchers/${voucher.id}/approve`, clerk!)).data.code).toBe("voucher_own_approval")
      expect(await settledOf(shop.household_ids[0]!)).toBe(0)
      const attempts = await Promise.all([office!, finance!, office!, office!].map((staff) => post(`vouchers/${voucher.id}/approve`, staff)))
      expect(attempts.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409])
      expect(attempts.filter(({ status }) => status === 409).every(({ data }) => data.code === "voucher_decided")).toBe(true)
      expect(await sql(container(), "select kind, order_id, source_ids[1] as source, (select sum(amount_fen)::float8 from ledger_entry where journal_id = j.id and account = 'outside') as outside from ledger_journal j")).toEqual([
        { kind: "direct_purchase", order_id: null, source: voucher.id, outside: -30_000 }])
      expect(await settledOf(shop.household_ids[0]!)).toBe(30_000)
      const [{ journal_id }] = (await get(`entries?household_id=${shop.household_ids[0]}&stage=settled`, office!)).data.entries
      expect((await get(`vouchers?journal_id=${journal_id}`, office!)).data.vouchers.map(({ id }: Voucher) => id)).toEqual([voucher.id])
      expect((await get("vouchers?journal_id=ljr_none", office!)).data.count).toBe(0)
      expect(await verify()).toMatchObject({ ok: true, problems: [] })
      const roster = Roster.parse((await get(`roster?period=${periodOf(TODAY)}`, office!)).data)
      expect(roster.foot).toMatchObject({ rows_fen: 30_000, ledger_fen: 30_000, balanced: true })
      const evidence = async (staff: Staff) => Evidence.parse((await get(`evidence?period=${periodOf(TODAY)}`, staff)).data)
      expect(await evidence(clerk!)).toMatchObject({ rows: [{ serial: 1, product: "土鸡蛋", seller: "王**（巫溪县古路镇）", buyer: "巫溪县总工会（结对帮扶人 李建国）", quantity: "20 斤", amount_fen: 30_000, traded_at: TODAY, remarks: `销售凭证 ${voucher.number}` }],
        foot: { rows_fen: 30_000, direct_fen: 30_000, paid_fen: 0, balanced: true } })
      expect(await evidence(elsewhere!)).toMatchObject({ rows: [], foot: { direct_fen: 0, balanced: true } })
      for (const [path, body] of [["scan", PDF], ["reject", { reason: "内容不符" }], ["withdraw", { reason: "内容不符" }]] as const) expect((await post(`vouchers/${voucher.id}/${path}`, clerk!, body)).data.code).toBe("voucher_decided")
    })

    it("is refused twice, to come, of nobody, and of another region; and may be sent back or withdrawn before it is approved", async () => {
      const voucher = await enter()
      expect((await post("vouchers", clerk!, PURCHASE)).data).toMatchObject({ code: "duplicate_voucher", message: expect.stringContaining(voucher.number) })
      expect((await post("vouchers", clerk!, { ...PURCHASE, traded_on: "2999-01-01" })).data.code).toBe("invalid_dates")
      expect((await post("vouchers", clerk!, { ...PURCHASE, household_code: "HH-9999" })).data.code).toBe("unknown_beneficiary")
      expect((await post("vouchers", elsewhere!, PURCHASE)).data.code).toBe("not_in_your_region")
      expect((await post("vouchers", clerk!, { ...PURCHASE, amount_fen: 1.5 })).status).toBe(400)
      for (const path of ["", "/print", "/scan"]) expect((await get(`vouchers/${voucher.id}${path}`, elsewhere!)).data.code).toBe("not_in_your_region")
      for (const [path, body] of [["approve", {}], ["reject", { reason: "内容不符" }], ["withdraw", { reason: "内容不符" }], ["scan", PNG], ["correct", { reason: "金额写错" }]] as const) {
        expect([path, (await post(`vouchers/${voucher.id}/${path}`, elsewhere!, body)).data.code]).toEqual([path, "not_in_your_region"])
      }
      expect(VoucherList.parse((await get("vouchers", elsewhere!)).data)).toMatchObject({ count: 0, vouchers: [], total_fen: 0 })

      expect((await post(`vouchers/${voucher.id}/withdraw`, office!, { reason: "内容不符" })).data.code).toBe("voucher_not_yours")
      expect((await post(`vouchers/${voucher.id}/reject`, clerk!, { reason: "内容不符" })).data.code).toBe("voucher_own_approval")
      expect((await post(`vouchers/${voucher.id}/reject`, office!, { reason: "缺" })).status).toBe(400)
      expect((await post(`vouchers/${voucher.id}/reject`, office!, { reason: "签字不清楚" })).data.voucher).toMatchObject({ state: "rejected", decision_reason: "签字不清楚" })
      const again = await enter()
      expect(again.number).toBe(`XP${TODAY.slice(0, 4)}-000002`)
      expect((await post(`vouchers/${again.id}/withdraw`, clerk!, { reason: "录入有误" })).data.voucher.state).toBe("withdrawn")
      const list = VoucherList.parse((await get("vouchers?state=rejected&kind=direct_purchase", clerk!)).data)
      expect(list).toMatchObject({ count: 1, total_fen: 30_000, vouchers: [{ number: voucher.number }] })
      expect(await sql(container(), "select count(*)::integer as n from ledger_journal")).toEqual([{ n: 0 }])
    })

    it("is corrected by another document, which takes it back and says it right; nothing is deleted", async () => {
      const wrong = await approved()
      const reason = "金额应为二百五十元"
      const made = await post(`vouchers/${wrong.id}/correct`, clerk!, { reason, rows: [{ position: 0, amount_fen: 25_000 }] })
      const right = VoucherDetail.parse(made.data.voucher)
      expect(right).toMatchObject({ state: "draft", total_fen: 25_000, corrects: { number: wrong.number, reason } })
      expect((await post(`vouchers/${wrong.id}/correct`, clerk!, { reason, rows: [{ position: 0, amount_fen: 20_000 }] })).data.code).toBe("voucher_being_corrected")
      expect((await post(`vouchers/${right.id}/approve`, office!)).data.code).toBe("voucher_without_seal")
      await post(`vouchers/${right.id}/scan`, clerk!, PDF)
      expect((await post(`vouchers/${right.id}/approve`, office!)).status).toBe(200)
      expect(await settledOf(shop.household_ids[0]!)).toBe(25_000)
      expect((await get(`vouchers/${wrong.id}`, clerk!)).data.voucher).toMatchObject({ state: "corrected", corrected_by: { number: right.number } })
      expect((await post(`vouchers/${wrong.id}/correct`, clerk!, { reason })).data.code).toBe("voucher_not_approved")
      const gone = await post(`vouchers/${right.id}/correct`, clerk!, { reason: "没有发生这笔交易" })
      expect((await post(`vouchers/${gone.data.voucher.id}/approve`, office!)).status).toBe(200)
      expect(await settledOf(shop.household_ids[0]!)).toBe(0)
      const { rows, foot } = Evidence.parse((await get(`evidence?period=${periodOf(TODAY)}`, office!)).data)
      expect([rows.map(({ amount_fen }) => amount_fen).sort((a, b) => a - b), rows.filter(({ remarks }) => remarks.startsWith("冲回")).length, foot.balanced]).toEqual([[-30_000, -25_000, 25_000, 30_000], 2, true])
      expect((await sql(container(), "select kind from ledger_journal order by recorded_at, kind")).map(({ kind }) => kind)).toEqual(["direct_purchase", "direct_purchase", "reversal", "reversal"])
      expect(await verify()).toMatchObject({ ok: true, problems: [] })
      expect((await enter()).state).toBe("draft")
    })

    it("cannot be changed behind its back: the database refuses, and what its owner forces is found", async () => {
      const voucher = await approved()
      for (const change of ["update voucher set total_fen = 1", "update voucher_row set amount_fen = 1", "delete from voucher_row", "delete from voucher", "truncate voucher_scan", "update voucher_scan set sha256 = ''", "update voucher set state = 'draft'",
        `insert into voucher_row (voucher_id, position, household_id, goods, quantity, amount_fen, paid_on) values ('${voucher.id}', 9, 'x', 'x', 'x', 1, '2026-01-01')`]) await expect(sql(container(), change)).rejects.toThrow(/stays as it is|only grows|come with/)
      const forced = async (table: string, change: string, codes: string[]) => {
        await sql(container(), `alter table ${table} disable trigger user`)
        await sql(container(), change)
        await sql(container(), `alter table ${table} enable trigger user`)
        const { ok, problems } = await verify()
        expect([ok, [...new Set(problems.map(({ code }) => code))].sort()]).toEqual([codes.length === 0, codes])
      }
      await forced("voucher_row", "update voucher_row set amount_fen = 40000", ["altered_evidence", "evidence_without_journal"])
      await forced("voucher_row", "update voucher_row set amount_fen = 30000", [])
      await forced("voucher", "update voucher set payer_name = '别的单位'", ["altered_evidence"])
      await forced("voucher", "update voucher set payer_name = '巫溪县总工会'", [])
      await forced("voucher_scan", "update voucher_scan set sha256 = repeat('0', 64)", ["altered_evidence"])
      await forced("voucher", "update voucher set state = 'rejected'", ["journal_without_evidence"])
    })
  })

  describe("a refund", () => {
    it("says once why it was made; goodwill may leave the households what they had, borne by the platform", async () => {
      const order = await place(container(), shop, "goodwill", [[shop.potato, 10]])
      await capture(container(), order.payment_id)
      await refund(container(), order.payment_id, 199.5)
      await postBenefit(container())
      const held = async () => stages((await get(`entries?order_id=${order.order_id}`, office!)).data.entries)
      expect(await held()).toEqual({ provisional: 1_995, payable: 0 })
      const [one] = OrderRefundList.parse((await get(`refunds?order_id=${order.order_id}`, finance!)).data).refunds
      expect(one).toMatchObject({ amount_fen: 19_950, stated: null })
      const state = (body: object, staff = finance!) => post(`refunds/${one!.id}`, staff, body)
      expect((await state({ cause: "goods_bad", keeps_benefit: true })).data.code).toBe("invalid_input")
      expect((await state({ cause: "goodwill", keeps_benefit: true }, elsewhere!)).data.code).toBe("not_in_your_region")
      const said = await Promise.all([state({ cause: "goodwill", keeps_benefit: true }), state({ cause: "goodwill", keeps_benefit: true })])
      expect(said.map(({ status, data }) => [status, data.refunds?.[0].stated.bearer])).toEqual([[200, "platform"], [200, "platform"]])
      expect((await state({ cause: "goods_bad", keeps_benefit: false })).data.code).toBe("refund_cause_stated")
      await postBenefit(container())
      expect(await held()).toEqual({ provisional: 3_990, payable: 0 })
      expect(await sql(container(), "select account, sum(amount_fen)::float8 as fen from ledger_entry where order_id = ? group by 1 order by 1", [order.order_id])).toEqual([{ account: "obligation", fen: -1_995 }, { account: "platform", fen: -1_995 }, { account: "provisional", fen: 3_990 }])
      expect(await verify()).toMatchObject({ ok: true, problems: [] })
      await refund(container(), order.payment_id, 199.5)
      await postBenefit(container())
      expect(await held()).toEqual({ provisional: 1_995, payable: 0 })
      expect(await verify()).toMatchObject({ ok: true, problems: [] })
      await expect(sql(container(), "update refund_cause set keeps_benefit = false")).rejects.toThrow(/only grows/)
    })
  })

  describe("a list of wages", () => {
    const row = (serial: number, more: Partial<Record<number, unknown>> = {}) => [`HH-000${serial}`, "", `王小${serial}`, "采收", "10", 1_000 + serial, TODAY, ""].map((value, place) => more[place] ?? value)
    const send = (file: Buffer, mode: string, staff = clerk!, kind = "wages", payer = shop.producer_id) => post(`vouchers-import?kind=${kind}&mode=${mode}&payer_id=${payer}`, staff, file)

    it("is looked at first, written when right, approved by another with its proof, posted as one journal, and never twice", async () => {
      const file = await workbookOf([["古路镇薯业合作社劳务报酬发放表"], WAGES, row(1), row(2, { 0: "", 1: syntheticId(2).replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit))), 5: "１，００２．５０" }), [], row(3, { 6: TODAY.replaceAll("-", "/") })])
      const checked = VoucherImport.parse((await send(file, "check")).data)
      expect(checked).toMatchObject({ good_rows: 3, fault_count: 0, total_fen: 100_100 + 100_250 + 100_300, written: [], preview: [{ row: 3, household_code: "HH-0001", household_name: "王**" }, { row: 4, household_code: "HH-0002" }, { row: 6 }] })
      expect(JSON.stringify(checked)).not.toContain(syntheticId(2))
      expect(await sql(container(), "select count(*)::integer as n from voucher")).toEqual([{ n: 0 }])
      const both = await Promise.all([send(file, "all"), send(file, "all")])
      expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
      expect(both.find(({ status }) => status === 409)!.data.code).toBe("file_already_imported")
      expect([(await send(file, "all")).data.code, (await send(file, "good")).data.code, (await send(file, "check")).status]).toEqual(["file_already_imported", "file_already_imported", 409])
      const { id } = VoucherImport.parse(both.find(({ status }) => status === 200)!.data).written[0]!
      expect((await post(`vouchers/${id}/approve`, office!)).data).toMatchObject({ code: "voucher_without_seal", message: expect.stringContaining("工资支付证明") })
      await post(`vouchers/${id}/scan`, clerk!, PDF)
      expect((await post(`vouchers/${id}/approve`, finance!)).data.voucher).toMatchObject({ state: "approved", kind: "wages", payer_name: "古路镇薯业合作社", row_count: 3, region_code: "500238104201" })
      expect(await sql(container(), "select j.kind, count(*)::integer as entries, max(e.producer_id) as producer from ledger_journal j join ledger_entry e on e.journal_id = j.id group by 1")).toEqual([{ kind: "wages", entries: 4, producer: shop.producer_id }])
      expect(await verify()).toMatchObject({ ok: true, problems: [] })
      const same = VoucherImport.parse((await send(await workbookOf([WAGES, row(1), row(1, { 5: 77 })]), "check")).data)
      expect(same).toMatchObject({ good_rows: 1, faults: [{ cell: "F2", message: expect.stringContaining("已登记在 LW") }] })
      for (const { id_number_index } of await sql(container(), "select id_number_index from household")) expect(id_number_index).not.toContain("5002")
    })

    it("says every fault by its cell, writes nothing with them unless asked for the good rows, and takes no formula and no stranger", async () => {
      const rows = [WAGES, row(1, { 5: { formula: "500+500", result: 1_000 } }), row(2, { 2: "张三" }), row(3), row(3, { 6: "2026-02-30" }), row(3), row(9), row(1, { 0: "", 1: "500238189001019999" }), row(2, { 6: "2020-03-05" })]
      const file = await workbookOf(rows, (sheet) => sheet.mergeCells("H3:H4"))
      const checked = VoucherImport.parse((await send(file, "check")).data)
      expect(checked.faults.map(({ cell, message }) => `${cell} ${message.slice(0, 14)}`)).toEqual([
        "F2 金额（元）：不接受公式，请复", "H3:H4 合并单元格，请取消合并后逐", "C3 姓名与登记的户主或领款人不", "G5 发放日期：日期不正确，请按 ", "F6 与第 4 行重复（同一户、同一", "C7 没有登记这一户，或不在您负责", "B8 身份证号码：身份证号码不正确", "G9 与首行不在同一填报期间（"].map((text) => expect.stringContaining(text.slice(0, 12))))
      expect(JSON.stringify(checked)).not.toContain("50023818900101")
      expect((await send(file, "all")).data).toMatchObject({ code: "import_has_faults", message: expect.stringContaining("F2") })
      expect(await sql(container(), "select count(*)::integer as n from voucher")).toEqual([{ n: 0 }])
      expect(VoucherImport.parse((await send(file, "good")).data)).toMatchObject({ good_rows: 1, written: [{ number: `LW${TODAY.slice(0, 4)}-000001` }] })
      expect((await send(file, "check", elsewhere!)).data.code).toBe("not_in_your_region")
      for (const [body, payer, code] of [[Buffer.from("姓名"), shop.producer_id, "intake_not_xlsx"], [Buffer.alloc(0), shop.producer_id, "upload_empty"], [await workbookOf([["姓名"], ["王"]]), shop.producer_id, "intake_no_heading"], [file, "prod_none", "unknown_payer"]] as const) {
        expect((await send(body, "check", clerk!, "rent", payer)).data.code).toBe(code)
      }
    })

    it("has a template that the reader takes, whose example is passed over; purchases come by list too, each with its number", async () => {
      for (const kind of ["direct_purchase", "wages", "rent"]) {
        const { data } = await get(`vouchers-template?kind=${kind}`, clerk!, bytes)
        expect((await send(Buffer.from(data), "check", clerk!, kind)).data).toMatchObject({ code: "intake_empty" })
        if (kind !== "direct_purchase") continue
        const workbook = new ExcelJS.Workbook()
        await workbook.xlsx.load(data as never)
        for (const serial of [1, 2]) workbook.worksheets[0]!.getRow(4 + serial).values = [`HH-000${serial}`, "", `王小${serial}`, "巫溪县总工会", "", "腊肉", "5 斤", "250.5", TODAY, "现金"]
        const { written, total_fen } = VoucherImport.parse((await send(Buffer.from(await workbook.xlsx.writeBuffer()), "all", clerk!, kind)).data)
        expect([written.map(({ number }) => number.slice(-6)), total_fen]).toEqual([["000001", "000002"], 50_100])
      }
    })
  })
})
