import { Demand } from "@fupin/contract/schemas"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { dayFromNow, type Institutions, openInstitutions } from "../support/institution"
import { sql } from "../support/linked-shop"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

type Person = { headers: Record<string, string> }

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let chongqing: Person
  let hubei: Person
  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    chongqing = await signInStaff(getContainer(), "office", "500000")
    hubei = await signInStaff(getContainer(), "office", "420000")
    const designation = (number: string, product_id: string) => ({ number, product_id, valid_from: "2026-01-01", valid_to: dayFromNow(300) })
    await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [designation("RD-1", world.potato.product_id), designation("RD-2", world.tea.product_id)] } })
  })

  const call = async (person: Person, method: "get" | "post", path: string, body: object = {}): Promise<{ status: number; data: any; code?: string }> => {
    const options = { headers: person.headers, validateStatus: null }
    const { status, data } = method === "get" ? await api.get(path, options) : await api.post(path, body, options)
    return { status, data, code: data.code }
  }
  const desk = (person: Person, method: "get" | "post", path: string, body?: object) => call(person, method, `/store/institution/demands${path}`, body)
  const office = (person: Person, path: string, body: object) => call(person, "post", `/admin/institution/${path}`, body)
  const wanted = (more: object = {}) => ({
    organisation_id: world.school.id, title: "下学期洋芋和茶叶", from_day: dayFromNow(20), to_day: dayFromNow(120), weekdays: [1, 4], quote_by: dayFromNow(5),
    lines: [{ name: "洋芋", requirement: "一级", unit: "千克", quantity: 1_000, limit_fen: 900 }, { name: "绿茶", unit: "千克", quantity: 10 }], ...more,
  })
  const posted = async (more: object = {}): Promise<Demand> => Demand.parse((await desk(world.people.buyer, "post", "", wanted(more))).data.demand)
  const potatoes = (unit_price_fen: number) => ({ line: 0, variant_id: world.potato.variant_id, unit_price_fen, content_milli: 5_000 })
  const tea = (unit_price_fen: number) => ({ line: 1, variant_id: world.tea.variant_id, unit_price_fen, content_milli: 500 })
  const quote = (person: Person, id: string, producer_id: string, lines: object[], more: object = {}) => office(person, `demands/${id}/quotes`, { producer_id, valid_to: dayFromNow(60), lines, ...more })
  const daysPass = (id: string) => sql(getContainer(), "update demand set quote_by = ? where id = ?", [dayFromNow(-1), id])
  const read = async (id: string, person: Person = world.people.buyer): Promise<Demand> => Demand.parse((await desk(person, "get", `/${id}`)).data.demand)

  it("is quoted for under seal, compared with the reason, chosen once, and becomes the draft of an agreement", async () => {
    const { people, wuxi, enshi, potato } = world
    const { id, number, state } = await posted()
    expect([number, state]).toEqual([expect.stringMatching(/^XQ\d{8}\d{5}$/), "open"])

    expect((await quote(chongqing, id, wuxi.id, [potatoes(4_000)])).status).toBe(201)
    const { data: { id: second } } = await quote(chongqing, id, wuxi.id, [potatoes(3_900)])
    expect((await quote(hubei, id, enshi.id, [tea(12_000)])).status).toBe(201)
    expect(await read(id)).toMatchObject({ quote_count: 2, quotes: [] })
    const seen = async (person: Person) => (await call(person, "get", "/admin/institution/demands")).data.demands.find((one: Demand) => one.id === id).quotes.map(({ producer }: any) => producer.id)
    expect([await seen(chongqing), await seen(hubei)]).toEqual([[wuxi.id], [enshi.id]])
    expect((await desk(people.buyer, "post", `/${id}/choice`, { quote_id: second })).code).toBe("quotes_sealed")

    await daysPass(id)
    expect((await quote(chongqing, id, wuxi.id, [potatoes(1)])).code).toBe("quoting_ended")
    expect((await office(chongqing, `demand-quotes/${second}/withdraw`, {})).code).toBe("quoting_ended")
    const { data: { tasks } } = await call(people.buyer, "get", `/store/institution/today?organisation_id=${world.school.id}`)
    expect(tasks).toEqual([expect.objectContaining({ kind: "demand", id })])
    const compared = await read(id)
    // 1000 千克 are 200 bags of 5: 7,800 yuan, a tenth of which goes to the two households behind the potatoes.
    expect(compared.quotes.map(({ producer, total_fen, benefit_fen, households, standing, lines }) => [producer.name, total_fen, benefit_fen, households, standing, lines[0]!.quantity])).toEqual([
      ["恩施茶叶专业合作社", 240_000, 0, 0, "incomplete", 20], ["巫溪洋芋专业合作社", 780_000, 78_000, 2, "incomplete", 200],
    ])
    expect((await desk(people.buyer, "post", `/${id}/choice`, { quote_id: second })).code).toBe("choice_reason_required")
    const choice = { quote_id: second, reason: "主要缺洋芋，茶叶另购" }
    for (const again of [1, 2]) expect([again, (await desk(people.buyer, "post", `/${id}/choice`, choice)).status]).toEqual([again, 200])
    expect((await desk(people.buyer, "post", `/${id}/choice`, { ...choice, quote_id: compared.quotes[0]!.id })).code).toBe("demand_closed")
    const { chosen, state: ended } = await read(id)
    expect([ended, chosen]).toEqual(["chosen", { quote_id: second, reason: choice.reason, at: expect.any(String), agreement_id: expect.any(String) }])
    const { data: { agreement } } = await call(people.buyer, "get", `/store/institution/agreements/${chosen!.agreement_id}`)
    expect(agreement).toMatchObject({ number, state: "draft", producer: { id: wuxi.id }, weekdays: [1, 4], lines: [{ variant_id: potato.variant_id, unit_price_fen: 3_900, term_max: 200, grade: "一级" }] })
    expect(await sql(getContainer(), "select count(*)::integer as n from supply_agreement where number = ?", [number])).toEqual([{ n: 1 }])
  })

  it("of raw material is compared by the tonne, with what is taken off, and becomes an agreement settled by weight", async () => {
    const { people, wuxi, enshi, potato } = world
    const month = (days: number) => dayFromNow(days).slice(0, 7)
    const bulk = { inspection: "GB 1353-2018", delivery: "at_plant", batches: [{ month: month(20), quantity: 12_345 }, { month: month(60), quantity: 20_000 }] }
    const maize = { name: "洋芋", requirement: "加工级", unit: "千克", quantity: 32_345, limit_fen: 240 }
    for (const [code, more] of [
      ["demand_batches_differ", { lines: [{ ...maize, quantity: 32_344 }] }], ["demand_bulk_one_line", { lines: [{ ...maize, unit: "袋" }] }], ["demand_bulk_one_line", { lines: [maize, maize] }],
      ["demand_batch_outside", { bulk: { ...bulk, batches: [{ month: month(400), quantity: 32_345 }] } }], ["invalid_input", { bulk: { ...bulk, batches: [{ month: month(20), quantity: 32_344.5 }] } }], ["invalid_input", { bulk: { ...bulk, inspection: "" } }],
    ] as const) expect([code, (await desk(people.buyer, "post", "", wanted(Object.assign({ lines: [maize], bulk }, more)))).code]).toEqual([code, code])
    const { id, number } = await posted({ lines: [maize], bulk })

    const perKilogram = (unit_price_fen: number, content_milli = 1_000) => ({ line: 0, variant_id: potato.variant_id, unit_price_fen, content_milli })
    const deductions = [{ criterion: "水分每超 1%", per_tonne_fen: 2_000 }]
    for (const [code, line, more] of [
      ["quote_not_a_kilogram", perKilogram(234, 5_000), {}], ["quote_tonne_price", perKilogram(234), { deductions: [{ criterion: "杂质每超 1%", per_tonne_fen: 1_500 }] }], ["invalid_input", perKilogram(234.5), {}], ["invalid_input", perKilogram(234), { deductions: [{ criterion: "杂质每超 1%", per_tonne_fen: 0 }] }],
    ] as const) expect([code, (await quote(chongqing, id, wuxi.id, [line], more)).code]).toEqual([code, code])
    const { data: { id: quote_id } } = await quote(chongqing, id, wuxi.id, [perKilogram(234)], { deductions })
    expect((await quote(hubei, id, enshi.id, [perKilogram(234)])).code).toBe("not_from_this_producer")
    const { id: plain } = await posted()
    expect((await quote(chongqing, plain, wuxi.id, [potatoes(4_000)], { deductions })).code).toBe("quote_deductions_unasked")

    await daysPass(id)
    const { bulk: shown, quotes: [offered] } = await read(id)
    expect(shown).toEqual(bulk)
    expect(offered).toMatchObject({ total_fen: 32_345 * 234, standing: "lowest", deductions, lines: [{ quantity: 32_345, unit_price_fen: 234, is_above_limit: false }] })
    expect((await desk(people.buyer, "post", `/${id}/choice`, { quote_id })).status).toBe(200)
    const { data: { agreement } } = await call(people.buyer, "get", `/store/institution/agreements/${(await read(id)).chosen!.agreement_id}`)
    expect(agreement).toMatchObject({ number, state: "draft", lines: [{ variant_id: potato.variant_id, unit_price_fen: 234, term_max: 32_345, grade: "加工级", settle_by: "weight" }] })
  })

  it("finishes a choice that was broken off before its draft", async () => {
    const { people, wuxi } = world
    const { id } = await posted({ lines: [wanted().lines[0]] })
    const { data: { id: quote_id } } = await quote(chongqing, id, wuxi.id, [potatoes(4_500)])
    await daysPass(id)
    await sql(getContainer(), "update demand set stage = 'chosen', quote_id = ?, reason = '', decided_by = 'buyer', decided_at = now() where id = ?", [quote_id, id])
    expect((await desk(people.buyer, "post", `/${id}/choice`, { quote_id })).status).toBe(200)
    expect((await read(id)).chosen!.agreement_id).toEqual(expect.any(String))
  })

  it("two who choose at once make one agreement", async () => {
    const { people, wuxi, enshi } = world
    const { id, number } = await posted()
    const ids = [(await quote(chongqing, id, wuxi.id, [potatoes(4_000)])).data.id, (await quote(hubei, id, enshi.id, [tea(9_000)])).data.id]
    await daysPass(id)
    const answers = await Promise.all([0, 1, 0, 1].map((place) => desk(people.buyer, "post", `/${id}/choice`, { quote_id: ids[place], reason: "两处同时提交" })))
    const won = (await read(id)).chosen!.quote_id
    answers.forEach(({ status, code }, index) => expect([index, status === 200 ? ids[index % 2] : code]).toEqual([index, ids[index % 2] === won ? won : "demand_closed"]))
    expect(await sql(getContainer(), "select count(*)::integer as n from supply_agreement where number = ?", [number])).toEqual([{ n: 1 }])
  })

  it("refuses what makes no sense, in a sentence, and writes nothing", async () => {
    const { people, wuxi, enshi, rice } = world
    const before = (await desk(people.buyer, "get", `?organisation_id=${world.school.id}`)).data.demands.length
    const [line] = wanted().lines
    for (const [code, more] of [
      ["end_before_start", { to_day: dayFromNow(10) }], ["quote_by_late", { quote_by: dayFromNow(-1) }], ["quote_by_late", { quote_by: dayFromNow(20) }], ["invalid_input", { lines: [] }], ["invalid_input", { lines: [{ ...line, quantity: 0 }] }],
      ["invalid_input", { lines: [{ ...line, quantity: -3 }] }], ["invalid_input", { lines: [{ ...line, limit_fen: 0 }] }], ["invalid_input", { title: "<b>" }], ["invalid_input", { origin_code: "五百" }], ["invalid_input", { weekdays: [8] }],
    ] as const) expect([code, more, (await desk(people.buyer, "post", "", wanted(more))).code]).toEqual([code, more, code])
    expect((await desk(people.buyer, "get", `?organisation_id=${world.school.id}`)).data.demands).toHaveLength(before)

    const { id } = await posted({ origin_code: "422800" })
    const bad: [string, Person, string, object[], object?][] = [
      ["not_in_your_region", hubei, wuxi.id, [potatoes(4_000)]], ["unknown_producer", chongqing, "prod_none", [potatoes(4_000)]], ["quote_wrong_origin", chongqing, wuxi.id, [potatoes(4_000)]],
      ["quote_not_certified", chongqing, wuxi.id, [{ ...potatoes(4_000), variant_id: rice.variant_id }]], ["not_from_this_producer", hubei, enshi.id, [potatoes(4_000)]], ["quote_line_unknown", hubei, enshi.id, [{ ...tea(9_000), line: 7 }]],
      ["invalid_input", hubei, enshi.id, [tea(0)]], ["quote_gone", hubei, enshi.id, [tea(9_000)], { valid_to: dayFromNow(1) }], ["unknown_variant", hubei, enshi.id, [{ ...tea(9_000), variant_id: "variant_none" }]],
    ]
    for (const [code, person, producer, lines, more] of bad) expect([code, (await quote(person, id, producer, lines, more)).code]).toEqual([code, code])
    expect((await read(id)).quote_count).toBe(0)
    expect((await quote(hubei, id, enshi.id, [tea(9_000)])).status).toBe(201)
    expect((await quote(chongqing, "dem_none", wuxi.id, [potatoes(1)])).status).toBe(404)
  })

  it("is nobody else's business", async () => {
    const { people, wuxi } = world
    const { id } = await posted()
    const { data: { id: quote_id } } = await quote(chongqing, id, wuxi.id, [potatoes(4_000)])
    expect((await office(hubei, `demand-quotes/${quote_id}/withdraw`, {})).code).toBe("not_in_your_region")
    const acts: ["get" | "post", string, object][] = [["get", `/${id}`, {}], ["post", `/${id}/choice`, { quote_id, reason: "试试" }], ["post", `/${id}/withdraw`, {}], ["post", "", wanted()]]
    const nobody = { headers: { "x-publishable-api-key": world.store.publishable_key } }
    for (const [method, path, body] of acts) {
      expect((await desk(nobody, method, path, body)).status).toBe(401)
      for (const person of [people.other, people.stranger]) expect([path, (await desk(person, method, path, body)).code]).toEqual([path, "not_a_member"])
      if (method === "post") for (const person of [people.viewer, people.receiver, people.finance]) expect([path, (await desk(person, method, path, body)).code]).toEqual([path, "role_not_allowed"])
    }
    expect(JSON.stringify((await desk(people.other, "get", "")).data)).not.toContain(id)
    expect(await read(id, people.viewer)).toMatchObject({ state: "open", quote_count: 1 })

    for (let click = 0; click < 2; click++) expect((await office(chongqing, `demand-quotes/${quote_id}/withdraw`, {})).status).toBe(200)
    for (let click = 0; click < 2; click++) expect((await desk(people.buyer, "post", `/${id}/withdraw`)).data.demand).toMatchObject({ state: "withdrawn", quote_count: 0 })
    expect((await quote(chongqing, id, wuxi.id, [potatoes(4_000)])).code).toBe("demand_closed")
  })
})
