import type { StatementModuleService } from "@fupin/institution/modules/statement"
import type { WorkbenchModuleService } from "@fupin/institution/modules/workbench"
import { runStandingOrdersWorkflow, saveStandingOrdersWorkflow, saveSupplyAgreementsWorkflow } from "@fupin/institution/workflows"
import { saveDesignationsWorkflow } from "@fupin/provenance/workflows"
import { Modules } from "@medusajs/framework/utils"
import type { Page } from "playwright-core"
import { dayFromNow, DELIVERY, type Institutions, openInstitutions } from "../support/institution"
import { Journey, signIn } from "../support/journey"
import { picture } from "../support/office"
import { readQr } from "../support/pdf"
import { openScopedStatements } from "../support/scoped-statements"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { DEMAND } from "../support/workbench-world"

const PASSWORD = "a good password"
const NUMBER = "26332000000000000001"
const FRIDAY = dayFromNow(4)

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let journey: Journey
  let code: string
  let agreementId: string

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    journey = await Journey.begin(api, world.store.publishable_key)
    const { people: { stranger, finance, buyer, receiver }, wuxi, school, potato } = world
    for (const { email } of [stranger, finance, receiver]) await getContainer().resolve(Modules.AUTH).updateProvider("emailpass", { entity_id: email, password: PASSWORD })
    await saveDesignationsWorkflow(getContainer()).run({ input: { designations: [{ number: "渝扶认0009", product_id: potato.product_id, valid_from: "2026-01-01", valid_to: "2030-12-31" }] } })
    const office = await signInStaff(getContainer(), "office", "500000")
    code = (await api.post(`/admin/institution/producers/${wuxi.id}/invitations`, { note: "社长" }, { headers: office.headers })).data.code
    const asBuyer = (path: string, body: object) => api.post(`/store/institution/${path}`, body, { headers: buyer.headers })
    await asBuyer("demands", { organisation_id: school.id, ...DEMAND })
    await openScopedStatements(getContainer(), world)
    agreementId = await openAgreement()
    await asBuyer(`agreements/${agreementId}/proposals`, { change: { kind: "price", variant_id: potato.variant_id, unit_price_fen: 3450 }, note: "量大" })
  })
  afterAll(() => journey.end())

  /** A draft with the cooperative alone, and potatoes and tea for Friday under another agreement. */
  async function openAgreement(): Promise<string> {
    const { school, wuxi, potato, tea, agreements } = world
    const { result: [draft] } = await saveSupplyAgreementsWorkflow(getContainer()).run({ input: { agreements: [{
      number: "定采〔2026〕777", organisation_id: school.id, producer_id: wuxi.id, valid_from: dayFromNow(0), valid_to: dayFromNow(90), weekdays: [1, 2, 3, 4, 5], lead_time_days: 1, stage: "draft" as const,
      lines: [{ variant_id: potato.variant_id, unit_price_fen: 3600, term_min: 100, term_max: 500 }],
    }] } })
    await saveStandingOrdersWorkflow(getContainer()).run({ input: { customer_id: null, standing_orders: [{
      agreement_id: agreements.school.id, name: "学生食堂", weekdays: [1, 2, 3, 4, 5, 6, 7], starts_on: FRIDAY, ends_on: FRIDAY, skip_statutory_holidays: false, deliver_on_makeup_workdays: false,
      lines: [{ variant_id: potato.variant_id, quantity: 12 }, { variant_id: tea.variant_id, quantity: 3 }], delivery: DELIVERY,
    }] } })
    return draft!.id
  }

  it("a cooperative's head joins on the phone, quotes, answers, packs and invoices", async () => {
    const { page, faults } = await journey.visitor()
    await signIn(page, world.people.stranger.email, PASSWORD, "/workbench")
    await join(page)
    await quotes(page)
    await answers(page)
    await packs(page)
    await invoices(page)
    await isSeenAtTheDesk()
    expect(faults).toEqual([])
  }, 60_000)

  it("what was harvested is a lot: entered, named when it is packed, read by whoever scans the note at the door, and answered to anybody", async () => {
    const container = getContainer()
    const { wuxi, people: { stranger, receiver } } = world
    const [workbench, act] = [container.resolve<WorkbenchModuleService>("workbench"), { actor_id: "tester", at: new Date() }]
    await workbench.invite(wuxi.id, { note: "", valid_days: 7 }, "DDDD-DDDD-DDDD-DDD2", act)
    await workbench.join("DDDD-DDDD-DDDD-DDD2", { actor_id: stranger.customer_id, at: act.at, address: "10.0.0.1" })
    await runStandingOrdersWorkflow(container).run({ input: { date: FRIDAY } })
    const { page, faults } = await journey.visitor()
    await signIn(page, stranger.email, PASSWORD, "/workbench")
    await page.goto("/workbench/lots")
    await page.getByRole("combobox", { name: "商品" }).selectOption({ label: "巫溪洋芋" })
    await page.getByLabel("保质期到").fill(dayFromNow(30))
    await page.getByRole("button", { name: "登记这一批" }).click()
    await page.getByText("已登记，装箱时可以选这一批").waitFor()
    const lot = await page.getByText(/^PC\d{6}-[2-9A-Z]{6}$/).first().innerText()
    await page.goto(`/workbench/packing?date=${FRIDAY}`)
    await page.getByText("选批次").first().click()
    await page.getByRole("checkbox", { name: lot }).check()
    await page.getByRole("button", { name: "保存批次" }).click()
    await page.getByText("批次已保存").waitFor()
    await picture(page, "workbench-packed-lot")

    const { data: { occurrences } } = await api.get(`/store/institution/occurrences?organisation_id=${world.school.id}`, { headers: receiver.headers })
    const { id, lines } = occurrences.find((one: { delivery_date: string }) => one.delivery_date === FRIDAY)
    const { order_id } = lines.find((line: { title: string }) => line.title === "巫溪洋芋")
    const note = await api.get(`/store/institution/occurrences/${id}/delivery-notes/${order_id}`, { headers: receiver.headers, responseType: "arraybuffer" })
    const door = await journey.visitor()
    await signIn(door.page, receiver.email, PASSWORD, new URL((await readQr(note.data))!).pathname)
    await door.page.getByRole("heading", { name: "验收", exact: true }).waitFor()
    await door.page.getByRole("link", { name: lot }).first().click()
    await door.page.getByRole("heading", { name: "验真结果" }).waitFor()
    await door.page.getByText(wuxi.name).first().waitFor()
    expect(new URL(door.page.url()).pathname).toBe(`/verify/${lot}`)
    expect([...faults, ...door.faults]).toEqual([])
  }, 60_000)

  async function join(page: Page): Promise<void> {
    await page.getByRole("textbox", { name: "邀请码" }).fill("ABCD-EFGH-JKLM-NPQR")
    await page.getByRole("button", { name: "加入", exact: true }).click()
    await page.getByText("邀请码无效、已用过或已过期").waitFor()
    await picture(page, "workbench-join")
    await page.getByRole("textbox", { name: "邀请码" }).fill(code)
    await page.getByRole("button", { name: "加入", exact: true }).click()
    await page.getByText("已加入，现在就可以办理").waitFor()
    await picture(page, "workbench-today")
  }

  async function quotes(page: Page): Promise<void> {
    await page.getByRole("link", { name: DEMAND.title }).click()
    await page.getByRole("button", { name: "提交报价" }).click()
    await page.getByText("请至少选一种商品报价").waitFor()
    await page.getByLabel("用哪种商品报价").selectOption({ index: 1 })
    await page.getByLabel("每件含多少千克").fill("5")
    await page.getByLabel("每件单价（元）").fill("33.50")
    await page.getByRole("button", { name: "提交报价" }).click()
    await page.getByText("报价已提交").waitFor()
    await page.getByRole("heading", { name: "我的报价" }).waitFor()
    await picture(page, "workbench-quote")
  }

  async function answers(page: Page): Promise<void> {
    await page.goto(`/workbench/agreements/${agreementId}`)
    await picture(page, "workbench-agreement")
    await page.getByRole("button", { name: "接受" }).click()
    await page.getByText("没有等待答复的提议").waitFor()
    await page.getByRole("cell", { name: "¥34.50" }).waitFor()
  }

  /** Its own potatoes; the tea of another cooperative is none of its business. */
  async function packs(page: Page): Promise<void> {
    await page.goto(`/workbench/packing?date=${FRIDAY}`)
    await page.getByText("12 份").first().waitFor()
    expect(await page.getByText("恩施玉露").count()).toBe(0)
    await picture(page, "workbench-packing")
    const paper = await page.request.get(`/workbench/packing/paper?date=${FRIDAY}&format=pdf`)
    expect([paper.status(), (await paper.body()).subarray(0, 5).toString()]).toEqual([200, "%PDF-"])
  }

  async function invoices(page: Page): Promise<void> {
    await page.goto("/workbench/invoices")
    await page.getByRole("button", { name: "上传发票" }).click()
    await page.getByText("请填写 6–30 位发票号码").waitFor()
    await page.getByLabel("发票号码").fill(NUMBER)
    await page.getByLabel("发票文件").setInputFiles({ name: "发票.xml", mimeType: "application/xml", buffer: Buffer.from(`<?xml version="1.0"?><EInvoice><No>${NUMBER}</No></EInvoice>`) })
    await picture(page, "workbench-invoice")
    await page.getByRole("button", { name: "上传发票" }).click()
    await page.getByText("已开具").waitFor()
    expect(await getContainer().resolve<StatementModuleService>("statement").readInvoices({ seller_ids: [world.wuxi.id] })).toMatchObject([{ state: "issued", number: NUMBER }])
  }

  async function isSeenAtTheDesk(): Promise<void> {
    const { page, faults } = await journey.visitor()
    await signIn(page, world.people.finance.email, PASSWORD, "/desk/statements")
    await page.getByText(NUMBER).waitFor()
    const file = await page.request.get((await page.getByRole("link", { name: "查看发票" }).getAttribute("href"))!)
    expect([file.status(), await file.text()]).toEqual([200, expect.stringContaining(NUMBER)])
    expect(faults).toEqual([])
  }
})
