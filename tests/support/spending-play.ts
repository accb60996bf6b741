import { randomUUID } from "node:crypto"
import { askApprovalsWorkflow, runStandingOrdersWorkflow, saveMembersWorkflow, saveSupplyAgreementsWorkflow, tellShortagesWorkflow } from "@fupin/institution/workflows"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import fc from "fast-check"
import { dayFromNow, DELIVERY } from "./institution"
import { sql } from "./linked-shop"
import { PREORDER_RULE } from "./scoped-preorder"
import { FIRST, type SpendingWorld, weekdayOf } from "./spending"
import { PDF } from "./workbook-of"

export type Ask = (person: { headers: Record<string, string> }, method: "get" | "post", path: string, body?: unknown) => Promise<{ status: number; data: any }>
type Name = "head" | "deputy" | "both" | "buyer"
type Role = "approver" | "buyer"

const person = fc.constantFrom<Name>("head", "deputy", "both", "buyer")
const role = fc.constantFrom<Role>("approver", "approver", "buyer")
const quantity = fc.integer({ min: 1, max: 20 })
const by = <Kind extends string>(kind: Kind) => ({ do: fc.constant(kind), who: person })

/** Whatever the people of a unit can do that ends in an order, or in leave to order. */
export const anyAct = fc.oneof(
  fc.record({ ...by("edit"), quantity }), fc.record({ ...by("change"), quantity }), fc.record({ ...by("headcount"), quantity }), fc.record({ ...by("replenish"), quantity }), fc.record({ ...by("join"), quantity }), fc.record({ ...by("split"), quantity }),
  fc.record({ ...by("campaign"), step: fc.constantFrom("member", "open", "close", "reopen", "place") }),
  fc.record({ ...by("decide"), verdict: fc.constantFrom("approve" as const, "approve" as const, "reject" as const), off: fc.constantFrom(0, 0, 0, -100) }), fc.record(by("again")),
  fc.record({ ...by("preorder"), quantity }), fc.record({ ...by("plan"), quantity }), fc.record(by("pause")), fc.record(by("resume")), fc.record(by("skip")), fc.record(by("restore")), fc.record(by("substitute")), fc.record({ do: fc.constant("tell") }),
  fc.record({ do: fc.constantFrom("give", "take"), to: person, role }),
  fc.record({ ...by("delegate"), to: person }), fc.record({ do: fc.constant("ask") }), fc.record({ do: fc.constant("run") }),
)
export type Act = { do: string; who?: Name; to?: Name; role?: Role; quantity?: number; step?: string; verdict?: "approve" | "reject"; off?: number; which?: number }

/** What a campaign needs to be opened, made by the buyer; a member is added by whoever asks for one. */
export async function openCampaign(ask: Ask, { school, buyer, potato, rice }: SpendingWorld): Promise<string> {
  const year = new Date().getFullYear() + 1
  const terms = { organisation_id: school.id, holiday: "mid_autumn", year, title: "中秋慰问", budget_fen: 50_000, choose_by: `${year}-08-31`, delivery_mode: "pickup", pickup: DELIVERY }
  const { data: { campaign: { id } } } = await ask(buyer, "post", "/store/institution/campaigns", terms)
  const components = [{ variant_id: potato.variant_id, quantity: 2 }, { variant_id: rice.variant_id, quantity: 1 }]
  await ask(buyer, "post", `/store/institution/campaigns/${id}/packs`, { packs: [{ name: "山货礼包", price_fen: 15_001, is_default: true, components }] })
  await ask({ headers: { ...buyer.headers, "content-type": "application/octet-stream" } }, "post", `/store/institution/campaigns/${id}/minutes`, PDF)
  await ask(buyer, "post", `/store/institution/campaigns/${id}/recipients`, { employee_number: "G1", name: "职工甲", phone: "13800000001" })
  return id
}

