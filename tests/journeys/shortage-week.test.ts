import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { Packing, Roster } from "@fupin/contract/schemas"
import { saveSupplyAgreementsWorkflow, tellShortagesWorkflow } from "@fupin/institution/workflows"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { Modules } from "@medusajs/framework/utils"
import type { Page } from "playwright-core"
import { dayFromNow, DELIVERY, type Institutions, openInstitutions } from "../support/institution"
import { Journey, signIn } from "../support/journey"
import { picture } from "../support/office"
import { currentPeriod } from "../support/scope-cases"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

const PASSWORD = "a good password"
const [MONDAY, THURSDAY] = [dayFromNow(3), dayFromNow(6)]
const weekdayOf = (date: string) => new Date(date).getUTCDay() || 7
/** Both canteens ask for thirty bags of rice a day; thirty are promised for the first day. */
const ASKED = 30
const PLEDGED = 30

/** A delivery as a list answers it, as far as this journey looks at it. */
interface Delivery { id: string; delivery_date: string; round: number; state: string; order_ids: string[] }

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let journey: Journey
  let office: Record<string, string>

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    journey = await Journey.begin(api, world.store.publishable_key)
    office = (await signInStaff(getContainer(), "administrator")).headers
    for (const { email } of [world.people.buyer, world.people.other, world.people.receiver]) await getContainer().resolve(Modules.AUTH).updateProvider("emailpass", { entity_id: email, password: PASSWORD })
    await openPlans()
  })
  afterAll(() => journey.end())

  const asOffice = async (path: string, body: object) => (await api.post(`/admin/institution/${path}`, body, { headers: office })).data
  const asMember = async (person: { headers: object }, path: string, body: object) => (await api.post(`/store/institution/${path}`, body, { headers: person.headers })).data
  const deliveries = async (person: { headers: object }): Promise<Delivery[]> => (await api.get("/store/institution/occurrences", { headers: person.headers })).data.occurrences
  const on = async (person: { headers: object }, date: string, round = 1) => (await deliveries(person)).find((one) => one.delivery_date === date && one.round === round)!

  it("scarce goods are shared by rule, told before cut-off, substituted or not, packed, ordered again and paid by what came in", async () => {
    const { page: school, faults } = await journey.visitor()
    const { page: canteen, faults: others } = await journey.visitor()
    await tellShortagesWorkflow(getContainer()).run({ input: { today: dayFromNow(0) } })
    const [first, theirs] = [await on(world.people.buyer, MONDAY), await on(world.people.other, MONDAY)]

    await signIn(school, world.people.buyer.email, PASSWORD, "/desk/calendar")
    await school.goto(`/desk/occurrences/${first.id}`)
    await isTold(school)
    await picture(school, "shortage-told")
    await school.getByRole("button", { name: "用“巫溪洋芋”补足 15 份" }).click()
    await school.getByText("缺少的部分已换成替代商品").waitFor()
    await rowReads(school, "巫溪洋芋", /15\s+平常 0/)

    await signIn(canteen, world.people.other.email, PASSWORD, "/desk/calendar")
    await canteen.goto(`/desk/occurrences/${theirs.id}`)
    await isTold(canteen)
    await changeTheWeek(school, canteen)

    expect(await asOffice("standing-orders/run", { date: MONDAY })).toEqual({ planned: 2, placed: 1, short: 1, skipped: 0, failed: 0 })
    expect(await asOffice("standing-orders/run", { date: THURSDAY })).toEqual({ planned: 1, placed: 1, short: 0, skipped: 1, failed: 0 })
    await canteen.reload()
    await rowReads(canteen, "大宁河米", /采收量不足[\s\S]*30[\s\S]*15/)
    await picture(canteen, "shortage-supplied")

    await orderAgain(school, first.id)
    await packsTheSame()
    await acceptLess(first)
    expect([faults, others]).toEqual([[], []])
  }, 180_000)

  /** The same rice under two agreements, with certified potatoes to stand in, and a harvest that does not suffice for both. */
  async function openPlans(): Promise<void> {
    const { school, office: bureau, rice, potato, people, agreements } = world
    await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝扶认0009", product_id: potato.product_id, valid_from: "2026-01-01", valid_to: "2030-12-31" }] } })
    const lines = [{ variant_id: rice.variant_id, unit_price_fen: 5500, substitute_variant_id: potato.variant_id }, { variant_id: potato.variant_id, unit_price_fen: 3600 }]
    const term = { producer_id: null, valid_from: "2026-01-01", valid_to: dayFromNow(400), weekdays: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1, lines }
    await saveSupplyAgreementsWorkflow(getContainer()).run({ input: { agreements: [
      { ...term, number: agreements.school.number, organisation_id: school.id }, { ...term, number: agreements.office.number, organisation_id: bureau.id },
    ] } })
    const plan = { weekdays: [weekdayOf(MONDAY), weekdayOf(THURSDAY)], starts_on: MONDAY, ends_on: THURSDAY, skip_statutory_holidays: false, headcount: 100, lines: [{ variant_id: rice.variant_id, quantity: ASKED }], delivery: DELIVERY }
    await asMember(people.buyer, "standing-orders", { ...plan, agreement_id: agreements.school.id, name: "学生食堂" })
    await asMember(people.other, "standing-orders", { ...plan, agreement_id: agreements.office.id, name: "机关食堂" })
    await asOffice("pledges", { variant_id: rice.variant_id, from_on: MONDAY, to_on: MONDAY, quantity: PLEDGED })
  }

  const isTold = (page: Page) => page.getByText(/大宁河米：需求 30，预计可供 15（采收量不足，按需求比例分配）/).waitFor()
  const rowReads = async (page: Page, title: string, text: RegExp) => expect(await page.getByRole("row", { name: new RegExp(`^${title}\\s`) }).first().innerText()).toMatch(text)

  /** On the other day fewer eat at the school, and nobody at the other canteen. */
  async function changeTheWeek(school: Page, canteen: Page): Promise<void> {
    await school.goto(`/desk/occurrences/${(await on(world.people.buyer, THURSDAY)).id}`)
    await school.getByLabel("这一天有多少人就餐").fill("55")
    await school.getByRole("button", { name: "按人数调整" }).click()
    await school.getByText("已按人数改好这一天的数量").waitFor()
    await rowReads(school, "大宁河米", /17\s+平常 30/)
    const theirs = await on(world.people.other, THURSDAY)
    await canteen.goto(`/desk/occurrences/${theirs.id}`)
    await canteen.getByLabel("原因").fill("机关轮休")
    await canteen.getByRole("button", { name: "跳过这次配送" }).click()
    await canteen.getByRole("heading", { name: "照常配送" }).waitFor()
    await canteen.goto(`/desk/occurrences/${(await on(world.people.other, MONDAY)).id}`)
  }

  /** 补货: five bags of potatoes more on the same day, an order of their own. */
  async function orderAgain(page: Page, id: string): Promise<void> {
    await page.goto(`/desk/occurrences/${id}`)
    await rowReads(page, "大宁河米", /15[\s\S]*15/)
    await page.locator("summary", { hasText: "补货" }).click()
    await page.getByRole("group", { name: "同一天再送一次" }).getByLabel(/巫溪洋芋/).fill("5")
    await page.getByRole("button", { name: "登记补货" }).click()
    await page.getByText("补货已登记").waitFor()
    expect(await asOffice("standing-orders/run", { date: MONDAY })).toMatchObject({ planned: 1, placed: 1 })
    expect(await on(world.people.buyer, MONDAY, 2)).toMatchObject({ state: "placed" })
  }

  /** The producer's list and the run's digest say what the canteens' pages say. */
  async function packsTheSame(): Promise<void> {
    const { data } = await api.get(`/admin/institution/packing?date=${MONDAY}&seller_id=${world.wuxi.id}`, { headers: office })
    const { sellers: [seller] } = Packing.parse(data)
    const packed = seller!.lines.map(({ title, requested, supplied, deliveries: parts }) => [title, requested, supplied, parts.map(({ quantity }) => quantity).sort((one, other) => one - other)])
    expect(Object.fromEntries(packed.map(([title, ...rest]) => [title, rest]))).toEqual({ 大宁河米: [45, 30, [15, 15]], 巫溪洋芋: [20, 20, [5, 15]] })
    const { data: { organisations } } = await api.get(`/admin/institution/run-digest?date=${MONDAY}`, { headers: office })
    expect(Object.fromEntries(organisations.map((one: { name: string; total_fen: number; short: string[] }) => [one.name, [one.total_fen, one.short]]))).toEqual({
      翠溪实验小学校: [15 * 5500 + 20 * 3600, []], 益阳市机关后勤服务中心: [15 * 5500, ["采收量不足"]],
    })
  }

  /** Three bags of potatoes came in spoiled: the page, the money and the households' benefit follow what was accepted. */
  async function acceptLess({ id }: Delivery): Promise<void> {
    const { order_ids: [order] } = await on(world.people.buyer, MONDAY)
    await api.post(`/admin/checkout/orders/${order}/transfers`, { amount_fen: 15 * 5500 + 15 * 3600, reference: "BANK-1", received_on: dayFromNow(0) }, { headers: office })
    const { page, faults } = await journey.visitor()
    await signIn(page, world.people.receiver.email, PASSWORD, "/desk/calendar")
    await page.goto(`/desk/occurrences/${id}`)
    const potatoes = page.getByRole("group", { name: /^巫溪洋芋/ })
    await potatoes.getByLabel("实收（份）").fill("12")
    await potatoes.getByLabel("少收的原因").fill("三份腐烂")
    await page.getByRole("button", { name: "登记验收" }).click()
    await page.getByText("验收已登记，农户受益转为应付").waitFor()
    await rowReads(page, "巫溪洋芋", /三份腐烂[\s\S]*15[\s\S]*15[\s\S]*12/)
    expect(await page.getByText("货款", { exact: false }).first().innerText()).toContain("1,257")
    await picture(page, "shortage-accepted")
    await postBenefitWorkflow(getContainer()).run({ input: {} })
    const { data } = await api.get(`/admin/benefit/roster?period=${currentPeriod()}`, { headers: office })
    expect(Roster.parse(data).foot).toMatchObject({ ledger_fen: 12 * 360, balanced: true })
    expect(faults).toEqual([])
  }
})
