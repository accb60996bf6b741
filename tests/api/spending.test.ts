import { tellNotices } from "@fupin/institution/notices/tell"
import { askApprovalsWorkflow, changeMemberWorkflow, followOrdersWorkflow, runStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { cancelOrderWorkflow } from "@medusajs/medusa/core-flows"
import type { ApprovalTier } from "@fupin/contract/schemas"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import fc from "fast-check"
import { dayFromNow, DELIVERY } from "../support/institution"
import { describeShop } from "../support/shop"
import { type Act, anyAct, BACK, certify, openCampaign, openPlay, type Bought, readAgreed, readBought } from "../support/spending-play"
import { FIRST, openSpending, type SpendingWorld, weekdayOf } from "../support/spending"

type Who = { headers: Record<string, string> }

describeShop(({ api, getContainer }) => {
  let world: SpendingWorld
  const ask = async (person: Who, method: "get" | "post", path: string, body: unknown = {}): Promise<{ status: number; data: any }> =>
    method === "get" ? api.get(path, { headers: person.headers, validateStatus: null }) : api.post(path, body, { headers: person.headers, validateStatus: null })
  const desk = (person: Who, method: "get" | "post", path: string, body?: unknown) => ask(person, method, `/store/institution/${path}`, body)
  const staff = (path: string, body: unknown) => ask(world.office, "post", `/admin/institution/organisations/${world.unit.id}/${path}`, body)
  const run = async () => (await runStandingOrdersWorkflow(getContainer()).run({ input: { date: FIRST } })).result
  const askAhead = () => askApprovalsWorkflow(getContainer()).run({ input: { today: dayFromNow(0) } })
  const occurrences = async (): Promise<any[]> => (await desk(world.viewer, "get", `occurrences?organisation_id=${world.unit.id}`)).data.occurrences
  const open = async (person: Who = world.head): Promise<any[]> => (await desk(person, "get", `approvals?organisation_id=${world.unit.id}`)).data.approvals
  const decide = (person: Who, { id, amount_fen }: any, verdict: "approve" | "reject" = "approve", reason = "") => desk(person, "post", `approvals/${id}/decision`, { verdict, amount_fen, reason })
  const sql = async (text: string, values: unknown[]): Promise<any[]> => (await getContainer().resolve<any>(ContainerRegistrationKeys.PG_CONNECTION).raw(text, values)).rows
  const plan = (name: string, quantity: number) => desk(world.buyer, "post", "standing-orders", planOf(name, quantity))
  const planOf = (name: string, quantity: number) => ({
    agreement_id: world.agreements.school.id, name, weekdays: [weekdayOf(FIRST)], starts_on: FIRST, ends_on: FIRST, skip_statutory_holidays: false, lines: [{ variant_id: world.potato.variant_id, quantity }], delivery: DELIVERY,
  })
  const countOrders = async () => (await getContainer().resolve(Modules.ORDER).listAndCountOrders({}, { take: 1 }))[1]
  const TIERS = () => ({ tiers: [
    { up_to_fen: 10_000, mode: "none" }, { up_to_fen: 100_000, mode: "any", approvers: [] }, { up_to_fen: null, mode: "all", approvers: [world.head.customer_id, world.deputy.customer_id] },
  ] })

  beforeAll(async () => {
    world = await openSpending(getContainer())
  })

  describe("approvals", () => {
    it("are asked before cut-off, given from the phone, and nothing is ordered without those its amount asks for", async () => {
      expect((await staff("approval-policy", TIERS())).status).toBe(201)
      await plan("小额", 2)
      await plan("中额", 10)
      await plan("大额", 40)
      await askAhead()
      await askAhead()
      const asked = await open()
      expect(asked.map(({ title, amount_fen, mode, may_decide, sellers, households, asked_by }) => [title, amount_fen, mode, may_decide, sellers, households, asked_by]).sort()).toEqual([
        ["中额", 36_000, "any", true, ["巫溪洋芋专业合作社"], 2, ["buyer"]], ["大额", 144_000, "all", true, ["巫溪洋芋专业合作社"], 2, ["buyer"]],
      ])
      expect(await run()).toMatchObject({ placed: 1, failed: 2 })
      expect((await occurrences()).filter(({ state }) => state === "failed").map(({ error, order_ids }) => [error, order_ids])).toEqual([1, 2].map(() => ["等待单位审批，批准后会自动下单", []]))

      const [middle, large] = ["中额", "大额"].map((name) => asked.find(({ title }) => title === name))
      expect((await decide(world.buyer, middle)).data.code).toBe("approves_own_request")
      expect((await decide(world.viewer, middle)).data.code).toBe("not_an_approver")
      expect((await decide(world.people.stranger, middle)).data.code).toBe("not_a_member")
      expect((await decide(world.head, { ...middle, amount_fen: 35_999 })).data.code).toBe("approval_changed")
      expect((await decide(world.head, middle, "reject")).data.code).toBe("rejection_reason_required")
      expect((await decide(world.head, { id: "aprq_unknown", amount_fen: 1 })).data.code).toBe("not_found")
      const twice = await Promise.all([decide(world.head, middle), decide(world.head, middle)])
      expect(twice.map(({ status }) => status).sort()).toEqual([200, 403])
      expect((await decide(world.head, large)).data.approval).toMatchObject({ state: "open", may_decide: false, why_not: "您已经审批过这笔采购" })
      expect((await decide(world.both, large)).data.code).toBe("not_an_approver")
      const states = async () => Object.fromEntries((await occurrences()).map(({ standing_order_name, state, order_ids }) => [standing_order_name, `${state} ${order_ids.length}`]))
      expect(await states()).toEqual({ 小额: "placed 1", 中额: "placed 1", 大额: "failed 0" })
      expect((await decide(world.deputy, large)).data.approval).toMatchObject({ state: "approved" })
      expect(await states()).toMatchObject({ 大额: "placed 1" })
      const runs = await Promise.all([run(), run()])
      expect(runs.map(({ placed }) => placed)).toEqual([0, 0])
      expect(await countOrders()).toBe(3)
      expect((await desk(world.viewer, "get", `approvals?organisation_id=${world.unit.id}&state=closed`)).data.approvals.map(({ title, decisions }: any) => [title, decisions.length]).sort()).toEqual([["中额", 1], ["大额", 2]])
    })

    it("that were refused stay refused until a buyer asks again; more than was approved is asked anew; who changes it no longer approves it", async () => {
      await staff("approval-policy", TIERS())
      await plan("午餐", 10)
      await askAhead()
      const [first] = await open()
      expect((await decide(world.head, first, "reject", "先用库存")).data.approval.state).toBe("rejected")
      expect(await run()).toMatchObject({ placed: 0, failed: 1 })
      expect((await occurrences())[0].error).toBe("单位审批未通过：先用库存")
      expect((await desk(world.viewer, "post", `approvals/${first.id}/ask-again`, { reason: "库存不够" })).data.code).toBe("role_not_allowed")
      expect((await desk(world.buyer, "post", `approvals/${first.id}/ask-again`, { reason: "库存不够" })).status).toBe(200)
      const [second] = await open()
      await decide(world.both, second)

      await plan("晚餐", 10)
      await askAhead()
      const [dinner] = await open(world.both)
      await decide(world.both, dinner)
      const row = (await occurrences()).find(({ standing_order_name }) => standing_order_name === "晚餐")
      expect((await desk(world.both, "post", `occurrences/${row.id}/lines`, { lines: [{ variant_id: world.potato.variant_id, quantity: 9 }] })).status).toBe(200)
      expect(await run()).toMatchObject({ placed: 0, failed: 1 })
      const [again] = await open()
      expect(again).toMatchObject({ title: "晚餐", asked_by: expect.arrayContaining(["both", "buyer"]) })
      expect((await decide(world.both, again)).data.code).toBe("approves_own_request")
      expect((await decide(world.head, again)).data.approval.state).toBe("approved")
      expect(await run()).toMatchObject({ placed: 0, failed: 0 })
      expect(await countOrders()).toBe(2)
    })

    it("bind what was asked for: other goods of the very same price are asked anew, and approvers see what they approve", async () => {
      await staff("approval-policy", TIERS())
      await staff("budgets", { year: Number(FIRST.slice(0, 4)), purpose: "delivery", amount_fen: 100_000 })
      await plan("午餐", 10)
      await askAhead()
      const [potatoes] = await open()
      expect([potatoes.budget.left_fen, potatoes.left_after_fen, potatoes.lines.map(({ title, quantity }: any) => [title, quantity])]).toEqual([100_000, 64_000, [["巫溪洋芋", 10]]])
      await decide(world.head, potatoes)
      const [row] = await occurrences()
      expect([row.state, row.order_ids]).toEqual(["planned", []])
      const swapped = [{ variant_id: world.potato.variant_id, quantity: 0 }, { variant_id: world.tea.variant_id, quantity: 3 }]
      expect((await desk(world.buyer, "post", `occurrences/${row.id}/lines`, { lines: swapped })).status).toBe(200)
      expect(await run()).toMatchObject({ placed: 0, failed: 1 })
      const [tea] = await open()
      expect([tea.amount_fen, tea.lines.map(({ title, quantity }: any) => [title, quantity])]).toEqual([36_000, [["恩施玉露", 3]]])
      expect((await decide(world.head, potatoes)).data.code).toBe("approval_closed")
      await decide(world.head, tea)
      expect((await occurrences()).map(({ state, total_fen, lines }) => [state, total_fen, lines.map(({ title }: any) => title)])).toEqual([["placed", 36_000, ["恩施玉露"]]])
    })

    it("are of the sum where one purchase is split into several of a day, and of the place it goes to", async () => {
      await staff("approval-policy", TIERS())
      const preview = async (amount_fen: number) => (await desk(world.viewer, "get", `approval-preview?organisation_id=${world.unit.id}&kind=delivery&amount_fen=${amount_fen}`)).data.preview
      const spending = getContainer().resolve<any>("spending")
      const bought = (key: string, amount_fen: number, more: object = {}) => ({
        key, organisation_id: world.unit.id, amount_fen, kind: "delivery", on: FIRST, title: key, asked_by: [world.buyer.customer_id], goes_to: "500112 翠溪路18号", lines: [{ variant_id: world.potato.variant_id, quantity: 1, unit_price_fen: amount_fen }], ...more,
      })
      const now = new Date("2025-03-10T12:00:00Z")
      const reserve = async (at: Date, ...purchases: object[]) => [...(await spending.reserve(purchases, at) as Map<string, any>).values()].map(({ ok, message }) => ok || message)
      const text = "等待单位审批，批准后会自动下单（今日同类采购累计 ¥120.00，已超过 ¥100.00，按合计金额审批）"
      // Twelve at once, in two processes: what fits passes, whoever comes after asks.
      const many = await Promise.all(Array.from({ length: 12 }, (_none, at) => reserve(now, bought(`try:${at}`, 2_000))))
      expect([many.flat().filter((one) => one === true).length, new Set(many.flat().filter((one) => one !== true))]).toEqual([5, new Set([text])])
      expect(await reserve(now, bought("try:c", 2_000, { kind: "campaign" }), bought("try:week", 2_000, { together: "agreement 2026-11-30" }))).toEqual([true, true])
      // 15:59:59Z is the last second of the day here.
      expect(await reserve(new Date("2025-03-10T15:59:59Z"), bought("try:last", 1))).not.toEqual([true])
      expect(await reserve(new Date("2025-03-10T16:00:00Z"), bought("try:next", 10_000))).toEqual([true])
      expect(await reserve(new Date(), bought("try:today", 9_000))).toEqual([true])
      expect([await preview(1_000), await preview(1_001)]).toEqual([{ mode: "none", approvers: [], because: null }, { mode: "any", approvers: [], because: "今日同类采购累计 ¥100.01，已超过 ¥100.00，按合计金额审批" }])
      for (const person of [world.people.other, world.people.stranger]) expect((await desk(person, "get", `approval-preview?organisation_id=${world.unit.id}&kind=delivery&amount_fen=1`)).data.code).toBe("not_a_member")
      await spending.release(["try:today"], new Date())
      expect((await preview(10_000)).because).toBeNull()

      // An approval of what goes to one place is none for another.
      await plan("中额", 10)
      await plan("零头", 2)
      await askAhead()
      for (const request of (await open()).filter(({ occurrence_id }) => occurrence_id !== null)) expect((await decide(world.head, request)).status).toBe(200)
      const standing = (await desk(world.viewer, "get", `standing-orders?organisation_id=${world.unit.id}`)).data.standing_orders.find(({ name }: any) => name === "中额")
      const { agreement_id: _agreement, ...terms } = planOf("中额", 10)
      expect((await desk(world.buyer, "post", `standing-orders/${standing.id}`, { ...terms, version: standing.version, delivery: { ...DELIVERY, name: "换了收货人", phone: "13900000009" } })).status).toBe(200)
      await askAhead()
      expect((await open()).filter(({ occurrence_id }) => occurrence_id !== null)).toEqual([])
      expect((await desk(world.buyer, "post", `standing-orders/${standing.id}`, { ...terms, version: standing.version + 1, delivery: { ...DELIVERY, detail: "别处 9 号" } })).status).toBe(200)
      expect(await run()).toMatchObject({ placed: 1, failed: 1 })
      const again = (await open()).filter(({ occurrence_id }) => occurrence_id !== null)
      expect(again.map(({ title, amount_fen }) => [title, amount_fen])).toEqual([["中额", 36_000]])
      expect((await decide(world.head, again[0])).status).toBe(200)
      expect((await getContainer().resolve(Modules.ORDER).listOrders({}, { relations: ["shipping_address"] })).map(({ shipping_address }) => shipping_address!.address_1).sort()).toEqual(["渝北区别处 9 号", `渝北区${DELIVERY.detail}`].sort())
    })

    it("are asked for, and money is reserved, in as many queries for fifty purchases as for two", async () => {
      await staff("approval-policy", TIERS())
      await staff("budgets", { year: Number(FIRST.slice(0, 4)), purpose: "delivery", amount_fen: 700_000 })
      const connection = getContainer().resolve<any>(ContainerRegistrationKeys.PG_CONNECTION)
      const purchases = (from: number, many: number) => Array.from({ length: many }, (_none, index) => ({
        key: `occurrence:try-${from + index}`, organisation_id: world.unit.id, amount_fen: index % 2 === 0 ? 5_000 : 40_000, kind: "delivery", on: FIRST, title: "试", asked_by: [world.buyer.customer_id],
        lines: [{ variant_id: world.potato.variant_id, quantity: index + 1, unit_price_fen: 100 }], together: `each ${from + index}`,
      }))
      const queries = async (from: number, many: number) => {
        let count = 0
        const heard = () => { count += 1 }
        connection.on("query", heard)
        const verdicts: Map<string, { ok: boolean }> = await getContainer().resolve<any>("spending").reserve(purchases(from, many), new Date())
        connection.removeListener("query", heard)
        return { count, passed: [...verdicts.values()].filter(({ ok }) => ok).length }
      }
      const [few, many] = [await queries(0, 2), await queries(100, 50)]
      expect([few.passed, many.passed, many.count]).toEqual([1, 25, few.count])
      const again = await queries(100, 50)
      expect(again.passed).toBe(25)
      expect(await sql("select count(*)::integer as count, sum(amount_fen)::integer as fen from spending_reservation", [])).toEqual([{ count: 26, fen: 130_000 }])
      expect(await sql("select count(*)::integer as count from spending_request where state = 'open'", [])).toEqual([{ count: 26 }])
    })

    it("bring about nothing once the delivery that waited was skipped, paused, ended or fell into a vacation, after its cut-off too; what was ordered stays", async () => {
      await staff("approval-policy", { tiers: [{ up_to_fen: null, mode: "any", approvers: [] }] })
      await staff("budgets", { year: Number(FIRST.slice(0, 4)), purpose: "delivery", amount_fen: 1_000_000 })
      const names = ["照常", "跳过", "暂停", "结束", "放假"]
      for (const name of names) expect((await plan(name, 10)).status).toBe(201)
      expect(await run()).toMatchObject({ placed: 0, failed: 5 })
      await sql("update occurrence set cutoff_on = ?", [dayFromNow(-1)])
      const rows = async (): Promise<Record<string, any>> => Object.fromEntries((await occurrences()).map((row) => [row.standing_order_name, row]))
      const states = async () => Object.fromEntries(Object.entries(await rows()).map(([name, { state, error, order_ids }]) => [name, `${state} ${order_ids.length} ${error ?? ""}`]))
      const asked = await open()
      const of = (name: string) => asked.find(({ title }) => title === name)
      const held = await rows()
      expect(names.map((name) => [held[name].editable, held[name].skippable])).toEqual(names.map(() => [false, true]))
      const standing = (name: string, step: string, body: object) => desk(world.buyer, "post", `standing-orders/${held[name].standing_order_id}/${step}`, body)
      const skip = (who: Who, name: string) => desk(who, "post", `occurrences/${held[name].id}/skip`, { reason: "停课" })
      expect((await decide(world.head, of("照常"))).status).toBe(200)

      expect((await skip(world.viewer, "跳过")).data.code).toBe("role_not_allowed")
      expect((await skip(world.buyer, "照常")).data.code).toBe("illegal_transition")
      expect((await skip(world.buyer, "跳过")).data.occurrence).toMatchObject({ state: "skipped", error: "停课", skippable: false, order_ids: [], total_fen: 36_000, lines: [{ requested: 10, supplied: null, reason: null }] })
      expect((await desk(world.buyer, "post", `occurrences/${held["跳过"].id}/restore`)).data.code).toBe("after_cutoff")
      const pause = () => standing("暂停", "pause", { resume_on: dayFromNow(9), placed: "keep" })
      expect((await pause()).status).toBe(200)
      expect((await standing("暂停", "resume", {})).status).toBe(200)
      expect((await rows())["暂停"]).toMatchObject({ state: "planned", error: null, lines: [{ requested: 10, supplied: null }] })
      expect(await run()).toMatchObject({ placed: 0, failed: 3 })
      expect((await pause()).status).toBe(200)
      expect((await standing("结束", "end", {})).status).toBe(200)
      expect((await desk(world.buyer, "post", "vacations", { organisation_id: world.unit.id, name: "秋假", from_on: FIRST, to_on: FIRST })).status).toBe(201)
      const gone = { 照常: "placed 1 ", 跳过: "skipped 0 停课", 暂停: `skipped 0 暂停配送，${dayFromNow(9)} 恢复`, 结束: "cancelled 0 已不在配送计划内", 放假: "skipped 0 放假：秋假" }
      expect(await states()).toEqual(gone)

      expect(await open()).toEqual([])
      for (const name of names.slice(1)) expect((await decide(world.head, of(name))).data).toMatchObject({ code: "approval_closed", message: expect.stringContaining("已经跳过或取消") })
      expect(await run()).toMatchObject({ placed: 0, failed: 0 })
      expect([await states(), await countOrders()]).toEqual([gone, 1])
      expect(await sql("select sum(amount_fen)::integer as fen from spending_reservation where released_at is null", [])).toEqual([{ fen: 36_000 }])
      await askAhead()
      expect(await sql("select state, count(*)::integer as count from spending_request group by state order by state", [])).toEqual([{ state: "approved", count: 1 }, { state: "withdrawn", count: 4 }])
    })

    it("order nothing for a day that is over: whoever decides is told, the next run calls it missed, and the buyer hears of it", async () => {
      await staff("approval-policy", { tiers: [{ up_to_fen: null, mode: "any", approvers: [] }] })
      for (const name of ["今天", "昨天"]) expect((await plan(name, 10)).status).toBe(201)
      expect(await run()).toMatchObject({ failed: 2 })
      for (const [name, days] of [["今天", 0], ["昨天", -1]] as const) {
        const day = dayFromNow(days)
        await sql("update standing_order set starts_on = ?, ends_on = ?, weekdays = '{1,2,3,4,5,6,7}' where name = ?", [day, day, name])
        await sql("update occurrence set delivery_date = ?, cutoff_on = ? where standing_order_id = (select id from standing_order where name = ?)", [day, dayFromNow(days - 1), name])
      }
      const asked = await open()
      const of = (name: string) => asked.find(({ title }) => title === name)
      expect([of("今天").may_decide, of("昨天").may_decide, of("昨天").why_not]).toEqual([true, false, "配送日已过，现在批准也不会下单；仍需要的请采购人员另行安排"])
      expect((await decide(world.head, of("昨天"))).data.code).toBe("approval_closed")
      expect((await decide(world.head, of("今天"))).status).toBe(200)
      const states = async () => Object.fromEntries((await occurrences()).map(({ standing_order_name, state, error }) => [standing_order_name, [state, error]]))
      expect(await states()).toEqual({ 今天: ["placed", null], 昨天: ["failed", "等待单位审批，批准后会自动下单"] })
      await runStandingOrdersWorkflow(getContainer()).run({ input: { date: dayFromNow(0), cutoff_before: dayFromNow(0) } })
      expect(await states()).toEqual({ 今天: ["placed", null], 昨天: ["cancelled", "到配送日还没有得到单位批准；已错过配送日，未下单"] })
      expect([await open(), await countOrders()]).toEqual([[], 1])
      await tellNotices(getContainer(), new Date())
      expect((await desk(world.buyer, "get", `notices?organisation_id=${world.unit.id}`)).data.notices.filter(({ kind }: any) => kind === "delivery_missed")).toMatchObject([{ title: `${dayFromNow(-1)} 的配送没有下单，已经错过：昨天`, body: "到配送日还没有得到单位批准；已错过配送日，未下单。不再补下；仍需要的请另行下单。" }])
    })

    it("are given in another's place on the days they are away, and end with the membership", async () => {
      await staff("approval-policy", { tiers: [{ up_to_fen: null, mode: "any", approvers: [world.head.customer_id] }] })
      expect((await staff("approval-policy", { tiers: [{ up_to_fen: null, mode: "any", approvers: [world.viewer.customer_id] }] })).data.code).toBe("unknown_approver")
      expect((await staff("approval-policy", { tiers: [{ up_to_fen: 100, mode: "any" }] })).data.code).toBe("invalid_policy")
      await plan("午餐", 10)
      await askAhead()
      const [request] = await open()
      const away = { organisation_id: world.unit.id, to_customer_id: world.viewer.customer_id, from_day: dayFromNow(0), to_day: dayFromNow(2), reason: "出差" }
      expect((await desk(world.viewer, "post", "delegations", { ...away, to_customer_id: world.head.customer_id })).data.code).toBe("not_an_approver")
      expect((await desk(world.people.other, "post", "delegations", away)).data.code).toBe("not_a_member")
      expect((await desk(world.head, "post", "delegations", { ...away, to_customer_id: world.people.other.customer_id })).data.code).toBe("unknown_delegate")
      const { status, data: { delegations: [delegation] } } = await desk(world.head, "post", "delegations", away)
      expect([status, delegation.to.name, delegation.is_mine]).toEqual([201, "viewer", true])
      expect((await desk(world.head, "post", "delegations", away)).data.code).toBe("delegation_overlaps")
      expect((await open(world.viewer))[0]).toMatchObject({ may_decide: true, acts_for: "head" })
      const [member] = await getContainer().resolve<any>("institution").listOrganisationMembers({ customer_id: world.head.customer_id })
      await changeMemberWorkflow(getContainer()).run({ input: { id: member.id, actor_id: "tester", leaves: true } })
      expect((await decide(world.viewer, request)).data.code).toBe("not_an_approver")
      expect((await decide(world.head, request)).data.code).toBe("not_a_member")
      await changeMemberWorkflow(getContainer()).run({ input: { id: member.id, actor_id: "tester", leaves: false } })
      expect((await desk(world.viewer, "post", `delegations/${delegation.id}/end`)).data.code).toBe("not_found")
      expect((await decide(world.viewer, request)).data.approval).toMatchObject({ state: "approved", decisions: [{ approver: "head", decided_by: "viewer" }] })
      expect((await desk(world.head, "post", `delegations/${delegation.id}/end`)).status).toBe(200)
      expect((await desk(world.head, "get", `delegations?organisation_id=${world.unit.id}`)).data.delegations[0].ended_at).not.toBeNull()
    })
  })

  /** Plays random acts of everybody on every way to an order, then asks of every order there is: did people other than those who asked for it, of the tier then in force, agree to it and to at least its amount? */
  describe("no sequence of acts", () => {
    it("brings about an order of a unit with a policy without the approvals its tier asks for", async () => {
      const { head, both: second } = world
      const POLICIES: ApprovalTier[][] = [
        [{ up_to_fen: null, mode: "any", approvers: [] }], [{ up_to_fen: 20_000, mode: "none", approvers: [] }, { up_to_fen: null, mode: "any", approvers: [head.customer_id] }],
        [{ up_to_fen: 50_000, mode: "any", approvers: [] }, { up_to_fen: null, mode: "all", approvers: [head.customer_id, second.customer_id] }],
      ]
      const which = fc.integer({ min: 0, max: 2 })
      const policy = fc.record({ do: fc.constant("policy"), which })
      // Whoever asked tries to approve it, before and after others did; what comes later asks anew.
      const act = (kind: string, who: NonNullable<Act["who"]>, more: Partial<Act> = {}): Act => ({ do: kind, who, quantity: 9, verdict: "approve", off: 0, ...more })
      const campaign = (step: string, who: NonNullable<Act["who"]> = "buyer") => act("campaign", who, { step })
      const [run, both, chief] = [{ do: "run" } satisfies Act, act("decide", "both"), act("decide", "head")]
      const LAST: Act[] = [
        act("skip", "both"), run, ...BACK, act("pause", "both"), run, ...BACK, act("plan", "both"), { do: "tell" }, act("substitute", "buyer"), act("preorder", "buyer"), act("preorder", "both"), { do: "take", to: "both", role: "approver" }, both, chief, { do: "give", to: "both", role: "approver" }, act("edit", "both"), { do: "ask" }, campaign("open"), campaign("member", "both"), campaign("close"), campaign("place"), act("join", "buyer"), both, run, chief, act("join", "buyer"), act("split", "buyer"), both, chief, act("split", "buyer"), run, act("replenish", "both"), run, both, chief,
      ]
      await certify(getContainer(), world)
      const asked = new Map<string, Set<string>>()
      const seen = new Map<string | null, { together: string; fen: number; bought: Bought }>()
      const kinds = new Set<string>()
      const togetherOf = async (key: string | null): Promise<string> => key!.startsWith("occurrence:")
        ? (await sql("select s.agreement_id || o.delivery_date as name from occurrence o join standing_order s on s.id = o.standing_order_id where 'occurrence:' || o.id = ?", [key]))[0].name
        : key!.split(":")[0]!
      const expectUnsplit = async (held: [string | null, { fen: number; bought: Bought }][], fresh: (string | null)[], tiers: ApprovalTier[]) => {
        const known = await Promise.all(held.map(async ([key, one]) => ({ key, ...one, agreed: await readAgreed(getContainer(), one.bought) })))
        for (const [below, tier] of tiers.slice(1).entries()) {
          const without = known.filter(({ agreed, bought }) => tier.mode === "any" ? !agreed.some((id) => tier.approvers.length === 0 || tier.approvers.includes(id)) : tier.approvers.some((id) => !bought.askers.includes(id) && !agreed.includes(id)))
          if (without.some(({ key }) => fresh.includes(key))) expect([tier.mode, without.map(({ key, fen }) => [key, fen]), without.reduce((sum, { fen }) => sum + fen, 0) <= tiers[below]!.up_to_fen!]).toEqual([tier.mode, expect.anything(), true])
          if (known.reduce((sum, { fen }) => sum + fen, 0) > tiers[below]!.up_to_fen!) together += 1
        }
      }
      let together = 0
      let number = 0
      await fc.assert(fc.asyncProperty(which, fc.array(fc.oneof({ weight: 10, arbitrary: anyAct as fc.Arbitrary<Act> }, { weight: 1, arbitrary: policy as fc.Arbitrary<Act> }), { minLength: 8, maxLength: 20 }), async (start, acts) => {
        let tiers = POLICIES[start]!
        await staff("approval-policy", { tiers })
        const play = await openPlay(getContainer(), ask, world, ++number, asked)
        for (const one of [...acts, ...LAST]) {
          if (one.do === "policy") await staff("approval-policy", { tiers: (tiers = POLICIES[one.which!]!) })
          else await play.act(one)
          const fresh: (string | null)[] = []
          for (const bought of (await readBought(getContainer(), world.unit.id, asked)).filter(({ key }) => !seen.has(key))) {
            seen.set(bought.key, { together: await togetherOf(bought.key), fen: bought.total_fen, bought })
            fresh.push(bought.key)
            expect(bought).toMatchObject({ key: expect.any(String), lines: expect.arrayContaining([expect.anything()]) })
            const tier = tiers.find(({ up_to_fen }) => up_to_fen === null || bought.total_fen <= up_to_fen)!
            const agreed = await readAgreed(getContainer(), bought)
            const named = tier.approvers.filter((id) => !bought.askers.includes(id))
            if (tier.mode === "any") expect([bought, agreed.some((id) => tier.approvers.length === 0 || tier.approvers.includes(id))]).toEqual([bought, true])
            if (tier.mode === "all") expect([bought, named.length > 0, named.filter((id) => !agreed.includes(id))]).toEqual([bought, true, []])
            if (tier.mode !== "none") kinds.add(bought.key!.split(":")[0]!)
          }
          // 拆单: what passed without a tier's approvals never adds up to more than the tier below reaches.
          for (const together of new Set(fresh.map((key) => seen.get(key)!.together))) await expectUnsplit([...seen].filter(([, one]) => one.together === together), fresh, tiers)
        }
        expect(play.wrong).toEqual([])
        await play.end()
      }), { numRuns: 6, seed: 20261122 })
      expect([...kinds].sort()).toEqual(["campaign", "group-buy", "occurrence", "preorder"])
      expect(together).toBeGreaterThan(0)
    }, 300_000)

    it("lets whoever changed a campaign approve it", async () => {
      await certify(getContainer(), world)
      await staff("approval-policy", TIERS())
      const id = await openCampaign(ask, world)
      const change = (who: Who, path: string, body: object) => desk(who, "post", `campaigns/${id}/${path}`, body)
      expect((await change(world.both, "recipients", { employee_number: "G2", name: "职工乙", phone: "13800000002" })).status).toBe(201)
      for (const name of ["open", "close"]) await change(world.buyer, "steps", { step: name, reason: "" })
      expect((await change(world.buyer, "steps", { step: "place", reason: "" })).data.code).toBe("approval_needed")
      const [request] = await open(world.both)
      expect(request).toMatchObject({ amount_fen: 30_002, may_decide: false, asked_by: expect.arrayContaining(["both", "buyer"]) })
      expect((await decide(world.both, request)).data.code).toBe("approves_own_request")
      expect((await decide(world.head, request)).data.approval.state).toBe("approved")
    })
  })

  describe("a budget", () => {
    it("is never overdrawn, however many place at once; what was cancelled or sent back is free again", async () => {
      await staff("budgets", { year: Number(FIRST.slice(0, 4)), purpose: "delivery", amount_fen: 80_000 })
      for (const name of ["一", "二", "三", "四"]) await plan(name, 10)
      const runs = await Promise.all([run(), run(), run()])
      expect(runs.reduce((sum, { placed }) => sum + placed, 0)).toBe(2)
      const figure = async () => (await ask(world.office, "get", `/admin/institution/organisations/${world.unit.id}/budgets`)).data.budgets[0]
      expect(await figure()).toMatchObject({ budget_fen: 80_000, committed_fen: 72_000, left_fen: 8_000 })
      const failed = (await occurrences()).filter(({ state }) => state === "failed")
      expect(failed.map(({ error }) => error)).toEqual([1, 2].map(() => "本年度预算还差 280.00 元，请单位追加预算，或跳过这次配送"))

      const [one, two] = (await occurrences()).filter(({ state }) => state === "placed")
      await cancelOrderWorkflow(getContainer()).run({ input: { order_id: one.order_ids[0] } })
      await followOrdersWorkflow(getContainer()).run({ input: { order_ids: null } })
      expect(await run()).toMatchObject({ placed: 1, failed: 1 })
      const receiver = world.people.receiver
      expect((await desk(receiver, "post", `occurrences/${two.id}/acceptance`, { lines: [{ variant_id: world.potato.variant_id, accepted: 1, reason: "其余发芽" }] })).status).toBe(200)
      expect(await figure()).toMatchObject({ committed_fen: 39_600 })
      expect(await run()).toMatchObject({ placed: 1, failed: 0 })
    })
  })
})
