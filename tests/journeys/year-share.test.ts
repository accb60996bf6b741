import { placeOrdersWorkflow, receiveTransferWorkflow } from "@fupin/checkout/workflows"
import { acceptOccurrenceWorkflow, runStandingOrdersWorkflow, saveStandingOrdersWorkflow, saveSupplyAgreementsWorkflow } from "@fupin/institution/workflows"
import fs from "node:fs/promises"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import type { Page } from "playwright-core"
import { joinUnit, PASSWORD } from "../support/desk-people"
import { dayFromNow, DELIVERY, type Institutions, openInstitutions } from "../support/institution"
import { Journey, signIn } from "../support/journey"
import { picture } from "../support/office"
import { openPdf } from "../support/pdf"
import { ADDRESS } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { PDF } from "../support/workbook-of"

const FINANCE = { name: "陈会计", email: "chen@example.cn" }
const TODAY = dayFromNow(0)
const YEAR = Number(TODAY.slice(0, 4))
const DECEMBER = `${YEAR - 1}-12-28`
const OWN = `order_${"e".repeat(32)}`
const USCC = "12500112435277068B"

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let journey: Journey
  let headers: Record<string, string>
  let person: string
  const asOffice = async (path: string, body: object) => (await api.post(`/admin/institution/${path}`, body, { headers })).data
  const unit = (path: string, body: object) => asOffice(`organisations/${world.school.id}/${path}`, body)
  const pay = (order_id: string, amount_fen: number, received_on: string) => receiveTransferWorkflow(getContainer()).run({ input: { order_id, amount_fen, reference: `BANK-${order_id.slice(-8)}`, received_on, actor_id: "tester" } })
  const sql = async (text: string): Promise<any[]> => (await getContainer().resolve<any>(ContainerRegistrationKeys.PG_CONNECTION).raw(text)).rows

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    journey = await Journey.begin(api, world.store.publishable_key)
    headers = (await signInStaff(getContainer(), "administrator")).headers
    person = await joinUnit(api, headers, world.store.publishable_key, world.school.id, FINANCE, ["finance", "buyer"])
    await asOffice("share-rates", { region_code: "500112", from_year: YEAR, rate_bp: 2_000, source: "渝北区通知" })
    await unit("budgets", { year: YEAR, purpose: "delivery", amount_fen: 5_000_000 })
    await unit("spending-plans", { year: YEAR, kind: "canteen_share", title: "食堂预留份额", eligible: { platforms: ["here", "platform_832"], sources: ["canteen", "personal"] } })
    await unit("spending-plans", { year: YEAR - 1, kind: "local", title: "去年的份额", target_fen: 100_000, eligible: { platforms: ["here"], sources: ["canteen"] } })
  })
  afterAll(() => journey.end())

  /** Ten bags that came on a December day and were paid for in January. */
  async function deliverInDecember(): Promise<void> {
    const container = getContainer()
    const number = `定采〔${YEAR - 1}〕009`
    await saveSupplyAgreementsWorkflow(container).run({ input: { agreements: [{ number, organisation_uscc: USCC, producer_id: null, valid_from: `${YEAR - 1}-01-01`, valid_to: `${YEAR - 1}-12-31`, weekdays: [1, 2, 3, 4, 5, 6, 7], lead_time_days: 1, lines: [{ variant_id: world.potato.variant_id, unit_price_fen: 3_600, max_quantity: null }] }] } })
    await saveStandingOrdersWorkflow(container).run({ input: { customer_id: null, standing_orders: [{ agreement_number: number, name: "去年的午餐", weekdays: [new Date(DECEMBER).getUTCDay() || 7], starts_on: DECEMBER, ends_on: DECEMBER, skip_statutory_holidays: false, deliver_on_makeup_workdays: false, lines: [{ variant_id: world.potato.variant_id, quantity: 10 }], delivery: DELIVERY }] } })
    await runStandingOrdersWorkflow(container).run({ input: { date: DECEMBER, placed_at: `${YEAR - 1}-12-26T08:00:00.000Z` } })
    const [{ id, order_ids }] = await sql("select id, order_ids from occurrence")
    await acceptOccurrenceWorkflow(container).run({ input: { id, acceptance: { lines: [{ variant_id: world.potato.variant_id, accepted: 10, reason: "" }] }, actor_id: "tester", accepted_at: `${DECEMBER}T02:00:00.000Z` } })
    await pay(order_ids[0], 36_000, `${YEAR}-01-05`)
  }

  /** One order of one's own, and one of the canteen that is not paid for. */
  async function buyMore(): Promise<void> {
    await placeOrdersWorkflow(getContainer()).run({ input: { orders: [{ id: OWN, email: FINANCE.email, customer_id: person, region_id: world.store.region_id, sales_channel_id: world.store.sales_channel_id, shipping_address: ADDRESS, items: [{ variant_id: world.tea.variant_id, quantity: 1 }], payment_provider_id: "pp_transfer_cn" }] } })
    await pay(OWN, 12_800, `${YEAR}-02-03`)
  }

  it("a year's share is shown payment by payment, closed from the gap, and proved by a sheet whose sums are those of the orders", async () => {
    await deliverInDecember()
    await buyMore()
    const { page, faults } = await journey.visitor()
    await signIn(page, FINANCE.email, PASSWORD, "/desk/budget")
    const share = page.getByRole("article").filter({ hasText: "食堂预留份额" })
    expect(await share.innerText()).toMatch(/50,000\.00 元的 20%（渝北区通知）[\s\S]*360[\s\S]*目标 ¥10,000\.00/)
    await page.goto(`/desk/budget?year=${YEAR - 1}`)
    expect(await page.getByRole("article").innerText()).toMatch(/去年的份额[\s\S]*¥\s*0\.00/)

    await creditOwn(page)
    await enterOne(page)
    await enterList(page)
    for (const { id } of (await api.get("/admin/institution/outside-purchases", { headers })).data.outside_purchases) await asOffice(`outside-purchases/${id}/decision`, { verdict: "approve" })
    await page.goto("/desk/budget")
    await drillDown(page)
    await fromTheGap(page)
    await prove(page)
    expect(faults).toEqual([])
  })

  async function creditOwn(page: Page): Promise<void> {
    await page.goto(`/orders/${OWN}`)
    await page.getByRole("heading", { name: "计入单位的消费帮扶" }).waitFor()
    await picture(page, "credit")
    await page.getByRole("button", { name: "计入" }).click()
    await page.getByText("这一单已计入 翠溪实验小学校 的消费帮扶").waitFor()
  }

  async function enterOne(page: Page): Promise<void> {
    await page.goto("/desk/budget")
    await page.getByText("登记一笔").click()
    const form = page.locator("form").filter({ has: page.getByRole("button", { name: "提交核对" }) })
    await form.getByLabel("卖方").fill("恩施某茶叶合作社")
    await form.getByLabel("商品和数量").fill("恩施玉露 10 盒")
    await form.getByLabel("金额（元）").fill("1280.50")
    await form.getByLabel("付款日期").fill(`${YEAR}-03-05`)
    await form.getByLabel("凭证").setInputFiles({ name: "发票.pdf", mimeType: "application/pdf", buffer: PDF })
    await form.getByLabel("省（区、市）").selectOption({ label: "湖北省" })
    await form.getByLabel("市或区县").selectOption({ label: "恩施土家族苗族自治州" })
    await form.getByLabel("区县", { exact: true }).selectOption({ label: "恩施市" })
    await form.getByRole("button", { name: "提交核对" }).click()
    await page.getByText("已提交，帮扶办核对后计入").waitFor()
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "凭证" }).first().click()])
    expect(await fs.readFile(await download.path())).toEqual(PDF)
  }

  async function enterList(page: Page): Promise<void> {
    await page.goto("/desk/budget")
    await page.getByText("登记一批").click()
    const form = page.locator("form").filter({ has: page.getByRole("button", { name: "提交这一批" }) })
    const line = (goods: string, yuan: string) => `${YEAR}-04-0${yuan.length}\t城口某合作社\t${goods}\t巫溪县\t${yuan}\t832平台\t食堂经费`
    await form.getByLabel("清单", { exact: true }).fill([line("香菇 20 千克", "200"), line("木耳 5 千克", "-3")].join("\n"))
    await form.getByRole("button", { name: "逐行检查" }).click()
    await form.getByText(/第 2 行：金额/).waitFor()
    await picture(page, "list-faults")
    await form.getByLabel("清单", { exact: true }).fill([line("香菇 20 千克", "200"), line("木耳 5 千克", "99.5")].join("\n"))
    await form.getByRole("button", { name: "逐行检查" }).click()
    await form.getByText(/共 2 笔，合计/).waitFor()
    await form.getByLabel("凭证").setInputFiles({ name: "对账单.pdf", mimeType: "application/pdf", buffer: Buffer.concat([PDF, Buffer.from("\n%2\n")]) })
    await form.getByRole("button", { name: "提交这一批" }).click()
    await page.getByText("清单已提交").waitFor()
  }

  async function drillDown(page: Page): Promise<void> {
    const share = page.getByRole("article").filter({ hasText: "食堂预留份额" })
    await share.getByText("计入的付款（5 笔）").click()
    await share.getByText("按月看").click()
    await picture(page, "budget")
    const paid = share.getByRole("listitem").filter({ hasText: `${YEAR}-01-05` })
    expect(await paid.innerText()).toMatch(/巫溪洋芋[\s\S]*360\.00/)
    expect(await share.getByRole("listitem").filter({ hasText: `${YEAR}-02-03` }).innerText()).toMatch(/干部职工个人[\s\S]*128\.00/)
    await paid.getByRole("link").click()
    await page.getByRole("article").filter({ hasText: "受益凭据" }).waitFor()
    await page.goBack()
  }

  /** What the gap offers is saved as it stands, and the forecast reaches the target; on the year's last day nothing can come any more, and that is said. */
  async function fromTheGap(page: Page): Promise<void> {
    const share = page.getByRole("article").filter({ hasText: "食堂预留份额" })
    if (TODAY.endsWith("-12-31")) return share.getByText("目前没有可以下单的商品").waitFor()
    const closer = share.getByRole("listitem").filter({ hasText: "大宁河米" }).filter({ hasText: "补齐" })
    const [, quantity] = /(?:各|一次送) (\d+) 份/.exec(await closer.innerText())!
    await closer.getByRole("link", { name: "下单" }).click()
    await page.getByRole("heading", { name: "新建定向认购" }).waitFor()
    expect([await page.getByLabel(/大宁河米/).inputValue(), await page.getByLabel(/到哪天为止/).inputValue()]).toEqual([quantity, expect.stringContaining(`${YEAR}-`)])
    await picture(page, "gap-order")
    await page.getByLabel("名称").fill("补足份额")
    await page.getByLabel("收货人").fill(DELIVERY.name)
    await page.getByLabel("电话").fill(DELIVERY.phone)
    await page.getByLabel("省（区、市）").selectOption({ label: "重庆市" })
    await page.getByLabel("市或区县").selectOption({ label: "渝北区" })
    await page.getByLabel("详细地址").fill(DELIVERY.detail)
    await page.getByRole("button", { name: "开始定向认购" }).click()
    await page.getByText("已保存").waitFor()
    await page.goto("/desk/budget")
    await share.getByText("已下单和将要配送的都付清，就能完成").waitFor()
    expect(await share.innerText()).toMatch(/进度正常[\s\S]*预计到年底 ¥1[0-9],/)
    await picture(page, "budget-closed")
    await page.goto("/desk")
    await page.getByRole("region", { name: /食堂预留份额/ }).getByText("进度正常").waitFor()
    await page.goto("/desk/budget")
  }

  /** The sheet's foot is what was captured for these orders and approved elsewhere, as the database has it. */
  async function prove(page: Page): Promise<void> {
    const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "PDF（可盖章）" }).click()])
    const text = (await openPdf(await fs.readFile(await download.path()))).flatMap((one) => one.text).join("")
    const [captured] = await sql("select round(sum(amount) * 100)::integer as fen from capture where deleted_at is null")
    const [elsewhere] = await sql("select sum(amount_fen)::integer as fen from spending_outside_purchase where state = 'approved'")
    const sum = captured.fen + elsewhere.fen
    expect(sum).toBe(36_000 + 12_800 + 128_050 + 20_000 + 9_950)
    const yuan = (sum / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/, ",")
    expect(text).toMatch(new RegExp(`食堂预留份额[\\s\\S]*木耳 5 千克[\\s\\S]*合计${yuan.replace(".", "\\.")}`))
    expect(text).toContain("干部职工个人")
  }
})
