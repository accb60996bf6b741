import { postBenefitWorkflow, recordAcceptanceWorkflow, recordPaymentFactsWorkflow, saveHouseholdsWorkflow, saveLinkagesWorkflow, summarizeLinkageWorkflow } from "@fupin/benefit/workflows"
import { Evidence, OrderBenefit, Roster } from "@fupin/contract/schemas"
import { saveRegionsWorkflow, saveProducersWorkflow, saveProductProfilesWorkflow } from "@fupin/provenance/workflows"
import { ContainerRegistrationKeys, generateJwtToken, Modules } from "@medusajs/framework/utils"
import { capturePaymentWorkflow, refundPaymentWorkflow } from "@medusajs/medusa/core-flows"
import ExcelJS from "exceljs"
import { importStore, type OpenStore } from "../../seed/importers/store"
import { createGoods, type Goods } from "../support/goods"
import { household, linkage, syntheticId } from "../support/households"
import { buy, shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

/** Everything happens a few seconds ago, in the period that runs now: what a worker posts before a bank date is known falls there too. */
const NOW = Date.now()
const ago = (seconds: number) => new Date(NOW - seconds * 1_000).toISOString()
const dayOf = (moment: string) => new Date(moment).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" })
const PERIOD = (() => {
  const [year, month, day] = dayOf(ago(0)).split("-").map(Number) as [number, number, number]
  return new Date(Date.UTC(year, month - 1 + (day > 28 ? 1 : 0), 1)).toISOString().slice(0, 7)
})()

interface Scene {
  store: OpenStore
  potato: Goods
  walnut: Goods
  ids: string[]
  producer_id: string
}

describeShop(({ api, getContainer }) => {
  const sql = async (text: string, values: any[] = []) => (await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows
  const get = (path: string, headers: object = {}) => api.get(path, { headers, validateStatus: null })
  const store = (path: string, scene: Scene) => get(`/store/${path}`, shopHeaders(scene.store).headers)

  /** Six households of one village, one of another county and a collective share 30% of potatoes and 10 fen a walnut. */
  async function openScene(): Promise<Scene> {
    const container = getContainer()
    const shop = await importStore(container)
    await saveRegionsWorkflow(container).run({ input: { regions: [
      { code: "500000", name: "重庆市" }, { code: "500238", name: "巫溪县" }, { code: "500238104", name: "古路镇" }, { code: "500238104201", name: "观峰村" }, { code: "500237", name: "巫山县" }, { code: "500237001", name: "高唐街道" },
    ] } })
    const [potato, walnut] = [await createGoods(container, shop, "巫溪洋芋", 39.9), await createGoods(container, shop, "巫溪核桃", 20)]
    const { result: [producer] } = await saveProducersWorkflow(container).run({ input: { producers: [{ name: "巫溪县古路薯业合作社", kind: "workshop", region_code: "500238104" }] } })
    const households = [...Array.from({ length: 6 }, (_, i) => household(i + 1)), household(7, { region_code: "500237001001", name_consent_on: "2026-01-01" }),
      household(8, { kind: "collective", name: "观峰村股份经济合作联合社", id_number: undefined, phone: undefined, bank_account: undefined, statuses: [] })]
    const { result: saved } = await saveHouseholdsWorkflow(container).run({ input: { households, regions: ["*"] } })
    const ids = saved.map(({ id }) => id)
    await saveProductProfilesWorkflow(container).run({ input: { profiles: [potato, walnut].map(({ product_id }) => ({ product_id, producer_id: producer!.id, origin_code: "500238104201", valid_from: "2026-01-01" })) } })
    const agreement = linkage("巫溪联结-001", producer!.id, ids, [
      { target: { kind: "all" }, share: { kind: "revenue_share", bp: 3_000 } }, { target: { kind: "product", id: walnut.product_id }, share: { kind: "per_unit", fen: 10 } },
    ])
    await saveLinkagesWorkflow(container).run({ input: { linkages: [agreement], created_by: "a clerk", approved_by: "an office" } })
    return { store: shop, potato, walnut, ids, producer_id: producer!.id }
  }

  const paymentOf = async (orderId: string) => (await sql("select p.id from payment p join order_payment_collection o on o.payment_collection_id = p.payment_collection_id where o.order_id = ?", [orderId]))[0].id
  const post = (order_id: string) => postBenefitWorkflow(getContainer()).run({ input: { order_ids: [order_id] } })
  async function pay(orderId: string, occurred_at: string): Promise<void> {
    const payment_id = await paymentOf(orderId)
    await capturePaymentWorkflow(getContainer()).run({ input: { payment_id } })
    const [{ id }] = await sql("select id from capture where payment_id = ?", [payment_id])
    await recordPaymentFactsWorkflow(getContainer()).run({ input: [{ capture_id: id, occurred_at, bank_reference: "=HYPERLINK(1)" }] })
    await post(orderId)
  }
  const buyPotatoes = (scene: Scene) => buy(api, scene.store, [{ variant_id: scene.potato.variant_id, quantity: 2 }, { variant_id: scene.walnut.variant_id, quantity: 3 }])

  describe("benefit in public", () => {
    it("is previewed, expected, provisional, payable and reversed, without saying who", async () => {
      const scene = await openScene()
      const items = [{ variant_id: scene.potato.variant_id, quantity: 2 }, { variant_id: scene.walnut.variant_id, quantity: 3 }]
      const preview = await api.post("/store/benefit/preview", { items }, shopHeaders(scene.store))
      expect(preview.data).toEqual({ total_fen: 2394 + 30, households: 8, lines: [{ ...items[0], total_fen: 2394 }, { ...items[1], total_fen: 30 }] })
      const { result: summary } = await summarizeLinkageWorkflow(getContainer()).run({ input: { product_ids: [scene.potato.product_id, scene.walnut.product_id] } })
      expect(summary).toEqual({ [scene.potato.product_id]: { kinds: ["revenue_share"], households: 8 }, [scene.walnut.product_id]: { kinds: ["per_unit"], households: 8 } })
      for (const bad of [{ items: [] }, { items: [{ variant_id: "variant_none", quantity: 1 }] }, { items: [{ variant_id: scene.potato.variant_id, quantity: 0 }] }, { items: [{ variant_id: "'; drop table household; --", quantity: 1 }] }]) {
        const answer = await api.post("/store/benefit/preview", bad, { ...shopHeaders(scene.store), validateStatus: null })
        expect([answer.status, answer.data.code]).toEqual([400, expect.stringMatching(/invalid_input|unknown_variant/)])
      }

      const order = await buyPotatoes(scene)
      const receipt = async () => OrderBenefit.parse((await store(`orders/${order.id}/benefit`, scene)).data)
      const expected = await receipt()
      expect(expected).toMatchObject({ status: "expected", total_fen: 2424 })
      await pay(order.id, ago(60))
      const provisional = await receipt()
      expect(provisional).toMatchObject({ status: "provisional", total_fen: 2424 })
      expect(provisional.households.reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(2424)
      expect(provisional.households.map(({ place, display_name }) => `${place} ${display_name}`).sort()).toEqual([
        ...Array(6).fill("巫溪县古路镇观峰村 null"), "巫山县高唐街道 王小7", "巫溪县古路镇观峰村 观峰村股份经济合作联合社"].sort())

      await recordAcceptanceWorkflow(getContainer()).run({ input: { order_id: order.id, source: "buyer", accepted_at: ago(40), lines: "all" } })
      await post(order.id)
      expect(await receipt()).toMatchObject({ status: "payable", total_fen: 2424 })
      const all = (await store("benefit/summary", scene)).data
      expect(all).toMatchObject({ period: null, total_fen: 2424, households: 8, orders: 1, by_region: [{ code: "500238", name: "巫溪县", households: 7 }, { code: "500237", name: "巫山县", households: 1 }] })
      expect((await store("benefit/summary?period=2025-10", scene)).data).toMatchObject({ total_fen: 0, households: 0, orders: 0, by_region: [] })
      expect((await store("benefit/summary?period=2026-99", scene)).data).toMatchObject({ code: "invalid_period" })

      const other = await buyPotatoes(scene)
      const codes = new Set((await store(`orders/${other.id}/benefit`, scene)).data.households.map(({ code }: { code: string }) => code))
      expect(provisional.households.some(({ code }) => codes.has(code))).toBe(false)
      await refundPaymentWorkflow(getContainer()).run({ input: { payment_id: await paymentOf(order.id) } })
      await post(order.id)
      expect(await receipt()).toMatchObject({ status: "reversed", total_fen: 0, households: [] })
    })

    it("of a customer's order answers to that customer alone", async () => {
      const scene = await openScene()
      const order = await buyPotatoes(scene)
      const customers = getContainer().resolve(Modules.CUSTOMER)
      const [mine, other] = [await customers.createCustomers({ email: "mine@example.cn", has_account: true }), await customers.createCustomers({ email: "other@example.cn", has_account: true })]
      await sql(`update "order" set customer_id = ? where id = ?`, [mine.id, order.id])
      const { http } = getContainer().resolve(ContainerRegistrationKeys.CONFIG_MODULE).projectConfig
      const session = (actor_id: string) => ({ authorization: `Bearer ${generateJwtToken({ actor_id, actor_type: "customer", auth_identity_id: "x", app_metadata: { customer_id: actor_id } }, { secret: http.jwtSecret as string, expiresIn: "1d", jwtOptions: http.jwtOptions })}` })
      const read = async (headers: object) => (await get(`/store/orders/${order.id}/benefit`, { ...shopHeaders(scene.store).headers, ...headers })).status
      expect(await read(session(mine.id))).toBe(200)
      expect([await read({}), await read(session(other.id))].every((status) => status >= 401 && status <= 404)).toBe(true)
      expect((await store("orders/order_none/benefit", scene)).status).toBe(404)
    })
  })

  describe("the two papers", () => {
    it("add up to the fen, as JSON and as workbooks, masked, for their region", async () => {
      const scene = await openScene()
      const [first, second] = [await buyPotatoes(scene), await buyPotatoes(scene)]
      await pay(first.id, ago(60))
      await pay(second.id, ago(50))
      for (const { id } of [first, second]) await recordAcceptanceWorkflow(getContainer()).run({ input: { order_id: id, source: "buyer", accepted_at: ago(40), lines: "all" } })
      await post(first.id)
      await post(second.id)
      const potatoLine = first.items.find(({ variant_id }: { variant_id: string }) => variant_id === scene.potato.variant_id).id
      await refundPaymentWorkflow(getContainer()).run({ input: { payment_id: await paymentOf(first.id), amount: 39.9 } })
      const [refund] = await sql("select id from refund")
      await recordPaymentFactsWorkflow(getContainer()).run({ input: [{ refund_id: refund.id, occurred_at: ago(30), lines: [{ line_item_id: potatoLine, amount_fen: 3990 }], cause: "运输破损" }] })
      await post(first.id)

      const office = await signInStaff(getContainer(), "office")
      const answer = await get(`/admin/benefit/roster?period=${PERIOD}`, office.headers)
      const roster = Roster.parse(answer.data)
      expect(roster).toMatchObject({ period: PERIOD, to: `${PERIOD}-28`, foot: { balanced: true, suspense_fen: 0 } })
      expect(roster.rows).toHaveLength(7)
      expect(roster.collectives).toMatchObject([{ name: "观峰村股份经济合作联合社" }])
      const [{ fen }] = await sql("select sum(amount_fen)::int as fen from ledger_entry where account = 'payable'")
      expect(roster.foot.ledger_fen).toBe(fen)
      expect(fen).toBe(2424 + 1197 + 30)
      for (const secret of [syntheticId(1), "13876540001", "王小1"]) expect(JSON.stringify(answer.data)).not.toContain(secret)

      const sheet = await openSheet("roster", office.headers)
      expect(rowsOf(sheet)).toContainEqual(["姓名", "身份证", "联系方式", "受益金额"])
      const money = rowsOf(sheet).filter((row) => typeof row[3] === "number")
      const listed = money.filter((row) => /^王/.test(String(row[0]))).reduce((sum, row) => sum + Math.round(Number(row[3]) * 100), 0)
      expect(listed).toBe(roster.foot.rows_fen)
      expect(money.at(-1)).toEqual([expect.stringMatching(/^台账合计/), expect.anything(), expect.anything(), fen / 100])
      expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, printTitlesRow: expect.stringMatching(/^\d+:\d+$/) })
      expect(sheet.headerFooter.oddFooter).toContain("&P")

      const evidence = Evidence.parse((await get(`/admin/benefit/evidence?period=${PERIOD}`, office.headers)).data)
      expect(evidence.rows.map(({ amount_fen }) => amount_fen).sort((a, b) => a - b)).toEqual([-3990, 6000, 6000, 7980, 7980])
      expect(evidence.foot).toEqual({ rows_fen: 23970, elsewhere_fen: 0, freight_fen: 1600, direct_fen: 0, paid_fen: 25570, balanced: true })
      expect(evidence.rows[0]).toMatchObject({ serial: 1, seller: "巫溪县古路薯业合作社", buyer: expect.stringMatching(/^王\*\*（订单 \d+）$/), traded_at: dayOf(ago(60)) })
      const reversal = evidence.rows.find(({ amount_fen }) => amount_fen < 0)!
      const original = evidence.rows.find(({ order_id, line_item_id, amount_fen }) => order_id === first.id && line_item_id === potatoLine && amount_fen > 0)!
      expect(reversal).toMatchObject({ product: "巫溪洋芋", traded_at: dayOf(ago(30)), remarks: expect.stringMatching(new RegExp(`^冲回：第 ${original.serial} 号，${dayOf(ago(60))}.*运输破损`)) })

      const paper = await openSheet("evidence", office.headers)
      expect(rowsOf(paper)).toContainEqual(["序号", "产品名称", "卖方", "买方", "数量", "金额", "交易时间", "备注"])
      expect(rowsOf(paper).filter((row) => /^\d+$/.test(String(row[0]))).reduce((sum, row) => sum + Math.round(Number(row[5]) * 100), 0)).toBe(23970)
      expect(rowsOf(paper).flat().filter((cell) => /^[=+@]/.test(String(cell)))).toEqual([])

      const next = (await signInStaff(getContainer(), "office", "500237")).headers
      const elsewhere = Roster.parse((await get(`/admin/benefit/roster?period=${PERIOD}`, next)).data)
      expect(elsewhere.rows).toHaveLength(1)
      expect(elsewhere.foot).toMatchObject({ balanced: true, ledger_fen: elsewhere.rows[0]!.amount_fen })
      expect(Evidence.parse((await get(`/admin/benefit/evidence?period=${PERIOD}`, next)).data)).toMatchObject({ rows: [], foot: { elsewhere_fen: 23970, balanced: true } })
    })

    it("carry a reversal that outweighs a period into the next, and split periods at midnight of the 29th in Shanghai", async () => {
      const scene = await openScene()
      const [one, two, , , , , far, collective] = scene.ids
      const movements: [string, [string | null | undefined, number][]][] = [
        ["2026-09-10T10:00:00+08:00", [[one, 400]]],
        ["2026-10-28T23:59:59+08:00", [[one, -500], [two, 100], [collective, -5]]],
        ["2026-10-29T00:00:00+08:00", [[one, 800], [two, -100], [far, 60], [collective, 9], [null, 7]]],
      ]
      for (const [event_at, entries] of movements) {
        await sql(`with journal as (insert into ledger_journal (id, idempotency_key, input_hash, kind, order_id, source_ids, rule_version, event_at) values (:id, :id, '', 'sale', 'order_x', '{}', 1, :event_at) returning id)
          insert into ledger_entry (journal_id, position, account, beneficiary_id, producer_id, linkage_version_id, order_id, line_item_id, amount_fen)
          select journal.id, (row_number() over ())::smallint, side.account, n.beneficiary_id, :producer, 'v', 'order_x', 'line_x', side.sign * n.fen from journal, jsonb_to_recordset(:entries::jsonb) as n(beneficiary_id text, fen bigint),
          (values ('payable', 1), ('obligation', -1)) as side(account, sign)`,
        { id: event_at, event_at, producer: scene.producer_id, entries: JSON.stringify(entries.map(([beneficiary_id, fen]) => ({ beneficiary_id, fen }))) } as never)
      }
      const office = (await signInStaff(getContainer(), "office")).headers
      const near = (await signInStaff(getContainer(), "office", "500238")).headers
      const roster = async (period: string, headers = office) => Roster.parse((await get(`/admin/benefit/roster?period=${period}`, headers)).data)
      const fen = (rows: { household_id: string; amount_fen: number }[]) => Object.fromEntries(rows.map(({ household_id, amount_fen }) => [household_id, amount_fen]))

      const october = await roster("2026-10")
      expect([fen(october.rows), fen(october.carried_forward), fen(october.collectives)]).toEqual([{ [two!]: 100 }, { [one!]: -500 }, { [collective!]: -5 }])
      expect(october.foot).toEqual({ rows_fen: 100, carried_forward_fen: -500, collectives_fen: -5, suspense_fen: 0, ledger_fen: -405, balanced: true })
      const november = await roster("2026-11")
      expect([fen(november.rows), fen(november.carried_forward)]).toEqual([{ [one!]: 300, [far!]: 60 }, { [one!]: 500, [two!]: -100 }])
      expect(november.foot).toEqual({ rows_fen: 360, carried_forward_fen: 400, collectives_fen: 9, suspense_fen: 7, ledger_fen: 776, balanced: true })
      expect((await roster("2026-11", near)).foot).toMatchObject({ rows_fen: 300, suspense_fen: 7, ledger_fen: 716, balanced: true })
    })

    it("show full ID numbers to those who may, for a reason, logged; others get nothing", async () => {
      const scene = await openScene()
      const order = await buyPotatoes(scene)
      await pay(order.id, ago(60))
      await recordAcceptanceWorkflow(getContainer()).run({ input: { order_id: order.id, source: "buyer", accepted_at: ago(40), lines: "all" } })
      await post(order.id)
      const staff = { office: (await signInStaff(getContainer(), "office")).headers, auditor: (await signInStaff(getContainer(), "auditor")).headers, clerk: (await signInStaff(getContainer(), "town_clerk")).headers, finance: (await signInStaff(getContainer(), "finance")).headers }
      const reason = encodeURIComponent("报区乡村振兴局备案")
      const cases: [object, string, number, string | undefined][] = [
        [{}, `period=${PERIOD}`, 401, "not_signed_in"], [staff.finance, `period=${PERIOD}`, 403, "missing_permission"], [staff.clerk, `period=${PERIOD}`, 200, undefined], [staff.auditor, `period=${PERIOD}`, 200, undefined],
        [staff.auditor, `period=${PERIOD}&full_ids=true&reason=${reason}`, 403, "missing_permission"], [staff.office, `period=${PERIOD}&full_ids=true`, 400, "reason_required"],
        [staff.office, `period=${PERIOD}&format=doc`, 400, "invalid_input"], [staff.office, `period=${PERIOD}&order_id=order_x&producer_id=prod_x`, 400, "invalid_input"], [staff.office, "period=2026-1", 400, "invalid_input"], [staff.office, "", 400, "invalid_input"],
      ]
      for (const paper of ["roster", "evidence"]) {
        for (const [headers, query, status, code] of cases) {
          if (paper === "evidence" && code === "reason_required") continue
          const answer = await get(`/admin/benefit/${paper}?${query}`, headers)
          expect([paper, query, answer.status, answer.data.code]).toEqual([paper, query, status, code])
        }
      }
      expect(await sql("select id from personal_data_access")).toEqual([])
      const sheet = await openSheet("roster", staff.office, `&full_ids=true&reason=${reason}`)
      const row = rowsOf(sheet).find(([name]) => name === "王小1")!
      expect(row.slice(0, 3)).toEqual(["王小1", syntheticId(1), "13876540001"])
      expect(await sql("select count(*)::int as n, min(action) as action from personal_data_access")).toEqual([{ n: 7, action: "export" }])
    })
  })

  async function openSheet(paper: string, headers: object, more = ""): Promise<ExcelJS.Worksheet> {
    const { data } = await api.get(`/admin/benefit/${paper}?period=${PERIOD}&format=xlsx${more}`, { headers, responseType: "arraybuffer" })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(data)
    return workbook.worksheets[0]!
  }

  function rowsOf(sheet: ExcelJS.Worksheet): ExcelJS.CellValue[][] {
    const rows: ExcelJS.CellValue[][] = []
    sheet.eachRow((row) => rows.push((row.values as ExcelJS.CellValue[]).slice(1)))
    return rows
  }
})
