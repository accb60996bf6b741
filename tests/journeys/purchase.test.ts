import { formatFen } from "@fupin/contract/money"
import type { Page } from "playwright-core"
import { Journey } from "../support/journey"
import { type LinkedShop, openLinkedShop, postAll } from "../support/linked-shop"
import { buy } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

/** A tenth of two bags at ¥39.90, in fen. */
const BENEFIT = `¥${formatFen(798)}`

describeShop(({ api, getContainer }) => {
  let shop: LinkedShop
  let journey: Journey

  beforeAll(async () => {
    shop = await openLinkedShop(getContainer())
    journey = await Journey.begin(api, shop.store.publishable_key)
  })
  afterAll(() => journey.end())

  const receiptOf = (page: Page) => page.getByRole("article")
  const recorded = () => postAll(getContainer())

  describe("a consumer", () => {
    it("finds 巫溪洋芋, buys two bags and gets a receipt that says whom they help", async () => {
      const { page, faults } = await journey.visitor()
      await page.goto("/")
      await page.getByRole("searchbox").first().fill("巫溪洋芋")
      await page.keyboard.press("Enter")
      await page.getByRole("main").getByRole("link", { name: /巫溪洋芋/ }).first().click()
      await page.getByRole("button", { name: "加入购物车" }).click()
      await page.getByText(/已加入购物车，共 1 件/).first().waitFor()

      await page.goto("/cart")
      await page.getByRole("button", { name: "增加一份巫溪洋芋" }).click()
      await page.getByText("79.80").first().waitFor()
      await page.getByRole("button", { name: "移除巫溪洋芋" }).click()
      await page.getByRole("button", { name: "撤销" }).click()
      await page.getByRole("link", { name: "去结算" }).click()

      await page.getByRole("button", { name: "提交订单" }).click()
      await page.getByText("请填写收货人姓名（40 字以内）").waitFor()
      expect(await page.getByLabel("收货人").getAttribute("aria-invalid")).toBe("true")
      await fillAddress(page)
      await page.getByRole("radio", { name: /模拟支付/ }).check()
      await page.getByText(`受益 ${BENEFIT}`).first().waitFor()
      await page.getByRole("button", { name: "提交订单" }).dblclick()
      await page.waitForURL(/\/orders\/order_/)

      await recorded()
      await page.reload()
      expect(await receiptOf(page).innerText()).toMatch(new RegExp(`这一单让\\s*\\S*古路镇\\s*3 户农家受益\\s*${BENEFIT.replace(".", "\\.")}`))
      expect(await page.getByRole("list", { name: "受益进度" }).locator("[aria-current=step]").innerText()).toBe("预提")
      expect(await page.getByRole("row").filter({ hasText: "古路镇" }).count()).toBe(3)
      expect(await receiptOf(page).innerText()).toContain("小*刚")
      expect(await page.getByRole("banner").innerText()).not.toContain("有 2 件")
      expect(faults).toEqual([])
    })

    it("reads Chinese from the first byte, finds the buy button on the first screen of a phone, and a page that says so where there is nothing", async () => {
      const { page, faults } = await journey.visitor()
      await page.goto("/search?q=巫溪洋芋")
      expect(await page.locator("html").getAttribute("lang")).toMatch(/^zh/)
      await page.getByRole("main").getByRole("link", { name: /巫溪洋芋/ }).first().click()
      const { y, height } = (await page.getByRole("button", { name: "加入购物车" }).boundingBox())!
      expect(y + height).toBeLessThanOrEqual(page.viewportSize()!.height)
      for (const path of ["/products/没有这样的商品", "/products/no-such-goods", "/regions/999999"]) {
        expect([path, (await page.goto(path))!.status()]).toEqual([path, 404])
        expect((await page.getByRole("main").innerText()).length).toBeGreaterThan(10)
      }
      await page.goto("/search?q=没有这样的商品")
      await page.getByRole("main").getByText(/没有找到/).first().waitFor()
      expect(faults).toEqual([])
    })

    it("is told where to transfer the money when it is to come by bank, and that nothing is recorded yet", async () => {
      const order = await buy(api, shop.store, [{ variant_id: shop.potato.variant_id, quantity: 2 }], "pp_transfer_cn")
      const { page } = await journey.visitor()
      await page.goto(`/orders/${order.id}`)
      expect(await page.getByRole("region", { name: "转账付款" }).innerText()).toMatch(/FP\d{6}/)
      expect(await receiptOf(page).innerText()).toContain("付款后，这一单将让")
      expect(await page.getByRole("list", { name: "受益进度" }).locator("[aria-current=step]").innerText()).toBe("预计")
    })

    it("sees on the receipt that a refund took the benefit back", async () => {
      const order = await buy(api, shop.store, [{ variant_id: shop.potato.variant_id, quantity: 2 }], "pp_demo_cn")
      await recorded()
      const { page } = await journey.visitor()
      await page.goto(`/orders/${order.id}`)
      expect(await receiptOf(page).innerText()).toContain(BENEFIT)
      await refundAll(order.id, order.total)
      await recorded()
      await page.reload()
      expect(await receiptOf(page).innerText()).toMatch(/这一单已退款，农户受益已冲回[\s\S]*已退款[\s\S]*已冲回/)
    })
  })

  async function refundAll(orderId: string, amount: number): Promise<void> {
    const { headers } = await signInStaff(getContainer(), "administrator")
    const { data } = await api.get(`/admin/orders/${orderId}?fields=*payment_collections.payments`, { headers })
    await api.post(`/admin/payments/${data.order.payment_collections[0].payments[0].id}/refund`, { amount }, { headers })
  }
})

async function fillAddress(page: Page): Promise<void> {
  await page.getByLabel("收货人").fill("小刚刚")
  await page.getByLabel("手机号").fill("138 0000 1234")
  await page.getByLabel("省（区、市）").selectOption({ label: "重庆市" })
  await page.getByLabel("市或区县").selectOption({ label: "巫溪县" })
  await page.getByLabel("详细地址").fill("古路镇观峰村一号")
  await page.getByLabel("邮箱").fill("xiaogang@example.cn")
}
