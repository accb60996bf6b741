import { runStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { receiveTransferWorkflow } from "@fupin/checkout/workflows"
import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { Modules } from "@medusajs/framework/utils"
import { dayFromNow, DELIVERY, type Institutions, openInstitutions } from "../support/institution"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

type Person = { headers: Record<string, string> }
type Method = "get" | "post"

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let standingOrder: string
  let occurrence: any
  const date = dayFromNow(3)
  const weekday = new Date(date).getUTCDay() || 7
  const ask = (person: Person, method: Method, path: string, body: unknown = {}) =>
    method === "get" ? api.get(path, { headers: person.headers, validateStatus: null }) : api.post(path, body, { headers: person.headers, validateStatus: null })
  const store = (person: Person, method: Method, path: string, body?: unknown) => ask(person, method, `/store/institution/${path}`, body)
  const plan = (change: object = {}) => ({
    agreement_id: world.agreements.school.id, name: "食堂配送", weekdays: [weekday], starts_on: date, ends_on: date, skip_statutory_holidays: false,
    lines: [{ variant_id: world.potato.variant_id, quantity: 10 }], delivery: DELIVERY, ...change,
  })
  const readOccurrence = async (id: string) => (await store(world.people.buyer, "get", `occurrences/${id}`)).data.occurrence

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    standingOrder = (await store(world.people.buyer, "post", "standing-orders", plan())).data.standing_order.id
    occurrence = (await store(world.people.buyer, "get", "occurrences")).data.occurrences[0]
  })

  describe("the desk", () => {
    it("answers nobody, no stranger, no other organisation's member, and no member beyond their role", async () => {
      const { people, school, agreements, potato } = world
      const lines = [{ variant_id: potato.variant_id, quantity: 1 }]
      const { agreement_id: _same, ...change } = plan()
      const acceptance = { lines: [{ variant_id: potato.variant_id, accepted: 1, reason: "" }] }
      const reads: string[] = [`agreements?organisation_id=${school.id}`, `standing-orders?organisation_id=${school.id}`, `standing-orders/${standingOrder}`, `agreements/${agreements.school.id}`, `agreements/${agreements.school.id}/paper`, `vacations?organisation_id=${school.id}`, `occurrences?organisation_id=${school.id}`, `occurrences/${occurrence.id}`, `orders?organisation_id=${school.id}`]
      const orders: [string, unknown][] = [
        ["standing-orders", plan({ name: "另一份" })], [`standing-orders/${standingOrder}`, change], [`standing-orders/${standingOrder}/pause`, { resume_on: dayFromNow(9) }], [`standing-orders/${standingOrder}/resume`, {}],
        [`standing-orders/${standingOrder}/end`, {}], [`occurrences/${occurrence.id}/skip`, { reason: "放假" }], [`occurrences/${occurrence.id}/restore`, {}], [`occurrences/${occurrence.id}/lines`, { lines }],
        [`occurrences/${occurrence.id}/headcount`, { headcount: 50 }], [`occurrences/${occurrence.id}/replenish`, { lines }], [`occurrences/${occurrence.id}/substitute`, { variant_id: potato.variant_id }],
        ["quick-entry", { agreement_id: agreements.school.id, text: "ABC 1" }], ["vacations", { organisation_id: school.id, name: "寒假", from_on: dayFromNow(60), to_on: dayFromNow(70) }],
        [`agreements/${agreements.school.id}/proposals`, { change: { kind: "price", variant_id: potato.variant_id, unit_price_fen: 100 } }],
      ]
      const nobody = { headers: { "x-publishable-api-key": world.store.publishable_key } }
      const all: [Method, string, unknown][] = [...reads.map((path): [Method, string, unknown] => ["get", path, undefined]), ...orders.map(([path, body]): [Method, string, unknown] => ["post", path, body]),
        ["post", "preview", { agreement_id: agreements.school.id, lines }], ["post", `occurrences/${occurrence.id}/acceptance`, acceptance]]
      for (const [method, path, body] of all) {
        expect([path, (await store(nobody, method, path, body)).status]).toEqual([path, 401])
        for (const person of [people.stranger, people.other]) {
          const { status, data } = await store(person, method, path, body)
          expect([path, status, data.code]).toEqual([path, 403, "not_a_member"])
        }
      }
      for (const [path, body] of orders) for (const person of [people.viewer, people.receiver]) expect([path, (await store(person, "post", path, body)).data.code]).toEqual([path, "role_not_allowed"])
      expect((await store(people.buyer, "post", `occurrences/${occurrence.id}/acceptance`, acceptance)).data.code).toBe("role_not_allowed")
      for (const list of ["agreements", "standing-orders", "occurrences", "orders"]) expect(JSON.stringify((await store(people.other, "get", list)).data)).not.toContain(school.id)
      expect((await store(people.stranger, "get", "organisations")).data).toEqual({ organisations: [] })
      expect((await store(people.viewer, "get", "organisations")).data.organisations).toMatchObject([{ id: school.id, roles: ["viewer"] }])
      expect(await readOccurrence(occurrence.id)).toEqual(occurrence)
    })

    it("refuses bad input with a code and a sentence, and writes nothing", async () => {
      const { people, potato, tea, agreements } = world
      const line = (quantity: unknown, variant_id: unknown = potato.variant_id) => ({ lines: [{ variant_id, quantity }] })
      const bad: [string, unknown][] = [
        ["invalid_input", line(0)], ["invalid_input", line(-1)], ["invalid_input", line(1e9)], ["invalid_input", line(1.5)], ["invalid_input", line("10")], ["above_agreed_quantity", line(51)],
        ["not_in_agreement", line(1, "variant_unknown")], ["invalid_input", line(1, "'; drop table occurrence; --")], ["duplicate_line", { lines: [...line(1).lines, ...line(2).lines] }], ["invalid_input", { lines: [] }],
        ["end_before_start", { ends_on: dayFromNow(1) }], ["date_in_the_past", { starts_on: "2026-02-01", ends_on: "2026-02-10" }], ["agreement_not_in_force", { starts_on: dayFromNow(900), ends_on: null }],
        ["invalid_input", { weekdays: [] }], ["invalid_input", { weekdays: [8] }], ["invalid_input", { weekdays: [1, 1] }], ["invalid_input", { starts_on: "2026-02-30" }],
        ["invalid_input", { name: "<script>alert(1)</script>" }], ["invalid_input", { name: "a'; drop table organisation; --" }], ["invalid_input", { name: "" }],
        ["invalid_input", { delivery: { ...DELIVERY, detail: "<img src=x>" } }], ["invalid_input", { delivery: { ...DELIVERY, phone: "123" } }], ["invalid_input", { delivery: { ...DELIVERY, county_code: "渝北" } }],
        ["invalid_input", { customer_id: people.other.customer_id }], ["standing_order_name_taken", {}], ["not_found", { agreement_id: "sagr_unknown" }],
      ]
      for (const [code, change] of bad) {
        const { status, data } = await store(people.buyer, "post", "standing-orders", plan({ name: code === "standing_order_name_taken" ? "食堂配送" : "新的一份", ...(change as object) }))
        expect([code, change, status >= 400 && status < 500, data.code, data.message?.length > 3]).toEqual([code, change, true, code, true])
      }
      const malformed = await api.post("/store/institution/standing-orders", "{", { headers: { ...people.buyer.headers, "content-type": "application/json" }, validateStatus: null })
      expect([malformed.status, malformed.data.code]).toEqual([400, "malformed_json"])
      for (const [path, body, code] of [
        [`occurrences/${occurrence.id}/lines`, { lines: [{ variant_id: tea.variant_id, quantity: -1 }] }, "invalid_input"], [`occurrences/${occurrence.id}/lines`, { lines: [{ variant_id: potato.variant_id, quantity: 51 }] }, "above_agreed_quantity"],
        [`occurrences/${occurrence.id}/skip`, { reason: "" }, "invalid_input"], [`occurrences/${occurrence.id}/restore`, {}, "illegal_transition"], [`standing-orders/${standingOrder}/pause`, { resume_on: dayFromNow(0) }, "end_before_start"],
        [`standing-orders/${standingOrder}/end`, { ends_on: "2026-01-01" }, "date_in_the_past"], ["occurrences/occ_unknown/skip", { reason: "放假" }, "not_found"],
        ["preview", { agreement_id: agreements.school.id, lines: [{ variant_id: "variant_unknown", quantity: 1 }] }, "not_in_agreement"],
      ] as const) expect([path, (await store(people.buyer, "post", path, body)).data.code]).toEqual([path, code])
      expect((await store(people.buyer, "get", "occurrences?from=yesterday")).data.code).toBe("invalid_input")
      expect((await store(people.buyer, "get", "standing-orders")).data.standing_orders).toHaveLength(1)
      expect(await readOccurrence(occurrence.id)).toEqual(occurrence)
    })

    it("takes the transfer and the acceptance in either order: captured is paid, accepted is payable", async () => {
      const { people, potato, school } = world
      await runStandingOrdersWorkflow(getContainer()).run({ input: { date } })
      const placed = await readOccurrence(occurrence.id)
      const [order_id] = placed.order_ids
      const listed = async (person: Person) => (await store(person, "get", `orders?organisation_id=${school.id}`)).data.orders[0]
      expect(await listed(people.finance)).toMatchObject({ order_id, state: "awaiting_payment", total_fen: 36_000, paid_fen: 0 })
      const accept = (accepted: number, reason = "") => store(people.receiver, "post", `occurrences/${occurrence.id}/acceptance`, { lines: [{ variant_id: potato.variant_id, accepted, reason }] })
      expect((await accept(11)).data.code).toBe("above_supplied")
      expect((await accept(8)).data.code).toBe("acceptance_reason_required")

      const transfer = (amount_fen: number, reference: string) => receiveTransferWorkflow(getContainer()).run({ input: { order_id: order_id!, amount_fen, reference, received_on: dayFromNow(0), actor_id: "finance" } })
      await transfer(16_000, "BANK-1")
      expect((await readOccurrence(occurrence.id)).state).toBe("placed")
      expect(await listed(people.finance)).toMatchObject({ state: "partly_paid", paid_fen: 16_000 })

      const accepted = (await accept(10)).data.occurrence
      expect(accepted).toMatchObject({ state: "accepted", lines: [{ requested: 10, supplied: 10, accepted: 10 }] })
      expect((await accept(10)).data.code).toBe("illegal_transition")
      await transfer(20_000, "BANK-2")
      await expect.poll(async () => (await readOccurrence(occurrence.id)).state, { timeout: 10_000 }).toBe("paid")
      expect(await listed(people.finance)).toMatchObject({ state: "paid", paid_fen: 36_000, transfer: null })

      await postBenefitWorkflow(getContainer()).run({ input: { order_ids: [order_id!] } })
      const auditor = await signInStaff(getContainer(), "auditor")
      const { data: { entries } } = await ask(auditor, "get", `/admin/benefit/entries?order_id=${order_id}`)
      const payable = entries.filter(({ stage, household_id }: any) => stage === "payable" && household_id).reduce((sum: number, { amount_fen }: any) => sum + amount_fen, 0)
      expect(payable).toBe(3600)
    })

    it("may send all of it back at the door: nothing is due and nobody is helped", async () => {
      await runStandingOrdersWorkflow(getContainer()).run({ input: { date } })
      const { people, potato } = world
      const { status, data } = await store(people.receiver, "post", `occurrences/${occurrence.id}/acceptance`, { lines: [{ variant_id: potato.variant_id, accepted: 0, reason: "全部发芽" }] })
      expect([status, data.occurrence]).toEqual([200, expect.objectContaining({ state: "rejected", lines: [expect.objectContaining({ supplied: 10, accepted: 0, reason: "全部发芽" })] })])
      await postBenefitWorkflow(getContainer()).run({ input: { order_ids: data.occurrence.order_ids } })
      expect((await ask(await signInStaff(getContainer(), "auditor"), "get", `/admin/benefit/entries?order_id=${data.occurrence.order_ids[0]}`)).data.entries).toEqual([])
    })
  })

  describe("the office", () => {
    it("enters and verifies organisations and members, within its regions; leaving ends rights at once", async () => {
      const [clerk, office, elsewhere, auditor] = await Promise.all([signInStaff(getContainer(), "town_clerk"), signInStaff(getContainer(), "office", "500000"), signInStaff(getContainer(), "office", "430000"), signInStaff(getContainer(), "auditor")])
      const admin = (person: Person, method: Method, path: string, body?: unknown) => ask(person, method, `/admin/institution/${path}`, body)
      const input = { name: "巫溪县中医院", uscc: "91350100M000100Y43", kind: "hospital", region_code: "500238" }
      expect((await admin(clerk, "post", "organisations", input)).data.code).toBe("missing_permission")
      expect((await admin(auditor, "post", "organisations", input)).data.code).toBe("missing_permission")
      expect((await admin(elsewhere, "post", "organisations", input)).data.code).toBe("not_in_your_region")
      expect((await admin(office, "post", "organisations", { ...input, uscc: "91350100M000100Y44" })).data.code).toBe("invalid_uscc")
      expect((await admin(office, "post", "organisations", { ...input, name: "<b>医院</b>" })).data.code).toBe("invalid_input")
      // A code somebody typed into a form as if it lay elsewhere, verified by nobody, keeps no office from its own unit.
      expect((await store(world.people.stranger, "post", "organisations", { ...input, name: "冒名", region_code: "430903" })).status).toBe(201)
      const { status, data: { organisation } } = await admin(office, "post", "organisations", input)
      expect([status, organisation.verified_at]).toEqual([201, null])
      const { id } = organisation
      for (const path of [`organisations/${id}/verify`, `organisations/${id}/members`]) expect((await admin(elsewhere, "post", path, { email: "stranger@example.cn", role: "buyer" })).data.code).toBe("not_in_your_region")
      expect((await admin(office, "post", `organisations/${id}/members`, { email: "nobody@example.cn", role: "buyer" })).data.code).toBe("unknown_customer")
      const { data: { member } } = await admin(office, "post", `organisations/${id}/members`, { email: "stranger@example.cn", role: "buyer" })
      const mine = async () => (await store(world.people.stranger, "get", "organisations")).data.organisations.map(({ name }: any) => name)
      expect(await mine()).toEqual([])
      await admin(office, "post", `members/${member.id}/verify`)
      expect(await mine()).toEqual(["巫溪县中医院"])

      const agreement = { number: "定采〔2026〕003", organisation_id: id, valid_from: "2026-01-01", valid_to: dayFromNow(90), weekdays: [weekday], lines: [{ variant_id: world.potato.variant_id, unit_price_fen: 3500 }] }
      expect((await admin(elsewhere, "post", "agreements", agreement)).data.code).toBe("not_in_your_region")
      expect((await admin(office, "post", "agreements", { ...agreement, valid_to: "2025-01-01" })).data.code).toBe("end_before_start")
      expect((await admin(office, "post", "agreements", { ...agreement, producer_id: world.enshi.id })).data.code).toBe("not_from_this_producer")
      expect((await admin(office, "post", "agreements", { ...agreement, number: "定采〔2026〕001" })).data.code).toBe("agreement_number_taken")
      const saved = await admin(office, "post", "agreements", agreement)
      expect(saved.status).toBe(201)
      const cheaper = { ...agreement, lines: [{ variant_id: world.potato.variant_id, unit_price_fen: 100 }] }
      expect((await admin(office, "post", "agreements", cheaper)).data.code).toBe("agreement_signed")
      const attempt = plan({ agreement_id: saved.data.agreement.id })
      expect((await store(world.people.stranger, "post", "standing-orders", attempt)).data.code).toBe("organisation_not_verified")
      await admin(office, "post", `organisations/${id}/verify`)
      expect((await admin(elsewhere, "post", "organisations", { ...input, region_code: "430903" })).data.code).toBe("not_in_your_region")
      expect((await store(world.people.stranger, "post", "standing-orders", attempt)).status).toBe(201)

      expect((await admin(elsewhere, "post", "standing-orders/run", { date })).data).toMatchObject({ planned: 0 })
      expect((await admin(auditor, "post", "standing-orders/run", { date })).data.code).toBe("missing_permission")
      expect((await admin(office, "post", "standing-orders/run", { date: "soon" })).data.code).toBe("invalid_input")
      expect((await admin(office, "post", "standing-orders/run", { date })).data).toMatchObject({ planned: 2, placed: 2 })
      expect((await admin(office, "get", `digest?date=${date}`)).data).toMatchObject({ expected: 2, missing: 0, states: { placed: 2 }, problems: [] })
      expect((await admin(elsewhere, "get", `occurrences?from=${date}&to=${date}`)).data.count).toBe(0)

      await admin(office, "post", `members/${member.id}/leave`)
      expect(await mine()).toEqual([])
      expect((await admin(office, "get", `organisations/${id}/members`)).data.members).toMatchObject([{ email: "stranger@example.cn", role: "buyer" }])
    })

    it("keeps the contact's phone sealed at rest", async () => {
      const [row] = await getContainer().resolve<any>("institution").listStandingOrders({ id: standingOrder })
      expect(JSON.stringify(row)).not.toContain(DELIVERY.phone)
      expect(await getContainer().resolve(Modules.ORDER).listOrders({})).toEqual([])
    })
  })
})
