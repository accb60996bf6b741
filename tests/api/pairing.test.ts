import { Pair } from "@fupin/contract/schemas"
import { capture, place, post, refund, sql } from "../support/linked-shop"
import { dayFromNow, type Institutions, openInstitutions } from "../support/institution"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { saveRegionsWorkflow } from "@fupin/provenance/workflows"

type Person = { headers: Record<string, string> }

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let office: Person
  const year = Number(dayFromNow(0).slice(0, 4))
  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    office = await signInStaff(getContainer(), "office", "500000")
  })

  const ask = async (person: Person, path: string): Promise<{ status: number; data: any }> => api.get(path, { headers: person.headers, validateStatus: null })
  const save = async (body: object, person = office): Promise<{ status: number; data: any }> => api.post("/admin/institution/pairs", body, { headers: person.headers, validateStatus: null })
  const pair = (more: object = {}) => ({
    kind: "east_west", payer: { kind: "region", region_code: "500112" }, helped_code: "500238", document: "渝巫协作〔2025〕3号", since: `${year - 1}-03-01`, targets: [{ year, target_fen: 100_000 }], ...more,
  })
  const seen = async (person: Person, where = "/admin/institution/pairs"): Promise<Pair[]> => (await ask(person, where)).data.pairs.map((one: unknown) => Pair.parse(one))
  const buy = async (name: string, goods: "potato" | "tea", organisation_id: string | null, isPaid = true) => {
    const { order_id, payment_id } = await place(getContainer(), { store: world.store } as never, name, [[world[goods], 1]], organisation_id ? { metadata: { organisation_id } } : {})
    if (isPaid) await capture(getContainer(), payment_id)
    return { order_id, payment_id }
  }

  it("counts what the paying side paid for goods of the division helped, and nothing else", async () => {
    const { school, office: elsewhere, people } = world
    for (const again of [1, 2]) expect([again, (await save(pair({ targets: again === 1 ? [] : [{ year, target_fen: 100_000 }] }))).status]).toEqual([again, 201])
    expect((await save(pair({ kind: "central", payer: { kind: "organisation", organisation_id: school.id }, helped_code: "422800", targets: [] }))).status).toBe(201)

    const orders = [await buy("pair-1", "potato", school.id), await buy("pair-2", "potato", school.id), await buy("pair-3", "tea", school.id), await buy("pair-4", "potato", elsewhere.id), await buy("pair-5", "potato", null), await buy("pair-6", "potato", school.id, false)]
    await refund(getContainer(), orders[1]!.payment_id, 10)
    await sql(getContainer(), "insert into spending_credit (order_id, organisation_id, customer_id, at) values (?, ?, 'cus_teacher', now())", [orders[4]!.order_id, school.id])
    const outside = (id: string, paid_on: string, state: string, origin = "500238104") => sql(getContainer(), `insert into spending_outside_purchase (id, organisation_id, platform, source, seller, goods, origin_code, amount_fen, paid_on, proof_name, proof_mime, proof_sha256, proof_sealed, state, entered_by, entered_at)
      values (?, ?, 'platform_832', 'canteen', '巫溪农业公司', '香菇', ?, 5000, ?, 'a.pdf', 'application/pdf', ?, '', ?, 'tester', now())`, [id, school.id, origin, paid_on, id, state])
    await outside("sout_1", `${year}-01-05`, "approved")
    await outside("sout_2", `${year - 1}-06-05`, "approved")
    await outside("sout_3", `${year}-01-06`, "proposed")
    await post(getContainer(), orders.map(({ order_id }) => order_id))

    await saveRegionsWorkflow(getContainer()).run({ input: { regions: [{ code: "500238104201", name: "观峰村" }] } })
    await outside("sout_4", `${year}-01-07`, "approved", "500238104201")
    expect((await save(pair({ kind: "enterprise", payer: { kind: "organisation", organisation_id: school.id }, helped_code: "500238104201", targets: [] }))).status).toBe(201)

    const pairs = await seen(office)
    expect(pairs.find(({ kind }) => kind === "enterprise")).toMatchObject({ paid_fen: 5_000, helped: { name: expect.stringMatching(/巫溪县.*观峰村$/) } })
    const wuxi = pairs.find(({ helped }) => helped.code === "500238")!
    // ¥39.90 twice less ¥10 refunded, ¥39.90 of a teacher's own, and ¥50 twice elsewhere with proof.
    expect(wuxi).toMatchObject({ target_fen: 100_000, paid_fen: 3_990 * 2 - 1_000 + 3_990 + 2 * 5_000, last_year_fen: 5_000, payer: { name: "重庆市渝北区" }, helped: { name: "重庆市巫溪县" }, units: [{ id: school.id, paid_fen: 20_970 }] })
    expect(wuxi.months.reduce((sum, fen) => sum + fen, 0)).toBe(wuxi.paid_fen)
    expect(pairs.find(({ helped }) => helped.code === "422800")).toMatchObject({ state: "no_target", paid_fen: 12_800, payer: { name: school.name } })
    expect((await seen(office, `/admin/institution/pairs?year=${year - 1}`)).find(({ helped }) => helped.code === "500238")).toMatchObject({ paid_fen: 5_000, target_fen: null })

    const mine = `/store/institution/pairs?organisation_id=${school.id}`
    expect((await seen(people.viewer, mine)).map(({ paid_fen }) => paid_fen).sort()).toEqual([12_800, 20_970, 5_000])
    expect((await ask(people.other, mine)).data.code).toBe("not_a_member")
    expect((await seen(people.other, `/store/institution/pairs?organisation_id=${elsewhere.id}`))).toEqual([])
  })

  it("counts what a payer's caterer bought while it cooked for it, once, and where the pair stands against its plan", async () => {
    const { school, office: caterer } = world
    const orders = [await buy("cook-1", "potato", school.id), await buy("cook-2", "potato", caterer.id)]
    await post(getContainer(), orders.map(({ order_id }) => order_id))
    const own = pair({ kind: "central", payer: { kind: "organisation", organisation_id: school.id }, targets: [{ year, target_fen: 2 * 3_990 }] })
    // Both belong to the region: the caterer's purchase is its own there and the school's through the relation, and counts once.
    const both = pair({ kind: "enterprise", payer: { kind: "region", region_code: "500112" } })
    await sql(getContainer(), "update organisation set region_code = '500112' where id = ?", [caterer.id])
    for (const one of [own, both]) expect((await save(one)).status).toBe(201)
    const figures = async () => Object.fromEntries((await seen(office)).map(({ kind, paid_fen, state, units }) => [kind, { paid_fen, state, units: units.length }]))
    const before = await figures()
    expect(before).toMatchObject({ central: { paid_fen: 3_990, units: 1 }, enterprise: { paid_fen: 2 * 3_990, units: 2 } })
    const relate = (since: string, ended_on: string | null) => sql(getContainer(), "insert into organisation_relation (id, organisation_id, kind, to_organisation_id, since, ended_on, changed_by, changed_at) values ('orel_1', ?, 'caterer', ?, ?, ?, 'tester', now()) on conflict (id) do update set since = excluded.since, ended_on = excluded.ended_on", [caterer.id, school.id, since, ended_on])
    await relate(`${year - 1}-01-01`, dayFromNow(-1))
    expect(await figures()).toEqual(before)
    await relate(`${year - 1}-01-01`, null)
    expect(await figures()).toEqual({ ...before, central: { paid_fen: 2 * 3_990, state: "met", units: 2 } })
  })

  it("is kept by the paying side's office and seen by both", async () => {
    const hubei = await signInStaff(getContainer(), "office", "420000")
    const hunan = await signInStaff(getContainer(), "office", "430000")
    const enshi = pair({ kind: "central", payer: { kind: "organisation", organisation_id: world.school.id }, helped_code: "422800" })
    expect([(await save(pair())).status, (await save(enshi)).status]).toEqual([201, 201])
    for (const one of [pair(), enshi]) expect((await save(one, hubei)).data.code).toBe("not_in_your_region")
    expect((await seen(hubei)).map(({ helped }) => helped.code)).toEqual(["422800"])
    expect(await seen(hunan)).toEqual([])
    for (const [code, more] of [
      ["end_before_start", { ended_on: `${year - 1}-02-28` }], ["unknown_region", { helped_code: "500999" }], ["invalid_input", { helped_code: "巫溪" }], ["invalid_input", { document: "" }], ["invalid_input", { targets: [{ year, target_fen: 0 }] }],
      ["invalid_input", { targets: [{ year, target_fen: 1 }, { year, target_fen: 2 }] }], ["invalid_input", { kind: "friends" }], ["not_found", { payer: { kind: "organisation", organisation_id: "org_none" } }],
    ] as const) expect([code, (await save(pair(more))).data.code]).toEqual([code, code])
  })
})
