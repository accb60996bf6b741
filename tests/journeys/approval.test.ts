import type { Page } from "playwright-core"
import { joinUnit, PASSWORD } from "../support/desk-people"
import { dayFromNow, DELIVERY, type Institutions, openInstitutions } from "../support/institution"
import { Journey, signIn } from "../support/journey"
import { picture, tabTo } from "../support/office"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

const HEAD = { name: "周校长", email: "zhou@example.cn" }
const DEPUTY = { name: "罗副校长", email: "luo@example.cn" }
const FIRST = dayFromNow(3)
const PHONE = { width: 360, height: 740 }

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let journey: Journey
  let headers: Record<string, string>
  const asOffice = async (path: string, body: object) => (await api.post(`/admin/institution/${path}`, body, { headers })).data
  const buyer = () => ({ headers: world.people.buyer.headers })

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    journey = await Journey.begin(api, world.store.publishable_key)
    headers = (await signInStaff(getContainer(), "administrator")).headers
    for (const person of [HEAD, DEPUTY]) await joinUnit(api, headers, world.store.publishable_key, world.school.id, person, ["approver"])
    await asOffice(`organisations/${world.school.id}/approval-policy`, { tiers: [{ up_to_fen: 10_000, mode: "none" }, { up_to_fen: null, mode: "any" }] })
    await asOffice(`organisations/${world.school.id}/budgets`, { year: Number(FIRST.slice(0, 4)), purpose: "delivery", amount_fen: 500_000 })
  })
  afterAll(() => journey.end())

  const states = async () => {
    const { data } = await api.get(`/store/institution/occurrences?organisation_id=${world.school.id}`, buyer())
    return Object.fromEntries(data.occurrences.map((one: { standing_order_name: string; state: string; order_ids: string[] }) => [one.standing_order_name, `${one.state} ${one.order_ids.length}`]))
  }
  const plan = (name: string, quantity: number) => api.post("/store/institution/standing-orders", {
    agreement_id: world.agreements.school.id, name, weekdays: [new Date(FIRST).getUTCDay() || 7], starts_on: FIRST, ends_on: FIRST, skip_statutory_holidays: false, lines: [{ variant_id: world.potato.variant_id, quantity }], delivery: DELIVERY,
  }, buyer())
  const card = (page: Page, title: string) => page.getByRole("listitem").filter({ has: page.getByRole("heading", { name: new RegExp(title) }) })
  const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)

  async function onPhone(person: { email: string }, next: string) {
    const { page, faults } = await journey.visitor()
    await page.setViewportSize(PHONE)
    await signIn(page, person.email, PASSWORD, next)
    return { page, faults }
  }

  it("an approver decides on a phone, with and without a mouse; what is approved is ordered at once, and whoever comes second is told", async () => {
    for (const [name, quantity] of [["早餐", 2], ["午餐", 10], ["晚餐", 12]] as const) await plan(name, quantity)
    expect(await asOffice("standing-orders/run", { date: FIRST })).toMatchObject({ placed: 1, failed: 2 })
    expect(await states()).toEqual({ 早餐: "placed 1", 午餐: "failed 0", 晚餐: "failed 0" })

    const { page, faults } = await onPhone(HEAD, "/desk")
    const second = await onPhone(DEPUTY, "/desk/approvals")
    await card(second.page, "午餐").waitFor()
    await picture(page, "today-approver")
    await page.setViewportSize(PHONE)
    expect(await page.getByRole("region", { name: "等您审批" }).getByRole("listitem").count()).toBe(2)
    expect(await fits(page)).toBe(true)
    await page.getByRole("region", { name: "等您审批" }).getByRole("link", { name: "午餐" }).click()
    await page.waitForURL((url) => url.pathname === "/desk/approvals")
    const lunch = await card(page, "午餐").innerText()
    for (const part of ["巫溪洋芋", "× 10", "360.00", "巫溪洋芋专业合作社", "4,928.00", "4,568.00", "2 户", "36.00", "buyer 申请"]) expect(lunch).toContain(part)
    await picture(page, "approvals")
    await page.setViewportSize(PHONE)
    expect(await fits(page)).toBe(true)

    await card(page, "晚餐").getByRole("button", { name: "不同意" }).click()
    await page.getByText("不同意时，请写明原因").waitFor()
    await card(page, "晚餐").getByLabel(/意见/).fill("先用库存")
    await card(page, "晚餐").getByRole("button", { name: "不同意" }).click()
    await page.getByText("已退回“晚餐”").waitFor()

    await page.keyboard.press("Home")
    await tabTo(page, "同意")
    await page.keyboard.press("Enter")
    await page.getByText("已同意“午餐”").waitFor()
    await page.getByText(/订单已下/).waitFor()
    expect(await states()).toEqual({ 早餐: "placed 1", 午餐: "placed 1", 晚餐: "failed 0" })
    expect(await page.getByRole("region", { name: /已处理/ }).innerText()).toMatch(/先用库存/)
    await picture(page, "approved")

    await card(second.page, "午餐").getByRole("button", { name: "同意", exact: true }).click()
    await second.page.getByText("“午餐”已经处理过：已同意").waitFor()
    expect(await second.page.getByText("周校长同意").count()).toBeGreaterThan(0)
    expect(await asOffice("standing-orders/run", { date: FIRST })).toMatchObject({ placed: 0 })
    expect([faults, second.faults]).toEqual([[], []])
  })
})
