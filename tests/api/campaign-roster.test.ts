import { ERRORS } from "@fupin/contract/codes"
import { beginPlacing } from "@fupin/institution/campaign/begin-placing"
import { createOrderFulfillmentWorkflow } from "@medusajs/medusa/core-flows"
import { campaignPlay, certify, memberPhone, type Person, rosterRow } from "../support/campaign"
import { type Institutions, openInstitutions } from "../support/institution"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

const THIS_YEAR = new Date().getFullYear()
const HOME = { county_code: "500112", detail: "翠溪路9号" }

describeShop(({ api, getContainer }) => {
  let world: Institutions
  const { ask, desk, sql, step, detail, listed, opened, key, gift, settled } = campaignPlay(api, getContainer, () => world)
  const change = (id: string, body: object, person: Person = world.people.buyer) => desk(person, "post", `/${id}/roster-changes`, { mode: "save", reason: "九月入职", ...body })
  const newcomer = (number: number, more: object = {}) => ({ join: { employee_number: `G${number}`, name: `职工${number}`, phone: memberPhone(number), ...more } })
  const idOf = async (id: string, number: string) => (await listed(id)).find(({ employee_number }) => employee_number === number)?.id as string
  /** What is reserved for the campaign and its late joiners; what stands of it in the shop. */
  const reserved = async (id: string) => (await sql("select coalesce(sum(amount_fen), 0)::int as fen from spending_reservation where (key = ? or starts_with(key, ?)) and released_at is null", [`campaign:${id}`, `campaign:${id}:`]))[0].fen
  const standing = async (id: string) => (await sql(`select coalesce(round(sum((s.totals->>'current_order_total')::numeric) * 100), 0)::int as fen from campaign_order c join "order" o on o.id = c.id and o.status <> 'canceled' join order_summary s on s.order_id = o.id and s.deleted_at is null where c.campaign_id = ?`, [id]))[0].fen
  const agrees = async (id: string, fen: number) => {
    expect(await settled(id)).toMatchObject({ state: "ordered", total_fen: fen })
    expect([await reserved(id), await standing(id)]).toEqual([fen, fen])
  }
  const placed = async (rows: unknown[][], terms: object = {}) => {
    const id = await opened(rows, terms)
    for (const name of ["close", "place"]) expect((await step(id, name)).status).toBe(200)
    expect((await settled(id)).state).toBe("ordered")
    return id
  }
  const pay = async (id: string, amount_fen: number) => {
    const finance = await signInStaff(getContainer(), "finance")
    expect((await ask(finance, "post", `/admin/institution/campaigns/${id}/transfers`, { amount_fen, reference: `L-${id.slice(-6)}`, received_on: "2026-11-20" })).status).toBe(200)
    await settled(id)
  }

  beforeAll(async () => {
    vi.stubEnv("TRUSTED_PROXIES", "1")
    world = await openInstitutions(getContainer())
    await certify(getContainer(), world)
    const office = await signInStaff(getContainer(), "office")
    expect((await ask(office, "post", `/admin/institution/organisations/${world.school.id}/budgets`, { year: THIS_YEAR, purpose: "campaign", amount_fen: 100_000 })).status).toBeLessThan(300)
  })

  describe("the roster after the choosing closed", () => {
    it("takes who joined late and lets go who left, with orders and budget to the fen; a look beforehand writes nothing", async () => {
      const id = await opened([rosterRow(1), rosterRow(2), rosterRow(3)])
      expect((await change(id, newcomer(7))).data.code).toBe("campaign_state")
      await step(id, "close")
      expect((await change(id, newcomer(4))).data).toMatchObject({ pack: "山货礼包", heads: 1, before_fen: 30_003, after_fen: 40_004, needs_approval: false, saved: true })
      expect((await change(id, { leave: await idOf(id, "G3"), reason: "九月离职" })).data).toMatchObject({ after_fen: 30_003, saved: true })
      expect((await detail(id)).campaign).toMatchObject({ state: "closed", members: 3, left: 1, total_fen: 30_003 })
      await step(id, "place")
      await agrees(id, 30_003)

      const { packs: [, tea] } = await detail(id)
      const look = await change(id, { ...newcomer(5, { diet: "halal" }), mode: "check" })
      expect(look.data).toEqual({ pack: "清真米茶礼包", heads: 1, before_fen: 30_003, after_fen: 50_003, is_returned: false, needs_approval: false, saved: false })
      expect([(await detail(id)).campaign.members, (await detail(id)).campaign.state]).toEqual([3, "ordered"])
      await agrees(id, 30_003)
      expect((await change(id, newcomer(5, { diet: "halal" }))).data).toMatchObject({ saved: true, after_fen: 50_003 })
      await agrees(id, 50_003)
      const five = await idOf(id, "G5")
      expect((await gift("", key(five))).data.gift).toMatchObject({ is_open: false, pack_id: tea.id, chosen_by: "default", told: expect.stringContaining("九月入职") })
      expect((await change(id, newcomer(5))).data.code).toBe("recipient_known")
      expect((await change(id, { ...newcomer(6, { diet: "halal" }), pack_id: (await detail(id)).packs[0].id })).data.code).toBe("pack_not_for_diet")
      expect((await change(id, { ...newcomer(6, { heads: 21 }), pack_id: tea.id })).data.code).toBe("pack_sold_out")
      expect((await change(id, newcomer(6, { phone: memberPhone(1) }))).data.code).toBe("phone_taken")

      const leaves = { leave: five, reason: "十月离职" }
      expect((await change(id, { ...leaves, mode: "check" })).data).toMatchObject({ before_fen: 50_003, after_fen: 30_003, saved: false })
      await agrees(id, 50_003)
      expect((await change(id, leaves)).data).toMatchObject({ saved: true, is_returned: false })
      await agrees(id, 30_003)
      expect((await change(id, leaves)).data.code).toBe("recipient_left")
      expect((await gift("", key(five))).data.gift).toMatchObject({ is_dropped: true, told: expect.stringContaining("十月离职") })
      expect((await change(id, { ...newcomer(5), pack_id: tea.id })).data).toMatchObject({ saved: true })
      expect(await idOf(id, "G5")).toBe(five)
      await agrees(id, 50_003)
      // The year's budget holds it or refuses it; nothing is left of what was refused.
      expect((await change(id, newcomer(6, { heads: 5 }))).data.code).toBe("budget_exceeded")
      expect((await change(id, { ...newcomer(6, { heads: 5 }), mode: "check" })).data.code).toBe("budget_exceeded")
      await agrees(id, 50_003)
      const { data: evidence } = await desk(world.people.viewer, "get", `/${id}/evidence`)
      expect(JSON.stringify(evidence.changes)).toMatch(/九月入职.*|十月离职/)
    })

    it("asks the approvers for what goes beyond what they approved, and nobody for a leaver's successor", async () => {
      const office = await signInStaff(getContainer(), "office")
      const staff = (path: string, body: object = {}) => ask(office, "post", `/admin/institution/${path}`, body)
      const { data: { member: head } } = await staff(`organisations/${world.school.id}/members`, { email: "stranger@example.cn", role: "approver" })
      await staff(`members/${head.id}/verify`)
      expect((await staff(`organisations/${world.school.id}/approval-policy`, { tiers: [{ up_to_fen: null, mode: "any", approvers: [] }] })).status).toBe(201)
      const approve = async (amount_fen: number) => {
        const { data: { approvals } } = await ask(world.people.stranger, "get", `/store/institution/approvals?organisation_id=${world.school.id}`)
        const open = approvals.filter(({ state }: any) => state === undefined || state === "open")
        expect(open).toMatchObject([{ amount_fen }])
        expect((await ask(world.people.stranger, "post", `/store/institution/approvals/${open[0].id}/decision`, { verdict: "approve", amount_fen, reason: "" })).status).toBe(200)
      }
      const id = await opened([rosterRow(1), rosterRow(2)])
      await step(id, "close")
      expect((await step(id, "place")).data.code).toBe("approval_needed")
      await approve(20_002)
      await step(id, "place")
      await agrees(id, 20_002)

      expect((await change(id, { leave: await idOf(id, "G2"), reason: "离职" })).data.saved).toBe(true)
      await agrees(id, 10_001)
      expect((await change(id, newcomer(3))).data).toMatchObject({ saved: true, needs_approval: false })
      await agrees(id, 20_002)

      expect((await change(id, { ...newcomer(4), mode: "check" })).data).toMatchObject({ needs_approval: true, after_fen: 30_003, saved: false })
      for (let turn = 0; turn < 2; turn++) expect((await change(id, newcomer(4))).data).toMatchObject({ code: "approval_needed", message: expect.stringContaining("超出已批准的金额") })
      expect(await idOf(id, "G4")).toBeUndefined()
      await agrees(id, 20_002)
      await approve(10_001)
      await agrees(id, 20_002)
      expect((await change(id, newcomer(4))).data).toMatchObject({ saved: true, needs_approval: false })
      await agrees(id, 30_003)
      expect((await change(id, { leave: await idOf(id, "G4"), reason: "离职" })).data.saved).toBe(true)
      await agrees(id, 20_002)
    })

    it("leaves paid packs to the union, and refuses by name what is paid for a home, sent, or there already", async () => {
      const id = await placed([rosterRow(1), rosterRow(2)])
      await pay(id, 20_002)
      const [one, two] = await listed(id)
      expect((await change(id, newcomer(3))).data.code).toBe("pack_sent_already")
      expect((await change(id, { leave: one.id, reason: "离职", mode: "check" })).data).toMatchObject({ is_returned: true, before_fen: 20_002, after_fen: 20_002, saved: false })
      expect((await change(id, { leave: one.id, reason: "离职" })).data).toMatchObject({ is_returned: true, saved: true })
      expect((await change(id, { leave: one.id, reason: "离职" })).data.code).toBe("already_handed_out")
      await agrees(id, 20_002)
      expect((await gift("", key(one.id))).data.gift).toMatchObject({ outcome: "unclaimed", told: expect.stringContaining("离职") })
      await step(id, "arrive", world.people.receiver)
      expect((await desk(world.people.receiver, "post", `/${id}/hand-outs`, { recipient_id: one.id })).data.code).toBe("already_handed_out")
      expect((await change(id, { leave: two.id, reason: "离职" })).data.code).toBe("campaign_state")
      expect((await change(id, newcomer(3))).data.code).toBe("campaign_state")
      expect((await step(id, "finish")).data.campaign).toMatchObject({ state: "done", unclaimed: 2 })

      const home = await placed([rosterRow(1, ["", "", "500112", "翠溪路1号"])], { delivery_mode: "home", pickup: null })
      await pay(home, 10_001)
      expect((await change(home, newcomer(9))).data.code).toBe("gift_address_required")
      expect((await change(home, { leave: await idOf(home, "G1"), reason: "离职" })).data.code).toBe("leaver_home_paid")
      // Somebody else's parcel is no hindrance: an order of their own is added.
      expect((await change(home, newcomer(9, { address: HOME }))).data).toMatchObject({ saved: true, after_fen: 20_002 })
      expect(await settled(home)).toMatchObject({ state: "ordered", to_home: 2 })
      expect((await desk(world.people.finance, "get", `/${home}/orders`)).data).toMatchObject({ placed: 2, paid_fen: 10_001, due_fen: 10_001 })
    })

    it("is changed by the unit's own buyers alone, for members of this campaign, with a reason; a choice after the deadline leaves the earlier one", async () => {
      const { people } = world
      const id = await placed([rosterRow(1)])
      const other = await opened([rosterRow(1)])
      const [mine, theirs] = [await idOf(id, "G1"), await idOf(other, "G1")]
      for (const [person, code] of [[people.other, "not_a_member"], [people.viewer, "role_not_allowed"], [people.receiver, "role_not_allowed"]] as const) {
        expect((await change(id, newcomer(2), person)).data.code).toBe(code)
        expect((await change(id, { leave: mine, mode: "check" }, person)).data.code).toBe(code)
      }
      expect((await change(id, { leave: theirs })).data.code).toBe("not_found")
      expect((await change(id, { leave: mine, reason: "" })).data.code).toBe("invalid_input")
      const { packs: [potatoes, tea] } = await detail(other)
      expect((await change(id, { ...newcomer(2), pack_id: tea.id })).data.code).toBe("unknown_pack")

      expect((await gift("/choice", { ...key(theirs), pack_id: potatoes.id })).status).toBe(200)
      expect((await gift("/choice", { ...key(theirs), pack_id: tea.id })).data.gift).toMatchObject({ pack_id: tea.id })
      await sql("update campaign set choose_by = '2026-01-01' where id = ?", [other])
      const late = await gift("/choice", { ...key(theirs), pack_id: potatoes.id })
      expect([late.data.code, late.data.message]).toEqual(["gift_closed", "选礼包的时间已过，以截止前最后一次选择为准；没有选的由工会发放默认礼包"])
      expect((await gift("", key(theirs))).data.gift).toMatchObject({ pack_id: tea.id, chosen_by: "member", is_open: false })
      expect((await desk(people.buyer, "post", `/${other}/recipients/${theirs}`, { leave: true })).status).toBe(200)
      const gone = await desk(people.buyer, "post", `/${other}/recipients/${theirs}`, { leave: true })
      expect([gone.data.code, gone.data.message]).toEqual(["recipient_left", "该职工已从本次名册移出"])
    })

    it("lets nobody leave or join once the parcel is on its way, paid or not", async () => {
      const id = await placed([rosterRow(1), rosterRow(2)])
      const [{ id: order_id }] = await sql("select id from campaign_order where campaign_id = ? and state = 'placed'", [id])
      const [item] = await sql("select item_id, quantity::int as quantity from order_item where order_id = ? and deleted_at is null limit 1", [order_id])
      await createOrderFulfillmentWorkflow(getContainer()).run({ input: { order_id, items: [{ id: item.item_id, quantity: item.quantity }], location_id: world.store.stock_location_id } })
      for (const body of [{ leave: await idOf(id, "G1") }, newcomer(3)]) for (const mode of ["check", "save"]) expect((await change(id, { ...body, mode })).data.code).toBe("pack_sent_already")
      expect([(await detail(id)).campaign.total_fen, await reserved(id)]).toEqual([20_002, 20_002])
    })

    it("places nothing for a unit that has no buyer any more", async () => {
      const id = await opened([rosterRow(1)])
      await step(id, "close")
      await sql("update organisation_member set left_at = now() where organisation_id = ? and role = 'buyer'", [world.school.id])
      await expect(beginPlacing(getContainer(), id, "tester")).rejects.toThrow(ERRORS.campaign_no_buyer)
      expect((await sql("select c.state, count(o.id)::int as orders from campaign c left join campaign_order o on o.campaign_id = c.id where c.id = ? group by 1", [id]))[0]).toEqual({ state: "closed", orders: 0 })
    })
  })
})
