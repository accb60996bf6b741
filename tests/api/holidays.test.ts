import { RegionalDaysOff } from "@fupin/contract/schemas"
import { runStandingOrdersWorkflow, saveStandingOrdersWorkflow } from "@fupin/institution/workflows"
import { dayFromNow, DELIVERY, type Institutions, openInstitutions } from "../support/institution"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

type Person = { headers: Record<string, string> }

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let office: Person
  let hunan: Person
  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    office = await signInStaff(getContainer(), "office", "500000")
    hunan = await signInStaff(getContainer(), "office", "430000")
  })

  const ask = async (person: Person, path: string, body?: object): Promise<{ status: number; data: any }> =>
    api.request({ method: body ? "POST" : "GET", url: path, data: body, headers: person.headers, validateStatus: null })
  const year = Number(dayFromNow(60).slice(0, 4))
  const off = (change: object = {}) => ({ region_code: "500112", holiday: "eid_al_adha", year, from_on: dayFromNow(60), to_on: dayFromNow(60), document: "渝北府办发〔2026〕9号", ...change })
  const save = (change: object = {}, person = office) => ask(person, "/admin/institution/regional-holidays", off(change))
  const campaign = (organisation_id: string, change: object = {}) => ({ organisation_id, holiday: "eid_al_adha", year, title: "古尔邦节慰问", budget_fen: 20_000, choose_by: dayFromNow(30), delivery_mode: "pickup", pickup: DELIVERY, ...change })

  it("are a region's to decide, and change nothing that began", async () => {
    expect((await save({}, hunan)).data.code).toBe("not_in_your_region")
    for (const [code, change] of [
      ["invalid_input", { holiday: "spring_festival" }], ["invalid_input", { document: "" }], ["unknown_region", { region_code: "500999" }], ["holiday_year_differs", { year: year + 1 }],
      ["date_in_the_past", { from_on: dayFromNow(0), to_on: dayFromNow(0), year: Number(dayFromNow(0).slice(0, 4)) }], ["end_before_start", { to_on: dayFromNow(59) }], ["holiday_too_long", { to_on: dayFromNow(70) }],
    ] as const) expect([code, (await save(change)).data.code]).toEqual([code, code])
    expect((await save({ to_on: dayFromNow(61) })).status).toBe(201)
    const { data: { holidays } } = await save()
    expect(holidays.map((one: unknown) => RegionalDaysOff.parse(one))).toMatchObject([{ region_name: "重庆市渝北区", holiday: "eid_al_adha", to_on: dayFromNow(60) }])
    const withdraw = (person: Person) => ask(person, `/admin/institution/regional-holidays/${holidays[0].id}/withdraw`, {})
    expect((await withdraw(hunan)).data.code).toBe("not_in_your_region")
    expect([(await withdraw(office)).status, (await withdraw(office)).data.code]).toEqual([200, "not_found"])
  })

  it("are given for by unions of the region alone, beside the nation's", async () => {
    const { school, office: elsewhere, people } = world
    const create = (person: Person, organisation_id: string, change: object = {}) => ask(person, "/store/institution/campaigns", campaign(organisation_id, change))
    expect((await create(people.buyer, school.id)).data.code).toBe("campaign_holiday_elsewhere")
    await save()
    const { data: { campaign: made } } = await create(people.buyer, school.id)
    expect(made).toMatchObject({ holiday: "eid_al_adha", holiday_name: "古尔邦节", holiday_on: dayFromNow(60) })
    expect((await create(people.other, elsewhere.id)).data.code).toBe("campaign_holiday_elsewhere")
    expect((await create(people.buyer, school.id, { year: year + 1 })).data.code).toBe("campaign_holiday_elsewhere")
    expect((await create(people.buyer, school.id, { choose_by: dayFromNow(60) })).data.code).toBe("campaign_deadline")
    expect((await create(people.buyer, school.id, { holiday: "national_day", year: year + 1, choose_by: `${year + 1}-09-01` })).data.campaign).toMatchObject({ holiday_name: "国庆节" })
    expect((await ask(people.viewer, `/store/institution/holidays?organisation_id=${school.id}`)).data.holidays).toMatchObject([{ holiday: "eid_al_adha", document: "渝北府办发〔2026〕9号" }])
    expect((await ask(people.other, `/store/institution/holidays?organisation_id=${elsewhere.id}`)).data.holidays).toEqual([])
    const { data: { holidays: [held] } } = await ask(office, "/admin/institution/regional-holidays")
    await ask(office, `/admin/institution/regional-holidays/${held.id}/withdraw`, {})
    expect((await ask(people.viewer, `/store/institution/campaigns/${made.id}`)).data.campaign).toMatchObject({ holiday_name: "古尔邦节", holiday_on: dayFromNow(60) })
  })

  it("rest the calendars of units there, and of no others", async () => {
    const { agreements, potato } = world
    const date = dayFromNow(5)
    expect((await save({ holiday: "torch_festival", year: Number(date.slice(0, 4)), from_on: date, to_on: date })).status).toBe(201)
    const plan = (agreement_id: string) => ({ agreement_id, name: "面点配送", weekdays: [1, 2, 3, 4, 5, 6, 7], starts_on: dayFromNow(2), ends_on: null, skip_statutory_holidays: true, deliver_on_makeup_workdays: false, lines: [{ variant_id: potato.variant_id, quantity: 1 }], delivery: DELIVERY })
    const { result: [there, elsewhere] } = await saveStandingOrdersWorkflow(getContainer()).run({ input: { customer_id: null, standing_orders: [plan(agreements.school.id), plan(agreements.office.id)] } })
    await runStandingOrdersWorkflow(getContainer()).run({ input: { date: dayFromNow(1) } })
    const rowOf = async (standing_order_id: string) => (await getContainer().resolve<any>("institution").listOccurrences({ standing_order_id, delivery_date: date }))[0]
    expect(await rowOf(there!.id)).toMatchObject({ state: "skipped", error: "当地节假日：火把节" })
    expect(await rowOf(elsewhere!.id)).toMatchObject({ state: "planned" })
  })
})
