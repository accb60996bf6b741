import runStandingOrders from "@fupin/institution/jobs/run-standing-orders"
import { mailNotices } from "@fupin/institution/notices/mail"
import { tellNotices } from "@fupin/institution/notices/tell"
import { tellStaff } from "@fupin/institution/notices/tell-staff"
import { followOrdersWorkflow, runStandingOrdersWorkflow, saveMembersWorkflow } from "@fupin/institution/workflows"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import { dayFromNow, DELIVERY, type Institutions, openInstitutions } from "../support/institution"
import { MailServer } from "../support/mail-server"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { PDF, workbookOf } from "../support/workbook-of"

type Person = { headers: Record<string, string> }

/** The backend reads where mail goes when it starts. */
const mail = new MailServer()
process.env.SMTP_URL = mail.url
const MORNING = new Date(`${dayFromNow(0)}T10:00:00+08:00`)

describeShop(({ api, getContainer }) => {
  let world: Institutions
  const ask = (person: Person, method: "get" | "post", path: string, body: unknown = {}) =>
    method === "get" ? api.get(path, { headers: person.headers, validateStatus: null }) : api.post(path, body, { headers: person.headers, validateStatus: null })
  const store = (person: Person, method: "get" | "post", path: string, body?: unknown) => ask(person, method, `/store/institution/${path}`, body)
  const upload = (path: string, file: Buffer) => api.post(`/store/institution/campaigns${path}`, file, { headers: { ...world.people.buyer.headers, "content-type": "application/octet-stream" }, validateStatus: null })
  const sql = async (text: string, values: unknown[] = []): Promise<any[]> => (await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values as never)).rows
  /** Two processes at once, and once more. */
  const twice = async (run: () => Promise<void>) => {
    await Promise.all([run(), run()])
    await run()
  }
  const told = async (person: Person) => (await store(person, "get", `notices?organisation_id=${world.school.id}`)).data
  const kinds = async (person: Person) => (await told(person)).notices.map(({ kind }: any) => kind).sort()

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [world.potato, world.rice].map(({ product_id }, index) => ({ number: `渝巫认定〔2026〕${index + 1}号`, product_id, valid_from: "2026-01-01", valid_to: "2036-06-30" })) } })
    await saveMembersWorkflow(getContainer()).run({ input: { organisation_id: world.school.id, members: [{ email: "stranger@example.cn", role: "approver" }], verified: true, actor_id: "tester" } })
  })
  beforeEach(() => { mail.received.length = 0 })
  afterAll(() => mail.close())

  const staff = async (path: string, body: object = {}) => ask(await signInStaff(getContainer(), "office"), "post", `/admin/institution/${path}`, body)

  async function campaign(rows: unknown[][]): Promise<string> {
    const year = new Date().getFullYear() + 1
    const { data } = await store(world.people.buyer, "post", "campaigns", { organisation_id: world.school.id, holiday: "mid_autumn", year, title: "中秋慰问", budget_fen: 50_000, choose_by: dayFromNow(2), delivery_mode: "pickup", pickup: DELIVERY })
    const { id } = data.campaign
    await store(world.people.buyer, "post", `campaigns/${id}/packs`, { packs: [{ name: "山货礼包", price_fen: 10_001, is_default: true, components: [{ variant_id: world.potato.variant_id, quantity: 2 }] }] })
    await upload(`/${id}/minutes?name=a.pdf`, PDF)
    expect((await upload(`/${id}/roster?mode=save`, await workbookOf([["工号", "姓名", "手机号", "邮箱"], ...rows]))).data.saved).toBe(true)
    expect((await store(world.people.buyer, "post", `campaigns/${id}/steps`, { step: "open" })).status).toBe(200)
    return id
  }

  describe("people are told", () => {
    it("what concerns them, each fact once, at the desk and by mail as they choose; failing mail breaks nothing", async () => {
      const { people, school, agreements, potato } = world
      const approver = people.stranger
      await staff(`organisations/${school.id}/approval-policy`, { tiers: [{ up_to_fen: null, mode: "any", approvers: [] }] })
      const id = await campaign([["G1", "职工一", "13800000001", ""]])
      await store(people.buyer, "post", `campaigns/${id}/steps`, { step: "close" })
      mail.isBroken = true
      expect((await store(people.buyer, "post", `campaigns/${id}/steps`, { step: "place" })).data.code).toBe("approval_needed")
      await twice(() => tellNotices(getContainer(), MORNING))
      expect([await kinds(approver), await kinds(people.buyer)]).toEqual([["approval_waiting"], []])
      await twice(() => mailNotices(getContainer(), MORNING))
      expect(mail.received).toEqual([])
      mail.isBroken = false
      await sql("update notice_mail set held_until = now() where sent_at is null")
      await twice(() => mailNotices(getContainer(), MORNING))
      expect(mail.received).toMatchObject([{ to: "stranger@example.cn", subject: "等您审批：中秋慰问", text: expect.stringMatching(/¥100\.01[\s\S]*\/desk\/approvals/) }])

      await store(people.buyer, "post", "notices/mail", { organisation_id: school.id, mail: "digest" })
      await store(people.finance, "post", "notices/mail", { organisation_id: school.id, mail: "none" })
      const { data: { approvals: [asked] } } = await store(approver, "get", `approvals?organisation_id=${school.id}`)
      expect((await store(approver, "post", `approvals/${asked.id}/decision`, { verdict: "reject", amount_fen: asked.amount_fen, reason: "超出预算" })).status).toBe(200)
      await sql("update supply_agreement set valid_to = ? where id = ?", [dayFromNow(20), agreements.school.id])
      const weekday = new Date(dayFromNow(5)).getUTCDay() || 7
      const { data: { standing_order } } = await store(people.buyer, "post", "standing-orders", { agreement_id: agreements.school.id, name: "食堂配送", weekdays: [weekday], starts_on: dayFromNow(5), ends_on: dayFromNow(5), skip_statutory_holidays: false, lines: [{ variant_id: potato.variant_id, quantity: 10 }], delivery: DELIVERY })
      await sql("insert into expected_shortage (occurrence_id, variant_id, requested, expected, reason, substitute_variant_id) select id, ?, 10, 6, 'stock', ? from occurrence where standing_order_id = ?", [potato.variant_id, world.rice.variant_id, standing_order.id])
      for (const [state, moments] of [["sent", "sent_at"], ["disputed", "drawn_at"], ["adjusted", "drawn_at"], ["confirmed", "confirmed_at"]] as const) {
        await sql(`insert into statement (id, number, organisation_id, seller_id, month, state, drawn_at, ${moments === "drawn_at" ? "waiting" : moments}) values (?, ?, ?, ?, '2026-10', ?, now(), ${moments === "drawn_at" ? "0" : "now()"})`, [`stm_${state}`, `DZ-${state}`, school.id, state, state])
      }
      await sql("insert into statement (id, number, organisation_id, seller_id, month, state, drawn_at, confirmed_at) values ('stm_late', 'DZ-late', ?, 'late', '2026-08', 'confirmed', now(), now() - interval '31 days')", [school.id])
      mail.received.length = 0
      await twice(() => tellNotices(getContainer(), MORNING))
      expect(await kinds(people.buyer)).toEqual(["agreement_renewal", "approval_decided", "shortage", "statement_confirmed", "statement_disputed"])
      expect(await kinds(people.finance)).toEqual(["statement_adjusted", "statement_confirmed", "statement_disputed", "statement_overdue", "statement_ready"])
      expect([await kinds(people.receiver), await kinds(people.viewer)]).toEqual([[], []])
      const { notices } = await told(people.buyer)
      expect(notices.find(({ kind }: any) => kind === "shortage").body).toMatch(/巫溪洋芋订 10 份、预计可供 6 份，可换成大宁河米/)
      expect(notices.find(({ kind }: any) => kind === "approval_decided").body).toContain("超出预算")

      await twice(() => mailNotices(getContainer(), new Date(`${dayFromNow(0)}T07:00:00+08:00`)))
      expect(mail.received.filter(({ to }) => to !== "stranger@example.cn")).toEqual([])
      await twice(() => mailNotices(getContainer(), MORNING))
      await mailNotices(getContainer(), new Date(MORNING.getTime() + 86_400_000))
      expect(mail.received.filter(({ to }) => to === "buyer@example.cn")).toMatchObject([{ subject: "扶贫馆今日通知（5 条）", text: expect.stringContaining("超出预算") }])
      expect(mail.received.filter(({ to }) => to === "finance@example.cn")).toEqual([])
      expect(new Set(mail.received.map(({ to, subject }) => `${to} ${subject}`)).size).toBe(mail.received.length)
    })

    it("of every delivery that did not come about and why, of an approval that expired, and once a month of a plan that falls behind", async () => {
      const { people, school, agreements, potato, rice, tea } = world
      const approver = people.stranger
      const [year, weekday] = [Number(dayFromNow(0).slice(0, 4)), (date: string) => new Date(date).getUTCDay() || 7]
      const order = async (name: string, variant_id: string, quantity: number, on: string) => expect((await store(people.buyer, "post", "standing-orders", {
        agreement_id: agreements.school.id, name, weekdays: [weekday(on)], starts_on: on, ends_on: on, skip_statutory_holidays: false, lines: [{ variant_id, quantity }], delivery: DELIVERY,
      })).status).toBe(201)
      const run = (date: string) => runStandingOrdersWorkflow(getContainer()).run({ input: { date } })
      const plan = (kind: string, title: string, more: object) => staff(`organisations/${school.id}/spending-plans`, { year, kind, title, ...more })
      await plan("local", "地方计划", { target_fen: 990_000_000, eligible: { platforms: ["here"], sources: ["canteen"] } })
      await plan("union", "工会计划", { member_floor_fen: 1_000, member_cap_fen: 20_000, eligible: { platforms: ["here"], sources: ["union"] } })
      await staff(`organisations/${school.id}/headcounts`, { on_day: `${year}-01-01`, members: 2, evidence: "会员名册" })

      const gifts = await campaign([["G1", "职工一", "13800000001", ""]])
      for (const step of ["close", "place"]) expect((await store(people.buyer, "post", `campaigns/${gifts}/steps`, { step })).status).toBe(200)
      const { plans } = (await store(people.buyer, "get", `budget?organisation_id=${school.id}`)).data
      expect(plans.find(({ kind }: any) => kind === "union")).toMatchObject({
        target_fen: 2_000, paid_fen: 0, ordered_fen: 10_001, open_fen: 0, forecast_fen: 10_001, state: "on_track", per_member: { members: 2, average_fen: 0, floor_fen: 1_000, cap_fen: 20_000, standing: "below" },
      })

      await staff(`organisations/${school.id}/approval-policy`, { tiers: [{ up_to_fen: 300_000, mode: "none", approvers: [] }, { up_to_fen: null, mode: "any", approvers: [] }] })
      await order("洋芋", potato.variant_id, 10, dayFromNow(3))
      await order("茶", tea.variant_id, 30, dayFromNow(3))
      await order("米", rice.variant_id, 60, dayFromNow(3))
      await order("旧米", rice.variant_id, 1, dayFromNow(7))
      await run(dayFromNow(3))
      const [{ order_ids }] = await sql("select o.order_ids from occurrence o join standing_order s on s.id = o.standing_order_id where s.name = '洋芋'")
      for (const order_id of order_ids) await cancelOrderWorkflow(getContainer()).run({ input: { order_id } })
      await followOrdersWorkflow(getContainer()).run({ input: { order_ids } })
      await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝巫认定〔2026〕1号", product_id: potato.product_id, valid_from: "2026-01-01", valid_to: "2026-06-30" }] } })
      await order("停售的洋芋", potato.variant_id, 1, dayFromNow(4))
      for (const of of new Set([dayFromNow(3), dayFromNow(5)].map((date) => Number(date.slice(0, 4))))) await staff(`organisations/${school.id}/budgets`, { year: of, purpose: "delivery", amount_fen: 1_000 })
      await sql("update occurrence set delivery_date = ?, cutoff_on = ? where standing_order_id = (select id from standing_order where name = '旧米')", [dayFromNow(-9), dayFromNow(-10)])
      await run(dayFromNow(4))
      await sql("update spending_request set expires_on = ? where state = 'open'", [dayFromNow(-1)])

      await twice(() => tellNotices(getContainer(), MORNING))
      const both = ["delivery_over_budget", "plan_behind"]
      const everything = ["approval_expired", "delivery_cancelled", "delivery_failed", "delivery_missed", "delivery_over_budget", "delivery_short", "plan_behind"]
      expect([await kinds(people.buyer), await kinds(approver), await kinds(people.finance), await kinds(people.receiver), await kinds(people.viewer)]).toEqual([
        everything, ["approval_expired", "delivery_missed", ...both], both, ["delivery_cancelled", "delivery_short"], []])
      const said = Object.fromEntries((await told(people.buyer)).notices.map(({ kind, title, body }: any) => [kind, `${title}｜${body}`]))
      expect(said).toMatchObject({
        approval_expired: expect.stringMatching(/审批过期：米[\s\S]*¥3,300\.00/), delivery_cancelled: expect.stringContaining("洋芋"), delivery_failed: expect.stringMatching(/停售的洋芋[\s\S]*认定已到期/),
        delivery_missed: expect.stringMatching(/旧米[\s\S]*已错过配送日，未下单/), delivery_over_budget: expect.stringMatching(/米[\s\S]*本年度预算还差/), delivery_short: expect.stringMatching(/恩施玉露订 30 份、实际下单 20 份。库存不足/),
        plan_behind: expect.stringMatching(/地方计划[\s\S]*还差/),
      })
      await run(dayFromNow(4))
      await sql("update notice_fact set told_at = told_at - interval '2 days' where key like 'plan-checked:%'")
      await twice(() => tellNotices(getContainer(), MORNING))
      expect(await kinds(people.buyer)).toEqual(everything)
      await twice(() => mailNotices(getContainer(), MORNING))
      expect(mail.received.filter(({ to }) => to === "buyer@example.cn").map(({ subject }) => subject)).toEqual(expect.arrayContaining([expect.stringContaining("没有下成单：停售的洋芋"), expect.stringContaining("预计到年底完不成")]))
      expect((await store(people.buyer, "get", `today?organisation_id=${school.id}`)).data.share).toMatchObject({ title: "地方计划", state: "behind" })
    })

    it("of a failed delivery only while it is one: placed before the mail goes out, it is no failure; what waits for approval never was", async () => {
      const { people, school, agreements, potato, rice } = world
      const approver = people.stranger
      const on = dayFromNow(3)
      const order = async (name: string, variant_id: string, quantity: number) => expect((await store(people.buyer, "post", "standing-orders", {
        agreement_id: agreements.school.id, name, weekdays: [new Date(on).getUTCDay() || 7], starts_on: on, ends_on: on, skip_statutory_holidays: false, lines: [{ variant_id, quantity }], delivery: DELIVERY,
      })).status).toBe(201)
      const run = async () => (await runStandingOrdersWorkflow(getContainer()).run({ input: { date: on } })).result
      const certify = (valid_to: string) => saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝巫认定〔2026〕1号", product_id: potato.product_id, valid_from: "2026-01-01", valid_to }] } })
      for (const person of [people.buyer, approver]) await store(person, "post", "notices/mail", { organisation_id: school.id, mail: "digest" })
      await staff(`organisations/${school.id}/approval-policy`, { tiers: [{ up_to_fen: 300_000, mode: "none", approvers: [] }, { up_to_fen: null, mode: "any", approvers: [] }] })
      await order("洋芋", potato.variant_id, 2)
      await order("米", rice.variant_id, 60)
      await certify("2026-06-30")
      expect(await run()).toMatchObject({ placed: 0, failed: 2 })
      await twice(() => tellNotices(getContainer(), MORNING))
      expect([await kinds(people.buyer), await kinds(approver)]).toEqual([["delivery_failed"], ["approval_waiting"]])
      expect((await told(people.buyer)).notices[0].title).toContain("没有下成单：洋芋")
      await runStandingOrders(getContainer())
      const { last } = (await ask(await signInStaff(getContainer(), "office"), "get", "/admin/institution/standing-runs")).data
      expect(last.failures).toEqual([{ count: 1, reason: "巫溪洋芋" }])
      const mailAt = async (hour: string) => {
        await mailNotices(getContainer(), new Date(`${dayFromNow(0)}T${hour}:00:00+08:00`))
        return mail.received.map(({ to, text }) => [to, text.match(/(没有下成单|等您审批)：\S+/g)]).sort()
      }
      expect(await mailAt("07")).toEqual([])

      await certify("2036-06-30")
      expect(await run()).toMatchObject({ placed: 1, failed: 1 })
      await certify("2026-06-30")
      await order("停售的洋芋", potato.variant_id, 1)
      expect(await run()).toMatchObject({ placed: 0, failed: 2 })
      await twice(() => tellNotices(getContainer(), MORNING))
      expect([await kinds(people.buyer), await kinds(approver)]).toEqual([["delivery_failed", "delivery_failed"], ["approval_waiting"]])
      // What the run tries again while the mail goes out is not ordered yet.
      await sql("update occurrence set state = 'claimed', lease_until = now() + interval '1 minute' where state = 'failed'")
      expect(await mailAt("08")).toEqual([["buyer@example.cn", ["没有下成单：停售的洋芋"]], ["stranger@example.cn", ["等您审批：米"]]])
    })

    it("of an hourly run that left deliveries out, broke off, or does not come any more: the admin says it and its bell rings once", async () => {
      const on = dayFromNow(6)
      const runs = async () => (await ask(await signInStaff(getContainer(), "office"), "get", "/admin/institution/standing-runs")).data
      const missing = async () => (await ask(await signInStaff(getContainer(), "office"), "get", `/admin/institution/digest?date=${on}`)).data.missing
      const bells = async () => {
        await twice(() => tellStaff(getContainer(), new Date()))
        return (await getContainer().resolve(Modules.NOTIFICATION).listNotifications({ resource_type: "standing_run" }, { order: { created_at: "ASC" } })).map(({ data }) => data!.description)
      }
      const spoil = (act: string) => sql(`create or replace function spoil() returns trigger language plpgsql as $$ begin if new.delivery_date = '${on}' then ${act}; end if; return new; end $$`)
      expect(await runs()).toEqual({ last: null, is_overdue: false })
      await spoil("return null")
      await sql("create trigger spoil before insert on occurrence for each row execute function spoil()")
      try {
        await store(world.people.buyer, "post", "standing-orders", { agreement_id: world.agreements.school.id, name: "早餐", weekdays: [new Date(on).getUTCDay() || 7], starts_on: on, ends_on: on, skip_statutory_holidays: false, lines: [{ variant_id: world.potato.variant_id, quantity: 1 }], delivery: DELIVERY })
        await sql("update standing_order set created_at = created_at - interval '2 hours'")
        expect(await runs()).toEqual({ last: null, is_overdue: true })
        await runStandingOrders(getContainer())
        expect(await runs()).toMatchObject({ is_overdue: false, last: { error: null, failures: [], gaps: [{ date: on, count: 1 }], result: { planned: 0, failed: 0 } } })
        expect([await missing(), await bells()]).toEqual([1, [expect.stringContaining("1 次配送没有排期")]])
        // What the database says may hold what it was given: the row keeps the kind of error, the log the rest.
        await spoil("raise exception 'disk full'")
        await expect(runStandingOrders(getContainer())).rejects.toThrow("disk full")
        expect(await runs()).toMatchObject({ is_overdue: false, last: { error: "DriverException P0001", result: null, gaps: [{ date: on, count: 1 }] } })
        expect((await bells()).at(-1)).toContain("中途出错")
      } finally {
        await sql("drop function spoil cascade")
      }
      await sql("update standing_run set ended_at = ended_at - interval '2 hours'")
      expect([(await runs()).is_overdue, (await bells()).at(-1)]).toEqual([true, expect.stringContaining("配送可能没有下单")])
      await runStandingOrders(getContainer())
      expect([await runs(), await missing(), (await bells()).length]).toMatchObject([{ is_overdue: false, last: { error: null, gaps: [] } }, 0, 3])
    })

    it("of their packs by letter: the link opens, the silent are reminded once, and nothing of it is kept", async () => {
      const id = await campaign([["G1", "职工一", "13800000001", "one@example.cn"], ["G2", "职工二", "13800000002", "two@example.cn"], ["G3", "职工三", "13800000003", ""]])
      await twice(() => mailNotices(getContainer(), MORNING))
      expect(mail.received.map(({ to }) => to).sort()).toEqual(["one@example.cn", "two@example.cn"])
      const [, token, code] = /\/gift\/(\S+)[\s\S]*验证码：(\d{6})/.exec(mail.received.find(({ to }) => to === "one@example.cn")!.text)!
      const open = (path: string, body: object) => api.post(`/store/gift${path}`, { token, code, ...body }, { headers: { "x-publishable-api-key": world.store.publishable_key }, validateStatus: null })
      const { data: { gift } } = await open("", {})
      expect((await open("/choice", { pack_id: gift.packs[0].id })).status).toBe(200)
      await sql("update notice_mail set sent_at = sent_at - interval '1 day' where key like 'gift:invite:%'")
      mail.received.length = 0
      await twice(() => mailNotices(getContainer(), MORNING))
      expect(mail.received).toMatchObject([{ to: "two@example.cn", subject: expect.stringContaining("还没有选"), text: expect.stringContaining("/gift/") }])
      const kept = JSON.stringify([await sql("select * from notification"), await sql("select * from campaign_recipient"), await sql("select * from notice_mail")])
      expect([kept.includes(token!), kept.includes(`"${code}"`), JSON.stringify(await sql("select * from campaign_recipient")).includes("@example.cn")]).toEqual([false, false, false])
      await store(world.people.buyer, "post", `campaigns/${id}/steps`, { step: "cancel", reason: "改发春节" })
      expect((await store(world.people.buyer, "post", `campaigns/${id}/steps`, { step: "erase" })).status).toBe(200)
      expect(await sql("select id from notification where resource_type = 'campaign'")).toEqual([])
      expect(await sql("select id from campaign_recipient where email_sealed is not null")).toEqual([])
    })

    it("of an invitation by mail, and of nothing that is another's", async () => {
      const { people, school, store: shop } = world
      const { data } = await staff(`organisations/${school.id}/invitations`, { role: "viewer", email: "new@example.cn" })
      expect(mail.received).toMatchObject([{ to: "new@example.cn", subject: "邀请您加入翠溪实验小学校", text: expect.stringContaining(data.code) }])
      const nobody = { headers: { "x-publishable-api-key": shop.publishable_key } }
      const calls: ["get" | "post", string, object][] = [["get", `notices?organisation_id=${school.id}`, {}], ["post", "notices/read", { organisation_id: school.id }], ["post", "notices/mail", { organisation_id: school.id, mail: "none" }]]
      for (const [method, path, body] of calls) {
        expect([path, (await store(nobody, method, path, body)).status]).toEqual([path, 401])
        expect([path, (await store(people.other, method, path, body)).data.code]).toEqual([path, "not_a_member"])
        expect([path, (await store(people.viewer, method, path, body)).status]).toEqual([path, 200])
      }
      await sql("insert into notice_fact (key) values ('k')")
      await sql("insert into notice (id, fact_key, owner_id, customer_id, kind, title, body, href) values ('ntce_1', 'k', ?, ?, 'campaign_paid', '到账', '到账', '/desk')", [school.id, people.buyer.customer_id])
      expect(await told(people.buyer)).toMatchObject({ unread: 1, count: 1, mail_works: true, notices: [{ id: "ntce_1", is_read: false }] })
      expect(await told(people.finance)).toMatchObject({ unread: 0, count: 0 })
      await store(people.finance, "post", "notices/read", { organisation_id: school.id })
      expect((await told(people.buyer)).unread).toBe(1)
      expect((await store(people.buyer, "post", "notices/read", { organisation_id: school.id })).data).toMatchObject({ unread: 0, notices: [{ is_read: true }] })
      expect((await store(people.buyer, "post", "notices/mail", { organisation_id: school.id, mail: "often" })).data.code).toBe("invalid_input")
    })
  })
})
