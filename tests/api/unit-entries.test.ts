import { runStandingOrdersWorkflow, saveMembersWorkflow } from "@fupin/institution/workflows"
import { signInCustomer } from "../support/customer"
import { dayFromNow, DELIVERY, nextDay } from "../support/institution"
import { describeShop } from "../support/shop"
import { FIRST, openSpending, type Person, type SpendingWorld, weekdayOf } from "../support/spending"

describeShop(({ api, getContainer }) => {
  let world: SpendingWorld
  let manager: Person
  let finance: Person
  const [today, year] = [dayFromNow(0), Number(FIRST.slice(0, 4))]
  const ask = async (who: Person | SpendingWorld["office"], method: "get" | "post", path: string, body: unknown = {}): Promise<{ status: number; data: any }> =>
    method === "get" ? api.get(path, { headers: who.headers, validateStatus: null }) : api.post(path, body, { headers: who.headers, validateStatus: null })
  const desk = (who: Person, path: string, body: object) => ask(who, "post", `/store/institution/${path}`, { organisation_id: world.unit.id, ...body })
  const office = (path: string, body: object) => ask(world.office, "post", `/admin/institution/organisations/${world.unit.id}/${path}`, body)
  const budget = (who: Person, amount_fen: number, of = year) => desk(who, "budgets", { year: of, purpose: "delivery", amount_fen })
  const members = (who: Person, on_day: string, count = 60) => desk(who, "headcounts", { on_day, members: count, evidence: "会员名册" })
  const read = async (who: Person = world.viewer) => (await ask(who, "get", `/store/institution/entries?organisation_id=${world.unit.id}`)).data
  const second = (who: Person, second_signature: boolean) => desk(who, "acceptance-rule", { second_signature })
  const occurrence = async () => (await ask(world.viewer, "get", `/store/institution/occurrences?organisation_id=${world.unit.id}`)).data.occurrences[0]
  const accept = async (who: Person, accepted: number) => act(who, `occurrences/${(await occurrence()).id}/acceptance`, { lines: [{ variant_id: world.potato.variant_id, accepted, reason: "破损" }] })
  const act = (who: Person, path: string, body: object = {}) => ask(who, "post", `/store/institution/${path}`, body)

  /** Ten bags of potatoes, ¥360.00, on the way. */
  const deliver = async () => {
    const plan = { agreement_id: world.agreements.school.id, name: "食堂", weekdays: [weekdayOf(FIRST)], starts_on: FIRST, ends_on: FIRST, skip_statutory_holidays: false, lines: [{ variant_id: world.potato.variant_id, quantity: 10 }], delivery: DELIVERY }
    await act(world.buyer, "standing-orders", plan)
    expect((await runStandingOrdersWorkflow(getContainer()).run({ input: { date: FIRST } })).result).toMatchObject({ placed: 1 })
  }

  beforeAll(async () => {
    world = await openSpending(getContainer())
    manager = await signInCustomer(getContainer(), world.store, "manager@example.cn", "manager")
    finance = world.people.finance
    await saveMembersWorkflow(getContainer()).run({ input: { organisation_id: world.unit.id, members: [{ email: "manager@example.cn", role: "manager" }], verified: true, actor_id: "tester" } })
  })

  it("a unit's manager and finance set its budget, never below what is ordered and reserved; who did what is kept and shown, to the office too", async () => {
    expect((await office("budgets", { year, purpose: "delivery", amount_fen: 50_000 })).status).toBe(201)
    await deliver()
    expect((await budget(manager, 90_000)).status).toBe(201)
    expect((await budget(finance, 36_000)).status).toBe(201)
    const low = await budget(finance, 35_999)
    expect([low.data.code, low.data.message]).toEqual(["budget_below_committed", expect.stringContaining("360.00 元")])
    expect((await budget(manager, 90_000, Number(today.slice(0, 4)) - 1)).data.code).toBe("budget_other_year")
    expect((await budget(finance, 36_000)).status).toBe(201)
    const shown = await read()
    expect(shown.budgets).toMatchObject([{ year, budget_fen: 36_000, committed_fen: 36_000, left_fen: 0 }])
    expect(shown.entries.map(({ value, before, side, by }: any) => [value, before, side, by])).toEqual([[36_000, 90_000, "unit", "finance"], [90_000, 50_000, "unit", "manager"], [50_000, null, "office", "帮扶办"]])
    expect((await ask(world.office, "get", `/admin/institution/organisations/${world.unit.id}/entries`)).data).toEqual(shown)
    // The office corrects what it must.
    expect((await office("budgets", { year, purpose: "delivery", amount_fen: 30_000 })).status).toBe(201)
  })

  it("it says how many it is from this month on; days that counted are the office's to correct", async () => {
    const [past, counted] = [nextDay(`${today.slice(0, 7)}-01`, -1), dayFromNow(-1)]
    expect((await members(finance, past)).data.code).toBe("headcount_in_past")
    expect((await office("headcounts", { on_day: counted, members: 58, evidence: "会员名册" })).status).toBe(201)
    expect((await members(finance, counted, 59)).data.code).toBe(counted < `${today.slice(0, 7)}-01` ? "headcount_in_past" : "headcount_counted")
    expect([(await members(finance, today)).status, (await members(manager, today, 61)).status, (await members(manager, dayFromNow(40), 70)).status]).toEqual([201, 201, 201])
    expect((await office("headcounts", { on_day: counted, members: 57, evidence: "会员名册更正" })).status).toBe(201)
    const { headcounts, entries } = await read()
    expect(headcounts.map(({ on_day, members: count }: any) => [on_day, count])).toEqual([[dayFromNow(40), 70], [today, 61], [counted, 57]])
    expect(entries.filter(({ what }: any) => what === "headcount").map(({ value, before, by }: any) => [value, before, by])).toEqual([[57, 58, "帮扶办"], [70, null, "manager"], [61, 60, "manager"], [60, null, "finance"], [58, null, "帮扶办"]])
  })

  it("nobody else says any of it: buyers, approvers, receivers, viewers and other units are refused", async () => {
    const { people, head, buyer, viewer } = world
    for (const who of [buyer, head, people.receiver, viewer]) {
      expect([(await budget(who, 90_000)).data.code, (await members(who, today)).data.code, (await second(who, true)).data.code]).toEqual(["role_not_allowed", "role_not_allowed", "role_not_allowed"])
    }
    expect((await second(finance, true)).data.code).toBe("role_not_allowed")
    for (const who of [people.other, people.stranger]) expect([(await budget(who, 90_000)).data.code, (await members(who, today)).data.code, (await second(who, true)).data.code, (await read(who)).code]).toEqual(Array(4).fill("not_a_member"))
    expect((await desk(manager, "budgets", { year, purpose: "delivery", amount_fen: 90_000, by: "someone" })).data.code).toBe("invalid_input")
  })

  it("its manager asks for a second signature or not; what waits for one waits on, whatever the rule says by then", async () => {
    const { people, head } = world
    await deliver()
    expect((await second(manager, true)).data).toEqual({ second_signature: true })
    expect((await accept(people.receiver, 9)).status).toBe(200)
    expect((await occurrence()).state).toBe("placed")
    expect((await second(manager, false)).data).toEqual({ second_signature: false })
    expect((await accept(people.receiver, 10)).status).toBe(200)
    expect((await occurrence()).state).toBe("placed")
    const { id } = await occurrence()
    expect((await ask(head, "get", `/store/institution/occurrences/${id}/acceptance`)).data).toMatchObject({ second_signature: true, may_countersign: true, sheet: { counted_at: null } })
    expect((await act(people.receiver, `occurrences/${id}/acceptance/countersign`)).data.code).toBe("second_signature_other_person")
    expect((await act(head, `occurrences/${id}/acceptance/countersign`)).data.occurrence).toMatchObject({ state: "accepted", lines: [{ accepted: 10 }] })
    await second(manager, false)
    const { second_signature, entries } = await read()
    expect([second_signature, entries.filter(({ what }: any) => what === "second_signature").map(({ value, before, by }: any) => [value, before, by])]).toEqual([false, [[0, 1, "manager"], [1, 0, "manager"]]])
  })
})
