import { createHash } from "node:crypto"
import path from "node:path"
import { runStandingOrdersWorkflow, saveSupplyAgreementsWorkflow, tellShortagesWorkflow } from "@fupin/institution/workflows"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import ExcelJS from "exceljs"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { dayFromNow, DELIVERY, type Institutions, nextDay, openInstitutions } from "../support/institution"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { readTable } from "../support/workbook"
import { PNG, workbookOf } from "../support/workbook-of"

type Person = { headers: Record<string, string> }
const MIGRATIONS = path.resolve(__dirname, "../../plugins/institution/.medusa/server/src/modules/institution/migrations")

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let office: Person
  const [first, second] = [dayFromNow(3), dayFromNow(5)]
  const weekday = (date: string) => new Date(date).getUTCDay() || 7
  const ask = async (person: Person, method: "get" | "post", path: string, body: unknown = {}, more: object = {}): Promise<any> => {
    const options = { headers: person.headers, validateStatus: null, ...more }
    const { status, data } = method === "get" ? await api.get(path, options) : await api.post(path, body, options)
    return { status, data, code: data.code }
  }
  const buyer = (method: "get" | "post", path: string, body?: unknown, more?: object) => ask(world.people.buyer, method, `/store/institution/${path}`, body, more)
  const admin = (method: "get" | "post", path: string, body?: unknown, more?: object) => ask(office, method, `/admin/institution/${path}`, body, more)
  const sql = async (text: string): Promise<any[]> => (await (getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION) as any).raw(text)).rows
  const plan = (change: object = {}) => ({
    agreement_id: world.agreements.school.id, name: "食堂每周两送", weekdays: [weekday(first), weekday(second)], starts_on: first, ends_on: second, skip_statutory_holidays: false, headcount: 100,
    lines: [{ variant_id: world.potato.variant_id, quantity: 10 }, { variant_id: world.rice.variant_id, quantity: 4 }], delivery: DELIVERY, ...change,
  })
  const calendar = async (): Promise<any[]> => (await buyer("get", `occurrences?organisation_id=${world.school.id}`)).data.occurrences
  const quantities = ({ lines }: any) => Object.fromEntries(lines.map(({ variant_id, requested }: any) => [variant_id === world.potato.variant_id ? "potato" : variant_id === world.rice.variant_id ? "rice" : "tea", requested]))
  const run = async (date: string) => (await runStandingOrdersWorkflow(getContainer()).run({ input: { date } })).result

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    office = await signInStaff(getContainer(), "office")
  })

  describe("an agreement", () => {
    const draft = (change: object = {}) => ({
      number: "定采〔2026〕010", organisation_id: world.school.id, valid_from: dayFromNow(0), valid_to: dayFromNow(20), weekdays: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1, stage: "draft",
      lines: [{ variant_id: world.potato.variant_id, unit_price_fen: 3600, term_min: 100, term_max: 900 }, { variant_id: world.rice.variant_id, unit_price_fen: 5500, substitute_variant_id: world.potato.variant_id }], ...change,
    })

    it("is drafted, negotiated by both sides, signed with its scan, ordered under, renewed and terminated", async () => {
      const { data: { agreement: { id, state } } } = await admin("post", "agreements", draft())
      expect(state).toBe("draft")
      expect((await buyer("post", "standing-orders", plan({ agreement_id: id }))).code).toBe("agreement_not_signed")
      const price = { kind: "price", variant_id: world.potato.variant_id, unit_price_fen: 3400 }
      const proposed = await buyer("post", `agreements/${id}/proposals`, { change: price, note: "量大" })
      expect([proposed.status, proposed.data.agreement.state]).toEqual([201, "negotiating"])
      const [proposal] = proposed.data.dossier.proposals
      expect((await buyer("post", `agreements/${id}/proposals`, { change: price })).code).toBe("proposal_open")
      expect((await buyer("post", `agreement-proposals/${proposal.id}`, { answer: "accept" })).code).toBe("proposal_own")
      expect((await ask(world.people.other, "post", `/store/institution/agreement-proposals/${proposal.id}`, { answer: "decline", reason: "不要" })).code).toBe("not_a_member")
      expect((await ask(world.people.viewer, "post", `/store/institution/agreements/${id}/proposals`, { change: price })).code).toBe("role_not_allowed")
      expect((await admin("post", `agreement-proposals/${proposal.id}`, { answer: "decline", reason: "成本涨了" })).data.agreement.lines[0].unit_price_fen).toBe(3600)
      const counter = await admin("post", `agreements/${id}/proposals`, { change: { ...price, unit_price_fen: 3500 } })
      const accepted = await buyer("post", `agreement-proposals/${counter.data.dossier.proposals[1].id}`, { answer: "accept" })
      expect(accepted.data.agreement.lines.find((line: any) => line.variant_id === world.potato.variant_id)).toMatchObject({ unit_price_fen: 3500, term_min: 100, term_max: 900 })
      expect((await buyer("post", `agreements/${id}/proposals`, { change: { kind: "quantity", variant_id: world.rice.variant_id, min_quantity: 9, max_quantity: 3, term_min: null, term_max: null } })).code).toBe("term_band_inverted")

      expect((await admin("post", `agreements/${id}/sign`, { signed_on: dayFromNow(0) })).code).toBe("signed_scan_required")
      const raw = { headers: { ...office.headers, "content-type": "application/octet-stream" } }
      expect((await admin("post", `agreements/${id}/scan`, Buffer.from("a text"), raw)).code).toBe("scan_wrong_type")
      const { data: { dossier } } = await admin("post", `agreements/${id}/scan`, PNG, raw)
      expect(dossier.scan).toMatchObject({ sha256: createHash("sha256").update(PNG).digest("hex"), bytes: PNG.length, media_type: "image/png" })
      expect(JSON.stringify(await sql("select content_sealed from agreement_scan"))).not.toContain(PNG.toString("base64").slice(0, 24))
      const kept = await admin("get", `agreements/${id}/scan`, {}, { responseType: "arraybuffer" })
      expect(Buffer.from(kept.data).equals(PNG)).toBe(true)
      const paper = await buyer("get", `agreements/${id}/paper`, {}, { responseType: "arraybuffer" })
      expect(Buffer.from(paper.data).subarray(0, 5).toString()).toBe("%PDF-")

      const signed = await admin("post", `agreements/${id}/sign`, { signed_on: dayFromNow(0) })
      expect(signed.data).toMatchObject({ agreement: { state: "in_force", renewal_due: true }, dossier: { signed_on: dayFromNow(0) } })
      expect((await buyer("post", `agreements/${id}/proposals`, { change: price })).code).toBe("agreement_signed")
      expect((await buyer("post", "standing-orders", plan({ agreement_id: id }))).status).toBe(201)
      await run(first)
      const renewed = await admin("post", `agreements/${id}/renew`, { number: "定采〔2027〕010", valid_from: dayFromNow(21), valid_to: dayFromNow(200) })
      expect(renewed.data.agreement).toMatchObject({ state: "draft", lines: [{ unit_price_fen: 3500, term_min: 100 }, { unit_price_fen: 5500 }] })
      const ended = await admin("post", `agreements/${id}/terminate`, { last_day: first, reason: "供货方停产" })
      expect(ended.data.dossier).toMatchObject({ terminated: { last_day: first, reason: "供货方停产" } })
      expect((await calendar()).map(({ state }) => state)).toEqual(["placed", "cancelled"])
      expect((await buyer("post", "standing-orders", plan({ agreement_id: id, name: "之后", starts_on: second }))).code).toBe("agreement_not_in_force")
    })

    it("has every term negotiated in its own type; a stale proposal is told so, two editors at once lose nothing, and all of it can be read again", async () => {
      const { potato, rice } = world
      const entry = draft({ number: "定采〔2026〕012" })
      const { data: { agreement: { id, version, lines: [first_line] } } } = await admin("post", "agreements", entry)
      expect([version, first_line.temperature]).toEqual([1, "ambient"])
      const propose = (change: object, note = "") => buyer("post", `agreements/${id}/proposals`, { change, note })
      const answer = (proposal: any, word: string, reason = "") => admin("post", `agreement-proposals/${proposal.id}`, { answer: word, reason })
      const last = ({ data }: any) => data.dossier.proposals.at(-1)
      const index = { kind: "index", series: "全国洋芋", base_month: "2026-08", lag_months: 1 }
      await sql(`update product_variant set weight = 2500 where id = '${potato.variant_id}'`)
      const weighed = await admin("post", "agreements", draft({ number: "定采〔2026〕013", lines: [{ variant_id: potato.variant_id, unit_price_fen: 3600, settle_by: "weight" }] }))
      expect(weighed).toMatchObject({ status: 400, code: "weighed_not_per_kilogram", data: { message: expect.stringMatching(/^巫溪洋芋：.*1 公斤/) } })
      for (const [change, code] of [
        [{ kind: "price_rule", variant_id: potato.variant_id, price_rule: index }, "index_month_missing"],
        [{ kind: "substitute", variant_id: potato.variant_id, substitute_variant_id: rice.variant_id }, "not_certified"], [{ kind: "temperature", variant_id: potato.variant_id, temperature: "ambient" }, "proposal_no_change"],
        [{ kind: "settle_by", variant_id: potato.variant_id, settle_by: "weight" }, "weighed_not_per_kilogram"], [{ kind: "settle_by", variant_id: rice.variant_id, settle_by: "count" }, "proposal_no_change"],
      ] as const) expect([change, (await propose(change)).code]).toEqual([change, code])
      expect((await propose({ kind: "temperature", variant_id: potato.variant_id, temperature: "warm" })).status).toBe(400)
      await admin("post", "price-indices", { series: "全国洋芋", source: "农业农村部", months: [{ month: "2026-08", value: 10_000 }] })
      await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝扶认0010", product_id: rice.product_id, valid_from: "2026-01-01", valid_to: "2030-12-31" }] } })
      const said: [object, string, string, string][] = [
        [{ kind: "price_rule", variant_id: potato.variant_id, price_rule: index }, "巫溪洋芋的价格规则", "协议期内固定", "随“全国洋芋”浮动，基期 2026-08，取配送月前 1 个月数值"], [{ kind: "grade", variant_id: potato.variant_id, grade: "一级" }, "巫溪洋芋的等级", "不限", "一级"],
        [{ kind: "substitute", variant_id: potato.variant_id, substitute_variant_id: rice.variant_id }, "巫溪洋芋的替代商品", "不替代", "缺货时以大宁河米替代（须有有效认定）"], [{ kind: "temperature", variant_id: rice.variant_id, temperature: "chilled" }, "大宁河米的温层", "常温", "冷藏"],
        [{ kind: "settle_by", variant_id: rice.variant_id, settle_by: "weight" }, "大宁河米的结算方式", "计件", "计重（按公斤订货、计价，以验收重量结算）"],
        [{ kind: "days", weekdays: [1, 4], lead_time_days: 3 }, "配送日与截单", "周一、周二、周三、周四、周五、周六、周日，提前 1 天截单", "周一、周四，提前 3 天截单"],
      ]
      for (const [change, subject, before, after] of said) {
        const proposed = await propose(change)
        expect(last(proposed)).toMatchObject({ side: "organisation", subject, before, after, now: null, state: "open" })
        expect((await answer(last(proposed), "accept")).status).toBe(200)
      }
      const held = (await buyer("get", `agreements/${id}`)).data
      expect(held.agreement).toMatchObject({ version: 7, weekdays: [1, 4], lead_time_days: 3, lines: [{ grade: "一级", price_rule: index, substitute_variant_id: rice.variant_id }, { temperature: "chilled", settle_by: "weight" }] })
      expect(held.dossier.price_series).toEqual([{ series: "全国洋芋", source: "农业农村部", months: ["2026-08"] }])

      const proposed = await propose({ kind: "price", variant_id: potato.variant_id, unit_price_fen: 3400 }, "量大")
      const edit = (change: object) => admin("post", "agreements", { ...entry, weekdays: [1, 4], lead_time_days: 3, ...change })
      const prices = (fen: number) => [{ ...entry.lines[0]!, grade: "一级", price_rule: index, substitute_variant_id: rice.variant_id, unit_price_fen: fen }, { ...entry.lines[1]!, temperature: "chilled", settle_by: "weight" }]
      const both = await Promise.all([edit({ version: 7, lines: prices(3550) }), edit({ version: 7, lines: prices(3560), valid_to: dayFromNow(30) })])
      expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
      const won = both.findIndex(({ status }) => status === 201)
      expect(both[1 - won]).toMatchObject({ code: "changed_meanwhile", data: { message: expect.stringContaining(`巫溪洋芋的单价：36.00 元 → 35.${won === 0 ? 50 : 60} 元`) } })
      expect((await edit({ lines: prices(3000) })).code).toBe("agreement_number_taken")
      expect(await answer(last(proposed), "accept")).toMatchObject({ code: "proposal_stale" })
      expect(last(await buyer("get", `agreements/${id}`))).toMatchObject({ state: "open", before: "36.00 元", after: "34.00 元", now: `35.${won === 0 ? 50 : 60} 元` })
      expect((await answer(last(proposed), "decline")).status).toBe(400)
      expect(last(await answer(last(proposed), "decline", "条款已改过"))).toMatchObject({ state: "declined", reason: "条款已改过", now: null })
      const { dossier: { history } } = (await buyer("get", `agreements/${id}`)).data
      expect(history.map(({ act, by }: any) => [act, by])).toEqual([
        ["drafted", "office"], ...said.flatMap(() => [["proposed", "organisation"], ["accepted", "producer"]]), ["proposed", "organisation"], ["changed", "office"], ["declined", "producer"],
      ])
      expect([history.at(-3).note, history.at(-2).changes[0], history.at(-1)]).toMatchObject(["量大", expect.stringMatching(/单价|有效期/), { changes: ["巫溪洋芋的单价：36.00 元 → 34.00 元"], note: "条款已改过" }])
    })

    it("prices by ceiling and by index, and says which month is missing", async () => {
      const month = (day: string, months: number) => new Date(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + months, 1)).toISOString().slice(0, 7)
      const rule = { kind: "index", series: "全国大米", base_month: "2026-01", lag_months: 1 }
      const lines = [{ variant_id: world.potato.variant_id, unit_price_fen: 4500, price_rule: { kind: "ceiling" } }, { variant_id: world.rice.variant_id, unit_price_fen: 5000, price_rule: rule }]
      const { data: { agreement } } = await admin("post", "agreements", draft({ number: "定采〔2026〕011", stage: "signed", lines }))
      await buyer("post", "standing-orders", plan({ agreement_id: agreement.id, ends_on: first }))
      const [planned] = await calendar()
      expect(planned.lines.map(({ unit_price_fen }: any) => unit_price_fen)).toEqual([3990, 5000])
      expect(await run(first)).toMatchObject({ short: 1 })
      const [short] = await calendar()
      expect(short.lines.map(({ supplied, unit_price_fen }: any) => [supplied, unit_price_fen]).sort()).toEqual([[0, 0], [10, 3990]])
      expect(short.error).toContain(`价格指数“全国大米”缺少 2026-01 的数值`)
      const values = { series: "全国大米", source: "国家统计局", months: [{ month: "2026-01", value: 10_000 }, { month: month(second, -1), value: 10_330 }, { month: month(first, -1), value: 10_330 }] }
      expect((await admin("post", "price-indices", { ...values, months: values.months.slice(0, 2) })).status).toBe(201)
      await admin("post", "price-indices", values)
      const { data } = await buyer("get", `agreements/${agreement.id}`)
      expect(data.agreement.lines.map(({ today_fen }: any) => today_fen)).toEqual([3990, expect.toSatisfy((fen: number | null) => fen === null || fen === 5165)])
      await buyer("post", "standing-orders", plan({ agreement_id: agreement.id, name: "后两日", starts_on: second, lines: [{ variant_id: world.rice.variant_id, quantity: 1 }] }))
      await run(second)
      expect((await calendar()).at(-1)).toMatchObject({ state: "placed", total_fen: 5165 })
    })

    it("of before the migration stays valid, and its calendar goes on", async () => {
      const connection = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION) as any
      const statements = async (name: string): Promise<string[]> => {
        const module = await import(path.join(MIGRATIONS, `${name}.js`))
        const migration = new (module[name] ?? module.default[name])({}, {})
        await migration.up()
        return migration.getQueries().map(String)
      }
      await connection.transaction(async (trx: any) => {
        await trx.raw("create schema before; set local search_path to before")
        for (const text of await statements("Migration20261122020119")) await trx.raw(text)
        await trx.raw(`insert into organisation (id, name, uscc, kind, region_code) values ('orga_1', '校', '1', 'school', '500112');
          insert into supply_agreement (id, number, organisation_id, valid_from, valid_to, weekdays, lead_time_days) values ('sagr_1', '旧', 'orga_1', '2026-01-01', '2027-01-01', '{2}', 1);
          insert into supply_agreement_line (id, agreement_id, variant_id, unit_price_fen) values ('sagl_1', 'sagr_1', 'variant_1', 3600);
          insert into standing_order (id, agreement_id, name, weekdays, starts_on, delivery, delivery_phone_sealed) values ('stor_1', 'sagr_1', '旧', '{2}', '2026-01-01', '{}', '');
          insert into occurrence (id, standing_order_id, delivery_date, cutoff_on, state, edits, order_ids) values ('occ_1', 'stor_1', '2026-12-01', '2026-11-30', 'planned', '{"variant_1": 7}', '{}');
          insert into occurrence_line (id, occurrence_id, variant_id, unit_price_fen, requested, supplied, accepted) values ('occl_1', 'occ_1', 'variant_1', 3600, 9, 8, 7), ('occl_2', 'occ_1', 'variant_2', 480, 10, 10, null)`)
        for (const text of await statements("Migration20261122125200")) await trx.raw(text)
        const { rows: [row] } = await trx.raw(`select a.stage, l.price_rule, l.temperature, s.version, s.observe_vacations, o.round, o.edits, o.bases from supply_agreement a
          join supply_agreement_line l on l.agreement_id = a.id join standing_order s on s.agreement_id = a.id join occurrence o on o.standing_order_id = s.id`)
        expect(row).toEqual({ stage: "signed", price_rule: { kind: "lock" }, temperature: "ambient", version: 1, observe_vacations: true, round: 1, edits: { variant_1: 7 }, bases: {} })
        for (const text of await statements("Migration20261122215203")) await trx.raw(text)
        await trx.raw("update occurrence_line set settle_by = 'weight', accepted = 9.876 where id = 'occl_2'")
        const { rows: lines } = await trx.raw("select l.settle_by, l.requested, l.supplied, l.accepted, l.amount_fen, a.settle_by as agreed from occurrence_line l, supply_agreement_line a order by l.id")
        expect(lines).toEqual([{ settle_by: "count", requested: "9", supplied: "8", accepted: "7", amount_fen: "25200", agreed: "count" }, { settle_by: "weight", requested: "10", supplied: "10", accepted: "9.876", amount_fen: "4740", agreed: "count" }])
        await trx.raw("drop schema before cascade")
      })
    })
  })

  describe("a standing order", () => {
    it("changed by two at once tells the second; a date's own quantity that parted from it is shown, and kept until answered", async () => {
      const { data: { standing_order } } = await buyer("post", "standing-orders", plan())
      const [one] = await calendar()
      const set = (quantity: number, version?: number) => buyer("post", `occurrences/${one.id}/lines`, { lines: [{ variant_id: world.potato.variant_id, quantity }], ...(version ? { version } : {}) })
      expect((await set(7, one.version)).data.occurrence).toMatchObject({ version: one.version + 1, conflicts: [] })
      expect(await set(8, one.version)).toMatchObject({ status: 409, code: "changed_meanwhile" })
      expect(quantities((await calendar())[0])).toEqual({ potato: 7, rice: 4 })

      const { agreement_id: _same, ...change } = plan({ lines: [{ variant_id: world.potato.variant_id, quantity: 20 }, { variant_id: world.rice.variant_id, quantity: 4 }], version: standing_order.version })
      expect((await buyer("post", `standing-orders/${standing_order.id}`, change)).data.standing_order.version).toBe(standing_order.version + 1)
      expect(await buyer("post", `standing-orders/${standing_order.id}`, { ...change, name: "另一个名字" })).toMatchObject({ status: 409, code: "changed_meanwhile" })
      const [mine, other] = await calendar()
      expect([quantities(mine), mine.conflicts]).toEqual([{ potato: 7, rice: 4 }, [{ variant_id: world.potato.variant_id, title: "巫溪洋芋", was: 10, own: 7, standing: 20 }]])
      expect([quantities(other), other.conflicts]).toEqual([{ potato: 20, rice: 4 }, []])
      expect((await set(7)).data.occurrence.conflicts).toEqual([])
      expect(quantities((await set(20)).data.occurrence)).toEqual({ potato: 20, rice: 4 })
    })

    it("follows headcount and vacations; a pause keeps or calls off what is ordered; a date may be delivered twice", async () => {
      const { data: { standing_order: { id } } } = await buyer("post", "standing-orders", plan())
      const [one, two] = await calendar()
      const fewer = await buyer("post", `occurrences/${one.id}/headcount`, { headcount: 55 })
      expect([quantities(fewer.data.occurrence), fewer.data.occurrence.headcount]).toEqual([{ potato: 6, rice: 3 }, 55])
      const vacation = { organisation_id: world.school.id, name: "秋假", from_on: second, to_on: nextDay(second, 3) }
      expect((await ask(world.people.other, "post", "/store/institution/vacations", vacation)).code).toBe("not_a_member")
      const { data: { vacations: [held] } } = await buyer("post", "vacations", vacation)
      expect((await buyer("post", "vacations", { ...vacation, name: "又一个" })).code).toBe("vacation_overlaps")
      expect((await calendar()).map(({ state, error }) => [state, error])).toEqual([["planned", null], ["skipped", "放假：秋假"]])
      expect((await admin("get", `digest?date=${second}`)).data).toMatchObject({ expected: 1, missing: 0 })
      expect((await ask(world.people.other, "post", `/store/institution/vacations/${held.id}/remove`)).code).toBe("not_found")
      await buyer("post", `vacations/${held.id}/remove`)
      expect((await calendar()).map(({ state }) => state)).toEqual(["planned", "planned"])

      expect((await buyer("post", `occurrences/${one.id}/replenish`, { lines: [{ variant_id: world.potato.variant_id, quantity: 2 }] })).code).toBe("nothing_to_replenish")
      expect(await run(second)).toMatchObject({ placed: 2 })
      const extra = await buyer("post", `occurrences/${one.id}/replenish`, { lines: [{ variant_id: world.potato.variant_id, quantity: 2 }] })
      expect([extra.status, extra.data.occurrence.round, quantities(extra.data.occurrence)]).toEqual([201, 2, { potato: 2 }])
      await runStandingOrdersWorkflow(getContainer()).run({ input: { date: dayFromNow(0), cutoff_before: dayFromNow(0) } })
      expect((await calendar()).map(({ round, state }) => [round, state]).sort()).toEqual([[1, "placed"], [1, "placed"], [2, "placed"]])
      expect(await getContainer().resolve(Modules.ORDER).listOrders({})).toHaveLength(3)
      const again = (await buyer("get", `orders?organisation_id=${world.school.id}&source=replenishment`)).data
      expect([again.count, again.orders[0]]).toMatchObject([1, { about_id: extra.data.occurrence.id, source: "replenishment", on: one.delivery_date }])
      expect((await buyer("post", "invoices", { organisation_id: world.school.id, title: "翠溪实验小学校", tax_number: "12500112435277068B", orders: [{ order_id: again.orders[0].order_id }] })).data.invoice.amount_fen).toBe(again.orders[0].total_fen)

      await buyer("post", `standing-orders/${id}/pause`, { from: first, resume_on: second, placed: "keep" })
      expect((await calendar()).every(({ state }) => state === "placed")).toBe(true)
      await buyer("post", `standing-orders/${id}/resume`)
      await buyer("post", `standing-orders/${id}/pause`, { from: second, resume_on: nextDay(second, 1), placed: "cancel" })
      expect((await calendar()).filter(({ id: own }) => own === two.id)).toMatchObject([{ state: "cancelled", error: "订单已取消" }])
      expect(await sql("select sum(quantity)::int as reserved from reservation_item where deleted_at is null")).toEqual([{ reserved: 6 + 3 + 2 }])
    })

    it("counts what failed and what was left empty in the run's answer and in both digests", async () => {
      const { potato, rice, school } = world
      await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝扶认0010", product_id: potato.product_id, valid_from: "2026-01-01", valid_to: "2026-06-30" }] } })
      const once = (name: string, variant_id: string) => buyer("post", "standing-orders", plan({ name, ends_on: first, lines: [{ variant_id, quantity: 2 }] }))
      for (const [name, { variant_id }] of [["停售的洋芋", potato], ["不要的米", rice], ["米", rice]] as const) expect((await once(name, variant_id)).status).toBe(201)
      const empty = (await calendar()).find(({ standing_order_name }) => standing_order_name === "不要的米")
      expect((await buyer("post", `occurrences/${empty.id}/lines`, { lines: [{ variant_id: rice.variant_id, quantity: 0 }] })).status).toBe(200)
      expect(await run(first)).toEqual({ planned: 3, placed: 1, short: 0, skipped: 1, failed: 1 })
      expect((await calendar()).find(({ id }) => id === empty.id)).toMatchObject({ state: "cancelled", error: "本次未订购任何商品", order_ids: [] })
      const [states, reason] = [{ placed: 1, failed: 1, cancelled: 1 }, expect.stringContaining("认定已到期")]
      expect((await admin("get", `digest?date=${first}`)).data).toEqual({ date: first, expected: 3, missing: 0, states, problems: [expect.objectContaining({ standing_order_name: "停售的洋芋", state: "failed", error: reason })] })
      expect((await admin("get", `run-digest?date=${first}`)).data.organisations).toEqual([expect.objectContaining({ name: school.name, expected: 3, states, total_fen: 11_000, short: [reason] })])
      // What failed is tried again, what was left empty is done.
      expect(await run(first)).toEqual({ planned: 1, placed: 0, short: 0, skipped: 0, failed: 1 })
    })

    it("is filled from a pasted list or a workbook, row by row", async () => {
      const pasted = await buyer("post", "quick-entry", { agreement_id: world.agreements.school.id, text: "SKU-巫溪洋芋\t10\n大宁河米 3\nABC 4\nSKU-恩施玉露 半" })
      expect(pasted.data).toMatchObject({ faults: 2, lines: [{ variant_id: world.potato.variant_id, quantity: 10 }, { variant_id: world.rice.variant_id, quantity: 3 }] })
      expect(pasted.data.rows.map(({ row, error }: any) => [row, error])).toEqual([[1, null], [2, null], [3, "“ABC”不在协议内，请核对编码"], [4, "数量“半”不是整数"]])
      const raw = { headers: { ...world.people.buyer.headers, "content-type": "application/octet-stream" } }
      const file = await workbookOf([["商品编码", "数量"], ["SKU-巫溪洋芋", "60"], ["SKU-大宁河米", { formula: "1+1" }], ["SKU-恩施玉露", "2"]])
      const { data } = await buyer("post", `agreements/${world.agreements.school.id}/quick-entry`, file, raw)
      expect([data.lines, data.rows.map(({ error }: any) => error)]).toEqual([[{ variant_id: world.tea.variant_id, quantity: 2 }], ["每次最多 50", expect.stringContaining("公式"), null]])
      expect((await buyer("post", `agreements/${world.agreements.school.id}/quick-entry`, Buffer.from("not a workbook"), raw)).code).toBe("intake_not_xlsx")
      const template = await buyer("get", `agreements/${world.agreements.school.id}/quick-entry`, {}, { responseType: "arraybuffer" })
      expect(Buffer.from(template.data).subarray(0, 2).toString()).toBe("PK")
    })
  })

  describe("a shortage", () => {
    it("is foreseen by stock and pledge, told before cut-off with a certified substitute, shared by the stated rule, and packed", async () => {
      const { potato, rice, tea, people, agreements, school, enshi, wuxi } = world
      const term = { producer_id: null, valid_from: "2026-01-01", valid_to: dayFromNow(400), weekdays: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1 }
      await saveSupplyAgreementsWorkflow(getContainer()).run({ input: { agreements: [{ ...term, number: agreements.school.number, organisation_id: school.id, lines: [
        { variant_id: rice.variant_id, unit_price_fen: 5500, substitute_variant_id: potato.variant_id, settle_by: "weight" }, { variant_id: potato.variant_id, unit_price_fen: 3600 }, { variant_id: tea.variant_id, unit_price_fen: 12_000 },
      ] }] } })
      await buyer("post", "standing-orders", plan({ ends_on: first, lines: [{ variant_id: rice.variant_id, quantity: 30 }, { variant_id: tea.variant_id, quantity: 15 }] }))
      await ask(people.other, "post", "/store/institution/standing-orders", plan({ agreement_id: agreements.office.id, ends_on: first, lines: [{ variant_id: tea.variant_id, quantity: 15 }] }))
      expect((await admin("post", "pledges", { variant_id: rice.variant_id, from_on: first, to_on: dayFromNow(2), quantity: 18 })).code).toBe("pledge_window_inverted")
      await admin("post", "pledges", { variant_id: rice.variant_id, from_on: dayFromNow(2), to_on: first, quantity: 18 })
      await admin("post", "shortage-rules", { seller_id: enshi.id, rule: "schools_first" })
      const tell = () => tellShortagesWorkflow(getContainer()).run({ input: { today: dayFromNow(0) } })
      await tell()
      const [uncertified] = await calendar()
      expect(uncertified.shortages.map(({ title, requested, expected, reason, substitute }: any) => [title, requested, expected, reason, substitute])).toEqual([["大宁河米", 30, 18, "采收量不足，按需求比例分配", null]])
      expect((await buyer("post", `occurrences/${uncertified.id}/substitute`, { variant_id: rice.variant_id })).code).toBe("not_certified")
      await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝扶认0009", product_id: potato.product_id, valid_from: "2026-01-01", valid_to: "2030-12-31" }] } })
      await tell()
      const [told] = await calendar()
      expect(told.shortages[0]).toMatchObject({ substitute: { variant_id: potato.variant_id, title: "巫溪洋芋" }, told_at: uncertified.shortages[0].told_at })
      const dry = await admin("get", `dry-run?date=${first}`)
      expect(dry.data).toMatchObject({ planned: 2, placed: 0, short: 2 })
      expect(dry.data.problems.map(({ title, settle_by, requested, supplied }: any) => [title, settle_by, requested, supplied]).sort()).toEqual([["大宁河米", "weight", 30, 18], ["恩施玉露", "count", 15, 5]])
      expect(quantities((await buyer("post", `occurrences/${told.id}/substitute`, { variant_id: rice.variant_id })).data.occurrence)).toEqual({ rice: 18, tea: 15, potato: 12 })
      expect(await run(first)).toMatchObject({ placed: 1, short: 1 })
      const { data: { occurrences: [theirs] } } = await ask(people.other, "get", "/store/institution/occurrences")
      expect(theirs.lines[0]).toMatchObject({ requested: 15, supplied: 5, reason: "库存不足" })

      const packing = (await admin("get", `packing?date=${first}&seller_id=${wuxi.id}`)).data
      expect(packing.sellers).toMatchObject([{ id: wuxi.id, rule: "pro_rata", lines: expect.arrayContaining([expect.objectContaining({ title: "大宁河米", settle_by: "weight", supplied: 18 }), expect.objectContaining({ title: "巫溪洋芋", supplied: 12 })]) }])
      const pdf = await admin("get", `packing?date=${first}&seller_id=${enshi.id}&format=pdf`, {}, { responseType: "arraybuffer" })
      expect(Buffer.from(pdf.data).subarray(0, 5).toString()).toBe("%PDF-")
      const { headers, data: book } = await api.get(`/admin/institution/packing?date=${first}&seller_id=${wuxi.id}&format=xlsx`, { headers: office.headers, responseType: "arraybuffer" })
      expect(decodeURIComponent(headers["content-disposition"])).toContain(`采收装箱单 ${wuxi.name} ${first}.xlsx`)
      const workbook = new ExcelJS.Workbook()
      await workbook.xlsx.load(book)
      const page = workbook.worksheets[0]!
      const table = await readTable(Buffer.from(book))
      const top = table.findIndex(([cell]) => cell === "商品与规格")
      expect([page.views[0], page.pageSetup, page.columns.every(({ width }) => width! > 6)]).toMatchObject([{ state: "frozen", ySplit: top + 1 }, { paperSize: 9, fitToWidth: 1, printTitlesRow: `${top + 1}:${top + 1}` }, true])
      const [rows, sums] = [table.slice(top + 1), table.filter(([cell]) => cell === "合计")]
      const packedFor = (name: string) => rows.filter(([, unit]) => String(unit).startsWith(name)).map(([, , unit, , supplied]) => `${supplied} ${unit}`)
      // Kilograms and pieces are never added up.
      expect([packedFor(school.name).sort(), sums.map((sum) => sum.slice(2, 5)).sort()]).toEqual([["12 份", "18 公斤"], [["份", 12, 12], ["公斤", 18, 18]]])
      const { data: { organisations } } = await admin("get", `run-digest?date=${first}`)
      expect(organisations.map(({ name, expected, states, short }: any) => [name, expected, states, short])).toEqual(expect.arrayContaining([
        [school.name, 1, { placed: 1 }, []], ["益阳市机关后勤服务中心", 1, { short: 1 }, ["库存不足"]],
      ]))
      const { data: { dossier } } = await buyer("get", `agreements/${agreements.school.id}`)
      expect(dossier.commitments.find(({ variant_id }: any) => variant_id === rice.variant_id)).toMatchObject({ owed: 0, requested: 0, producer_gap: 0 })
    })
  })
})
