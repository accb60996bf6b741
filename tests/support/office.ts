import type { StaffScopeInput } from "@fupin/contract/schemas"
import { STAFF_MODULE, type StaffModuleService } from "@fupin/access/modules/staff"
import { existsSync } from "node:fs"
import fs from "node:fs/promises"
import { createServer, request, type Server, type ServerResponse } from "node:http"
import path from "node:path"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { Browser, Page } from "playwright-core"
import { openBrowser } from "./browser"
import type { Api } from "./purchase"
import { BACKEND_DIRECTORY } from "./shop"

const ADMIN = path.join(BACKEND_DIRECTORY, ".medusa/server/public/admin")
const TYPES: Record<string, string> = { ".html": "text/html; charset=utf-8", ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".woff2": "font/woff2", ".json": "application/json" }
const PASSWORD = "a good password of the office"

/** People of the office, each in a browser of their own before the built admin, which stands before the backend under test. */
export class Office {
  readonly faults: string[] = []

  private constructor(private readonly container: MedusaContainer, private readonly browser: Browser, private readonly server: Server, private readonly url: string) {}

  static async open(api: Api & { defaults: { baseURL?: string } }, container: MedusaContainer): Promise<Office> {
    if (!existsSync(path.join(ADMIN, "index.html"))) throw new Error("The admin is not built: run npm run build first")
    const server = serveAdmin(new URL(api.defaults.baseURL!))
    await new Promise<void>((resolve) => server.listen(0, resolve))
    const address = server.address()
    return new Office(container, await openBrowser(), server, `http://localhost:${typeof address === "object" ? address?.port : ""}`)
  }

  /** Someone with this role, signed in by the form. */
  async staff(role: StaffScopeInput["role"], region: string): Promise<Page> {
    const email = `${role}-${Math.random().toString(36).slice(2)}@example.cn`
    const user = await this.container.resolve(Modules.USER).createUsers({ email })
    const auth = this.container.resolve(Modules.AUTH)
    const { authIdentity } = await auth.register("emailpass", { body: { email, password: PASSWORD } } as never)
    await auth.updateAuthIdentities({ id: authIdentity!.id, app_metadata: { user_id: user.id } })
    await this.container.resolve<StaffModuleService>(STAFF_MODULE).createStaffScopes({ user_id: user.id, role, region, valid_to: null })
    const context = await this.browser.newContext({ baseURL: this.url, viewport: { width: 1440, height: 900 }, locale: "zh-CN", timezoneId: "Asia/Shanghai", acceptDownloads: true })
    context.setDefaultTimeout(30_000)
    const page = await context.newPage()
    page.on("pageerror", ({ message }) => this.faults.push(message))
    await page.goto("/app/login")
    await page.locator("input[name=email]").fill(email)
    await page.locator("input[name=password]").fill(PASSWORD)
    await page.locator("button[type=submit]").click()
    await page.waitForURL((url) => !url.pathname.endsWith("/login"))
    return page
  }

  async close(): Promise<void> {
    await this.browser.close()
    await new Promise((resolve) => this.server.close(resolve))
  }
}

/** Presses Tab until the button of this name has the focus, as one does who has no mouse. */
export async function tabTo(page: Page, name: string): Promise<void> {
  const named = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent?.trim() ?? "")
  for (let presses = 0; presses < 120; presses++) {
    await page.keyboard.press("Tab")
    if ((await named()) === name) return
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

/** Saves what is seen, on a phone, a tablet and a desk, where JOURNEY_PICTURES says, for someone to look at; otherwise does nothing. */
export async function picture(page: Page, name: string): Promise<void> {
  const directory = process.env.JOURNEY_PICTURES
  if (!directory) return
  for (const width of [360, 768, 1440]) {
    await page.setViewportSize({ width, height: 900 })
    await page.screenshot({ path: path.join(directory, `${name}-${width}.png`), fullPage: true })
  }
}

/** The built admin below /app, as the backend serves it in production; everything else is the backend's. */
function serveAdmin(backend: URL): Server {
  return createServer((req, res) => {
    const { pathname } = new URL(req.url ?? "/", "http://localhost")
    if (pathname === "/app" || pathname.startsWith("/app/")) return void answerFile(pathname.slice(4), res)
    const ahead = request({ host: backend.hostname, port: backend.port, path: req.url, method: req.method, headers: req.headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    ahead.on("error", () => res.writeHead(502).end())
    req.pipe(ahead)
  })
}

async function answerFile(name: string, res: ServerResponse): Promise<void> {
  const wanted = path.join(ADMIN, path.normalize(name))
  const file = wanted.startsWith(ADMIN) && path.extname(wanted) !== "" && existsSync(wanted) ? wanted : path.join(ADMIN, "index.html")
  res.writeHead(200, { "content-type": TYPES[path.extname(file)] ?? "application/octet-stream" })
  res.end(await fs.readFile(file))
}
