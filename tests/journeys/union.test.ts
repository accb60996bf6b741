import { postBenefitWorkflow } from "@fupin/benefit/workflows"
import { continueCampaigns } from "@fupin/institution/campaign/continue-campaigns"
import { tellNotices } from "@fupin/institution/notices/tell"
import { saveOrganisationsWorkflow } from "@fupin/institution/workflows"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import ExcelJS from "exceljs"
import fs from "node:fs/promises"
import type { Page } from "playwright-core"
import { dayFromNow, type Institutions, openInstitutions } from "../support/institution"
import { Journey, signIn } from "../support/journey"
import { picture } from "../support/office"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { PDF, workbookOf } from "../support/workbook-of"

const PASSWORD = "a good password"
const CHAIR = { name: "钱主席", email: "chair@example.cn" }
const HEAD = { name: "孙书记", email: "head@example.cn" }
const UNION = { name: "翠溪总工会", uscc: "815001124352770687", kind: "union" as const, region_code: "500112" }
const HEADINGS = ["工号", "姓名", "手机号", "部门", "饮食需要", "份数"]
const phone = (number: number) => `138${String(number).padStart(8, "0")}`
const member = (number: number, name: string, diet = "", heads: unknown = 1) => [`G${number}`, name, phone(number), "后勤处", diet, heads]
const ROSTER = [member(1, "陈到家"), member(2, "马清真", "清真"), member(3, "赵代领"), member(4, "孙不选"), member(5, "周离职")]
const HOME = "翠溪路88号3单元"
const YEAR = new Date().getFullYear() + 1
/** Three packs at ¥100.01, one of them by default, and two at ¥120.00. */
const TOTAL = 3 * 10_001 + 2 * 12_000