/** Who holds what when a play begins. */
const SEATS: [Name, Role][] = [["head", "approver"], ["deputy", "approver"], ["both", "approver"], ["both", "buyer"], ["buyer", "buyer"]]
/** Everybody back in the seats of the beginning, and the plan as it was. */
export const BACK: Act[] = [...SEATS.map(([to, held]): Act => ({ do: "give", to, role: held })), { do: "resume", who: "buyer" }, { do: "restore", who: "buyer" }]

/** Goods that may stand in campaigns, group buys and preorders, and enough of them, but for rice on the first day, for which potatoes stand in; somebody who gives and takes roles. */
export async function certify(container: MedusaContainer, { potato, rice, school, agreements }: SpendingWorld): Promise<void> {
  const lines = [{ variant_id: potato.variant_id, unit_price_fen: 3600, max_quantity: 50 }, { variant_id: rice.variant_id, unit_price_fen: 5500, substitute_variant_id: potato.variant_id }]
  await saveSupplyAgreementsWorkflow(container).run({ input: { agreements: [{ number: agreements.school.number, organisation_id: school.id, producer_id: null, valid_from: "2026-01-01", valid_to: dayFromNow(400), weekdays: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1, lines }] } })
  await container.resolve<any>("institution").savePledge({ variant_id: rice.variant_id, from_on: FIRST, to_on: FIRST, quantity: 2, note: "" }, "tester")
  await saveMembersWorkflow(container).run({ input: { organisation_id: school.id, members: [{ email: "viewer@example.cn", role: "manager" }], verified: true, actor_id: "tester" } })
  await saveDesignationsWorkflow(container).run({ input: { designations: [potato, rice].map(({ product_id }, index) => ({ number: `渝巫认定〔2026〕${index + 1}号`, product_id, valid_from: "2026-01-01", valid_to: "2036-06-30" })) } })
  await sql(container, "update inventory_level set stocked_quantity = 50000", [])
}

