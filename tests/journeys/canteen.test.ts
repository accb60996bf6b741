import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { Evidence, Roster } from "@fupin/contract/schemas"
import type { Page } from "playwright-core"
import { dayFromNow, DELIVERY, type Institutions, openInstitutions } from "../support/institution"
import { Journey, signIn } from "../support/journey"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { openPaper, sumFen } from "../support/workbook"

const COOK = { name: "冉老师", email: "cook@example.cn", password: "a good password" }
const [FIRST, SECOND] = [dayFromNow(3), dayFromNow(5)]
const weekday = (date: string) => `周${"日一二三四五六"[new Date(date).getUTCDay()]}`
/** A tenth of nine accepted of ten bags at the agreed ¥36.00, in fen. */
const PAYABLE = 3240
const PAID = 36_000

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let journey: Journey
  let headers: Record<string, string>

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    journey = await Journey.begin(api, world.store.publishable_key)
    headers = (await signInStaff(getContainer(), "administrator")).headers
  })
  afterAll(() => journey.end())

  const asOffice = async (path: string, body: object) => (await api.post(path, body, { headers })).data
  const place = (date: string) => asOffice("/admin/institution/standing-orders/run", { date })

  it("a canteen's standing order places itself on two dates, is paid and accepted, and both papers add up", async () => {
    const { page, faults } = await journey.visitor()
    await register(page)
    await admitToSchool()
    await signIn(page, COOK.email, COOK.password, "/desk/standing-orders/new")
    await writeStandingOrder(page)

    await page.goto(`/desk/calendar?month=${FIRST.slice(0, 7)}`)
    await page.getByRole("listitem").filter({ hasText: "待截单" }).first().waitFor()
    for (const date of [FIRST, SECOND]) expect(await place(date)).toEqual({ planned: 1, placed: 1, short: 0, skipped: 0, failed: 0 })

    await page.goto("/desk/payments")
    expect(await page.getByRole("link", { name: "受益凭据" }).count()).toBe(2)
    await page.getByText("转账信息").first().click()
    expect(await page.getByRole("region", { name: "转账付款" }).first().innerText()).toMatch(/360\.00[\s\S]*FP\d{6}/)
    await receiveTransfers()
    await page.reload()
    expect(await page.getByText("已付款").count()).toBe(2)

    await acceptNineOfTen(page)
    await postBenefitWorkflow(getContainer()).run({ input: {} })
    await page.getByRole("link", { name: "受益凭据" }).first().click()
    expect(await page.getByRole("article").innerText()).toMatch(/这一单让[\s\S]*2 户农家受益/)
    expect(faults).toEqual([])
    await checkRoster()
    await checkEvidence()
  })

  async function register(page: Page): Promise<void> {
    await page.goto("/account/register")
    await page.getByLabel("姓名").fill(COOK.name)
    await page.getByLabel("邮箱").fill(COOK.email)
    await page.getByLabel("密码").fill(COOK.password)
    await page.getByRole("button", { name: "注册" }).click()
    await page.getByRole("heading", { name: "我的账户" }).waitFor()
    await page.getByRole("button", { name: "退出登录" }).click()
    await page.waitForURL((url) => url.pathname === "/")
  }

  async function admitToSchool(): Promise<void> {
    for (const role of ["buyer", "receiver"]) {
      const { member } = await asOffice(`/admin/institution/organisations/${world.school.id}/members`, { email: COOK.email, role })
      await asOffice(`/admin/institution/members/${member.id}/verify`, {})
    }
  }

  /** Holidays are delivered too, so that the two dates are delivered whatever day it is. */
  async function writeStandingOrder(page: Page): Promise<void> {
    await page.getByLabel("名称").fill("第一食堂")
    await page.getByLabel(/巫溪洋芋/).fill("10")
    await page.getByLabel("每次配送").getByText("360").waitFor()
    await page.getByLabel("每次配送").getByText(/2 户农家/).waitFor()
    for (const date of [FIRST, SECOND]) await page.getByText(weekday(date), { exact: true }).click()
    await page.getByLabel("从哪天开始").fill(FIRST)
    await page.getByLabel(/到哪天为止/).fill(SECOND)
    await page.getByRole("checkbox", { name: /法定节假日不配送/ }).uncheck()
    await page.getByLabel("收货人").fill(DELIVERY.name)
    await page.getByLabel("电话").fill(DELIVERY.phone)
    await page.getByLabel("省（区、市）").selectOption({ label: "重庆市" })
    await page.getByLabel("市或区县").selectOption({ label: "渝北区" })
    await page.getByLabel("详细地址").fill(DELIVERY.detail)
    await page.getByRole("button", { name: "开始定向认购" }).click()
    await page.getByText("已保存").waitFor()
    expect(await page.getByText("待截单", { exact: true }).count()).toBe(2)
  }

  async function receiveTransfers(): Promise<void> {
    const { data } = await api.get("/admin/orders?fields=id,total", { headers })
    for (const { id, total } of data.orders) {
      await asOffice(`/admin/checkout/orders/${id}/transfers`, { amount_fen: Math.round(total * 100), reference: `BANK-${id.slice(-8)}`, received_on: dayFromNow(0) })
    }
  }

  async function acceptNineOfTen(page: Page): Promise<void> {
    await page.getByRole("link", { name: "这次配送" }).first().click()
    await page.getByLabel("实收（份）").fill("9")
    await page.getByRole("button", { name: "登记验收" }).click()
    await page.getByText("少于供货数量时，请填写原因").waitFor()
    await page.getByLabel("少收的原因").fill("一份破损")
    await page.getByRole("button", { name: "登记验收" }).click()
    await page.getByText("验收已登记，农户受益转为应付").waitFor()
    expect(await page.getByRole("row").filter({ hasText: "巫溪洋芋" }).innerText()).toMatch(/一份破损[\s\S]*10[\s\S]*10[\s\S]*9/)
  }

  const paper = async (name: "roster" | "evidence") => {
    const address = `/admin/benefit/${name}?period=${periodOf(dayFromNow(0))}`
    const [json, file] = [await api.get(address, { headers }), await api.get(`${address}&format=xlsx`, { headers, responseType: "arraybuffer" })]
    return { json: json.data, file: Buffer.from(file.data) }
  }

  /** 附件1: rows + carried forward + collectives + suspense = ledger, in the file itself. */
  async function checkRoster(): Promise<void> {
    const { json, file } = await paper("roster")
    expect(Roster.parse(json).foot).toMatchObject({ ledger_fen: PAYABLE, balanced: true })
    const { rows, foot } = await openPaper(file, ["姓名", "身份证", "联系方式", "受益金额"], 3, /^(名册合计|结转|村集体|待分配|台账合计)/)
    const { 名册合计, 结转, 村集体, 待分配, ...ledger } = foot
    expect(名册合计! + 结转! + 村集体! + 待分配!).toBe(PAYABLE)
    expect(ledger).toEqual({ "台账合计（以上各项之和与台账一致）": PAYABLE })
    expect([rows.length, sumFen(rows, 3)]).toEqual([2, 名册合计])
  }

  /** 附件2: one row for each transfer, from the cooperative to the school, as much as the bank received. */
  async function checkEvidence(): Promise<void> {
    const { json, file } = await paper("evidence")
    expect(Evidence.parse(json).foot).toEqual({ rows_fen: 2 * PAID, elsewhere_fen: 0, freight_fen: 0, direct_fen: 0, paid_fen: 2 * PAID, balanced: true })
    const { rows, foot } = await openPaper(file, ["序号", "产品名称", "卖方", "买方", "数量", "金额", "交易时间", "备注"], 5, /^合计$/)
    expect(rows.map((row) => row.slice(0, 4))).toEqual([1, 2].map((serial) => [`${serial}`, "巫溪洋芋", "巫溪洋芋专业合作社", expect.stringContaining("翠溪实验小学校")]))
    expect([foot.合计, sumFen(rows, 5)]).toEqual([2 * PAID, 2 * PAID])
  }
})

/** By default a period runs from the 29th of the month before to the 28th. */
function periodOf(date: string): string {
  const [year, month, day] = date.split("-").map(Number)
  return new Date(Date.UTC(year!, month! - (day! >= 29 ? 0 : 1), 1)).toISOString().slice(0, 7)
}
