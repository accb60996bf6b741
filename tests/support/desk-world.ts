import { attachToFilingWorkflow, saveReportingUnitsWorkflow } from "@fupin/benefit/workflows"
import { periodAfter } from "@fupin/benefit/domain/period"
import { saveMembersWorkflow, saveStandingOrdersWorkflow } from "@fupin/institution/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { signInCustomer } from "./customer"
import { dayFromNow, DELIVERY, type Institutions } from "./institution"
import { sql } from "./linked-shop"
import type { Api } from "./purchase"
import { openScopedCampaign } from "./scoped-campaign"
import { openScopedPreorder } from "./scoped-preorder"
import { openScopedSpending } from "./scoped-spending"
import { openScopedStatements } from "./scoped-statements"
import { openScopedSupply } from "./scoped-supply"
import { SCAN } from "./scoped-world"

/** Something of everything that a unit's desk shows or changes, all of the school's; people in every role there, and one of another unit who holds every role in that. */
export async function openDeskWorld(container: MedusaContainer, api: Api, world: Institutions) {
  const { school, office, store, people, agreements, potato } = world
  const approver = await signInCustomer(container, store, "approver@example.cn", "approver")
  const join = (organisation_id: string, email: string, roles: readonly string[]) => saveMembersWorkflow(container).run({ input: { organisation_id, members: roles.map((role) => ({ email, role })) as never, verified: true, actor_id: "tester" } })
  const [manager, leaving] = [await signInCustomer(container, store, "manager@example.cn", "manager"), await signInCustomer(container, store, "leaving@example.cn", "leaving")]
  await join(school.id, approver.email, ["approver"])
  await join(school.id, manager.email, ["manager"])
  const { result: [seat] } = await join(school.id, leaving.email, ["viewer", "receiver"])
  await join(office.id, people.other.email, ["manager", "approver", "finance", "receiver", "viewer"])
  const date = dayFromNow(3)
  const { result: [standing] } = await saveStandingOrdersWorkflow(container).run({ input: { customer_id: null, standing_orders: [{
    agreement_id: agreements.school.id, name: "食堂配送", weekdays: [1, 2, 3, 4, 5, 6, 7], starts_on: date, ends_on: date, skip_statutory_holidays: false, deliver_on_makeup_workdays: false,
    lines: [{ variant_id: potato.variant_id, quantity: 10 }], delivery: DELIVERY,
  }] } })
  const [planned] = await container.resolve<any>("institution").listOccurrences({ delivery_date: date })
  const statements = await openScopedStatements(container, world)
  const spending = await openScopedSpending(container, school.id)
  const supply = await openScopedSupply(container, world)
  const [campaign_id, offer_id] = [await openScopedCampaign(container, school.id), await openScopedPreorder(container, world)]
  await sql(container, `insert into spending_request (id, key, organisation_id, kind, title, on_day, amount_fen, tier, state, requested_at, expires_on, approval_days)
    values ('sreq_desk', 'occurrence:none', ?, 'delivery', '食堂配送', ?, 100, '{"mode":"any","approvers":[]}', 'open', now(), ?, 30)`, [school.id, date, date])
  return { ...world, people: { ...people, approver, manager, leaving }, campaign_id, offer_id, statements, spending, supply, standing_order_id: standing!.id, planned_id: String(planned.id), filing: await openFiling(container, school), entered: { ...await enter(api, world), seat: seat!.id } }
}

/** The school files its own last month, for which it uploaded a scan. */
async function openFiling(container: MedusaContainer, school: Institutions["school"]) {
  const [since, now] = [periodAfter(dayFromNow(-3).slice(0, 7), -1), new Date()]
  const unit = { name: school.name, kind: "organisation" as const, region_code: "500112", organisation_id: school.id, parent_id: null, contact: null, since, until: null, remind_days: 3 }
  const { result } = await saveReportingUnitsWorkflow(container).run({ input: { settings: [], units: [unit], now } })
  const { filings: [filing] } = await container.resolve<any>("filing").readFilings({ unit_id: result.ids[0], period: since, prefixes: null })
  const { result: scan } = await attachToFilingWorkflow(container).run({ input: { id: filing.id, item: "invoice", name: "发票.pdf", content: SCAN, actor_id: "tester", now } })
  return { id: String(filing.id), scan_id: scan.id }
}

/** What members enter at the desk themselves. */
async function enter(api: Api, { school, people }: Institutions) {
  const post = async (who: "buyer" | "finance", path: string, body: object) => (await api.post(`/store/institution/${path}`, { organisation_id: school.id, ...body }, { headers: people[who].headers })).data
  await post("buyer", "vacations", { name: "寒假", from_on: dayFromNow(60), to_on: dayFromNow(70) })
  await post("finance", "invoice-titles", { title: school.name, tax_number: school.uscc })
  await post("buyer", "delivery-points", { name: "东门食堂", contact: "周老师", phone: "13912345678", county_code: "500112", detail: "翠溪路18号" })
  const { vacations: [vacation] } = (await api.get("/store/institution/vacations", { headers: people.buyer.headers })).data
  const { profile } = (await api.get(`/store/institution/organisation?organisation_id=${school.id}`, { headers: people.buyer.headers })).data
  const { demand } = await post("buyer", "demands", DEMAND)
  return { vacation: String(vacation.id), title: String(profile.invoice_titles[0].id), point: String(profile.delivery_points[0].id), demand: String(demand.id) }
}

export const DEMAND = { title: "冬季蔬菜", from_day: dayFromNow(20), to_day: dayFromNow(60), weekdays: [1], quote_by: dayFromNow(5), lines: [{ name: "萝卜", unit: "千克", quantity: 100 }] }

export type DeskWorld = Awaited<ReturnType<typeof openDeskWorld>>
