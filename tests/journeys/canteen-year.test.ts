import { listParts } from "@fupin/benefit/intake/unzip"
import { verifyLedgerWorkflow } from "@fupin/benefit/workflows"
import { Evidence, Roster } from "@fupin/contract/schemas"
import type { Page } from "playwright-core"
import { postAll } from "../support/linked-shop"
import { bankFile } from "../support/bank-file"
import { dayFromNow, DELIVERY, firstWeekday, type Institutions, nextDay, openInstitutions } from "../support/institution"
import { downloaded, Journey } from "../support/journey"
import { Office, picture } from "../support/office"
import { openPdf } from "../support/pdf"
import { currentPeriod, periodOf } from "../support/scope-cases"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { openPaper, readTable, sumFen } from "../support/workbook"
import { PDF, PNG } from "../support/workbook-of"

const UNIT = { name: "古路镇中心小学", uscc: "12420115435435441Y" }
const COOK = { name: "冉老师", email: "cook@example.cn", password: "a good password" }
const BOOKKEEPER = { name: "邹会计", email: "book@example.cn", password: "a good password" }
const HEAD = { name: "周校长", email: "head@example.cn", password: "a good password" }
const NUMBER = "定采〔2026〕088"
const TODAY = dayFromNow(0)
const MONDAY = firstWeekday(TODAY, 1)
const THURSDAY = nextDay(MONDAY, 3)
const SCAN = { name: "协议.pdf", mimeType: "application/pdf", buffer: PDF }
const PHOTO = { name: "破损.png", mimeType: "image/png", buffer: PNG }
/** On Monday ten bags of potatoes at ¥35.00, of which eight were good; 4 kg of rice at ¥55.00, which weighed 3.85 and were damp, so that ¥11.75 were taken off. */
const [POTATOES, RICE, TAKEN_OFF] = [28_000, 21_175, 1_175]
/** On Thursday all ten bags are good, and the rice weighs what it should. */
const SECOND = [35_000, 22_000] as const
const PAID = POTATOES + RICE - TAKEN_OFF + SECOND[0] + SECOND[1]
/** A tenth of what was paid for the potatoes is the two households'; what was taken off the rice is not theirs to bear. */
const PAYABLE = 2_800 + 3_500
/** Both deliveries, as ordered; what is left of the year's budget then, and before anything comes in. */
const [DELIVERED, BUDGET] = [57_000, 120_000]

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let journey: Journey
  let office: Office
  let headers: Record<string, string>

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    journey = await Journey.begin(api, world.store.publishable_key)
    office = await Office.open(api, getContainer())
    headers = (await signInStaff(getContainer(), "administrator")).headers
  })
  afterAll(async () => {
    await journey.end()
    await office.close()
  })

  it("a canteen goes from registration to a paid statement and its evidence, in the browser alone", async () => {
    const [cook, book, head, staff] = [await journey.visitor(), await journey.visitor(), await journey.visitor(), await office.staff("administrator", "*")]
    for (const [{ page }, person] of [[cook, COOK], [book, BOOKKEEPER], [head, HEAD]] as const) await register(page, person)
    await registerUnit(cook.page)
    await verifyUnit(staff)
    await limit(staff)
    await draftAgreement(staff)
    await negotiate(cook.page, staff)
    await orderByQuickEntry(cook.page)
    await run(staff)
    await approve(head.page)
    await accept(cook.page)
    await acceptAll(cook.page)
    const number = await settle(staff, book.page)
    await importPayment(staff, number)
    await invoice(staff, book.page, number)
    await checkEvidence(book.page, number)
    expect((await verifyLedgerWorkflow(getContainer()).run()).result).toMatchObject({ ok: true, problems: [] })
    expect([...cook.faults, ...book.faults, ...head.faults, ...office.faults]).toEqual([])
  }, 300_000)

  async function register(page: Page, { name, email, password }: typeof COOK): Promise<void> {
    await page.goto("/account/register")
    await page.getByLabel("姓名").fill(name)
    await page.getByLabel("邮箱").fill(email)
    await page.getByLabel("密码").fill(password)
    await page.getByRole("button", { name: "注册" }).click()
    await page.getByRole("heading", { name: "我的账户" }).waitFor()
  }

  async function registerUnit(page: Page): Promise<void> {
    await page.goto("/desk")
    await page.getByLabel("单位名称").fill(UNIT.name)
    await page.getByLabel("统一社会信用代码").fill("12420115435435441A")
    await choosePlace(page)
    await picture(page, "register-unit")
    await page.getByRole("button", { name: "登记单位" }).click()
    await page.getByText("统一社会信用代码有误").waitFor()
    await page.getByLabel("统一社会信用代码").fill(UNIT.uscc)
    await page.getByRole("button", { name: "登记单位" }).click()
    await page.getByText("已登记，帮扶办核验后就能使用").waitFor()
  }

  async function choosePlace(page: Page): Promise<void> {
    await page.getByLabel("省（区、市）").selectOption({ label: "重庆市" })
    await page.getByLabel("市或区县").selectOption({ label: "渝北区" })
  }

  /** The unit, and everybody who acts for it, verified one by one. */
  async function verifyUnit(staff: Page): Promise<void> {
    await staff.goto("/app/organisations")
    await staff.getByRole("row").filter({ hasText: UNIT.name }).getByRole("button", { name: "核验通过" }).click()
    await staff.getByText("已核验", { exact: true }).first().waitFor()
    await staff.getByRole("button", { name: `${UNIT.name} 的成员` }).click()
    for (const [email, role] of [[COOK.email, "验收"], [BOOKKEEPER.email, "财务"], [HEAD.email, "审批"]] as const) {
      await staff.getByLabel("邮箱").fill(email)
      await choose(staff, "角色", role)
      await staff.getByRole("button", { name: "添加", exact: true }).click()
      await staff.getByRole("listitem").filter({ hasText: email }).filter({ hasText: role }).waitFor()
    }
    for (let verified = 0; verified < 4; verified++) {
      await staff.getByRole("button", { name: "核验", exact: true }).first().click()
      await staff.getByText("在岗", { exact: true }).nth(verified).waitFor()
    }
    await staff.getByRole("button", { name: "关闭" }).click()
    await picture(staff, "organisations")
  }

  /** The year's budget, and a tier above which the head must agree. */
  async function limit(staff: Page): Promise<void> {
    await staff.getByRole("button", { name: `${UNIT.name} 的预算与审批` }).click()
    for (const year of new Set([MONDAY.slice(0, 4), THURSDAY.slice(0, 4)])) {
      await staff.getByLabel("年度", { exact: true }).fill(year)
      await staff.getByLabel("预算（元）").fill(String(BUDGET / 100))
      await staff.getByRole("button", { name: "保存预算" }).click()
      await staff.getByText(`${year} 年食堂食材：1,200.00 元，已用 0.00 元`).waitFor()
    }
    await staff.getByLabel("金额不超过（元）").fill("300")
    await staff.getByRole("group", { name: "最高一档" }).getByLabel("要求").click()
    await staff.getByRole("option", { name: "任一人同意" }).click()
    await staff.getByRole("group", { name: "最高一档" }).getByLabel(HEAD.name).check()
    await staff.getByRole("button", { name: "保存审批设置" }).click()
    await staff.getByText("审批设置已保存，立即生效").waitFor()
    await picture(staff, "limits")
    await staff.getByRole("button", { name: "关闭" }).click()
  }

  async function choose(page: Page, label: string, option: string): Promise<void> {
    await page.getByLabel(label, { exact: true }).click()
    await page.getByRole("option", { name: option }).click()
  }

  async function draftAgreement(staff: Page): Promise<void> {
    await staff.goto("/app/agreements")
    await staff.getByRole("button", { name: "新建协议" }).click()
    await staff.getByLabel("协议编号").fill(NUMBER)
    await choose(staff, "采购单位", UNIT.name)
    await staff.getByLabel("结束日期（含当天）").fill(dayFromNow(365))
    await staff.getByLabel("提前截单天数").fill("0")
    for (const day of ["周六", "周日"]) await staff.getByRole("button", { name: day }).click()
    for (const [goods, price] of [["巫溪洋芋", "36"], ["大宁河米", "55"]] as const) {
      await staff.getByLabel("加入商品").fill(goods)
      await staff.getByRole("button", { name: `加入 ${goods}` }).click()
      await staff.getByRole("group", { name: goods }).getByLabel("单价（元）").fill(price)
    }
    await staff.getByRole("group", { name: "大宁河米" }).getByLabel("结算方式").click()
    await staff.getByRole("option", { name: /^计重/ }).click()
    await staff.getByRole("button", { name: "保存" }).click()
    await staff.getByRole("row").filter({ hasText: NUMBER }).getByText("草拟").waitFor()
  }

  /** The cook asks for a lower price, the producer accepts, the scan is kept, and what was agreed is signed. */
  async function negotiate(page: Page, staff: Page): Promise<void> {
    await page.goto("/desk/agreements")
    await page.getByRole("link", { name: NUMBER }).click()
    await page.getByLabel("商品", { exact: true }).selectOption({ label: "巫溪洋芋 一份" })
    await page.getByLabel("单价（元）").fill("35")
    await page.getByRole("button", { name: "发出提议" }).click()
    await page.getByText("采购单位提议").waitFor()
    await staff.getByRole("button", { name: `${NUMBER} 的协商与履约` }).click()
    await staff.getByRole("button", { name: "供货方接受" }).click()
    await staff.getByText("没有等待答复的提议").waitFor()
    await staff.locator("#scan").setInputFiles(SCAN)
    await staff.getByText("扫描件 SHA-256").waitFor()
    await staff.getByRole("button", { name: "登记签订（今天）" }).click()
    await staff.getByRole("button", { name: "终止协议" }).waitFor()
    await picture(staff, "agreement-signed")
  }

  async function orderByQuickEntry(page: Page): Promise<void> {
    await page.goto("/desk/standing-orders/new")
    await page.getByLabel("名称").fill("第一食堂")
    await page.getByText("快速录入").click()
    await page.getByLabel(/每行一种商品/).fill("SKU-巫溪洋芋 10\nSKU-大宁河米 4\nSKU-没有 1")
    await page.getByRole("button", { name: "填入数量" }).click()
    await page.getByText("已填入 2 种商品，1 行有问题").waitFor()
    await page.getByLabel("每次配送").getByText("570").waitFor()
    for (const day of ["周一", "周四"]) await page.getByText(day, { exact: true }).click()
    await page.getByLabel("从哪天开始").fill(MONDAY)
    await page.getByLabel(/到哪天为止/).fill(THURSDAY)
    await page.getByRole("checkbox", { name: /法定节假日不配送/ }).uncheck()
    await page.getByLabel("收货人").fill(DELIVERY.name)
    await page.getByLabel("电话").fill(DELIVERY.phone)
    await choosePlace(page)
    await page.getByLabel("详细地址").fill(DELIVERY.detail)
    await page.getByRole("button", { name: "开始定向认购" }).click()
    await page.getByText("已保存").waitFor()
  }

  async function run(staff: Page): Promise<void> {
    await staff.goto("/app/institution")
    await staff.getByLabel("配送日期").fill(THURSDAY)
    await staff.getByRole("button", { name: "下单至该日" }).click()
    await staff.getByRole("alertdialog").getByRole("button", { name: "下单" }).click()
    await staff.getByText("已下单 0，缺货 0，未成功 2").waitFor()
  }

  /** Nothing is ordered before the head agrees; each delivery is a purchase of its own, and the budget says what is left. */
  async function approve(page: Page): Promise<void> {
    const agree = page.getByRole("button", { name: "同意", exact: true })
    // Opened afresh, never reloaded: what was said of the last decision is gone, and no form is sent twice.
    const left = async (waiting: number) => {
      await page.goto("/desk/approvals")
      await expect.poll(() => agree.count(), { timeout: 10_000 }).toBe(waiting)
    }
    for (const waiting of [2, 1]) {
      await left(waiting)
      await agree.first().click()
      await page.getByText(/订单已下/).waitFor()
    }
    await left(0)
    await page.goto(`/desk/budget?year=${MONDAY.slice(0, 4)}`)
    const budget = await page.getByRole("region", { name: "年度预算" }).innerText()
    const used = MONDAY.slice(0, 4) === THURSDAY.slice(0, 4) ? 2 * DELIVERED : DELIVERED
    for (const fen of [BUDGET, used, BUDGET - used]) expect(budget.replaceAll(",", "")).toContain((fen / 100).toFixed(2))
    await picture(page, "budget")
  }

  /** On the smallest of phones: two bags broken, one of them photographed; the rice weighed, first above what was ordered, then typed with a comma. */
  async function accept(page: Page): Promise<void> {
    await page.setViewportSize({ width: 360, height: 740 })
    await openDelivery(page, MONDAY)
    const potatoes = page.getByRole("group", { name: /巫溪洋芋/ })
    await potatoes.getByLabel("实收（份）").fill("8")
    await potatoes.getByLabel("少收的原因").fill("两份破损")
    await potatoes.getByLabel("拒收的货").selectOption("disposed")
    await potatoes.getByLabel("照片").setInputFiles(PHOTO)
    await page.getByLabel("合格证").selectOption("present")
    await page.getByLabel("实收重量（公斤）").fill("4.2")
    await picture(page, "weighing")
    await page.getByRole("button", { name: "登记验收" }).click()
    await page.getByText("超出的部分是卖方赠送").waitFor()
    await page.getByLabel("实收重量（公斤）").fill("3,85")
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(360)
    await page.getByRole("button", { name: "登记验收" }).click()
    await page.getByText("验收已登记，农户受益转为应付").waitFor()
    await page.getByText("两份破损（已就地处置）").first().waitFor()
    await page.getByRole("img", { name: "巫溪洋芋的验收照片 1" }).waitFor()
    await picture(page, "accepted")
  }

  async function openDelivery(page: Page, date: string): Promise<void> {
    await page.goto("/desk")
    await page.getByRole("link").filter({ has: page.locator(`time[datetime='${date}']`) }).first().click()
    await page.waitForURL(/\/desk\/occurrences\//)
  }

  /** Three days later everything is as it should be. */
  async function acceptAll(page: Page): Promise<void> {
    await openDelivery(page, THURSDAY)
    await page.getByRole("group", { name: /巫溪洋芋/ }).getByLabel("实收（份）").fill("10")
    await page.getByLabel("实收重量（公斤）").fill("4")
    await page.getByRole("button", { name: "登记验收" }).click()
    await page.getByText("验收已登记，农户受益转为应付").waitFor()
  }

  /** Drawn, disputed in one line, adjusted, confirmed. Answers its number. */
  async function settle(staff: Page, page: Page): Promise<string> {
    await staff.goto("/app/statements")
    await staff.getByLabel("月份").fill(THURSDAY.slice(0, 7))
    await staff.getByRole("button", { name: "生成本月对账单" }).click()
    await staff.getByRole("row").filter({ hasText: UNIT.name }).getByRole("button", { name: "发送" }).click()
    await staff.getByText("待单位确认").waitFor()
    await page.goto("/desk/statements")
    await page.locator("a[href^='/desk/statements/']").first().click()
    await page.getByText("有几行不对，提出异议").click()
    await page.getByLabel(/大宁河米 3.85 公斤/).fill("有一袋受潮")
    await page.getByRole("button", { name: "提交异议" }).click()
    await page.getByText("异议已提交").waitFor()
    await staff.getByRole("button", { name: /^查看 DZ/ }).click()
    await staff.getByLabel("调整后的金额（元）").fill(String((RICE - TAKEN_OFF) / 100))
    await staff.getByLabel("处理说明").fill("受潮一袋减价")
    await staff.getByRole("button", { name: "处理", exact: true }).click()
    await staff.getByText("处理：受潮一袋减价").waitFor()
    await picture(staff, "statement-adjusted")
    await page.reload()
    await page.getByRole("button", { name: "确认对账单" }).click()
    await page.getByText("已确认。请按下面的收款账户转账").waitFor()
    await picture(page, "statement-confirmed")
    const slip = await page.getByRole("region", { name: "转账付款" }).innerText()
    expect(slip.replaceAll(",", "")).toContain((PAID / 100).toFixed(2))
    return /DZ\d{10}/.exec(slip)![0]
  }

  async function importPayment(staff: Page, number: string): Promise<void> {
    const text = bankFile([[TODAY, "BANK0001", (PAID / 100).toFixed(2), "", "渝北区财政国库支付中心", `食堂货款 ${number}`]])
    await staff.goto("/app/statements")
    await staff.getByRole("tab", { name: "导入银行流水" }).click()
    await staff.getByLabel("银行流水 CSV").setInputFiles({ name: "流水.csv", mimeType: "text/csv", buffer: Buffer.from(text) })
    await staff.getByRole("button", { name: "试导入" }).click()
    await staff.getByText("试导入，尚未入账").waitFor()
    expect(await staff.getByRole("row").filter({ hasText: number }).innerText()).toMatch(/全额[\s\S]*古路镇中心小学/)
    await staff.getByRole("button", { name: "确认导入并入账" }).click()
    await staff.getByRole("status").filter({ hasText: "已入账 ¥1,050.00：1 笔" }).waitFor()
    await picture(staff, "bank-imported")
  }

  async function invoice(staff: Page, page: Page, number: string): Promise<void> {
    await page.reload()
    await page.getByText("已结清").first().waitFor()
    await page.getByRole("button", { name: "向卖方申请" }).click()
    await page.getByText("已申请，开具后在").waitFor()
    await staff.getByRole("tab", { name: "发票" }).click()
    await staff.getByRole("button", { name: "上传发票" }).click()
    await staff.getByLabel("发票号码").fill("26500000000000000001")
    await staff.locator("#file").setInputFiles({ ...SCAN, name: "发票.pdf" })
    await staff.getByRole("button", { name: "保存" }).click()
    await staff.getByRole("link", { name: "发票 26500000000000000001" }).waitFor()
    await page.goto("/desk/statements")
    await page.getByRole("link", { name: "查看发票" }).waitFor()
    await picture(page, "statements")
    expect(await page.locator("main").innerText()).toContain(number)
  }

  /** One download, opened by real readers: its two forms add up to the ledger, its statement says what was paid, its pictures are those taken. */
  async function checkEvidence(page: Page, number: string): Promise<void> {
    await postAll(getContainer())
    const period = currentPeriod()
    await page.goto(`/desk/evidence?period=${period}`)
    // Its days may lie in the next period, whose evidence they then are.
    const came = [MONDAY, THURSDAY].filter((day) => periodOf(day) === period).length
    await page.getByText(`验收 ${came} 次`).waitFor()
    await picture(page, "evidence")
    const link = page.getByRole("link", { name: "下载全部（ZIP）" })
    const parts = listParts(await downloaded(page, () => link.click()))
    const partOf = (pack: typeof parts, name: RegExp) => [...pack].find(([title]) => name.test(title))![1].data
    const part = (name: RegExp) => partOf(parts, name)
    const packOf = async (other: string) => listParts(await (await page.request.get((await link.getAttribute("href"))!.replace(period, other))).body())
    const [roster, evidence] = await Promise.all([readJson("roster", period), readJson("evidence", period)])
    expect(Roster.parse(roster).foot).toMatchObject({ ledger_fen: PAYABLE, balanced: true })
    expect(Evidence.parse(evidence).foot).toMatchObject({ rows_fen: PAID, balanced: true })

    const first = await openPaper(part(/^附件1/), ["姓名", "身份证", "联系方式", "受益金额"], 3, /^(名册合计|结转|村集体|待分配|台账合计)/)
    expect([first.rows.length, sumFen(first.rows, 3), first.foot.名册合计, first.foot["台账合计（以上各项之和与台账一致）"]]).toEqual([2, PAYABLE, PAYABLE, PAYABLE])
    const second = await openPaper(part(/^附件2/), ["序号", "产品名称", "卖方", "买方", "数量", "金额", "交易时间", "备注"], 5, /^合计$/)
    expect([sumFen(second.rows, 5), second.foot.合计]).toEqual([PAID, PAID])
    expect(second.rows.every((row) => String(row[3]).includes(UNIT.name))).toBe(true)
    const statement = (await openPdf(partOf(await packOf(THURSDAY.slice(0, 7)), /\.pdf$/))).flatMap(({ text }) => text).join("").replace(/\s/g, "")
    for (const words of [number, UNIT.name, "1,050.00", "人民币壹仟零伍拾元整", "受潮一袋减价"]) expect(statement).toContain(words)
    expect(partOf(await packOf(periodOf(MONDAY)), /照片1-巫溪洋芋\.png$/).equals(PNG)).toBe(true)
    expect(await readTable(part(/材料清单/))).toHaveLength(parts.size - 1 + 4)
  }

  const readJson = async (name: "roster" | "evidence", period: string) => (await api.get(`/admin/benefit/${name}?period=${period}`, { headers })).data
})