interface Link { path: string; code: string }

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let journey: Journey
  let office: Record<string, string>
  let campaign: string

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [world.potato, world.rice].map(({ product_id }, index) => ({ number: `渝巫认定〔2026〕${index + 1}号`, product_id, valid_from: "2026-01-01", valid_to: "2036-06-30" })) } })
    journey = await Journey.begin(api, world.store.publishable_key)
    office = (await signInStaff(getContainer(), "administrator")).headers
  })
  afterAll(() => journey.end())

  const asOffice = async (path: string, body: object) => (await api.post(path, body, { headers: office })).data
  const sql = async (text: string): Promise<any[]> => (await getContainer().resolve(ContainerRegistrationKeys.PG_CONNECTION).raw(text)).rows

  it("a union goes from its roster to the last sign-off, and the evidence says what the ledger says", async () => {
    const { page: chair, faults } = await journey.visitor()
    for (const person of [CHAIR, HEAD]) await register(chair, person)
    await openUnion()
    await signIn(chair, CHAIR.email, PASSWORD, "/desk/campaigns/new")
    await setUp(chair)
    await importRoster(chair)
    await press(chair, "开始选礼包", "已开始选礼包")
    await changeRoster(chair)
    const links = await readLinks(chair)
    await choose(links)
    await guess(links)
    await remind(chair)
    await order(chair)
    await lookAtLate(chair)
    await pay(chair)
    await handOut(chair, links)
    await prove(chair)
    await erase(chair)
    await readNotices(chair)
    expect(faults).toEqual([])
  }, 240_000)

  async function register(page: Page, { name, email }: typeof CHAIR): Promise<void> {
    await page.goto("/account/register")
    await page.getByLabel("姓名").fill(name)
    await page.getByLabel("邮箱").fill(email)
    await page.getByLabel("密码").fill(PASSWORD)
    await page.getByRole("button", { name: "注册" }).click()
    await page.getByRole("heading", { name: "我的账户" }).waitFor()
    await page.getByRole("button", { name: "退出登录" }).click()
    await page.waitForURL((url) => url.pathname === "/")
  }

  /** A verified union whose chair organises and hands out, and whose every purchase somebody else approves. */
  async function openUnion(): Promise<void> {
    const roles = ["buyer", "receiver", "finance"] as const
    const { result: [union] } = await saveOrganisationsWorkflow(getContainer()).run({ input: { actor_id: "tester", organisations: [
      { ...UNION, verified: true, members: [...roles.map((role) => ({ email: CHAIR.email, role })), { email: HEAD.email, role: "approver" as const }] },
    ] } })
    await asOffice(`/admin/institution/organisations/${union!.id}/approval-policy`, { tiers: [{ up_to_fen: null, mode: "any", approvers: [] }] })
  }

  const press = async (page: Page, button: string, said: string) => {
    await page.getByRole("button", { name: button, exact: true }).click()
    await page.getByText(said).first().waitFor()
  }

  /** The campaign, its two packs and the minutes; a budget below the floor is refused. */
  async function setUp(page: Page): Promise<void> {
    await page.getByLabel("活动名称").fill("中秋慰问")
    await page.getByLabel("节日", { exact: true }).selectOption({ label: "中秋节" })
    await page.getByLabel("年份").fill(String(YEAR))
    await page.getByLabel("每人预算（元）").fill("90")
    await page.getByLabel(/每人下限/).fill("100")
    await page.getByLabel(/每人上限/).fill("200")
    await page.getByLabel(/职工选礼包的截止日/).fill(dayFromNow(2))
    await page.getByRole("radio", { name: /职工自己选/ }).check()
    await page.getByLabel("联系人").fill("周雅琴")
    await page.getByLabel("电话", { exact: true }).fill("13912345678")
    await pickCounty(page)
    await page.getByLabel("领取地点").fill("文化路一号 职工活动中心")
    await press(page, "新建慰问活动", "人均预算低于当地规定的下限")
    await page.getByLabel("每人预算（元）").fill("250")
    await press(page, "新建慰问活动", "人均预算高于当地规定的上限")
    await page.getByLabel("每人预算（元）").fill("150")
    await page.getByRole("button", { name: "新建慰问活动", exact: true }).click()
    await page.waitForURL(/\/desk\/campaigns\/(?!new)/)
    campaign = new URL(page.url()).pathname
    await addPack(page, "山货礼包", "100.01", { 巫溪洋芋: 2 }, ["默认礼包"])
    await addPack(page, "清真米礼包", "120", { 巫溪洋芋: 1, 大宁河米: 1 }, ["默认礼包", "清真礼包"])
    await page.getByLabel("上传会议纪要（PDF、JPG、PNG）").setInputFiles({ name: "工会委员会纪要.pdf", mimeType: "application/pdf", buffer: PDF })
    await page.getByText("会议纪要已上传").waitFor()
    await picture(page, "union-1-draft")
  }

  async function pickCounty(page: Page): Promise<void> {
    await page.getByLabel("省（区、市）").selectOption({ label: "重庆市" })
    await page.getByLabel("市或区县").selectOption({ label: "渝北区" })
  }

  async function addPack(page: Page, name: string, price: string, goods: Record<string, number>, marks: string[]): Promise<void> {
    await page.getByLabel("礼包名称").fill(name)
    await page.getByLabel("价格（元）").fill(price)
    for (const [title, quantity] of Object.entries(goods)) await page.getByLabel(new RegExp(title)).fill(String(quantity))
    for (const mark of marks) await page.getByRole("checkbox", { name: new RegExp(mark) }).check()
    await press(page, "加入", `已加入“${name}”`)
  }

  /** Looked at first: a number twice, a formula and a negative head are named by their cells, and nothing is written. */
  async function importRoster(page: Page): Promise<void> {
    const upload = async (rows: unknown[][], change?: (sheet: ExcelJS.Worksheet) => void) =>
      page.getByLabel("选择名册（.xlsx）").setInputFiles({ name: "名册.xlsx", mimeType: "application/octet-stream", buffer: await workbookOf([HEADINGS, ...rows], change) })
    await upload([member(1, "陈到家"), member(1, "陈到家"), member(2, "马清真", "清真", -1), member(3, "赵代领")], (sheet) => { sheet.getCell("B5").value = { formula: "A1", result: "赵代领" } as never })
    await page.getByText("一行都没有写入").waitFor()
    const faults = await page.locator("[aria-live=polite] li").allInnerTexts()
    expect(faults.map((text) => text.slice(0, 2)).sort()).toEqual(["A3", "B5", "F4"])
    await picture(page, "union-2-roster-faults")
    await upload(ROSTER)
    await page.getByText("检查通过：5 行，新增 5 人，更新 0 人").waitFor()
    await press(page, "确认导入", "已导入：新增 5 人，更新 0 人")
  }

  /** One joins late, one leaves. */
  async function changeRoster(page: Page): Promise<void> {
    await page.goto(`${campaign}/roster`)
    await page.getByText("加入一位新职工").click()
    await page.getByLabel("工号", { exact: true }).fill("G9")
    await page.getByLabel("姓名").fill("吴新来")
    await page.getByLabel("手机号").fill(phone(9))
    await press(page, "加入名册", "已加入 吴新来")
    await page.getByRole("button", { name: "把 周离职 移出名册" }).click()
    await page.getByText("已移出名册").waitFor()
    await page.getByText("在册 5 人").waitFor()
  }

  const download = async (page: Page, link: string): Promise<(string | number)[][]> => {
    const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: link }).first().click()])
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(await fs.readFile(await file.path()) as never)
    return workbook.worksheets[0]!.getSheetValues().slice(1).map((row) => (Array.isArray(row) ? (row.slice(1) as (string | number)[]) : []))
  }

  /** Links and codes as the union passes them on. */
  async function readLinks(page: Page): Promise<Map<string, Link>> {
    const rows = await download(page, "下载个人链接和验证码")
    return new Map(rows.filter(([number]) => /^G\d$/.test(String(number))).map((row) => [String(row[0]), { path: new URL(String(row[4])).pathname, code: String(row[5]) }]))
  }

  /** A member's phone, 360 px wide, with the link opened by its code. */
  async function openGift({ path, code }: Link): Promise<Page> {
    const { page } = await journey.visitor()
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(path)
    await page.getByLabel("验证码").fill(code)
    await page.getByRole("button", { name: "打开" }).click()
    return page
  }

  async function choose(links: Map<string, Link>): Promise<void> {
    const home = await openGift(links.get("G1")!)
    await home.getByRole("radio", { name: /山货礼包/ }).check()
    await home.getByRole("radio", { name: /送货到家/ }).check()
    await home.getByRole("button", { name: "就选这一款" }).click()
    await home.getByText("送货到家请填写收货地址").waitFor()
    await home.getByRole("radio", { name: /山货礼包/ }).check()
    await home.getByRole("radio", { name: /送货到家/ }).check()
    await pickCounty(home)
    await home.getByLabel("详细地址").fill(HOME)
    await home.getByRole("button", { name: "就选这一款" }).click()
    await home.getByText("您的礼包：山货礼包").waitFor()
    expect(await home.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    await picture(home, "union-3-gift-home")

    const halal = await openGift(links.get("G2")!)
    await halal.getByText("不适合清真").waitFor()
    expect(await halal.getByRole("radio", { name: /山货礼包/ }).isDisabled()).toBe(true)
    await pick(halal, "清真米礼包")
    await picture(halal, "union-4-gift-halal")
    await pick(await openGift(links.get("G3")!), "山货礼包")
    await pick(await openGift(links.get("G9")!), "清真米礼包")
  }

  async function pick(page: Page, pack: string): Promise<void> {
    await page.getByRole("radio", { name: new RegExp(pack) }).check()
    await page.getByRole("button", { name: "就选这一款" }).click()
    await page.getByText(`您的礼包：${pack}`).waitFor()
    await page.getByText("领取地点：文化路一号").waitFor()
  }

  /** Whoever left has no link any more, and who guesses is told to wait, by page and by wire. */
  async function guess(links: Map<string, Link>): Promise<void> {
    const page = await openGift({ ...links.get("G4")!, code: "000000" })
    await page.getByText("链接或验证码不正确").waitFor()
    const locked = page.getByText("验证码试错太多次，请 15 分钟后再试")
    for (let turn = 0; turn < 60 && !(await locked.isVisible()); turn++) {
      await page.getByLabel("验证码").fill(String(turn).padStart(6, "0"))
      await page.getByRole("button", { name: "打开" }).click()
      await page.waitForTimeout(300)
    }
    await locked.waitFor()
    const answer = await api.post("/store/gift", { token: links.get("G4")!.path.split("/").at(-1), code: links.get("G4")!.code }, { headers: { "x-publishable-api-key": world.store.publishable_key }, validateStatus: null })
    expect([answer.status, answer.data.code]).toEqual([429, "gift_locked"])
    expect(links.has("G5")).toBe(false)
  }

  /** Only the silent are reminded, with the words to send. */
  async function remind(page: Page): Promise<void> {
    await page.reload()
    const rows = (await download(page, "下载未选提醒名单（含短信内容）")).filter(([number]) => /^G\d$/.test(String(number)))
    expect(rows).toMatchObject([["G4", "孙不选", phone(4), "后勤处", expect.stringMatching(/请在 .* 前选礼包 .*\/gift\/.* 验证码 \d{6}/)]])
    await picture(page, "union-5-roster")
  }

  /** Closed, put before the head on a phone, and placed without anybody pressing again. */
  async function order(page: Page): Promise<void> {
    await page.goto(campaign)
    await press(page, "截止并安排默认礼包", "已截止；未选的职工已按默认礼包安排")
    await press(page, "审批并下单", "已提交单位审批")
    await picture(page, "union-6-closed")
    const { page: head, faults } = await journey.visitor()
    await signIn(head, HEAD.email, PASSWORD, "/desk/approvals")
    await head.getByText("中秋慰问").first().waitFor()
    await head.getByRole("button", { name: "同意", exact: true }).click()
    await head.getByRole("button", { name: "同意", exact: true }).waitFor({ state: "detached" })
    expect(faults).toEqual([])
    await continueCampaigns(getContainer())
    await page.goto(campaign)
    await page.getByText("已下单").first().waitFor()
    await page.getByText("2 / 2 单已下").waitFor()
  }

  /** Who joins late or leaves: what it would bring is said, and nothing happens before it is confirmed. */
  async function lookAtLate(page: Page): Promise<void> {
    await page.goto(`${campaign}/roster`)
    await page.getByText("截止后入职的职工：补进名册").click()
    await page.getByLabel("工号", { exact: true }).fill("G7")
    await page.getByLabel("姓名").fill("钱迟到")
    await page.getByLabel("手机号").fill(phone(7))
    await page.getByLabel("原因（职工会看到）").first().fill("九月入职")
    await picture(page, "union-7-joiner")
    await press(page, "先看影响", "超出已批准的金额，确认后先送单位审批")
    await page.getByRole("button", { name: "返回修改" }).click()
    await page.goto(`${campaign}/roster`)
    const silent = page.getByRole("listitem").filter({ hasText: "孙不选" })
    await silent.getByText("离职移出").click()
    await silent.getByLabel("原因（职工会看到）").fill("已离职")
    await silent.getByRole("button", { name: "先看影响" }).click()
    await page.getByText("不再发放“山货礼包” 1 份：活动金额由").waitFor()
    await picture(page, "union-7-leaver")
    await silent.getByRole("button", { name: "返回修改" }).click()
    await page.goto(campaign)
  }

  /** One transfer from the union's account pays for every order. */
  async function pay(page: Page): Promise<void> {
    const slip = await page.getByRole("region", { name: "转账付款" }).innerText()
    expect(slip).toMatch(new RegExp(`${(TOTAL / 100).toFixed(2)}[\\s\\S]*GH[0-9A-Z]{8}`))
    await picture(page, "union-7-ordered")
    await asOffice(`/admin/institution/campaigns/${campaign.split("/").at(-1)}/transfers`, { amount_fen: TOTAL, reference: "UNION-1", received_on: dayFromNow(0) })
    for (let turn = 0; turn < 40 && (await page.getByRole("region", { name: "转账付款" }).count()) > 0; turn++) {
      await page.waitForTimeout(500)
      await page.reload()
    }
    await page.getByText(/待付\s*¥0/).first().waitFor()
  }

  /** By code, by proxy, spoiled and sent again; what nobody collects is the union's. */
  async function handOut(page: Page, links: Map<string, Link>): Promise<void> {
    await press(page, "确认到货，开始发放", "已确认到货")
    await page.goto(`${campaign}/hand-out`)
    const [halal] = (await page.getByRole("listitem").filter({ hasText: "马清真" }).innerText()).match(/[2-9A-HJ-NP-Z]{8}/)!
    await page.getByLabel("领取码", { exact: true }).fill(halal)
    await press(page, "签收", "已签收")
    const [absent] = (await page.getByRole("listitem").filter({ hasText: "赵代领" }).innerText()).match(/[2-9A-HJ-NP-Z]{8}/)!
    await page.getByLabel("领取码", { exact: true }).fill(absent)
    await page.getByText("由别人代领").click()
    await page.getByLabel(/代领人姓名/).fill("郑同事")
    await page.getByLabel(/代领的原因/).fill("出差")
    await press(page, "签收", "已由 郑同事 代领")
    const late = page.getByRole("listitem").filter({ hasText: "吴新来" })
    await late.getByText("到货破损").click()
    await late.getByLabel("吴新来 的礼包损坏情况").fill("大米受潮")
    await late.getByRole("button", { name: "补发" }).click()
    await page.getByText("已下补发订单，由经营主体承担").waitFor()
    await page.getByRole("button", { name: "吴新来 签收" }).click()
    await page.getByText("已领 3 / 4 人").waitFor()
    await picture(page, "union-8-hand-out")
    const sheet = await download(page, "下载签收表（Excel）")
    const said = new Map(sheet.filter((row) => /^G\d$/.test(String(row[1]))).map((row) => [row[1], row[7] ?? ""]))
    expect(Object.fromEntries(said)).toEqual({ G1: "送货到家，还没有签收凭据", G2: "已领取", G3: "代领：郑同事（出差）", G4: "", G9: "已领取；破损已补发" })
    await proveParcel(page, links)
    await page.goto(campaign)
    await press(page, "结束发放", "活动已结束，未领的礼包退回工会")
    await page.getByText("未领 1 人").waitFor()
    await page.goto(`${campaign}/hand-out?show=all`)
    await page.getByRole("listitem").filter({ hasText: "孙不选" }).getByText("未领，退回工会").waitFor()
    await page.getByRole("listitem").filter({ hasText: "陈到家" }).getByText("已送到家").waitFor()
  }

  /** What went home holds up the end until the carrier's day of signing is written down. */
  async function proveParcel(page: Page, links: Map<string, Link>): Promise<void> {
    await page.goto(campaign)
    await press(page, "结束发放", "还有 1 位职工的包裹没有签收凭据（工号 G1）")
    const home = await openGift(links.get("G1")!)
    await home.getByRole("button", { name: "我已收到礼包" }).waitFor()
    await picture(home, "union-8-gift-parcel")
    await page.goto(`${campaign}/hand-out?show=unproven`)
    await page.getByLabel("登记 陈到家 的签收凭据").click()
    await page.getByLabel("快递公司").fill("中国邮政")
    await page.getByLabel("运单号", { exact: true }).fill("EA123456789CN")
    await page.getByLabel(/签收日期/).fill(dayFromNow(0))
    await picture(page, "union-8-parcels")
    await press(page, "保存运单", "已登记签收")
    await page.getByText("送货到家 1 人，有签收凭据 1 人").waitFor()
  }

  /** The evidence, opened again as a workbook: its sums are those of orders, bank and ledger. */
  async function prove(page: Page): Promise<void> {
    await postBenefitWorkflow(getContainer()).run({ input: {} })
    await page.goto(`${campaign}/evidence`)
    await page.getByText("流水号 UNION-1").waitFor()
    await picture(page, "union-9-evidence")
    const rows = await download(page, "Excel")
    const fenOf = (label: string) => rows.filter((row) => row[0] === label).reduce((sum, row) => sum + Math.round(Number(row[2]) * 100), 0)
    const [{ fen: ledger }] = await sql("select coalesce(sum(amount_fen), 0)::float8 as fen from ledger_entry where account in ('provisional', 'payable', 'settled')")
    expect([fenOf("礼包"), fenOf("卖方"), fenOf("付款"), fenOf("订单合计"), fenOf("已付款"), fenOf("农户受益")]).toEqual([TOTAL, TOTAL, TOTAL, TOTAL, TOTAL, ledger])
    expect(ledger).toBeGreaterThan(0)
    expect(fenOf("补发")).toBeGreaterThan(0)
    expect(JSON.stringify(rows)).not.toMatch(/陈到家|马清真|翠溪路/)
  }

  /** What was told meanwhile stands at the desk: decided, paid, not collected. */
  async function readNotices(page: Page): Promise<void> {
    await tellNotices(getContainer(), new Date())
    await page.goto("/desk/notices")
    for (const title of ["审批通过：中秋慰问", "中秋慰问：款项到账", "中秋慰问：有礼包没有领取"]) await page.getByRole("link", { name: title }).waitFor()
    await picture(page, "union-11-notices")
    await press(page, "全部标为已读", "都看过了")
  }

  async function erase(page: Page): Promise<void> {
    const text = async () => JSON.stringify([await sql("select * from order_address"), await sql("select address_sealed, email_sealed from campaign_recipient where address_sealed is not null")])
    expect(await text()).toContain(HOME)
    await page.goto(campaign)
    await press(page, "现在就删除职工地址", "职工地址已删除")
    expect(await text()).not.toMatch(new RegExp(`${HOME}|陈到家|"address_sealed":"`))
    await picture(page, "union-10-done")
  }
})
