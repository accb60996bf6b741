import { BaseList } from "@fupin/contract/schemas"
import { saveRegionsWorkflow } from "@fupin/provenance/workflows"
import ExcelJS from "exceljs"
import { dayFromNow, type Institutions, openInstitutions } from "../support/institution"
import { capture, place, post, refund, sql } from "../support/linked-shop"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

type Person = { headers: Record<string, string> }

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let office: Person
  let hubei: Person
  const year = Number(dayFromNow(0).slice(0, 4))
  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    office = await signInStaff(getContainer(), "office", "500000")
    hubei = await signInStaff(getContainer(), "office", "420000")
  })

  const ask = async (person: Person, path: string, body?: object): Promise<{ status: number; data: any }> =>
    api.request({ method: body ? "POST" : "GET", url: path, data: body, headers: person.headers, validateStatus: null })
  const bases = async (person: Person, path = "/admin/institution/bases"): Promise<BaseList> => BaseList.parse((await ask(person, path)).data)
  const base = (more: object = {}) => ({
    name: "观峰洋芋直采直供基地", region_code: "500238104201", scale: 300, scale_unit: "mu", producer_ids: [world.wuxi.id], product_ids: [world.potato.product_id], since: `${year - 1}-01-01`,
    supports: [{ organisation_id: world.school.id, since: `${year - 1}-01-01` }], ...more,
  })
  const enter = async (more: object = {}, person = office) => ask(person, "/admin/institution/bases", base(more))
  const step = (id: string, body: object, person = office) => ask(person, `/admin/institution/bases/${id}/steps`, body)
  const buy = async (name: string, goods: "potato" | "rice", organisation_id: string | null, isPaid = true) => {
    const { order_id, payment_id } = await place(getContainer(), { store: world.store } as never, name, [[world[goods], 1]], organisation_id ? { metadata: { organisation_id } } : {})
    if (isPaid) await capture(getContainer(), payment_id)
    return { order_id, payment_id }
  }

  it("counts what its supporters paid for its goods while they supported it, once in the sum", async () => {
    const { school, office: elsewhere, people } = world
    const { data: { base: { id } } } = await enter()
    const { data: { base: { id: rice_id } } } = await enter({ name: "大宁河稻米基地", region_code: "500238104", product_ids: [world.potato.product_id, world.rice.product_id] })
    const { data: { base: { id: ended_id } } } = await enter({ name: "古路老基地", supports: [{ organisation_id: school.id, since: `${year - 1}-01-01`, until: `${year - 1}-12-31` }, { organisation_id: school.id, since: dayFromNow(1) }] })
    const orders = [await buy("base-1", "potato", school.id), await buy("base-2", "potato", school.id), await buy("base-3", "rice", school.id), await buy("base-4", "potato", elsewhere.id), await buy("base-5", "potato", null), await buy("base-6", "potato", school.id, false)]
    await refund(getContainer(), orders[1]!.payment_id, 10)
    await sql(getContainer(), "insert into spending_credit (order_id, organisation_id, customer_id, at) values (?, ?, 'cus_teacher', now())", [orders[4]!.order_id, school.id])
    await post(getContainer(), orders.map(({ order_id }) => order_id))

    expect((await bases(office)).total).toEqual({ paid_fen: 0, households: 0 })
    for (const one of [id, rice_id, ended_id]) expect((await step(one, { step: "confirm", sign_number: "ZCZG-001" })).status).toBe(200)
    const list = await bases(office)
    const potatoes = 3_990 * 3 - 1_000
    expect(list.bases.find((one) => one.id === id)).toMatchObject({ state: "confirmed", sign_number: "ZCZG-001", paid_fen: potatoes, households: 2, supports: [{ name: school.name, paid_fen: potatoes, households: 2 }], producers: [{ name: "巫溪洋芋专业合作社" }], region: { name: expect.stringMatching(/古路镇观峰村$/) } })
    expect(list.bases.find((one) => one.id === rice_id)).toMatchObject({ paid_fen: potatoes + 6_000, households: 2 })
    expect(list.bases.find((one) => one.id === ended_id)).toMatchObject({ paid_fen: 0, households: 0 })
    expect(list.total).toEqual({ paid_fen: potatoes + 6_000, households: 2 })
    expect((await bases(office, `/admin/institution/bases?year=${year - 1}`)).total).toEqual({ paid_fen: 0, households: 0 })

    const mine = `/store/institution/bases?organisation_id=${school.id}`
    expect((await bases(people.viewer, mine)).total).toEqual(list.total)
    expect((await ask(people.other, mine)).data.code).toBe("not_a_member")
    expect(await bases(people.other, `/store/institution/bases?organisation_id=${elsewhere.id}`)).toEqual({ bases: [], total: { paid_fen: 0, households: 0 } })
    expect((await ask(people.viewer, `/store/institution/impact?organisation_id=${school.id}`)).data.bases).toEqual({ bases: 3, paid_fen: potatoes + 6_000, households: 2 })
    expect(await openSheet(`/admin/institution/bases?format=xlsx`)).toEqual(expect.arrayContaining(["大宁河稻米基地", "观峰洋芋直采直供基地", "300 亩", "已挂牌"]))
  })

  const openSheet = async (path: string): Promise<string[]> => {
    const { data } = await api.get(path, { headers: office.headers, responseType: "arraybuffer" })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(data)
    const texts: string[] = []
    workbook.worksheets[0]!.eachRow((row) => row.eachCell((cell) => texts.push(String(cell.value))))
    return texts
  }

  it("is kept by staff of where it lies and seen by both sides; a unit proposes its own", async () => {
    const { school, people, potato, rice, tea, wuxi, enshi } = world
    const { organisation_id, ...proposal } = { organisation_id: school.id, ...base({ supports: undefined }) }
    expect((await ask(people.viewer, "/store/institution/bases", { organisation_id, ...proposal })).data.code).toBe("role_not_allowed")
    expect((await ask(people.other, "/store/institution/bases", { organisation_id, ...proposal })).data.code).toBe("not_a_member")
    expect((await ask(people.buyer, "/store/institution/bases", { organisation_id, ...proposal, sign_number: "ZC-1" })).data.code).toBe("invalid_input")
    const { data: { id } } = await ask(people.buyer, "/store/institution/bases", { organisation_id, ...proposal })
    expect((await ask(people.buyer, "/store/institution/bases", { organisation_id, ...proposal })).data.code).toBe("base_name_taken")
    expect(((await ask(people.buyer, `/store/institution/base-choices?organisation_id=${school.id}&region_code=500238104201`)).data.producers)).toEqual([{ id: wuxi.id, name: "巫溪洋芋专业合作社", products: expect.arrayContaining([{ id: potato.product_id, title: "巫溪洋芋" }, { id: rice.product_id, title: "大宁河米" }]) }])

    expect((await bases(hubei)).bases).toEqual([])
    for (const [path, body] of [["", base({ name: "别处的基地" })], [`/${id}`, base({ version: 1 })], [`/${id}/steps`, { step: "confirm" }]] as const) expect((await ask(hubei, `/admin/institution/bases${path}`, body)).data.code).toBe("not_in_your_region")
    const there = base({ name: "恩施茶叶基地", region_code: "422801105", producer_ids: [enshi.id], product_ids: [tea.product_id] })
    await saveRegionsWorkflow(getContainer()).run({ input: { regions: [{ code: "422801105", name: "盛家坝镇" }] } })
    expect((await ask(hubei, "/admin/institution/bases", there)).data.code).toBe("not_in_your_region")

    const { data: { base: { version } } } = await ask(office, `/admin/institution/bases/${id}`, base({ scale: 320, version: 1 }))
    expect(version).toBe(2)
    for (const [code, more] of [
      ["conflict", { version: 1 }], ["base_goods_of_others", { version, product_ids: [tea.product_id] }], ["base_goods_of_others", { version, producer_ids: [enshi.id] }], ["unknown_region", { version, region_code: "500238999" }],
      ["base_support_overlaps", { version, supports: [{ organisation_id: school.id, since: `${year}-01-01` }, { organisation_id: school.id, since: `${year}-02-01` }] }], ["base_support_outside_term", { version, supports: [{ organisation_id: school.id, since: `${year - 2}-01-01` }] }],
      ["not_in_your_region", { version, supports: [{ organisation_id: world.office.id, since: `${year}-01-01` }] }], ["invalid_input", { version, region_code: "500238" }], ["invalid_input", { version, scale: 0 }], ["invalid_input", { version, product_ids: [] }],
    ] as const) expect([code, (await ask(office, `/admin/institution/bases/${id}`, base(more))).data.code]).toEqual([code, code])

    const shown = async (product_id: string) => (await api.get(`/store/supply-bases?product_id=${product_id}`, { headers: { "x-publishable-api-key": world.store.publishable_key } })).data.bases
    expect(await shown(potato.product_id)).toEqual([])
    expect((await step(id, { step: "end", on: dayFromNow(0), reason: "合作期满" })).data.code).toBe("base_step_closed")
    expect((await step(id, { step: "confirm", sign_number: "渝ZC-8" })).data.base).toMatchObject({ state: "confirmed", sign_number: "渝ZC-8" })
    expect(await shown(potato.product_id)).toEqual([{ name: "观峰洋芋直采直供基地", place: expect.stringMatching(/观峰村$/), sign_number: "渝ZC-8", supporters: [school.name] }])
    expect(await shown(rice.product_id)).toEqual([])
    expect((await step(id, { step: "end", on: dayFromNow(1), reason: "合作期满" })).data.code).toBe("base_end_in_future")
    expect((await step(id, { step: "end", on: dayFromNow(0), reason: "合作期满" })).data.base).toMatchObject({ state: "ended", ended_on: dayFromNow(0), reason: "合作期满" })
    expect(await shown(potato.product_id)).toEqual([])
    expect((await ask(office, `/admin/institution/bases/${id}`, base({ version: 4 }))).data.code).toBe("base_step_closed")
  })
})
