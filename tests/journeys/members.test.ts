import type { Page } from "playwright-core"
import { joinUnit, PASSWORD } from "../support/desk-people"
import { type Institutions, openInstitutions } from "../support/institution"
import { Journey, signIn } from "../support/journey"
import { picture } from "../support/office"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

const MANAGER = { name: "李主任", email: "li@example.cn" }
const COOK = { name: "赵师傅", email: "zhao-cook@example.cn" }
const PHONE = { width: 360, height: 740 }

describeShop(({ api, getContainer }) => {
  let world: Institutions
  let journey: Journey

  beforeAll(async () => {
    world = await openInstitutions(getContainer())
    journey = await Journey.begin(api, world.store.publishable_key)
    const { headers } = await signInStaff(getContainer(), "administrator")
    await joinUnit(api, headers, world.store.publishable_key, world.school.id, MANAGER, ["manager", "buyer"])
    await joinUnit(api, headers, world.store.publishable_key, world.office.id, COOK, [])
  })
  afterAll(() => journey.end())

  const fits = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)
  async function onPhone(person: { email: string }, next: string) {
    const { page, faults } = await journey.visitor()
    await page.setViewportSize(PHONE)
    await signIn(page, person.email, PASSWORD, next)
    return { page, faults }
  }

  it("a manager invites on a phone, the person acts at once, gets a further role, and is ended after a second look", async () => {
    const { page, faults } = await onPhone(MANAGER, "/desk/organisation")
    await page.getByLabel("给谁").fill("新来的赵师傅")
    await page.getByLabel("角色", { exact: true }).selectOption("receiver")
    await page.getByRole("button", { name: "生成邀请码" }).click()
    const code = await page.getByText(/^([2-9A-Z]{4}-){3}[2-9A-Z]{4}$/).innerText()
    await page.getByRole("button", { name: "复制邀请码" }).waitFor()
    expect(await fits(page)).toBe(true)
    await picture(page, "members-invite")

    const cook = await onPhone(COOK, "/desk")
    await cook.page.getByLabel("邀请码").fill(code.toLowerCase())
    await cook.page.getByRole("button", { name: "加入单位" }).click()
    await cook.page.getByRole("heading", { name: "登记本单位" }).waitFor({ state: "detached" })
    await cook.page.goto("/desk/organisation")
    await cook.page.getByRole("heading", { name: world.school.name }).waitFor()
    expect(await cook.page.getByRole("heading", { name: "成员", exact: true }).count()).toBe(0)

    await page.reload()
    await page.setViewportSize(PHONE)
    const card = () => page.getByRole("listitem").filter({ hasText: COOK.email })
    await card().getByLabel(`调整 ${COOK.name} 的角色`).click()
    await card().getByLabel("增加角色").selectOption("finance")
    await card().getByRole("button", { name: "增加", exact: true }).click()
    await card().getByText("待帮扶办核验").waitFor()
    await card().getByText("已离开单位").click()
    await picture(page, "members-end")
    await page.setViewportSize(PHONE)
    expect(await fits(page)).toBe(true)
    await card().getByRole("button", { name: "确认终止" }).click()
    await card().waitFor({ state: "detached" })
    await page.getByText("变更记录").click()
    await page.getByText(`${MANAGER.name} 终止 ${COOK.name} 的角色：验收`).waitFor()
    await cook.page.goto("/desk/organisation")
    await cook.page.getByRole("heading", { name: "登记本单位" }).waitFor()

    const own = page.getByRole("listitem").filter({ hasText: MANAGER.email })
    await own.getByLabel(`调整 ${MANAGER.name} 的角色`).click()
    expect(await own.getByLabel("增加角色").count()).toBe(0)
    await own.getByText("我要离开单位").click()
    await own.getByRole("button", { name: "确认终止" }).click()
    await own.getByText("单位至少要有一位管理员").waitFor()
    expect([...faults, ...cook.faults]).toEqual([])
  })

  it("a manager asks for two signatures, sets the year's budget and lowers it after a second look, and says how many they are", async () => {
    const { page, faults } = await onPhone(MANAGER, "/desk/organisation")
    const receiving = page.getByRole("region", { name: "验收签字" })
    await receiving.getByRole("button", { name: "改为须两人签字" }).click()
    await receiving.getByText("须由另一位验收或审批人员复核签字").waitFor()
    await receiving.getByText("取消第二人复核").click()
    await receiving.getByText("正等待复核的，仍须第二人签字").waitFor()
    expect(await fits(page)).toBe(true)
    await picture(page, "unit-signature")

    await page.setViewportSize(PHONE)
    await page.goto("/desk/budget")
    const budgets = page.getByRole("region", { name: "年度预算" })
    const save = async (yuan: string) => {
      await budgets.getByLabel("全年预算（元）").fill(yuan)
      await budgets.getByRole("button", { name: "保存预算" }).click()
    }
    await budgets.getByText("登记或调整预算").click()
    await save("12000")
    await budgets.getByText("¥12,000.00").first().waitFor()
    await save("9000")
    await budgets.getByText("将调低为 9,000.00 元").waitFor()
    await picture(page, "unit-budget")
    await page.setViewportSize(PHONE)
    await budgets.getByRole("button", { name: "确认调低" }).click()
    await budgets.getByText("¥9,000.00").first().waitFor()
    await budgets.getByText("预算变更记录").click()
    await budgets.getByText(`由 12,000.00 元调低为 9,000.00 元`).waitFor()
    const headcounts = page.getByRole("region", { name: "工会会员人数" })
    await headcounts.getByText("登记人数", { exact: true }).first().click()
    await headcounts.getByLabel("人数", { exact: true }).fill("61")
    await headcounts.getByLabel("依据").fill("会员名册 2026-11")
    await headcounts.getByRole("button", { name: "登记人数" }).click()
    await headcounts.getByText("61 人").first().waitFor()
    expect(await fits(page)).toBe(true)
    await picture(page, "unit-headcount")
    expect(faults).toEqual([])
  })

  it("whoever registers a unit reads why it was refused, corrects it and applies again", async () => {
    const { page, faults } = await onPhone(COOK, "/desk")
    await page.getByLabel("单位名称").fill("巫溪县中医院")
    await page.getByLabel("统一社会信用代码").fill("91350100M000100Y43")
    await page.getByLabel("省（区、市）").selectOption({ label: "重庆市" })
    await page.getByLabel("市或区县").selectOption({ label: "渝北区" })
    await page.getByRole("button", { name: "登记单位" }).click()
    await page.getByText("已登记，帮扶办核验后就能使用").waitFor()
    const { headers } = await signInStaff(getContainer(), "administrator")
    const { organisations } = (await api.get("/admin/institution/organisations", { headers })).data
    const { id } = organisations.find((one: { uscc: string }) => one.uscc === "91350100M000100Y43")
    await api.post(`/admin/institution/organisations/${id}/refuse`, { reason: "名称与证书不一致，证书上为中医医院" }, { headers })
    await page.goto("/desk")
    await page.setViewportSize(PHONE)
    const card = page.getByRole("region", { name: "我的申请" })
    await card.getByText("名称与证书不一致，证书上为中医医院").first().waitFor()
    await picture(page, "application-refused")
    await page.setViewportSize(PHONE)
    expect(await fits(page)).toBe(true)
    await card.getByLabel("单位名称").fill("巫溪县中医医院")
    await card.getByRole("button", { name: "重新提交" }).click()
    await card.getByText("当地帮扶办正在核验").waitFor()
    await card.getByText("巫溪县中医医院").waitFor()
    expect(faults).toEqual([])
  })
})
