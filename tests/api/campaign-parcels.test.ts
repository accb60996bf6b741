import { listParts } from "@fupin/benefit/intake/unzip"
import { businessDay } from "@fupin/institution/domain/business-day"
import { continueCampaigns } from "@fupin/institution/campaign/continue-campaigns"
import { campaignPlay, certify, type Person, rosterRow } from "../support/campaign"
import { type Institutions, openInstitutions } from "../support/institution"
import { postAll } from "../support/linked-shop"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { readTable } from "../support/workbook"
import { PDF, workbookOf } from "../support/workbook-of"

const HEADINGS = ["工号", "卖方", "快递公司", "运单号", "签收日期"]
const POST = "中国邮政"

describeShop(({ api, getContainer }) => {
  let world: Institutions
  const { desk, upload, sql, step, detail, listed, opened, key, gift, settled } = campaignPlay(api, getContainer, () => world)
  const today = businessDay(new Date())
  const dayFromNow = (days: number) => businessDay(new Date(Date.now() + days * 86_400_000))

  const enter = (id: string, body: object, person: Person = world.people.receiver) => desk(person, "post", `/${id}/parcels`, body)
  const table = async (id: string, mode: "check" | "save", rows: unknown[][], person: Person = world.people.receiver) => (await upload(`/${id}/parcel-table?mode=${mode}`, await workbookOf([HEADINGS, ...rows]), person)).data
  const stands = async () => Object.fromEntries((await sql("select r.employee_number as number, p.proof, p.signed_on, p.is_accepted from campaign_parcel p join campaign_order o on o.id = p.order_id join campaign_recipient r on r.id = o.recipient_id order by 1")).map(({ number, proof, signed_on, is_accepted }) => [number, [proof, signed_on, is_accepted]]))
  /** Orders whose goods count as received, and what of the benefit is payable, in fen. */
  const accepted = async () => {
    await postAll(getContainer())
    const [{ orders, fen }] = await sql(`select (select count(distinct order_id)::int from acceptance_fact) as orders, coalesce((select sum(amount_fen) from ledger_entry where account = 'payable'), 0)::int as fen`)
    return { orders, fen }
  }

  /** Packs of one seller to this many homes, ordered and on their way. */
  const sent = async (members: number, { paid = false, extra = [] as unknown[][] } = {}) => {
    const id = await opened([...Array.from({ length: members }, (_, index) => rosterRow(index + 1, ["", "", "500112", `翠溪路${index + 1}号`])), ...extra], extra.length > 0 ? { delivery_mode: "either" } : { delivery_mode: "home", pickup: null })
    expect((await step(id, "close")).status).toBe(200)
    expect((await step(id, "place")).status).toBe(200)
    const campaign = await settled(id)
    expect(campaign.state).toBe("ordered")
    if (paid) await pay(id, campaign.total_fen)
    return { id, idOf: new Map((await listed(id)).map((one) => [one.employee_number, one.id as string])) }
  }
  const pay = async (id: string, amount_fen: number) => {
    const finance = await signInStaff(getContainer(), "finance")
    expect((await api.post(`/admin/institution/campaigns/${id}/transfers`, { amount_fen, reference: `P-${id.slice(-6)}`, received_on: today }, { headers: finance.headers, validateStatus: null })).status).toBe(200)
    await settled(id)
  }

  beforeAll(async () => {
    vi.stubEnv("TRUSTED_PROXIES", "1")
    world = await openInstitutions(getContainer())
    await certify(getContainer(), world)
  })

  describe("parcels of a campaign to members' homes", () => {
    it("hold up the end of the hand-out, by number, until each is proved: by the carrier, the member or the union; what came back is not received", async () => {
      const { id, idOf } = await sent(4, { paid: true })
      expect((await detail(id)).campaign).toMatchObject({ to_home: 4, unproven: 4 })
      expect((await step(id, "arrive", world.people.receiver)).data.campaign.state).toBe("handing_out")
      const refused = await step(id, "finish")
      expect([refused.data.code, refused.data.message]).toEqual(["parcels_unproven", expect.stringContaining("还有 4 位职工的包裹没有签收凭据（工号 G1、G2、G3、G4）")])
      expect((await detail(id)).campaign.state).toBe("handing_out")

      const parcel = { recipient_id: idOf.get("G1"), carrier: POST, tracking_number: "ea123456789cn" }
      expect((await enter(id, parcel)).status).toBe(200)
      expect((await listed(id, "&show=unproven")).map(({ employee_number }) => employee_number)).toEqual(["G1", "G2", "G3", "G4"])
      expect((await enter(id, { ...parcel, recipient_id: idOf.get("G2") })).data.code).toBe("parcel_number_taken")
      expect((await enter(id, { ...parcel, signed_on: dayFromNow(1) })).data.code).toBe("parcel_signed_later")
      expect((await enter(id, { ...parcel, signed_on: dayFromNow(-1) })).data).toMatchObject({ code: "parcel_signed_early", message: expect.stringContaining(today) })
      expect((await enter(id, { ...parcel, recipient_id: "none" })).data.code).toBe("parcel_unknown")
      expect(await accepted()).toEqual({ orders: 0, fen: 0 })
      for (let turn = 0; turn < 2; turn++) expect((await enter(id, { ...parcel, signed_on: today })).status).toBe(200)
      const first = await accepted()
      expect(first).toEqual({ orders: 1, fen: expect.any(Number) })
      expect(first.fen).toBeGreaterThan(0)

      const two = key(idOf.get("G2")!)
      expect((await gift("", two)).data.gift).toMatchObject({ may_confirm: true, parcels: [{ carrier: null, proof: null }] })
      expect((await gift("/receipt", two)).data.gift).toMatchObject({ outcome: "delivered", may_confirm: false })
      expect((await gift("/receipt", two)).data.code).toBe("already_handed_out")
      expect((await accepted()).orders).toBe(2)

      expect((await enter(id, { recipient_id: idOf.get("G3"), outcome: "returned" })).data.code).toBe("invalid_input")
      expect((await enter(id, { recipient_id: idOf.get("G3"), outcome: "returned", reason: "地址不符被退回" })).status).toBe(200)
      expect((await enter(id, { recipient_id: idOf.get("G3"), outcome: "delivered", reason: "又说收到了" })).data.code).toBe("already_handed_out")
      expect((await gift("/receipt", key(idOf.get("G3")!))).data.code).toBe("already_handed_out")
      expect((await enter(id, { ...parcel, recipient_id: idOf.get("G3"), tracking_number: "EA999999999CN", signed_on: today })).data.code).toBe("parcel_proved")
      expect((await step(id, "finish")).data.message).toContain("工号 G4）")

      expect((await enter(id, { recipient_id: idOf.get("G4"), outcome: "delivered", reason: "本人电话确认收到" })).status).toBe(200)
      const before = await accepted()
      expect(before).toEqual({ orders: 3, fen: 3 * first.fen })
      expect((await step(id, "finish")).data.campaign).toMatchObject({ state: "done", unproven: 0, unclaimed: 1 })
      await continueCampaigns(getContainer())
      expect(await accepted()).toEqual(before)
      expect(await stands()).toEqual({ G1: ["carrier", today, true], G2: ["member", today, true], G3: ["returned", null, false], G4: ["organiser", today, true] })
      expect(new Map((await listed(id)).map(({ employee_number, outcome }) => [employee_number, outcome]))).toEqual(new Map([["G1", "delivered"], ["G2", "delivered"], ["G3", "unclaimed"], ["G4", "delivered"]]))
      expect((await enter(id, { ...parcel, tracking_number: "EA000000000CN" })).data.code).toBe("campaign_state")

      const pack = async (person: Person) => listParts(Buffer.from((await api.get(`/store/institution/campaigns/${id}/files/pack.zip`, { headers: person.headers, responseType: "arraybuffer" })).data))
      const rows = JSON.stringify(await readTable((await pack(world.people.receiver)).get("送货到家签收凭据.xlsx")!.data))
      for (const said of ["EA123456789CN", "快递签收", "本人确认", "地址不符被退回", "本人电话确认收到", "职工3"]) expect(rows).toContain(said)
      expect([...(await pack(world.people.viewer)).keys()].some((name) => name.startsWith("送货到家签收凭据"))).toBe(false)
      expect((await desk(world.people.viewer, "get", `/${id}/files/parcels.xlsx`)).data.code).toBe("role_not_allowed")
    })

    it("are read from a carrier's table: looked at first, faults by row, all or nothing, and the same again changes nothing", async () => {
      const { id } = await sent(3, { extra: [rosterRow(4)] })
      const faulty = [["G1", "", POST, "EA100000001CN", today], ["G1", "", POST, "EA100000002CN", ""], ["G2", "别家", POST, "EA100000003CN", ""], ["G3", "", POST, "12", ""], ["G3", "", POST, "EA100000004CN", dayFromNow(2)], ["G3", "", POST, "EA100000005CN", dayFromNow(-2)], ["G4", "", POST, "EA100000006CN", ""], ["G99", "", POST, "EA100000007CN", ""]]
      for (const mode of ["check", "save"] as const) {
        const read = await table(id, mode, faulty)
        expect(read).toMatchObject({ rows: 8, good: 1, saved: false })
        expect(read.faults.map(({ cell }: any) => cell)).toEqual(["A3", "B4", "D5", "E6", "E7", "A8", "A9"])
        expect(read.faults.every(({ message }: any) => /[\u4e00-\u9fff]/.test(message))).toBe(true)
      }
      expect(await stands()).toEqual({})
      const numbers = [1, 2, 3].map((number) => [`G${number}`, "", POST, `EA20000000${number}CN`, number === 3 ? "" : today])
      expect(await table(id, "check", numbers)).toMatchObject({ rows: 3, good: 3, signed: 2, fault_count: 0, saved: false })
      expect(await stands()).toEqual({})
      for (let turn = 0; turn < 2; turn++) {
        expect(await table(id, "save", numbers)).toMatchObject({ rows: 3, signed: 2, saved: true })
        await continueCampaigns(getContainer())
        expect(await stands()).toEqual({ G1: ["carrier", today, true], G2: ["carrier", today, true], G3: [null, null, false] })
        expect((await accepted()).orders).toBe(2)
      }
      expect((await table(id, "save", [["G3", "", POST, "EA200000001CN", today]])).faults).toMatchObject([{ cell: "D2" }])
      expect(await table(id, "save", [["G3", "", POST, "EA200000003CN", today]])).toMatchObject({ saved: true, signed: 1 })
      await continueCampaigns(getContainer())
      expect((await accepted()).orders).toBe(3)
      // Who collects has no parcel, and whose pack goes home has nothing to collect.
      const members = new Map((await listed(id)).map((one) => [one.employee_number, one.id as string]))
      expect((await gift("/receipt", key(members.get("G4")!))).data.code).toBe("parcel_unknown")
      await step(id, "arrive", world.people.receiver)
      expect((await desk(world.people.receiver, "post", `/${id}/hand-outs`, { recipient_id: members.get("G1") })).data.code).toBe("pack_goes_home")
      expect((await step(id, "finish")).data.campaign).toMatchObject({ state: "done", unclaimed: 1, unproven: 0 })
    })

    it("are proved for their own unit's campaign alone, by who takes goods in, once it is ordered", async () => {
      const { people } = world
      const { id, idOf } = await sent(2)
      const other = await sent(1)
      const receipt = { recipient_id: idOf.get("G1"), outcome: "delivered", reason: "电话核实" }
      const nobody = { headers: { "x-publishable-api-key": world.store.publishable_key } }
      expect((await enter(id, receipt, nobody)).status).toBe(401)
      for (const [person, code] of [[people.other, "not_a_member"], [people.stranger, "not_a_member"], [people.viewer, "role_not_allowed"]] as const) {
        expect((await enter(id, receipt, person)).data.code).toBe(code)
        expect((await upload(`/${id}/parcel-table?mode=save`, PDF, person)).data.code).toBe(code)
      }
      expect((await enter(other.id, receipt)).data.code).toBe("not_found")
      expect((await enter(other.id, { recipient_id: idOf.get("G1"), carrier: POST, tracking_number: "EA300000001CN" })).data.code).toBe("parcel_unknown")
      expect((await gift("/receipt", { ...key(idOf.get("G1")!), code: "000000" })).data.code).toBe("gift_not_found")
      const open = await opened([rosterRow(1, ["", "", "500112", "翠溪路1号"])], { delivery_mode: "home", pickup: null })
      const [waiting] = await listed(open)
      expect((await enter(open, { recipient_id: waiting.id, outcome: "delivered", reason: "电话核实" })).data.code).toBe("campaign_state")
      expect((await gift("/receipt", key(waiting.id))).data.code).toBe("campaign_state")
      expect(await stands()).toEqual({})
      // Two at once: the member's word is written down once.
      const answers = await Promise.all(Array.from({ length: 3 }, () => gift("/receipt", key(idOf.get("G1")!))))
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409])
      expect(await stands()).toEqual({ G1: ["member", today, true] })
    })
  })
})
