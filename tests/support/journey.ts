import fs from "node:fs/promises"
import type { Browser, Page } from "playwright-core"
import { openBrowser } from "./browser"
import type { Api } from "./purchase"
import { startStorefront, type Storefront } from "./storefront"

/** A visitor's browser before the built shop, which stands before the backend under test. */
export class Journey {
  private constructor(private readonly browser: Browser, private readonly shop: Storefront) {}

  static async begin(api: Api & { defaults: { baseURL?: string } }, publishableKey: string): Promise<Journey> {
    const shop = await startStorefront(api.defaults.baseURL!, publishableKey)
    return new Journey(await openBrowser(), shop)
  }

  /** A new visitor with a phone in hand. Errors of the page's own script fail the journey. */
  async visitor(): Promise<{ page: Page; faults: string[] }> {
    const context = await this.browser.newContext({ baseURL: this.shop.url, viewport: { width: 390, height: 844 }, locale: "zh-CN", timezoneId: "Asia/Shanghai" })
    context.setDefaultTimeout(30_000)
    const page = await context.newPage()
    const faults: string[] = []
    page.on("pageerror", ({ message }) => faults.push(message))
    return { page, faults }
  }

  async end(): Promise<void> {
    await this.browser.close()
    await this.shop.stop()
  }
}

/** Signs in by the form, as anyone would. */
export async function signIn(page: Page, email: string, password: string, next: string): Promise<void> {
  await page.goto(`/account/sign-in?next=${encodeURIComponent(next)}`)
  await page.getByLabel("邮箱").fill(email)
  await page.getByLabel("密码").fill(password)
  await page.getByRole("button", { name: "登录" }).click()
  await page.waitForURL((url) => url.pathname === next)
}

/** The bytes of what `act` downloads. Waits for both at once: a wait left alone would fail the run when the act fails. */
export async function downloaded(page: Page, act: () => Promise<unknown>): Promise<Buffer> {
  const [download] = await Promise.all([page.waitForEvent("download"), act()])
  return fs.readFile((await download.path())!)
}
