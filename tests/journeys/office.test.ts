import { decidePeriod, periodAfter } from "@fupin/benefit/domain/period"
import { recordAcceptanceWorkflow, verifyLedgerWorkflow } from "@fupin/benefit/workflows"
import type { Page } from "playwright-core"
import { downloaded } from "../support/journey"
import { type LinkedShop, openLinkedShop, place, post } from "../support/linked-shop"
import { Office, picture, tabTo } from "../support/office"
import { openPdf } from "../support/pdf"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { PDF } from "../support/workbook-of"

const [COUNTY, TOWN] = ["500238", "500238104"]
const dayOf = (moment: Date) => new Date(moment.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
const TODAY = dayOf(new Date())
const NOW = Number(TODAY.slice(8)) > 28 ? periodAfter(TODAY.slice(0, 7), 1) : TODAY.slice(0, 7)
const LAST = periodAfter(NOW, -1)
const bounds = decidePeriod(LAST)
const SOLD_ON = dayOf(new Date((bounds.ok ? bounds.value.from : new Date(0)).getTime() + 3 * 86_400_000))
const SCAN = { name: "扫描件.pdf", mimeType: "application/pdf", buffer: PDF }
/** Ten bags: a tenth of ¥399.00 to three households, and eggs bought from the first outside the shop. */
const [SOLD, BENEFIT, EGGS] = [39_900, 3_990, 30_000]

describeShop(({ api, getContainer }) => {
  let shop: LinkedShop
  let office: Office
  beforeAll(async () => {
    shop = await openLinkedShop(getContainer())
    office = await Office.open(api, getContainer())
    const { headers } = await signInStaff(getContainer(), "administrator")
    const unit = async (body: object) => (await api.post("/admin/benefit/reporting-units", { since: LAST, ...body }, { headers })).data
    const { id } = await unit({ name: "巫溪县帮扶办", kind: "office", region_code: COUNTY })
    await unit({ name: "古路镇", kind: "town", region_code: TOWN, parent_id: id })
  })
  afterAll(() => office.close())

  it("the office goes from a sale to a sealed, filed month and to money in hand, without leaving the admin", async () => {
    const { order_id } = await place(getContainer(), shop, "office", [[shop.potato, 10]], { placed_at: `${SOLD_ON}T09:00:00+08:00` })
    const [clerk, county, finance] = [await office.staff("town_clerk", TOWN), await office.staff("office", COUNTY), await office.staff("finance", COUNTY)]

    await receiveTransfer(finance, order_id)
    await recordAcceptanceWorkflow(getContainer()).run({ input: { order_id, source: "buyer", accepted_at: `${SOLD_ON}T15:00:00+08:00`, lines: "all" } })
    await post(getContainer(), [order_id])
    await buyOutside(clerk, county)
    await file(clerk, order_id)
    await accept(county)
    await payOut(finance, county)
    expect((await verifyLedgerWorkflow(getContainer()).run()).result).toMatchObject({ ok: true, problems: [] })
    expect(office.faults).toEqual([])
  }, 240_000)

  async function receiveTransfer(page: Page, orderId: string): Promise<void> {
    await page.goto(`/app/orders/${orderId}`)
    expect(await page.getByLabel("到账金额（元）").inputValue()).toBe("399")
    await page.getByLabel("银行流水号").fill("BANK-20260001")
    await page.getByLabel("到账日期").fill(SOLD_ON)
    await page.getByRole("button", { name: "登记到账" }).click()
    await page.getByText("已付清").waitFor()
    await picture(page, "transfer")
  }

  /** 直接采购: written down by the town with its signed paper, approved by the county. */
  async function buyOutside(clerk: Page, county: Page): Promise<void> {
    await clerk.goto("/app/vouchers")
    await clerk.getByRole("button", { name: "登记直接采购" }).click()
    const texts = { 卖方农户编号: "HH-0001", 采购单位: "巫溪县总工会", 商品: "土鸡蛋", 数量: "200 斤", "金额（元）": "300", 交易日期: SOLD_ON }
    for (const [label, text] of Object.entries(texts)) await clerk.getByLabel(label).fill(text)
    await clerk.getByRole("dialog").getByRole("button", { name: "登记" }).click()
    await clerk.getByText("还没有上传，不能批准").waitFor()
    await clerk.locator("#scan").setInputFiles(SCAN)
    await clerk.getByRole("button", { name: `上传 ${SCAN.name}` }).click()
    await clerk.getByRole("link", { name: "查看（留痕）" }).waitFor()
    expect(await clerk.getByRole("button", { name: "由另一位同事审核" }).isDisabled()).toBe(true)
    await picture(clerk, "voucher")

    await county.goto("/app/vouchers")
    await county.getByRole("button", { name: /^XP\d{4}-\d+/ }).first().click()
    await county.getByRole("button", { name: "批准入账" }).click()
    await county.getByRole("button", { name: "确定" }).click()
    await county.getByText("已批准并入账").waitFor()
  }

  async function file(clerk: Page, orderId: string): Promise<void> {
    await clerk.goto("/app/filings")
    await picture(clerk, "filings")
    await clerk.getByRole("button", { name: `古路镇 ${LAST} 待报送` }).click()
    await clerk.getByRole("heading", { name: `古路镇 ${LAST} 填报` }).waitFor()
    await picture(clerk, "filing-open")
    expect(await clerk.getByRole("button", { name: "报送（清单还有 1 项）" }).isDisabled()).toBe(true)
    expect(await clerk.locator(`a[href$="/orders/${orderId}"]`).count()).toBe(1)
    await clerk.getByLabel("上传扫描件", { exact: true }).setInputFiles(SCAN)
    await clerk.getByRole("button", { name: "报送", exact: true }).click()
    await clerk.getByRole("alertdialog").getByRole("button", { name: "报送" }).click()
    await clerk.getByText("等待上级受理").first().waitFor()
  }

  /** By keyboard alone, from the list of months to the sealed filing. */
  async function accept(county: Page): Promise<void> {
    await county.goto("/app/filings")
    await county.getByRole("button", { name: `古路镇 ${LAST} 已报送` }).waitFor()
    await tabTo(county, `古路镇 ${LAST} 已报送`)
    await county.keyboard.press("Enter")
    await county.getByRole("heading", { name: `古路镇 ${LAST} 填报` }).waitFor()
    await tabTo(county, "受理")
    await county.keyboard.press("Enter")
    await county.getByRole("alertdialog").waitFor()
    await tabTo(county, "受理")
    await county.keyboard.press("Enter")
    await county.getByText("已受理，内容与材料不再变动").waitFor()
    await county.getByText(/^正式件 FP-/).nth(1).waitFor()
    expect(await county.getByText(/封存至第 \d+ 区块/).innerText()).toMatch(/[0-9a-f]{64}/)
    await picture(county, "filing-accepted")
    const [roster, evidence] = [await paper(county, 0), await paper(county, 1)]
    expect(roster).toContain(((BENEFIT + EGGS) / 100).toFixed(2))
    expect(evidence).toContain(((SOLD + EGGS) / 100).toFixed(2))
  }

  /** The whole text of an issued paper, as a reader sees it. */
  async function paper(page: Page, which: number): Promise<string> {
    const download = await downloaded(page, () => page.getByRole("link", { name: "正式件 PDF" }).nth(which).click())
    return (await openPdf(download)).flatMap(({ text }) => text).join(" ")
  }

  /** The bank pays one and cannot pay the other, who is paid again. */
  async function payOut(finance: Page, county: Page): Promise<void> {
    await finance.goto("/app/settlements")
    await finance.getByRole("button", { name: "编制兑付" }).click()
    await finance.getByRole("combobox", { name: /^区划/ }).fill(COUNTY)
    await finance.getByRole("option").first().click()
    await finance.getByRole("dialog").getByRole("button", { name: "编制" }).click()
    await finance.getByRole("heading", { name: /兑付$/ }).waitFor()
    await finance.getByRole("button", { name: "提交" }).click()
    await finance.getByRole("button", { name: "确定" }).click()
    await finance.getByText("已提交，请另一人批准").waitFor()

    await county.goto(new URL(finance.url()).pathname)
    await county.getByRole("button", { name: "批准" }).click()
    await county.getByRole("button", { name: "确定" }).click()
    await county.getByText("已批准，可以付款").waitFor()

    await finance.reload()
    const paid = await bankFile(finance)
    expect(paid.reduce((sum, line) => sum + Math.round(Number(line[3]) * 100), 0)).toBe(BENEFIT)
    await sendBack(finance, paid.map((line, place) => `${line[5]},${place === 0 ? "失败,户名不符" : "成功,"},${line[3]}`))
    await finance.getByText("已导入：成功 2，失败 1").waitFor()
    await picture(finance, "settlement")
    await finance.getByRole("button", { name: /的操作$/ }).first().click()
    await finance.getByRole("menuitem", { name: "按原方式重付" }).click()
    await finance.getByText("已列入下一份付款文件").waitFor()
    await sendBack(finance, (await bankFile(finance)).map((line) => `${line[5]},成功,,${line[3]}`))
    await finance.getByText("已导入：成功 1，失败 0").waitFor()
    await finance.locator("[role=progressbar][aria-valuenow='3'][aria-valuemax='3']").waitFor()
    await picture(finance, "settlement-done")
    // By the keyboard: what is said may lie over the row.
    const statement = await downloaded(finance, async () => {
      await finance.getByRole("button", { name: "HH-0001 的操作" }).press("Enter")
      await finance.getByRole("menuitem", { name: "下载对账单" }).press("Enter")
    })
    const said = (await openPdf(statement)).flatMap(({ text }) => text).join(" ")
    for (const words of ["直接采购", "300.00", "19.95", "期末未付"]) expect(said).toContain(words)
  }

  async function bankFile(page: Page): Promise<string[][]> {
    await page.getByRole("button", { name: "生成银行代发文件" }).click()
    await page.getByLabel("事由").fill("本期兑付发放")
    const download = await downloaded(page, () => page.getByRole("button", { name: "生成并下载" }).click())
    return download.toString("utf8").slice(1).trim().split("\r\n").slice(1).map((line) => line.split(","))
  }

  async function sendBack(page: Page, lines: string[]): Promise<void> {
    const buffer = Buffer.from(["凭号,结果,原因,金额", ...lines].join("\n"))
    await page.getByLabel("导入银行回盘").setInputFiles({ name: `回盘${lines.length}.csv`, mimeType: "text/csv", buffer })
  }
})