/** A unit's standing order, group buy and campaign, and everybody doing whatever they can with them. `asked` gathers who asked for what, by the answers they got. */
export async function openPlay(container: MedusaContainer, ask: Ask, world: SpendingWorld, number: number, asked: Map<string, Set<string>>) {
  const { head, deputy, both, buyer, school, potato, rice, store } = world
  const people = { head, deputy, both, buyer }
  const desk = (who: Name, method: "get" | "post", path: string, body?: unknown) => ask(people[who], method, `/store/institution/${path}`, body)
  const note = (key: string, who: Name) => asked.set(key, new Set([...(asked.get(key) ?? []), people[who].customer_id]))
  const wrong: string[] = []
  const isIn = async (customer_id: string, held: Role) => (await sql(container, "select 1 from organisation_member where organisation_id = ? and customer_id = ? and role = ? and verified_at is not null and left_at is null", [school.id, customer_id, held])).length > 0
  /** Somebody asked, and was let: who is no buyer just then must not be. */
  const asks = async (key: string, who: Name) => {
    note(key, who)
    if (!(await isIn(people[who].customer_id, "buyer"))) wrong.push(`${who}, no buyer, asked for ${key}`)
  }
  const plan = (pieces: number, name = "随机") => ({ name: `${name}${number}`, weekdays: [weekdayOf(FIRST)], starts_on: FIRST, ends_on: FIRST, skip_statutory_holidays: false, headcount: 100, lines: [{ variant_id: potato.variant_id, quantity: pieces }, { variant_id: rice.variant_id, quantity: 3 }], delivery: DELIVERY })
  const { data: { standing_order: { id: standing } } } = await desk("buyer", "post", "standing-orders", { ...plan(10), agreement_id: world.agreements.school.id })
  const plans = [standing]
  note(`standing_order:${standing}`, "buyer")
  const group = (name: string) => ({ title: `${name}${number}`, variant_id: potato.variant_id, starts_at: new Date(Date.now() - 60_000).toISOString(), ends_at: new Date(Date.now() + 86_400_000).toISOString(), tiers: [{ from_units: 1, price_fen: 3_500 }], capacity: 40, per_buyer_cap: 40 })
  const openGroup = async (name: string): Promise<string> => {
    const { data: { group_buy: { id } } } = await ask(world.office, "post", "/admin/institution/group-buys", group(name))
    await ask(world.office, "post", `/admin/institution/group-buys/${id}/steps`, { step: "open", reason: "" })
    return id
  }
  const [whole, part] = [await openGroup("随机团"), await openGroup("随机拆")]
  const offer = await openOffer(ask, world, number)
  const campaign = await openCampaign(ask, world)
  note(`campaign:${campaign}`, "buyer")
  const judged = new Set<string>()
  /** A decision that was not there before is its approver's, who is one just now, or of whom they named for today. */
  const entitled = async (request: string, approver: string, by_whom: string) => {
    const name = `${request} ${approver} ${by_whom}`
    if (judged.has(name)) return
    judged.add(name)
    const named = approver === by_whom || (await sql(container, "select 1 from spending_delegation where organisation_id = ? and from_customer_id = ? and to_customer_id = ? and ended_at is null", [school.id, approver, by_whom])).length > 0
    if (!named || !(await isIn(approver, "approver"))) wrong.push(`${by_whom} decided in the place of ${approver} on ${request}`)
  }
  const day = async () => String((await sql(container, "select id from occurrence where standing_order_id = ? order by round desc limit 1", [standing]))[0]!.id)
  const placed = async () => {
    while ((await sql(container, "select 1 from campaign_job where state = 'running'", [])).length > 0) await new Promise((resolve) => setTimeout(resolve, 20))
  }
  const edit = async (who: Name, path: string, body: object) => {
    const id = await day()
    if ((await desk(who, "post", `occurrences/${id}/${path}`, body)).status === 200) await asks(`occurrence:${id}`, who)
  }
  const lines = (pieces: number) => ({ lines: [{ variant_id: potato.variant_id, quantity: pieces }] })
  const join = async (group_buy: string, { who, quantity: pieces }: Required<Act>): Promise<void> => {
    const basket = { idempotency_key: randomUUID(), quantity: pieces, organisation_id: school.id, email: "buyer@example.cn", address: { ...DELIVERY, county_code: "500238" }, shipping_option_id: store.shipping_option_ids.standard, payment_provider_id: "pp_transfer_cn" }
    const { status, data } = await ask(people[who], "post", `/store/group-buys/${group_buy}/join`, basket)
    if (status === 200 && (await ask(people[who], "post", `/store/carts/${data.cart_id}/complete`)).data.type === "order") await asks(`group-buy:${group_buy}:${school.id}`, who)
  }
  let members = 1
  const acts: Record<string, (one: Required<Act>) => Promise<unknown>> = {
    edit: ({ who, quantity: pieces }) => edit(who, "lines", lines(pieces)),
    headcount: ({ who, quantity: pieces }) => edit(who, "headcount", { headcount: pieces * 10 }),
    change: async ({ who, quantity: pieces }) => { if ((await desk(who, "post", `standing-orders/${standing}`, plan(pieces))).status === 200) await asks(`standing_order:${standing}`, who) },
    /** Another plan for the same day. */
    plan: async ({ who, quantity: pieces }) => {
      const { status, data } = await desk(who, "post", "standing-orders", { ...plan(pieces, `另单${plans.length}之`), agreement_id: world.agreements.school.id })
      if (status !== 201) return
      plans.push(data.standing_order.id)
      await asks(`standing_order:${data.standing_order.id}`, who)
    },
    pause: ({ who }) => desk(who, "post", `standing-orders/${standing}/pause`, { resume_on: dayFromNow(9), placed: "keep" }),
    resume: ({ who }) => desk(who, "post", `standing-orders/${standing}/resume`),
    skip: async ({ who }) => desk(who, "post", `occurrences/${await day()}/skip`, { reason: "放假" }),
    restore: async ({ who }) => desk(who, "post", `occurrences/${await day()}/restore`),
    substitute: ({ who }) => edit(who, "substitute", { variant_id: rice.variant_id }),
    preorder: async ({ who, quantity: pieces }) => {
      const { status, data } = await desk(who, "post", `preorders/${offer}/book`, { idempotency_key: randomUUID(), organisation_id: school.id, quantity: pieces, delivery: DELIVERY })
      if (status === 201) await asks(`preorder:${data.contract.id}`, who)
    },
    tell: () => tellShortagesWorkflow(container).run({ input: { today: dayFromNow(0) } }),
    ...openSeats(container, ask, world, people),
    replenish: async ({ who, quantity: pieces }) => {
      const { status, data } = await desk(who, "post", `occurrences/${await day()}/replenish`, lines(pieces))
      if (status === 201) await asks(`occurrence:${data.occurrence.id}`, who)
    },
    join: (one) => join(whole, one),
    /** The rest of what one joined for, as a purchase of its own. */
    split: (one) => join(part, one),
    campaign: async ({ who, step }) => {
      if (step !== "member") return await desk(who, "post", `campaigns/${campaign}/steps`, { step, reason: "" })
      members += 1
      if ((await desk(who, "post", `campaigns/${campaign}/recipients`, { employee_number: `G${members}`, name: "职工乙", phone: `138000000${10 + members}` })).status === 201) await asks(`campaign:${campaign}`, who)
    },
    decide: async ({ who, verdict, off }) => {
      for (const { id, amount_fen } of (await desk(who, "get", `approvals?organisation_id=${school.id}`)).data.approvals) {
        await desk(who, "post", `approvals/${id}/decision`, { verdict, amount_fen: amount_fen + off, reason: "理由" })
        for (const one of await sql(container, "select approver_id, decided_by from spending_decision where request_id = ?", [id])) await entitled(id, String(one.approver_id), String(one.decided_by))
      }
    },
    again: async ({ who }) => {
      for (const { id } of (await desk(who, "get", `approvals?organisation_id=${school.id}&state=closed`)).data.approvals.filter(({ state }: any) => state === "rejected")) {
        const { status } = await desk(who, "post", `approvals/${id}/ask-again`, { reason: "再看一次" })
        if (status === 200) note(String((await sql(container, "select key from spending_request where id = ?", [id]))[0]!.key), who)
      }
    },
    delegate: ({ who, to }) => desk(who, "post", "delegations", { organisation_id: school.id, to_customer_id: people[to].customer_id, from_day: dayFromNow(0), to_day: dayFromNow(0), reason: "外出" }),
    ask: () => askApprovalsWorkflow(container).run({ input: { today: dayFromNow(0) } }),
    run: () => runStandingOrdersWorkflow(container).run({ input: { date: FIRST } }),
  }
  return {
    wrong,
    act: async (one: Act): Promise<void> => { await acts[one.do]!(one as Required<Act>); await placed() },
    end: async (): Promise<void> => {
      for (const one of BACK) await acts[one.do]!(one as Required<Act>)
      for (const id of plans) await desk("buyer", "post", `standing-orders/${id}/end`, {})
      await sql(container, "update spending_request set state = 'withdrawn', closed_at = now() where state in ('open', 'rejected')", [])
      await sql(container, "update spending_delegation set ended_at = now() where ended_at is null", [])
    },
  }
}

