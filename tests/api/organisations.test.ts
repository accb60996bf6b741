import { recordPaymentFactsWorkflow } from "@fupin/benefit/workflows"
import { placeOrdersWorkflow, receiveTransferWorkflow } from "@fupin/checkout/workflows"
import { readOrganisations } from "@fupin/institution/reads/plans"
import { showBudget } from "@fupin/institution/reads/show-budget"
import { runStandingOrdersWorkflow, saveSupplyAgreementsWorkflow } from "@fupin/institution/workflows"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { dayFromNow, DELIVERY } from "../support/institution"
import { ADDRESS } from "../support/purchase"
import { describeShop } from "../support/shop"
import { FIRST, openSpending, type SpendingWorld, weekdayOf } from "../support/spending"
import { signInStaff } from "../support/staff"

type Who = { headers: Record<string, string> }
const PDF = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n").toString("base64")

describeShop(({ api, getContainer }) => {
  let world: SpendingWorld
  const ask = async (person: Who, method: "get" | "post", path: string, body: unknown = {}): Promise<{ status: number; data: any }> =>
    method === "get" ? api.get(path, { headers: person.headers, validateStatus: null }) : api.post(path, body, { headers: person.headers, validateStatus: null })
  const desk = (person: Who, method: "get" | "post", path: string, body?: unknown) => ask(person, method, `/store/institution/${path}`, body)
  const staff = (path: string, body: unknown, id: string = world.unit.id) => ask(world.office, "post", `/admin/institution/organisations/${id}/${path}`, body)
  /** The year before this one: every day of it can have been paid on. */
  const year = Number(dayFromNow(0).slice(0, 4)) - 1
  const budget = async (id: string = world.unit.id, of: number = year) => (await ask(world.office, "get", `/admin/institution/organisations/${id}/budget?year=${of}`)).data

  beforeAll(async () => {
    world = await openSpending(getContainer())
  })

  describe("a unit's year", () => {
    const pay = (order_id: string, amount_fen: number, received_on: string, reference: string) => receiveTransferWorkflow(getContainer()).run({ input: { order_id, amount_fen, reference, received_on, actor_id: "tester" } })
    const eligible = (change: object = {}) => ({ platforms: ["here", "platform_832"], sources: ["canteen"], origins: [], ...change })

    it("counts what was paid, in the year it was paid, down to each order; bought elsewhere with its proof, by staff when they say so", async () => {
      await staff("budgets", { year, purpose: "delivery", amount_fen: 1_000_000 })
      expect((await staff("spending-plans", { year, kind: "canteen_share", title: "食堂预留份额", eligible: eligible() })).status).toBe(201)
      await staff("spending-plans", { year, kind: "floor", title: "巫溪只增不减", eligible: eligible({ origins: ["500238"], sources: ["canteen", "personal"] }) })
      await staff("spending-plans", { year: year - 1, kind: "local", title: "去年计划", target_fen: 10_000, eligible: eligible() })
      expect((await staff("spending-plans", { year, kind: "pair", title: "结对巫溪", eligible: eligible() })).data.code).toBe("plan_incomplete")
      await desk(world.buyer, "post", "standing-orders", {
        agreement_id: world.agreements.school.id, name: "午餐", weekdays: [weekdayOf(FIRST)], starts_on: FIRST, ends_on: FIRST, skip_statutory_holidays: false, lines: [{ variant_id: world.potato.variant_id, quantity: 10 }, { variant_id: world.tea.variant_id, quantity: 1 }], delivery: DELIVERY,
      })
      await runStandingOrdersWorkflow(getContainer()).run({ input: { date: FIRST } })
      const { data: { orders } } = await desk(world.buyer, "get", `orders?organisation_id=${world.unit.id}`)
      const [potatoes, tea] = [orders.find(({ total_fen }: any) => total_fen === 36_000), orders.find(({ total_fen }: any) => total_fen === 12_000)]
      const share = async () => (await budget()).plans.find(({ kind }: any) => kind === "canteen_share")
      expect(await share()).toMatchObject({ target_fen: 100_000, paid_fen: 0, gap_fen: 100_000, state: "behind", basis: "年度食堂食材预算 10,000.00 元的 10%（全国：预留份额不低于年度食堂食材采购预算的10%）" })

      await pay(potatoes.order_id, 20_000, `${year - 1}-12-31`, "B-1")
      await pay(potatoes.order_id, 16_000, `${year}-01-01`, "B-2")
      await pay(tea.order_id, 12_000, `${year}-02-03`, "B-3")
      const paid = await share()
      expect(paid).toMatchObject({ paid_fen: 28_000, gap_fen: 72_000, months: [16_000, 12_000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0] })
      expect(paid.items.map(({ order_id, on, amount_fen, seller, title }: any) => [order_id, on, amount_fen, seller, title.slice(0, 4)])).toEqual([
        [tea.order_id, `${year}-02-03`, 12_000, "恩施茶叶专业合作社", "恩施玉露"], [potatoes.order_id, `${year}-01-01`, 16_000, "巫溪洋芋专业合作社", "巫溪洋芋"]])
      expect((await budget(world.unit.id, year - 1)).plans[0]).toMatchObject({ paid_fen: 20_000, state: "met" })
      expect((await budget()).plans.find(({ kind }: any) => kind === "floor")).toMatchObject({ target_fen: 20_000, paid_fen: 16_000, gap_fen: 4_000 })
      expect(paid.closers).toEqual([])

      const outside = { organisation_id: world.unit.id, platform: "platform_832", source: "canteen", seller: "城口县某合作社", goods: "香菇 20 千克", origin_code: "500229", amount_fen: 5_000, paid_on: `${year}-03-01`, proof_name: "发票.pdf", proof: PDF }
      expect((await desk(world.viewer, "post", "outside-purchases", outside)).data.code).toBe("role_not_allowed")
      expect((await desk(world.people.other, "post", "outside-purchases", outside)).data.code).toBe("not_a_member")
      expect((await desk(world.buyer, "post", "outside-purchases", { ...outside, proof: Buffer.from("not a scan at all").toString("base64") })).data.code).toBe("scan_wrong_type")
      const { data: { outside_purchase: { id, proof_sha256 } } } = await desk(world.buyer, "post", "outside-purchases", outside)
      expect(proof_sha256).toMatch(/^[0-9a-f]{64}$/)
      expect((await desk(world.buyer, "post", "outside-purchases", outside)).data.code).toBe("proof_known")
      expect((await share()).paid_fen).toBe(28_000)
      const decideOutside = (who: Who, verdict: string) => ask(who, "post", `/admin/institution/outside-purchases/${id}/decision`, { verdict })
      expect((await decideOutside(await signInStaff(getContainer(), "office", "430000"), "approve")).data.code).toBe("not_in_your_region")
      expect((await decideOutside(world.office, "refuse")).data.code).toBe("rejection_reason_required")
      expect((await decideOutside(world.office, "approve")).status).toBe(200)
      expect((await decideOutside(world.office, "approve")).data.code).toBe("approval_closed")
      const proof = await api.get(`/admin/institution/outside-purchases/${id}/proof`, { headers: world.office.headers, responseType: "arraybuffer" })
      expect(Buffer.from(proof.data).toString("base64")).toBe(PDF)
      expect((await share()).paid_fen).toBe(33_000)

      const own = { id: `order_${"c".repeat(32)}`, email: "viewer@example.cn", customer_id: world.viewer.customer_id, region_id: world.store.region_id, sales_channel_id: world.store.sales_channel_id, shipping_address: ADDRESS, items: [{ variant_id: world.potato.variant_id, quantity: 1 }], payment_provider_id: "pp_transfer_cn" }
      await placeOrdersWorkflow(getContainer()).run({ input: { orders: [own] } })
      await pay(own.id, 3_990, `${year}-04-01`, "B-4")
      const credit = { organisation_id: world.unit.id, order_id: own.id }
      expect((await desk(world.buyer, "post", "credits", credit)).data.code).toBe("unknown_order")
      expect((await desk(world.viewer, "post", "credits", { ...credit, order_id: tea.order_id })).data.code).toBe("unknown_order")
      expect((await desk(world.viewer, "post", "credits", credit)).status).toBe(201)
      expect((await desk(world.viewer, "post", "credits", credit)).status).toBe(201)
      expect((await budget()).plans.map(({ kind, paid_fen }: any) => [kind, paid_fen]).sort()).toEqual([["canteen_share", 33_000], ["floor", 19_990]])
      expect((await desk(world.viewer, "get", `budget?organisation_id=${world.unit.id}&year=${year}`)).data.plans).toHaveLength(2)
      expect((await desk(world.people.other, "get", `budget?organisation_id=${world.unit.id}`)).data.code).toBe("not_a_member")
    })

    it("takes off a plan what was refunded, on the day it went back and in no other year", async () => {
      await staff("budgets", { year, purpose: "delivery", amount_fen: 1_000_000 })
      await staff("spending-plans", { year, kind: "canteen_share", title: "食堂预留份额", eligible: eligible() })
      await desk(world.buyer, "post", "standing-orders", {
        agreement_id: world.agreements.school.id, name: "午餐", weekdays: [weekdayOf(FIRST)], starts_on: FIRST, ends_on: FIRST, skip_statutory_holidays: false, lines: [{ variant_id: world.potato.variant_id, quantity: 10 }], delivery: DELIVERY,
      })
      await runStandingOrdersWorkflow(getContainer()).run({ input: { date: FIRST } })
      const { data: { orders: [{ order_id }] } } = await desk(world.buyer, "get", `orders?organisation_id=${world.unit.id}`)
      await pay(order_id, 36_000, `${year}-02-03`, "R-1")
      const rows = async (text: string, values: string[] = []) => (await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows
      const [payment] = await rows("select p.id from payment p join order_payment_collection l on l.payment_collection_id = p.payment_collection_id where l.order_id = ?", [order_id])
      await getContainer().resolve(Modules.PAYMENT).refundPayment({ payment_id: payment.id, amount: 36 })
      const share = async () => (await budget()).plans[0]
      expect(await share()).toMatchObject({ target_fen: 100_000, paid_fen: 36_000, gap_fen: 64_000 })
      const [refund] = await rows("select id from refund")
      await recordPaymentFactsWorkflow(getContainer()).run({ input: [{ refund_id: refund.id, occurred_at: `${year}-03-05T10:00:00+08:00` }] })
      const less = await share()
      expect(less).toMatchObject({ paid_fen: 32_400, gap_fen: 67_600, months: [0, 36_000, -3_600, 0, 0, 0, 0, 0, 0, 0, 0, 0] })
      expect(less.items.map(({ on, amount_fen }: any) => [on, amount_fen])).toEqual([[`${year}-03-05`, -3_600], [`${year}-02-03`, 36_000]])
    })

    it("is offered what closes a plan's gap by money that counts: an order within the agreement's bounds, a campaign, a group buy, a demand", async () => {
      const [unit] = await readOrganisations(getContainer(), { id: world.unit.id })
      const now = new Date(`${year + 1}-03-02T02:00:00Z`)
      const last = `${year + 1}-12-31`
      const plan = (kind: string, more: object) => staff("spending-plans", { year: year + 1, kind, title: kind, ...more })
      const closersOf = async (kind: string) => (await showBudget(getContainer(), (await readOrganisations(getContainer(), { id: unit!.id }))[0]!, year + 1, now)).plans.find((one) => one.kind === kind)!.closers
      const sql = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION)
      const agreement = { producer_id: null, organisation_id: unit!.id, valid_from: `${year + 1}-01-01`, valid_to: last, weekdays: [1, 4], lead_time_days: 2 }
      const line = { variant_id: world.potato.variant_id, unit_price_fen: 3_600 }
      await saveSupplyAgreementsWorkflow(getContainer()).run({ input: { agreements: [{ ...agreement, number: world.agreements.school.number, lines: [{ ...line, min_quantity: 3, max_quantity: 5, term_max: 12 }, { ...line, variant_id: world.rice.variant_id, unit_price_fen: 5_000 }] }] } })
      await ask(world.office, "post", "/admin/institution/agreements", { ...agreement, number: "定采〔2026〕077", stage: "draft", lines: [line] })
      await plan("local", { target_fen: 100_000, eligible: eligible() })
      await plan("union", { member_floor_fen: 10_000, eligible: eligible({ sources: ["union"] }) })
      await plan("floor", { baseline_fen: 10_000, eligible: eligible({ sources: ["personal"], origins: ["500238"] }) })
      await staff("headcounts", { on_day: `${year + 1}-01-01`, members: 10, evidence: "会员名册" })
      const [potato, rice] = await closersOf("local")
      expect([potato, rice]).toMatchObject([
        { way: "order", title: "巫溪洋芋", quantity: 12, total_fen: 43_200, remaining_fen: 56_800, benefit_fen: 12 * 360, order: { agreement_id: world.agreements.school.id, quantity: 3, deliveries: 4, weekdays: [1, 4], starts_on: expect.stringMatching(/-03-0[4-8]$/) } },
        { way: "order", title: "大宁河米", quantity: 20, total_fen: 100_000, remaining_fen: 0, order: { quantity: 1, deliveries: 20 } },
      ])
      expect([await closersOf("local"), await closersOf("union"), await closersOf("floor")].map((all) => all.map(({ way }) => way))).toEqual([["order", "order"], [], []])

      const { order } = rice!
      await desk(world.buyer, "post", "standing-orders", { agreement_id: order!.agreement_id, name: "补缺口", weekdays: order!.weekdays, starts_on: order!.starts_on, ends_on: order!.ends_on, lines: [{ variant_id: rice!.variant_id, quantity: order!.quantity }], delivery: DELIVERY })
      await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝巫认定〔2026〕1号", product_id: world.potato.product_id, valid_from: "2026-01-01", valid_to: `${year + 3}-06-30` }] } })
      expect(await closersOf("union")).toMatchObject([{ way: "campaign", title: "巫溪洋芋", unit_price_fen: 3_990, quantity: 26, total_fen: 103_740, remaining_fen: 0, order: null }])
      expect(await closersOf("floor")).toMatchObject([{ way: "shop", title: "巫溪洋芋", quantity: 3, handle: expect.any(String) }])
      await sql.raw("insert into group_buy (id, title, note, variant_id, producer_id, region_code, starts_at, ends_at, tiers, capacity, per_buyer_cap, state, created_by) values ('gb_1', '洋芋团', '', ?, ?, '500238', ?, ?, ?, 100, 5, 'open', 'tester')",
        [world.potato.variant_id, world.wuxi.id, `${year + 1}-03-01`, `${year + 1}-03-09`, JSON.stringify([{ from_units: 10, price_fen: 3_000 }])])
      await sql.raw("update supply_agreement set stage = 'terminated' where organisation_id = ?", [unit!.id])
      expect((await closersOf("local")).map(({ way, quantity, remaining_fen }) => [way, quantity, remaining_fen])).toEqual([["group_buy", 5, 85_000], ["demand", 26, 0]])
      expect((await closersOf("union")).map(({ way }) => way)).toEqual(["campaign"])
      await sql.raw("update organisation set kind = 'union' where id = ?", [unit!.id])
      expect((await closersOf("union")).map(({ way }) => way)).toEqual(["group_buy", "campaign", "demand"])
      expect(await closersOf("local")).toEqual([])
    })

    it("asks by the region's rate, of the members on record, nothing of a unit without a canteen; a group sums its units, a caterer counts for its unit", async () => {
      const { unit, office: staffOffice, people } = world
      const other = (await ask(staffOffice, "get", "/admin/institution/organisations")).data.organisations.find(({ name }: any) => name !== unit.name)
      const rate = (body: object, who: Who = staffOffice) => ask(who, "post", "/admin/institution/share-rates", body)
      expect((await rate({ region_code: "", from_year: 2026, rate_bp: 1, source: "越权" }, await signInStaff(getContainer(), "office", "500000"))).data.code).toBe("not_in_your_region")
      expect((await rate({ region_code: "500112", from_year: 2024, rate_bp: 2_000, source: "渝北区通知" })).data.rates).toHaveLength(2)
      await staff("budgets", { year, purpose: "delivery", amount_fen: 1_000_000 })
      await staff("spending-plans", { year, kind: "canteen_share", title: "预留份额", eligible: { platforms: ["here"], sources: ["canteen"] } })
      await staff("spending-plans", { year, kind: "union", title: "工会慰问", member_floor_fen: 50_000, eligible: { platforms: ["here"], sources: ["union"] } })
      await staff("headcounts", { on_day: `${year}-01-01`, members: 30, evidence: "会员名册" })
      await staff("headcounts", { on_day: `${year}-02-01`, members: 40, evidence: "会员名册" })
      await staff("headcounts", { on_day: `${year + 1}-01-01`, members: 99, evidence: "会员名册" })
      expect((await budget()).plans.map(({ kind, target_fen }: any) => [kind, target_fen])).toEqual([["canteen_share", 200_000], ["union", 2_000_000]])
      expect((await budget()).member_level).toBeNull()
      const level = (body: object, who: Who = staffOffice) => ask(who, "post", "/admin/institution/member-levels", body)
      expect((await level({ region_code: "", from_year: 2026, floor_fen: 1, cap_fen: null, source: "越权" }, await signInStaff(getContainer(), "office", "500000"))).data.code).toBe("not_in_your_region")
      expect((await level({ region_code: "500112", from_year: 2024, floor_fen: 90_000, cap_fen: 80_000, source: "市总工会通知" })).data.code).toBe("invalid_input")
      expect((await level({ region_code: "500000", from_year: 2024, floor_fen: 60_000, cap_fen: 200_000, source: "市总工会通知" })).status).toBe(201)
      expect([(await budget()).member_level, (await budget(other.id)).member_level]).toEqual([{ floor_fen: 60_000, cap_fen: 200_000, source: "市总工会通知" }, null])
      const union = async () => (await budget()).plans.find(({ kind }: any) => kind === "union")
      expect(await union()).toMatchObject({ target_fen: 2_400_000, basis: expect.stringContaining("市总工会通知") })
      expect((await level({ region_code: "500112", from_year: year + 1, floor_fen: 90_000, cap_fen: null, source: "区总工会通知" })).data.levels).toHaveLength(2)
      expect((await union()).target_fen).toBe(2_400_000)
      const sharedSince = async (since: string) => {
        const { data: { relations } } = await staff("relations", { kind: "shared_canteen", to_organisation_id: other.id, since })
        return relations.find(({ kind, ended_on }: any) => kind === "shared_canteen" && ended_on === null).id
      }
      await staff("spending-plans", { year: year + 1, kind: "canteen_share", title: "今年的份额", eligible: { platforms: ["here"], sources: ["canteen"] } })
      const today = await sharedSince(dayFromNow(0))
      expect((await budget()).plans[0]).toMatchObject({ kind: "canteen_share", target_fen: 200_000, state: "behind" })
      expect((await budget(world.unit.id, year + 1)).plans[0]).toMatchObject({ target_fen: null, state: "no_target", basis: `共用食堂，由 ${other.name} 统一采购和填报` })
      await ask(staffOffice, "post", `/admin/institution/relations/${today}/end`, { ended_on: dayFromNow(0) })
      expect((await budget(world.unit.id, year + 1)).plans[0].basis).not.toContain("共用食堂")
      const lastYear = await sharedSince(`${year}-05-01`)
      expect((await budget()).plans[0]).toMatchObject({ target_fen: null, basis: expect.stringContaining("共用食堂") })
      expect((await budget(world.unit.id, year - 1)).plans).toEqual([])
      await ask(staffOffice, "post", `/admin/institution/relations/${lastYear}/end`, { ended_on: `${year}-11-30` })
      expect((await budget()).plans[0]).toMatchObject({ target_fen: 200_000 })

      await staff("exemption", { reason: "学校无食堂，由家长接送", since: `${year}-01-01` })
      expect((await budget()).plans[0]).toMatchObject({ target_fen: null, state: "no_target", basis: expect.stringContaining("无食堂") })

      await staff("spending-plans", { year, kind: "local", title: "集团计划", target_fen: 100_000, eligible: { platforms: ["other"], sources: ["canteen"] } }, other.id)
      const outside = { organisation_id: unit.id, platform: "other", source: "canteen", seller: "城口县某合作社", goods: "香菇", origin_code: "500229", amount_fen: 7_000, paid_on: `${year}-03-01`, proof_name: "发票.pdf", proof: PDF }
      const { data: { outside_purchase } } = await desk(world.buyer, "post", "outside-purchases", outside)
      await ask(staffOffice, "post", `/admin/institution/outside-purchases/${outside_purchase.id}/decision`, { verdict: "approve" })
      expect((await budget(other.id)).plans[0].paid_fen).toBe(0)
      const { data: { outside_purchase: eaten } } = await desk(world.buyer, "post", "outside-purchases", { ...outside, goods: "共用食堂的米", amount_fen: 900, paid_on: `${year}-06-01`, proof: Buffer.from("%PDF-1.4\n%shared\n%%EOF\n").toString("base64") })
      await ask(staffOffice, "post", `/admin/institution/outside-purchases/${eaten.id}/decision`, { verdict: "approve" })
      const SHARED = 900
      const rolledUp = async () => (await budget(other.id)).plans[0].paid_fen
      expect(await rolledUp()).toBe(SHARED)
      expect((await staff("relations", { kind: "group", to_organisation_id: other.id, since: `${year}-03-02` })).status).toBe(201)
      expect(await rolledUp()).toBe(SHARED)
      expect((await staff("relations", { kind: "group", to_organisation_id: unit.id, since: `${year}-01-01` }, other.id)).data.code).toBe("relation_taken")
      expect((await staff("relations", { kind: "caterer", to_organisation_id: other.id, since: `${year}-01-01` })).data.relations).toHaveLength(2)
      expect(await rolledUp()).toBe(7_000 + SHARED)
      const { data: { profile } } = await desk(people.other as Who, "get", `organisation?organisation_id=${other.id}`)
      expect(profile.relations.map(({ kind, organisation_name }: any) => [kind, organisation_name])).toEqual([["caterer", unit.name], ["group", unit.name]])
      await ask(staffOffice, "post", `/admin/institution/relations/${profile.relations[0].id}/end`, { ended_on: `${year}-02-01` })
      expect(await rolledUp()).toBe(SHARED)
    })
  })

  describe("people and places of a unit", () => {
    it("join by a code that works once, and count only when verified", async () => {
      const { people, unit } = world
      const elsewhere = await signInStaff(getContainer(), "office", "430000")
      expect((await ask(elsewhere, "post", `/admin/institution/organisations/${unit.id}/invitations`, { role: "buyer" })).data.code).toBe("not_in_your_region")
      const { status, data: { code, invitations } } = await staff("invitations", { role: "viewer", note: "新来的李老师" })
      expect([status, code, invitations[0].state, JSON.stringify(invitations).includes(code)]).toEqual([201, expect.stringMatching(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/), "open", false])
      const join = (who: Who, text: string) => desk(who, "post", "invitations", { code: text })
      expect((await join(people.stranger, "2222-2222-2222-2222")).data.code).toBe("invitation_closed")
      expect((await join(people.stranger, "' or 1=1 --")).data.code).toBe("invalid_input")
      const both = await Promise.all([join(people.stranger, code.toLowerCase()), join(people.other, code)])
      expect(both.map((answer) => answer.status).sort()).toEqual([201, 404])
      const winner = both[0]!.status === 201 ? people.stranger : people.other
      expect((await join(winner, code)).status).toBe(201)
      const mine = async () => (await desk(winner, "get", "organisations")).data.organisations.filter(({ id }: any) => id === unit.id)
      expect(await mine()).toEqual([])
      const { data: { members } } = await ask(world.office, "get", `/admin/institution/organisations/${unit.id}/members`)
      const joined = members.find(({ customer_id }: any) => customer_id === winner.customer_id)
      await ask(world.office, "post", `/admin/institution/members/${joined.id}/verify`)
      expect((await mine())[0].roles).toEqual(["viewer"])
      const { data: second } = await staff("invitations", { role: "buyer" })
      expect((await ask(world.office, "post", `/admin/institution/invitations/${second.invitations[0].id}/revoke`)).status).toBe(200)
      expect((await join(people.stranger, second.code)).data.code).toBe("invitation_closed")
    })

    it("keep invoice titles and delivery points, by those whose business it is, the phone sealed", async () => {
      const { unit, people, buyer } = world
      const title = { organisation_id: unit.id, title: "翠溪实验小学校", tax_number: "12500112435277068B", is_default: true }
      expect((await desk(people.viewer, "post", "invoice-titles", title)).data.code).toBe("role_not_allowed")
      await desk(people.finance, "post", "invoice-titles", title)
      const { data: { invoice_titles } } = await desk(people.finance, "post", "invoice-titles", { ...title, title: "翠溪实验小学校工会" })
      expect(invoice_titles.map(({ title: name, is_default }: any) => [name, is_default])).toEqual([["翠溪实验小学校工会", true], ["翠溪实验小学校", false]])
      expect((await desk(people.other, "post", `invoice-titles/${invoice_titles[0].id}/end`)).data.code).toBe("not_a_member")
      expect((await desk(people.finance, "post", `invoice-titles/${invoice_titles[0].id}/end`)).status).toBe(200)
      const point = { organisation_id: unit.id, name: "东门食堂", contact: "周雅琴", phone: DELIVERY.phone, county_code: "500112", detail: "翠溪路18号", windows: [{ weekdays: [1, 4], from: "06:30", to: "08:00" }] }
      expect((await desk(buyer, "post", "delivery-points", { ...point, windows: [{ weekdays: [1], from: "08:00", to: "06:30" }] })).data.code).toBe("invalid_input")
      expect((await desk(people.receiver, "post", "delivery-points", point)).data.code).toBe("role_not_allowed")
      const { data: { delivery_points: [kept] } } = await desk(buyer, "post", "delivery-points", point)
      expect(kept).toMatchObject({ name: "东门食堂", phone: DELIVERY.phone, windows: point.windows })
      expect(JSON.stringify(await getContainer().resolve<any>("spending").readDeliveryPoints(unit.id))).not.toContain(DELIVERY.phone)
      expect(JSON.stringify((await ask(world.office, "get", `/admin/institution/organisations/${unit.id}/profile`)).data)).not.toContain(DELIVERY.phone)
      const day = (weekday: number) => [0, 1, 2, 3, 4, 5, 6].map((days) => dayFromNow(3 + days)).find((date) => weekdayOf(date) === weekday)!
      const plan = (name: string, weekdays: number[], detail = point.detail) => desk(buyer, "post", "standing-orders", {
        agreement_id: world.agreements.school.id, name, weekdays, starts_on: day(weekdays[0]!), ends_on: day(weekdays[0]!), skip_statutory_holidays: false, lines: [{ variant_id: world.potato.variant_id, quantity: 1 }], delivery: { ...DELIVERY, detail },
      })
      const closed = await plan("周二", [1, 2])
      expect([closed.data.code, closed.data.message]).toEqual(["not_received_that_day", "收货点“东门食堂”周二不收货，只在周一、周四 06:30–08:00收货。请改配送日，或先改收货时间"])
      expect((await plan("别处", [2], "翠溪路99号")).status).toBe(201)
      expect((await plan("周一", [1])).status).toBe(201)
      const pack = async () => JSON.stringify((await ask(world.office, "get", `/admin/institution/packing?date=${day(1)}`)).data.sellers.flatMap(({ lines }: any) => lines.flatMap(({ deliveries }: any) => deliveries.map(({ receives }: any) => receives))))
      expect(await pack()).toBe('["周一、周四 06:30–08:00"]')
      const coming = async () => (await desk(buyer, "get", `occurrences?organisation_id=${unit.id}&from=${dayFromNow(0)}&to=${dayFromNow(14)}`)).data.occurrences.map(({ standing_order_name, not_received }: any) => [standing_order_name, not_received === null]).sort()
      expect(await coming()).toEqual([["别处", true], ["周一", true]].sort())
      expect((await desk(people.other, "post", `delivery-points/${kept.id}/end`)).data.code).toBe("not_a_member")
      expect((await desk(buyer, "post", `delivery-points/${kept.id}/end`)).status).toBe(200)
      expect((await desk(buyer, "get", `organisation?organisation_id=${unit.id}`)).data.profile.delivery_points).toEqual([])
      await desk(buyer, "post", "delivery-points", { ...point, windows: [{ weekdays: [4], from: "06:30", to: "08:00" }] })
      expect(await coming()).toEqual([["别处", true], ["周一", false]].sort())
      const { data: { agreement: draft } } = await ask(world.office, "post", "/admin/institution/agreements", { number: "定采〔2026〕078", organisation_id: unit.id, producer_id: null, valid_from: "2026-01-01", valid_to: dayFromNow(400), weekdays: [4], lead_time_days: 1, stage: "draft", lines: [{ variant_id: world.potato.variant_id, unit_price_fen: 3_600 }] })
      const propose = (weekdays: number[]) => desk(buyer, "post", `agreements/${draft.id}/proposals`, { change: { kind: "days", weekdays, lead_time_days: 2 } })
      expect((await propose([4, 5])).data.message).toBe("单位的收货点周五都不收货。请改配送日，或先改收货时间")
      expect((await propose([4])).status).toBe(201)
    })
  })
})
