import { createCipheriv, randomBytes } from "node:crypto"
import { HOUSEHOLD_MODULE, type HouseholdModuleService } from "@fupin/benefit/modules/household"
import { PersonalData, rotatePersonalData } from "@fupin/benefit/sealing/rotate"
import { eraseHouseholdsWorkflow, saveHouseholdsWorkflow, saveLinkagesWorkflow } from "@fupin/benefit/workflows"
import { DuplicateList, HouseholdRecord, Proposal, ProposalList } from "@fupin/contract/schemas"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { household, linkage, syntheticId } from "../support/households"
import { capture, openLinkedShop, place, post, sql } from "../support/linked-shop"
import { shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

const DAY = 86_400_000
const shanghai = (moment: number) => new Date(moment).toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" })
const TODAY = shanghai(Date.now())
const MIDNIGHT = new Date(`${shanghai(Date.now() + DAY)}T00:00:00+08:00`)
const LATER = new Date(MIDNIGHT.getTime() + DAY)
const REASON = "镇村上门核实"

describeShop(({ api, getContainer }) => {
  const ask = (path: string, headers: object, body?: unknown) =>
    body === undefined ? api.get(`/admin/benefit/${path}`, { headers, validateStatus: null }) : api.post(`/admin/benefit/${path}`, body, { headers, validateStatus: null })
  const rows = (text: string, values: any[] = []) => sql(getContainer(), text, values)
  const module = () => getContainer().resolve<HouseholdModuleService>(HOUSEHOLD_MODULE)
  const headersOf = async (role: Parameters<typeof signInStaff>[1], region: string) => (await signInStaff(getContainer(), role, region)).headers
  const staff = async () => ({ clerk: await headersOf("town_clerk", "500238104"), office: await headersOf("office", "500238"), second: await headersOf("office", "500238"), elsewhere: await headersOf("office", "420000") })
  const propose = async (headers: object, change: object, reason = REASON) => ask("proposals", headers, { change, reason })
  const review = (headers: object, id: string, verdict = "approve", reason = REASON) => ask(`proposals/${id}/review`, headers, { verdict, reason })
  const codeOf = async (answer: Promise<{ status: number; data: any }>) => (await answer).data.code
  /** What the ledger says about households, whole. */
  const entries = () => rows("select j.id, e.position, e.beneficiary_id, e.account, e.amount_fen::float8 as fen, e.linkage_version_id from ledger_entry e join ledger_journal j on j.id = e.journal_id order by 1, 2")
  const nameOnReceipt = async (store: any, order_id: string) =>
    (await api.get(`/store/orders/${order_id}/benefit`, shopHeaders(store))).data.households.map(({ display_name }: { display_name: string | null }) => display_name).filter(Boolean)

  describe("changes of the roster", () => {
    it("are proposed by one, compared and decided by another, and made whole or not at all", async () => {
      const shop = await openLinkedShop(getContainer())
      const [one, two, three] = shop.household_ids as [string, string, string]
      const { clerk, office, second, elsewhere } = await staff()
      const order = await place(getContainer(), shop, "before", [[shop.potato, 10]])
      await capture(getContainer(), order.payment_id)
      await post(getContainer())
      const earned = await entries()
      expect(earned.length).toBeGreaterThan(3)

      const added = await propose(clerk, { kind: "add", household: household(9) })
      expect(added.status).toBe(201)
      const { id: addition, differences } = Proposal.parse(added.data.proposal)
      expect(differences).toContainEqual({ field: "phone", before: null, after: "138****0009" })
      expect(await rows("select count(*)::int as n from household where code = 'HH-0009'")).toEqual([{ n: 0 }])
      expect(await rows("select state from household_proposal where change_sealed like 'v2.%'")).toEqual([{ state: "proposed" }])
      const refusals: [string, Promise<{ status: number; data: any }>, string][] = [
        ["by the clerk", review(clerk, addition), "missing_permission"], ["from elsewhere", review(elsewhere, addition), "not_in_your_region"], ["without a reason", review(office, addition, "refuse", ""), "reason_required"],
        ["read from elsewhere", ask(`proposals/${addition}`, elsewhere), "not_in_your_region"], ["taken back by another", ask(`proposals/${addition}/withdraw`, office, {}), "not_yours"],
        ["without saying why", propose(clerk, { kind: "add", household: household(11) }, ""), "reason_required"], ["an ID number twice", propose(clerk, { kind: "add", household: household(11, { id_number: syntheticId(1) }) }), "duplicate_id_number"],
        ["a code twice", propose(clerk, { kind: "add", household: household(1) }), "household_code_taken"], ["next door", propose(clerk, { kind: "add", household: household(11, { region_code: "500237001001" }) }), "not_in_your_region"],
        ["of nobody", propose(clerk, { kind: "leave", household_id: "hh_none", cause: "death", on: TODAY }), "not_found"], ["tomorrow", propose(clerk, { kind: "leave", household_id: one, cause: "death", on: shanghai(Date.now() + 2 * DAY) }), "invalid_dates"],
        ["into itself", propose(clerk, { kind: "merge", household_id: one, successor_id: one, on: TODAY }), "successor_in_circle"], ["nonsense", propose(clerk, { kind: "divorce" }), "invalid_input"],
      ]
      for (const [what, answer, code] of refusals) expect([what, await codeOf(answer)]).toEqual([what, code])
      expect((await review(office, addition)).data.proposal).toMatchObject({ state: "approved", household: { code: "HH-0009", name: "王**" } })
      expect(await codeOf(review(second, addition))).toBe("proposal_already_decided")
      const own = await propose(office, { kind: "leave", household_id: three, cause: "own_wish", on: TODAY })
      expect(await codeOf(review(office, own.data.proposal.id))).toBe("second_person_required")
      expect((await ask(`proposals/${own.data.proposal.id}/withdraw`, office, {})).data.proposal).toMatchObject({ state: "withdrawn" })

      await saveHouseholdsWorkflow(getContainer()).run({ input: { households: [household(10, { phone: household(2).phone })], regions: ["*"] } })
      const found = DuplicateList.parse((await ask("household-duplicates", clerk)).data)
      expect(found).toMatchObject({ count: 1, duplicates: [{ matches: ["phone"], households: [{ code: "HH-0002" }, { code: "HH-0010" }] }] })
      expect((await ask("household-duplicates", elsewhere)).data).toEqual({ duplicates: [], count: 0 })

      const merged = await propose(clerk, { kind: "merge", household_id: two, successor_id: one, on: TODAY, weight: "add" })
      const merge = merged.data.proposal.id
      expect((await ask(`proposals/${merge}`, second)).data.proposal.differences).toContainEqual({ field: "渝巫联〔2026〕001号", before: "HH-0001 王** 3、HH-0002 王** 2", after: "HH-0001 王** 5" })
      await rows(`insert into household_succession (id, household_id, successor_id, "from", reason, recorded_by) values ('hhsc_x', ?, ?, ?, 'merge', 'x')`, [two, three, TODAY])
      expect((await review(office, merge)).status).toBeGreaterThanOrEqual(400)
      expect(await rows("select (select count(*) from linkage_version)::int as versions, (select state from household_proposal where id = ?) as state, (select ended_on from household where id = ?) as ended_on", [merge, two])).toEqual([{ versions: 1, state: "proposed", ended_on: null }])
      await rows("alter table household_succession disable trigger user")
      await rows("delete from household_succession where id = 'hhsc_x'")
      await rows("alter table household_succession enable trigger user")
      expect((await review(office, merge)).data.proposal).toMatchObject({ state: "approved" })
      expect(await module().readSuccessors([one, two], TODAY)).toEqual(new Map([[one, one], [two, one]]))
      expect(await module().readSuccessors([two], shanghai(Date.now() - DAY))).toEqual(new Map([[two, two]]))
      const [now] = await module().readLinkagesInForce([shop.producer_id], new Date(), new Date())
      expect(now!.members.map(({ beneficiary_id, weight }) => [beneficiary_id, weight]).sort()).toEqual([[one, 3], [two, 2], [three, 1]].sort())
      const [later] = await module().readLinkagesInForce([shop.producer_id], LATER, LATER)
      expect([later!.valid_from, later!.members.map(({ beneficiary_id, weight }) => [beneficiary_id, weight]).sort()]).toEqual([MIDNIGHT, [[one, 5], [three, 1]].sort()])
      expect(await codeOf(propose(clerk, { kind: "leave", household_id: two, cause: "own_wish", on: TODAY }))).toBe("household_ended")
      const again = linkage("渝巫联〔2026〕009号", shop.producer_id, [two], [{ target: { kind: "all" }, share: { kind: "revenue_share", bp: 1 } }])
      await expect(saveLinkagesWorkflow(getContainer()).run({ input: { linkages: [again], created_by: "a", approved_by: null } })).rejects.toMatchObject({ code: "household_ended" })

      const left = await propose(clerk, { kind: "leave", household_id: three, cause: "death", successor_id: one, on: TODAY })
      expect((await review(second, left.data.proposal.id)).data.proposal).toMatchObject({ state: "approved" })
      const moved = await propose(clerk, { kind: "move", household_id: one, region_code: "500238104202", on: TODAY })
      expect((await review(second, moved.data.proposal.id)).data.proposal).toMatchObject({ state: "approved" })
      const record = HouseholdRecord.parse((await ask(`households/${one}/record`, office)).data)
      expect(record.residences.map(({ region_code, since }) => [region_code, since])).toEqual([["500238104202", TODAY], ["500238104201", "0001-01-01"]])
      expect(record.successions.map(({ household: { code }, reason }) => [code, reason])).toEqual([["HH-0003", "death"], ["HH-0002", "merge"]])
      expect((await module().readLinkagesInForce([shop.producer_id], LATER, LATER)).map(({ members }) => members.map(({ beneficiary_id }) => beneficiary_id))).toEqual([[one]])
      expect(await entries()).toEqual(earned)
      const list = ProposalList.parse((await ask("proposals?state=approved", clerk)).data)
      expect(list.count).toBe(4)
      expect(JSON.stringify(list)).not.toMatch(/王小|1387654/)
      for (const attack of [
        "update household_succession set successor_id = 'x'", "delete from household_succession", "truncate household_succession", "update household_residence set region_code = '500238104203'", "delete from household_proposal",
        "update household_proposal set state = 'proposed'", "update household_proposal set review_note = 'x'", "update household_proposal set reason = 'x'",
      ]) await expect(rows(attack), attack).rejects.toThrow(/only grows|decided once/)
    })
  })

  describe("consents and erasures", () => {
    it("show a name while consent lasts, keep what must be kept, and remove who it was", async () => {
      const shop = await openLinkedShop(getContainer())
      const [one] = shop.household_ids as [string]
      const { clerk, office, second, elsewhere } = await staff()
      const order = await place(getContainer(), shop, "named", [[shop.potato, 10]])
      await capture(getContainer(), order.payment_id)
      await post(getContainer())
      const names = () => nameOnReceipt(shop.store, order.order_id)
      expect(await names()).toEqual([])
      const consent = (body: object, headers: object = clerk) => ask(`households/${one}/consents`, headers, body)
      const given = { given_on: TODAY, evidence: "同意书-2026-001" }
      expect(await codeOf(consent({ ...given, given_on: shanghai(Date.now() + 2 * DAY) }))).toBe("invalid_dates")
      expect(await codeOf(consent(given, elsewhere))).toBe("not_in_your_region")
      expect((await consent(given)).data.household).toMatchObject({ name_consent_on: TODAY })
      expect(await codeOf(consent(given))).toBe("consent_already_given")
      expect(await names()).toEqual(["王小1"])
      await ask(`households/${one}`, clerk, { phone: "13900000099" })
      expect(await names()).toEqual(["王小1"])
      await rows("update household set name_consent_on = null")
      expect(await names()).toEqual(["王小1"])
      expect((await ask(`households/${one}/consents/withdraw`, clerk, {})).data.household).toMatchObject({ name_consent_on: null })
      expect(await names()).toEqual([])
      expect(await codeOf(ask(`households/${one}/consents/withdraw`, clerk, {}))).toBe("no_consent")
      await consent(given)
      for (const attack of ["update name_consent set given_on = '2020-01-01'", "delete from name_consent", "truncate name_consent", "update name_consent set withdrawn_on = null, withdrawn_by = null where withdrawn_on is not null"])
        await expect(rows(attack), attack).rejects.toThrow(/only grows|withdrawn once/)

      const reveal = () => ask(`households/${one}/reveal`, office, { fields: ["id_number"], reason: "核对打款账号" })
      expect((await reveal()).status).toBe(200)
      expect(await codeOf(ask(`households/${one}/erasure`, clerk, { reason: "" }))).toBe("reason_required")
      const asked = await ask(`households/${one}/erasure`, clerk, { reason: "本人书面申请" })
      expect(HouseholdRecord.parse(asked.data)).toMatchObject({ is_restricted: true, retention_ends_on: `${Number(TODAY.slice(0, 4)) + 10}-12-31`, erasure: [{ kind: "requested", on: TODAY }] })
      expect([await names(), await codeOf(reveal())]).toEqual([[], "household_restricted"])
      expect(await codeOf(consent(given))).toBe("household_restricted")
      expect(await codeOf(ask(`households/${one}/erasure`, office, { reason: "本人书面申请" }))).toBe("erasure_already_requested")
      const joined = linkage("渝巫联〔2026〕007号", shop.producer_id, [one], [{ target: { kind: "all" }, share: { kind: "revenue_share", bp: 1 } }])
      await expect(saveLinkagesWorkflow(getContainer()).run({ input: { linkages: [joined], created_by: "a", approved_by: null } })).rejects.toMatchObject({ code: "household_restricted" })
      expect(await codeOf(ask(`households/${one}/erasure/end`, clerk, { outcome: "withdrawn", reason: "本人撤回申请" }))).toBe("missing_permission")
      expect((await ask(`households/${one}/erasure/end`, office, { outcome: "withdrawn", reason: "本人撤回申请" })).data).toMatchObject({ is_restricted: false })
      expect([await names(), (await reveal()).status]).toEqual([["王小1"], 200])

      await ask(`households/${one}/erasure`, clerk, { reason: "本人再次申请" })
      const erase = async (day: string) => (await eraseHouseholdsWorkflow(getContainer()).run({ input: { at: `${day}T04:10:00+08:00`, actor_id: "nightly" } })).result
      const [last, after] = [`${Number(TODAY.slice(0, 4)) + 10}-12-31`, `${Number(TODAY.slice(0, 4)) + 11}-01-01`]
      expect(await erase(after)).toEqual({ waiting: 1, erased: [] })
      const leave = await propose(clerk, { kind: "leave", household_id: one, cause: "own_wish", on: TODAY })
      await review(second, leave.data.proposal.id)
      expect(await erase(TODAY)).toEqual({ waiting: 1, erased: [] })
      expect(await erase(last)).toEqual({ waiting: 1, erased: [] })
      await rows("insert into settlement_successor (id, beneficiary_id, cause, payee_name, bank_account_sealed, reason, named_by, named_at) values ('stls_1', ?, 'death', '王大1', 'sealed', '户主去世', 'office', now())", [one])
      const before = await entries()
      expect(await erase(after)).toEqual({ waiting: 0, erased: [one] })
      expect(await rows("select payee_name, bank_account_sealed from settlement_successor")).toEqual([{ payee_name: "已删除", bank_account_sealed: null }])
      expect(await erase(after)).toEqual({ waiting: 0, erased: [] })
      expect(await entries()).toEqual(before)
      expect((await ask(`households/${one}`, office)).data.household).toMatchObject({ code: "HH-0001", name: "已删除", payee_name: "已删除", id_number: null, phone: null, bank_account: null, state: "erased", statuses: [{}, {}] })
      const [row] = await rows("select * from household where id = ?", [one])
      expect(row).toMatchObject({ id_number_sealed: null, id_number_index: null, phone_sealed: null, phone_index: null, bank_account_sealed: null, name_consent_on: null })
      expect(JSON.stringify([row, await rows("select * from household_proposal")])).not.toContain("王小1")
      expect(await rows("select change_sealed from household_proposal")).toEqual([{ change_sealed: null }])
      expect((await ask(`households/${one}/record`, office)).data.erasure.map(({ kind }: { kind: string }) => kind)).toEqual(["executed", "requested", "withdrawn", "requested"])
      expect(await codeOf(ask(`households/${one}`, office, { name: "王小1" }))).toBe("household_erased")
      await expect(rows("update household set name = '王小1' where id = ?", [one])).rejects.toThrow(/erased household/)
      await expect(rows("delete from erasure_event")).rejects.toThrow(/only grows/)
      expect((await ask("household-lookup", office, { id_number: syntheticId(1) })).data.count).toBe(0)
    })
  })

  describe("a rotation of keys", () => {
    it("goes on where it was killed, finds every cell and every index, and is not done before", async () => {
      const households = Array.from({ length: 40 }, (_, i) => household(i + 1))
      await saveHouseholdsWorkflow(getContainer()).run({ input: { households, regions: ["*"] } })
      const clerk = await headersOf("town_clerk", "500238104")
      await propose(clerk, { kind: "add", household: household(99) })
      const cipher = (iv = randomBytes(12)) => ({ iv, cipher: createCipheriv("aes-256-gcm", Buffer.from("a".repeat(64), "hex"), iv) })
      const { iv, cipher: old } = cipher()
      const text = Buffer.concat([old.update("13912345678"), old.final()])
      await rows("alter table standing_order drop constraint standing_order_agreement_id_foreign")
      await rows("insert into standing_order (id, agreement_id, name, weekdays, starts_on, delivery, delivery_phone_sealed) values ('stor_old', 'x', 'x', '{1}', '2026-01-01', '{}', ?)", [[iv, old.getAuthTag(), text].map((part) => part.toString("base64")).join(".")])
      const connection = getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION) as Parameters<typeof rotatePersonalData>[0]["connection"]
      const personal = new PersonalData({ personal_data_key: "d".repeat(64), former_personal_data_keys: ["a".repeat(64)], blind_index_key: "e".repeat(64), former_blind_index_keys: ["b".repeat(64)] })
      const cells = async () => (await rows("select id_number_sealed as cell from household union all select phone_sealed from household union all select bank_account_sealed from household union all select change_sealed from household_proposal union all select delivery_phone_sealed from standing_order")).map(({ cell }) => String(cell))
      const renewed = async () => (await cells()).filter((cell) => cell.startsWith(personal.currentPrefix)).length

      let steps = 0
      const killed = rotatePersonalData({ connection, personal, batch: 7, onStep: () => { steps += 1; if (steps === 4) throw new Error("killed") } })
      await expect(killed).rejects.toThrow("killed")
      expect(await renewed()).toBe(28)
      const open = async () => (await rows("select id, phone_sealed from household order by code")).map(({ id, phone_sealed }) => personal.open(`${id}:phone`, String(phone_sealed)))
      expect(await open()).toEqual(households.map(({ phone }) => phone))

      const blind = new PersonalData({ personal_data_key: "f".repeat(64), blind_index_key: "e".repeat(64) })
      const stuck = await rotatePersonalData({ connection, personal: blind })
      expect(stuck).toMatchObject({ is_done: false, resealed: 0 })
      expect(stuck.faults).toContain("standing_order.delivery_phone_sealed stor_old")
      expect(await renewed()).toBe(28)

      const told: string[] = []
      const report = await rotatePersonalData({ connection, personal, batch: 7, onStep: ({ what, done }) => told.push(`${what} ${done}`) })
      expect(report).toEqual({ resealed: 94, reindexed: 40, cells: { [personal.currentKeyId]: 122 }, current_key: personal.currentKeyId, faults: [], is_done: true })
      expect(told.at(-1)).toBe("household.index 40")
      expect(await rotatePersonalData({ connection, personal })).toMatchObject({ resealed: 0, reindexed: 0, is_done: true })
      const alone = new PersonalData({ personal_data_key: "d".repeat(64), blind_index_key: "e".repeat(64) })
      const [first] = await rows("select id, phone_sealed, phone_index, id_number_index from household where code = 'HH-0001'")
      expect([alone.open(`${first!.id}:phone`, String(first!.phone_sealed)), first!.phone_index, first!.id_number_index]).toEqual([household(1).phone, alone.blindIndex("phone", household(1).phone!), alone.blindIndex("id_number", syntheticId(1))])
      expect(alone.open("stor_old:delivery_phone", String((await rows("select delivery_phone_sealed as cell from standing_order"))[0]!.cell))).toBe("13912345678")
      expect(await open()).toEqual(households.map(({ phone }) => phone))
    })
  })
})