/** Potatoes to be harvested in a month, open to be booked. */
async function openOffer(ask: Ask, { office, potato }: SpendingWorld, number: number): Promise<string> {
  const terms = { title: `随机预购${number}`, variant_id: potato.variant_id, price_fen: 3_333, expected_yield: 500, book_by: dayFromNow(10), harvest_from: dayFromNow(40), harvest_to: dayFromNow(60), rule: PREORDER_RULE }
  const { data: { offer: { id } } } = await ask(office, "post", "/admin/institution/preorders", terms)
  await ask(office, "post", `/admin/institution/preorders/${id}/steps`, { step: "open" })
  return id
}

/** The unit's manager gives roles, which the office verifies where it must, and takes them. */
function openSeats(container: MedusaContainer, ask: Ask, { viewer: manager, office, school }: SpendingWorld, people: Record<Name, { customer_id: string }>) {
  const seat = async (to: Name, held: Role) => (await sql(container, "select id from organisation_member where organisation_id = ? and customer_id = ? and role = ? and left_at is null", [school.id, people[to].customer_id, held]))[0]?.id
  return {
    give: async ({ to, role: held }: Required<Act>) => {
      await ask(manager, "post", "/store/institution/members/roles", { organisation_id: school.id, customer_id: people[to].customer_id, role: held })
      const id = await seat(to, held)
      if (id) await ask(office, "post", `/admin/institution/members/${id}/verify`)
    },
    take: async ({ to, role: held }: Required<Act>) => {
      const id = await seat(to, held)
      if (id) await ask(manager, "post", `/store/institution/members/roles/${id}/end`)
    },
  }
}

