import { continueCampaigns } from "@fupin/institution/campaign/continue-campaigns"
import { mailNotices } from "@fupin/institution/notices/mail"
import { tellNotices } from "@fupin/institution/notices/tell"
import { campaignPlay, certify, ROSTER_HEADINGS, rosterRow } from "../support/campaign"
import { type Institutions, openInstitutions } from "../support/institution"
import { MailServer } from "../support/mail-server"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { readTable } from "../support/workbook"

/** The backend reads where mail goes when it starts. */
const mail = new MailServer()
process.env.SMTP_URL = mail.url
const HEADINGS = [...ROSTER_HEADINGS, "邮箱"]
const THIS_YEAR = new Date().getFullYear()

describeShop(({ api, getContainer }) => {
  let world: Institutions
  const { ask, desk, sql, step, detail, listed, opened, key, gift, settled } = campaignPlay(api, getContainer, () => world)
  const stock = (pieces: number) => sql("update inventory_level set stocked_quantity = ? where inventory_item_id = ?", [pieces, world.tea.inventory_item_id])
  const remedy = (id: string, body: object, person = world.people.buyer) => desk(person, "post", `/${id}/remedy`, { mode: "save", recipient_ids: [], reason: "茶叶缺货", ...body })
  const shortage = async (id: string) => (await desk(world.people.buyer, "get", `/${id}/shortage`)).data.packs as any[]
  const reserved = async (id: string) => (await sql("select amount_fen::int as fen from spending_reservation where key = ? and released_at is null", [`campaign:${id}`]))[0]?.fen ?? 0
  /** What stands of the campaign in the shop: orders not cancelled, their sum, and pieces of each of the goods that are reserved. */
  const standing = async (id: string) => {
    const [sum] = await sql(`select count(*)::int as orders, coalesce(round(sum((s.totals->>'current_order_total')::numeric) * 100), 0)::int as fen from campaign_order c join "order" o on o.id = c.id and o.status <> 'canceled' join order_summary s on s.order_id = o.id and s.deleted_at is null where c.campaign_id = ?`, [id])
    const pieces = await Promise.all([world.potato, world.rice, world.tea].map(async ({ inventory_item_id }) =>
      (await sql("select coalesce(sum(r.quantity), 0)::int as pieces from reservation_item r join campaign_order c on c.id = r.external_id where c.campaign_id = ? and r.inventory_item_id = ? and r.deleted_at is null", [id, inventory_item_id]))[0].pieces))
    return { ...sum, pieces }
  }
  const choose = async (id: string, numbers: number[], pack: { id: string }) => {
    for (const one of (await listed(id)).filter(({ employee_number }) => numbers.includes(Number(employee_number.slice(1))))) expect((await gift("/choice", { ...key(one.id), pack_id: pack.id })).status).toBe(200)
  }
  /** Two have potatoes, three tea of which one is left: placed as far as it goes. */
  const soldOut = async (left: number) => {
    await stock(20)
    const id = await opened([rosterRow(1), rosterRow(2, ["清真"]), rosterRow(3), rosterRow(4, ["", "", "", "", "g4@example.cn"]), rosterRow(5)], {}, {}, HEADINGS)
    const { packs: [potatoes, tea] } = await detail(id)
    await choose(id, [2, 4, 5], tea)
    await step(id, "close")
    await stock(left)
    expect((await step(id, "place")).status).toBe(200)
    expect(await settled(id)).toMatchObject({ state: "approved", job: { refused: 1 } })
    const members = new Map((await listed(id)).map((one) => [one.employee_number, one]))
    return { id, potatoes, tea, members, idOf: (number: string) => members.get(number).id as string }
  }

  beforeAll(async () => {
    vi.stubEnv("TRUSTED_PROXIES", "1")
    world = await openInstitutions(getContainer())
    await certify(getContainer(), world)
    const office = await signInStaff(getContainer(), "office")
    await ask(office, "post", `/admin/institution/organisations/${world.school.id}/budgets`, { year: THIS_YEAR, purpose: "campaign", amount_fen: 10_000_000 })
    await ask(office, "post", `/admin/institution/organisations/${world.school.id}/spending-plans`, { year: THIS_YEAR, kind: "union", title: "工会慰问", eligible: { platforms: ["here"], sources: ["union"] } })
  })
  afterAll(() => mail.close())

  describe("packs that run out", () => {
    it("that run out say so and are never promised twice, whoever asks at once", async () => {
      const people = Array.from({ length: 12 }, (_, index) => rosterRow(index + 1))
      const id = await opened(people, {}, { stock_limit: 5 })
      const { packs: [first, second] } = await detail(id)
      const roster = await listed(id)
      const answers = await Promise.all(roster.map(({ id: recipient }, index) => gift("/choice", { ...key(recipient), pack_id: first.id }, `10.0.1.${index}`)))
      expect(answers.map(({ status, data }) => (status === 200 ? "taken" : data.code)).sort()).toEqual([...Array(7).fill("pack_sold_out"), ...Array(5).fill("taken")])
      const loser = roster[answers.findIndex(({ status }) => status !== 200)]
      expect((await gift("", key(loser.id))).data.gift.packs.map(({ is_open }: any) => is_open)).toEqual([false, true])
      expect((await gift("/choice", { ...key(loser.id), pack_id: second.id })).status).toBe(200)
      expect((await detail(id)).packs.map(({ taken, left }: any) => [taken, left])).toEqual([[5, 0], [1, 19]])
      // Another union wants the same tea: what is promised here is not there for them.
      const other = await opened(people.slice(0, 2))
      expect((await detail(other)).packs[1].left).toBe(19)
      await sql("update inventory_level set stocked_quantity = 3 where inventory_item_id = ?", [world.tea.inventory_item_id])
      expect((await step(id, "close")).data.code).toBe("pack_short")
      expect((await detail(id)).campaign.state).toBe("collecting")
      // Sold to others after closing: the order is refused with its reason, the buyer is told, and with goods it goes on.
      const stock = (pieces: number) => sql("update inventory_level set stocked_quantity = ? where inventory_item_id = ?", [pieces, world.tea.inventory_item_id])
      await stock(20)
      expect((await step(id, "close")).status).toBe(200)
      await stock(0)
      expect((await step(id, "place")).status).toBe(200)
      expect(await settled(id)).toMatchObject({ state: "approved", job: { state: "done", refused: 1 } })
      const { refused, placed } = (await desk(world.people.buyer, "get", `/${id}/orders`)).data
      expect([placed, refused.map(({ message }: any) => message)]).toEqual([1, [expect.stringMatching(/恩施玉露.*已售完/)]])
      await tellNotices(getContainer(), new Date())
      const { data: { notices } } = await ask(world.people.buyer, "get", `/store/institution/notices?organisation_id=${world.school.id}`)
      expect(notices).toMatchObject([{ kind: "campaign_refused", body: expect.stringContaining("补货后点“继续下单”，供不上的可以替职工改选或移出") }])
      await stock(20)
      expect((await step(id, "place")).status).toBe(200)
      expect(await settled(id)).toMatchObject({ state: "ordered", job: { done: 2, refused: 0 } })
    })

    it("after the approval are changed for those concerned or given up, with every figure following in the same breath", async () => {
      const { people, school } = world
      const { id, potatoes, tea, idOf } = await soldOut(1)
      expect([await reserved(id), await standing(id)]).toEqual([80_002, { orders: 1, fen: expect.any(Number), pieces: [4, 5, 0] }])
      const [short, ...others] = await shortage(id)
      expect([short, others]).toMatchObject([{ id: tea.id, members: 3, heads: 3, short_heads: 2, missing: [{ title: "恩施玉露", pieces: 2 }], stand_ins: [{ id: potatoes.id, price_fen: 10_001 }] }, []])
      expect(short.recipients.map(({ name }: any) => name)).toEqual(["职工2", "职工4", "职工5"])

      // Looked at first: what it would bring, and nothing is written.
      const four = { pack_id: tea.id, to_pack_id: potatoes.id, recipient_ids: [idOf("G4")] }
      expect((await remedy(id, { ...four, mode: "check" })).data).toEqual({ members: 1, heads: 1, before_fen: 80_002, after_fen: 70_003, given_back_fen: 9_999, saved: false })
      expect([await reserved(id), (await detail(id)).packs.map(({ taken }: any) => taken), await sql("select id from campaign_change")]).toEqual([80_002, [2, 3], []])
      const refused: [string, object][] = [
        ["pack_not_for_diet", { ...four, recipient_ids: [idOf("G2")] }], ["pack_is_supplied", { ...four, pack_id: potatoes.id, to_pack_id: tea.id, recipient_ids: [idOf("G1")] }],
        ["members_changed", { ...four, recipient_ids: [idOf("G1")] }], ["unknown_pack", { ...four, to_pack_id: "cpck_none" }], ["invalid_input", { ...four, reason: "" }],
      ]
      for (const [code, body] of refused) expect([code, (await remedy(id, body)).data.code]).toEqual([code, code])
      expect([(await remedy(id, four, people.viewer)).data.code, (await remedy(id, four, people.other)).data.code]).toEqual(["role_not_allowed", "not_a_member"])

      // What dies before it is committed changes nothing at all.
      await sql("alter table spending_reservation add constraint broken check (amount_fen <> 70003)")
      expect((await remedy(id, four)).status).toBe(500)
      expect([await reserved(id), (await detail(id)).packs.map(({ taken }: any) => taken), await sql("select id from campaign_change")]).toEqual([80_002, [2, 3], []])
      await sql("alter table spending_reservation drop constraint broken")

      // Clicked twice at once: done once.
      const clicks = await Promise.all([remedy(id, four), remedy(id, four)])
      expect(clicks.map(({ status, data }) => (status === 200 ? data.given_back_fen : data.code)).sort()).toEqual([9_999, expect.stringMatching(/^(members_changed|campaign_placing)$/)])
      expect([await settled(id), await reserved(id), await standing(id)]).toMatchObject([{ state: "approved", total_fen: 70_003, job: { refused: 1 } }, 70_003, { orders: 1, pieces: [6, 5, 0] }])
      expect((await remedy(id, { pack_id: tea.id, to_pack_id: null, recipient_ids: [idOf("G5")] })).data).toMatchObject({ given_back_fen: 20_000, after_fen: 50_003, saved: true })
      expect([await settled(id), await reserved(id), await standing(id)]).toMatchObject([{ state: "ordered", members: 4, left: 1, changed: 2, total_fen: 50_003 }, 50_003, { orders: 2, fen: 50_003, pieces: [6, 4, 1] }])

      const { budgets, plans } = (await ask(people.finance, "get", `/store/institution/budget?organisation_id=${school.id}&year=${THIS_YEAR}`)).data
      expect([budgets.find(({ purpose }: any) => purpose === "campaign").committed_fen, plans[0].ordered_fen]).toEqual([await committed(), await committed()])
      expect((await desk(people.finance, "get", `/${id}/orders`)).data).toMatchObject({ orders: 2, placed: 2, total_fen: 50_003, due_fen: 50_003, refused: [] })
      expect((await ask(people.viewer, "get", `/store/institution/orders?organisation_id=${school.id}&show=due`)).data.orders.filter(({ about_id }: any) => about_id === id).length).toBe(2)

      // Members are told: behind their link, by letter where there is an address, by the union's own message otherwise.
      expect((await gift("", key(idOf("G4")))).data.gift).toMatchObject({ pack_id: potatoes.id, told: "您的礼包由“清真米茶礼包”改为“山货礼包”：茶叶缺货。", is_dropped: false })
      expect((await gift("", key(idOf("G5")))).data.gift).toMatchObject({ pack_id: null, told: expect.stringContaining("没有为您发放礼包：茶叶缺货"), is_dropped: true, pickup_code: null })
      expect((await gift("/choice", { ...key(idOf("G5")), pack_id: potatoes.id })).data.code).toBe("gift_closed")
      for (let turn = 0; turn < 2; turn++) await mailNotices(getContainer(), new Date())
      expect(mail.received.filter(({ subject }) => subject.includes("变动"))).toMatchObject([{ to: "g4@example.cn", text: expect.stringContaining("改为“山货礼包”：茶叶缺货") }])
      const sheet = await api.get(`/store/institution/campaigns/${id}/files/changes.xlsx`, { headers: people.buyer.headers, responseType: "arraybuffer" })
      expect(JSON.stringify(await readTable(Buffer.from(sheet.data)))).toMatch(/职工4[\s\S]*改为“山货礼包”[\s\S]*职工5[\s\S]*没有为您发放/)
      expect((await desk(people.viewer, "get", `/${id}/files/changes.xlsx`)).data.code).toBe("role_not_allowed")
      expect((await desk(people.viewer, "get", `/${id}/evidence`)).data.changes).toEqual([{ from_pack: "清真米茶礼包", to_pack: "山货礼包", reason: "茶叶缺货", members: 1 }, { from_pack: "清真米茶礼包", to_pack: null, reason: "茶叶缺货", members: 1 }])

      // Killed after cancelling and placing and before it said so: the next process finds it done, without doubles.
      await sql("update campaign_order set state = case state when 'withdrawn' then 'withdrawing' else 'planned' end where campaign_id = ?", [id])
      await sql("update campaign set state = 'approved' where id = ?", [id])
      await sql("update campaign_job set state = 'running', lease_until = now() - interval '1 second', ended_at = null where id = (select id from campaign_job where campaign_id = ? order by started_at desc limit 1)", [id])
      expect((await remedy(id, four)).data.code).toBe("campaign_placing")
      await continueCampaigns(getContainer())
      expect([await settled(id), await standing(id)]).toMatchObject([{ state: "ordered" }, { orders: 2, fen: 50_003, pieces: [6, 4, 1] }])
    })

    it("are neither changed once something was paid or sent, nor before they were approved; where everybody is dropped nothing is left", async () => {
      const { id, potatoes, tea, idOf } = await soldOut(0)
      const four = { pack_id: tea.id, to_pack_id: potatoes.id, recipient_ids: [idOf("G4")] }
      const paid = (yuan: number) => sql("update payment_collection set captured_amount = ? where id in (select l.payment_collection_id from order_payment_collection l join campaign_order c on c.id = l.order_id where c.campaign_id = ?)", [yuan, id])
      await paid(1)
      expect((await remedy(id, four)).data.code).toBe("pack_sent_already")
      await paid(0)
      expect((await remedy(id, { ...four, to_pack_id: null, recipient_ids: [] })).data).toMatchObject({ members: 3, given_back_fen: 60_000 })
      expect([await settled(id), await reserved(id), await standing(id)]).toMatchObject([{ state: "ordered", members: 2 }, 20_002, { orders: 1, fen: 20_002, pieces: [4, 2, 0] }])
      expect((await remedy(id, four)).data.code).toBe("campaign_state")

      await stock(20)
      const all = await opened([rosterRow(1, ["清真"])])
      const { packs: [, only] } = await detail(all)
      expect((await remedy(all, { pack_id: only.id, to_pack_id: null })).data.code).toBe("campaign_state")
      await step(all, "close")
      await stock(0)
      await step(all, "place")
      expect(await settled(all)).toMatchObject({ state: "approved" })
      expect((await remedy(all, { pack_id: only.id, to_pack_id: null })).data).toMatchObject({ after_fen: 0, given_back_fen: 20_000 })
      expect([await settled(all), await reserved(all), await standing(all)]).toMatchObject([{ state: "cancelled", cancel_reason: expect.stringContaining("没有领礼包的职工") }, 0, { orders: 0, fen: 0, pieces: [0, 0, 0] }])
    })
  })

  /** What all campaigns of this file cost, as they are ordered. */
  const committed = async (): Promise<number> => (await sql("select sum(total_fen)::int as fen from campaign_order where state in ('placed', 'planned') and kind = 'gift'"))[0].fen
})
