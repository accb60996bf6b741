import { mailNotices } from "@fupin/institution/notices/mail"
import { tellNotices } from "@fupin/institution/notices/tell"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
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
    const { data: { member } } = await staff(`organisations/${world.school.id}/members`, { email: "stranger@example.cn", role: "approver" })
    await staff(`members/${member.id}/verify`)
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
      expect(notices.find(({ kind }: any) => kind === "shortage").body).toMatch(/巫溪洋芋订 10、预计可供 6，可换成大宁河米/)
      expect(notices.find(({ kind }: any) => kind === "approval_decided").body).toContain("超出预算")

      await twice(() => mailNotices(getContainer(), new Date(`${dayFromNow(0)}T07:00:00+08:00`)))
      expect(mail.received.filter(({ to }) => to !== "stranger@example.cn")).toEqual([])
      await twice(() => mailNotices(getContainer(), MORNING))
      await mailNotices(getContainer(), new Date(MORNING.getTime() + 86_400_000))
      expect(mail.received.filter(({ to }) => to === "buyer@example.cn")).toMatchObject([{ subject: "采购台今日通知（5 条）", text: expect.stringContaining("超出预算") }])
      expect(mail.received.filter(({ to }) => to === "finance@example.cn")).toEqual([])
      expect(new Set(mail.received.map(({ to, subject }) => `${to} ${subject}`)).size).toBe(mail.received.length)
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
      await sql("insert into notice (id, fact_key, organisation_id, customer_id, kind, title, body, href) values ('ntce_1', 'k', ?, ?, 'campaign_paid', '到账', '到账', '/desk')", [school.id, people.buyer.customer_id])
      expect(await told(people.buyer)).toMatchObject({ unread: 1, count: 1, mail_works: true, notices: [{ id: "ntce_1", is_read: false }] })
      expect(await told(people.finance)).toMatchObject({ unread: 0, count: 0 })
      await store(people.finance, "post", "notices/read", { organisation_id: school.id })
      expect((await told(people.buyer)).unread).toBe(1)
      expect((await store(people.buyer, "post", "notices/read", { organisation_id: school.id })).data).toMatchObject({ unread: 0, notices: [{ is_read: true }] })
      expect((await store(people.buyer, "post", "notices/mail", { organisation_id: school.id, mail: "often" })).data.code).toBe("invalid_input")
    })
  })
})