export interface Bought {
  key: string | null
  total_fen: number
  askers: string[]
  lines: { variant_id: string; quantity: number }[]
}

const ORDERED = `select o.id, o.version, c.amount, case o.metadata ->> 'source' when 'standing_order' then 'occurrence:' || (o.metadata ->> 'occurrence_id') when 'campaign' then 'campaign:' || (o.metadata ->> 'campaign_id')
    when 'group_buy' then 'group-buy:' || (o.metadata ->> 'group_buy_id') || ':' || (o.metadata ->> 'organisation_id') end as key
  from "order" o join order_payment_collection l on l.order_id = o.id join payment_collection c on c.id = l.payment_collection_id where o.metadata ->> 'organisation_id' = ?`

/** Every purchase of a unit that has become orders, whatever way it took, with what was asked for and by whom. */
export async function readBought(container: MedusaContainer, organisationId: string, asked: Map<string, Set<string>>): Promise<Bought[]> {
  const totals = await sql(container, `with ordered as (${ORDERED}) select key, round(sum(amount) * 100)::float8 as total_fen from ordered group by key`, [organisationId])
  const items = await sql(container, `with ordered as (${ORDERED}), named as (
      select key, variant_id, sum(d.quantity)::float8 as quantity from ordered join order_item d on d.order_id = ordered.id and d.version = ordered.version join order_line_item i on i.id = d.item_id where key not like 'occurrence:%' group by key, variant_id, i.unit_price
      union all select 'occurrence:' || occurrence_id, variant_id, requested::float8 from occurrence_line)
    select * from named`, [organisationId])
  const signed = await sql(container, `select 'preorder:' || c.id as key, (c.booked * c.price_fen)::float8 as total_fen, o.variant_id, c.booked::float8 as quantity
    from preorder_contract c join preorder_offer o on o.id = c.offer_id where c.organisation_id = ? and c.signed_on is not null`, [organisationId])
  const within = await sql(container, "select 'occurrence:' || id as key, 'standing_order:' || standing_order_id as plan from occurrence", [])
  return [...totals, ...signed].map(({ key, total_fen }: any) => ({
    key, total_fen, lines: [...items, ...signed].filter((item: any) => item.key === key).map(({ variant_id, quantity: pieces }: any) => ({ variant_id, quantity: pieces })),
    askers: [...(asked.get(key) ?? []), ...(asked.get(String(within.find((one) => one.key === key)?.plan)) ?? [])],
  }))
}

/** Approvals of this purchase, of at least this amount and of these goods, given by people who did not ask for it. */
export async function readAgreed(container: MedusaContainer, { key, total_fen, lines, askers }: Bought): Promise<string[]> {
  const given = await sql(container, `select d.approver_id, d.decided_by from spending_decision d join spending_request r on r.id = d.request_id
    where r.key = ? and r.state = 'approved' and d.verdict = 'approve' and d.amount_fen >= ? and r.content @> ?`, [key, total_fen, JSON.stringify(lines)])
  return given.filter((one: any) => !askers.includes(one.approver_id) && !askers.includes(one.decided_by)).map(({ approver_id }: any) => approver_id)
}
