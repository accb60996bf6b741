import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { Evidence, PreorderContract, Roster } from "@fupin/contract/schemas"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { Modules } from "@medusajs/framework/utils"
import type { Page } from "playwright-core"
import { bankFile } from "../support/bank-file"
import { PASSWORD } from "../support/desk-people"
import { dayFromNow, DELIVERY, type Institutions, openInstitutions } from "../support/institution"
import { Journey, signIn } from "../support/journey"
import { sql, stages } from "../support/linked-shop"
import { picture } from "../support/office"
import { currentPeriod } from "../support/scope-cases"
import { PREORDER_RULE } from "../support/scoped-preorder"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { PNG } from "../support/workbook-of"

const TODAY = dayFromNow(0)
const PHONE = { width: 360, height: 740 }
const PRICE = 3_333
const [BOOKED, HARVESTED, ACCEPTED] = [20, 16, 14]

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let journey: Journey
  let [office, second, finance]: { headers: Record<string, string> }[] = []
  let offer = ""

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    journey = await Journey.begin(api, world.store.publishable_key)
    ;[office, second, finance] = await Promise.all([signInStaff(getContainer(), "office"), signInStaff(getContainer(), "office"), signInStaff(getContainer(), "finance")])
    for (const { email } of [world.people.buyer, world.people.receiver]) await getContainer().resolve(Modules.AUTH).updateProvider("emailpass", { entity_id: email, password: PASSWORD })
    await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝扶认0009", product_id: world.potato.product_id, valid_from: "2026-01-01", valid_to: "2036-12-31" }] } })
    const terms = {
      title: "古路秋洋芋", note: "霜降前后起挖，当季直送。", variant_id: world.potato.variant_id, price_fen: PRICE, expected_yield: 50, book_by: dayFromNow(10), harvest_from: dayFromNow(40), harvest_to: dayFromNow(60),
      rule: { ...PREORDER_RULE, instalments: [{ due_on: dayFromNow(20), percent: 30 }] },
    }
    offer = (await staff("preorders", terms)).offer.id
    await staff(`preorders/${offer}/steps`, { step: "open" })
  })
  afterAll(() => journey.end())

  const staff = async (path: string, body: object | Buffer = {}, who = office!) =>
    (await api.post(`/admin/institution/${path}`, body, { headers: { ...who.headers, ...(Buffer.isBuffer(body) ? { "content-type": "application/octet-stream" } : {}) } })).data
  const asked = async (path: string) => (await api.get(`/admin/benefit/${path}`, { headers: office!.headers })).data
  const contract = async (id: string) => PreorderContract.parse((await api.get(`/store/institution/preorder-contracts/${id}`, { headers: world.people.buyer.headers })).data.contract)
  const bank = (reference: string, fen: number, number: string) =>
    staff(`bank-files?filename=${encodeURIComponent(`${reference}.csv`)}&dry_run=false`, Buffer.from(bankFile([[TODAY, reference, (fen / 100).toFixed(2), "", "翠溪实验小学校", `预付款 ${number}`]])), finance)
  async function onPhone(email: string, next: string): Promise<{ page: Page; faults: string[] }> {
    const visitor = await journey.visitor()
    await visitor.page.setViewportSize(PHONE)
    await signIn(visitor.page, email, PASSWORD, next)
    return visitor
  }
  const shows = async (page: Page, name: string) => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
    await picture(page, name)
    await page.setViewportSize(PHONE)
  }

  it("a harvest is booked on a phone, paid in advance, shared, accepted at the door, and helps exactly as much as was accepted", async () => {
    const { page, faults } = await onPhone(world.people.buyer.email, "/desk/preorders")
    const id = await book(page)
    const { number, total_fen, due_fen } = await contract(id)
    await page.goto("/desk")
    await page.getByRole("link", { name: "预购付款：古路秋洋芋" }).waitFor()
    await shows(page, "preorder-today")
    await bank("BANK-1", due_fen, number)
    await bank("BANK-2", total_fen - due_fen, number)
    await page.goto(`/desk/preorders/${id}`)
    expect(await page.getByText("已付清").count()).toBe(3)
    await answerHarvest(page, id)
    const order = await acceptAtTheDoor(id)
    await provesTheSame(page, order)
    expect(faults).toEqual([])
  })

  async function book(page: Page): Promise<string> {
    await shows(page, "preorders")
    await page.getByRole("link", { name: "古路秋洋芋" }).click()
    await page.getByLabel("数量（份）").fill(String(BOOKED))
    await page.getByRole("complementary", { name: "合同" }).getByText("首期预付款").waitFor()
    await page.getByLabel("收货人").fill(DELIVERY.name)
    await page.getByLabel("电话").fill(DELIVERY.phone)
    await page.getByLabel("省（区、市）").selectOption({ label: "重庆市" })
    await page.getByLabel("市或区县").selectOption({ label: "渝北区" })
    await page.getByLabel("详细地址").fill(DELIVERY.detail)
    await shows(page, "preorder-booking")
    await page.getByRole("button", { name: "确认认购" }).click()
    await page.waitForURL((url) => url.pathname.startsWith("/desk/preorders/preoc_"))
    await page.getByRole("heading", { name: "合同文本" }).waitFor()
    await shows(page, "preorder-contract")
    return page.url().split("/").at(-1)!
  }

  /** Four fifths came: the unit may leave and stays. */
  async function answerHarvest(page: Page, id: string): Promise<void> {
    await sql(getContainer(), "update preorder_offer set book_by = ?, harvest_from = ? where id = ?", [dayFromNow(-2), dayFromNow(-1), offer])
    await staff(`preorders/${offer}/harvest`, { act: "enter", actual_yield: HARVESTED, reason: "过秤单" })
    await staff(`preorders/${offer}/harvest`, { act: "confirm", actual_yield: HARVESTED, reason: "已核对" }, second)
    await page.goto("/desk")
    await page.getByRole("link", { name: "收成已定：古路秋洋芋" }).click()
    await page.getByRole("heading", { name: "收成已定，请答复", exact: true }).waitFor()
    await shows(page, "preorder-harvest")
    await page.getByLabel("还想加购（份）").fill("0")
    await page.getByRole("button", { name: "提交" }).click()
    await page.getByText("已记下").waitFor()
    await sql(getContainer(), "update preorder_offer set answer_by = ? where id = ?", [dayFromNow(-1), offer])
    await staff("preorders/run")
    await staff(`preorder-contracts/${id}/deliveries`, { sequence: 1, quantity: HARVESTED, deliver_on: TODAY })
  }

  /** Two boxes are frozen: with a picture and their reason; what was paid for them goes back. */
  async function acceptAtTheDoor(id: string): Promise<string> {
    const { page, faults } = await onPhone(world.people.receiver.email, "/desk")
    await page.getByRole("link", { name: /古路秋洋芋.*第 1 批/ }).click()
    const line = page.getByRole("group", { name: /^巫溪洋芋/ })
    await line.getByLabel("实收（份）").fill(String(ACCEPTED))
    await line.getByLabel("少收的原因").fill("两箱冻伤")
    await line.getByLabel("拒收的货").selectOption("disposed")
    await line.getByLabel("照片").setInputFiles({ name: "冻伤.png", mimeType: "image/png", buffer: PNG })
    await page.getByLabel("合格证").selectOption("present")
    await shows(page, "preorder-accepting")
    await page.getByRole("button", { name: "登记验收" }).click()
    await page.getByText("验收已登记，农户受益转为应付").waitFor()
    await page.getByText(/receiver 登记.*合格证齐/).waitFor()
    await shows(page, "preorder-accepted")
    expect(faults).toEqual([])
    const { applied_fen, deliveries: [batch] } = await contract(id)
    expect([applied_fen, batch]).toMatchObject([ACCEPTED * PRICE, { state: "accepted", accepted: ACCEPTED, reason: "两箱冻伤（已就地处置）" }])
    return batch!.order_id!
  }

  /** 附件1, 附件2, ledger and the buyer's receipt agree to the fen. */
  async function provesTheSame(page: Page, order: string): Promise<void> {
    await postBenefitWorkflow(getContainer()).run({ input: {} })
    const benefit = Math.round((ACCEPTED * PRICE) / 10)
    expect(stages((await asked(`entries?order_id=${order}`)).entries)).toEqual({ provisional: 0, payable: benefit })
    expect(Roster.parse(await asked(`roster?period=${currentPeriod()}`)).foot).toMatchObject({ ledger_fen: benefit, balanced: true })
    expect(Evidence.parse(await asked(`evidence?period=${currentPeriod()}`)).rows.reduce((sum, { amount_fen }) => sum + amount_fen, 0)).toBe(ACCEPTED * PRICE)
    await page.goto(`/orders/${order}`)
    await page.getByText((benefit / 100).toFixed(2)).first().waitFor()
    await shows(page, "preorder-receipt")
  }
})
