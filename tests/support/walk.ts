import fs from "node:fs"
import path from "node:path"
import type { Page } from "playwright-core"
import { picture } from "./office"

const ROOT = path.resolve(__dirname, "../..")

/** Folders with a page of their own below `place`, in order, as routes are written: `standing-orders/[id]`. */
export function pagesBelow(place: string): string[] {
  const folder = path.join(ROOT, place)
  if (!fs.existsSync(folder)) return []
  return fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((file) => path.basename(file) === "page.tsx").map((file) => path.dirname(file).replace(/^\.$/, "")).sort()
}

/** Every page that the plugins add to the admin, with the name under which the menu leads to it. */
export function officePages(): { route: string; label: string | null }[] {
  return fs.readdirSync(path.join(ROOT, "plugins")).flatMap((plugin) => {
    const place = `plugins/${plugin}/src/admin/routes`
    return pagesBelow(place).map((route) => ({ route, label: /defineRouteConfig\(\{ label: "([^"]+)"/.exec(fs.readFileSync(path.join(ROOT, place, route, "page.tsx"), "utf8"))?.[1] ?? null }))
  })
}

/** Opens pages one after another and gathers what is wrong with each: a script's error, a request refused, a layout wider than the screen. */
export class Walk {
  readonly wrong: string[] = []
  private here = ""
  private whose: "ours" | "core" = "ours"

  constructor(readonly page: Page, private readonly who: string) {
    page.on("pageerror", ({ message }) => this.note(message))
    page.on("console", (said) => { if (this.whose === "ours" && said.type() === "error" && !/^Failed to load resource/.test(said.text())) this.note(said.text().slice(0, 300)) })
    page.on("response", (answer) => { if (answer.status() >= 400) this.note(`${answer.request().method()} ${new URL(answer.url()).pathname} answered ${answer.status()}`) })
  }

  note(what: string): void {
    this.wrong.push(`${this.who}, ${this.here}: ${what}`)
  }

  /** Opens the page and waits until it has nothing more to ask. What core's own pages say on the console is core's. */
  async visit(address: string, whose: "ours" | "core" = "ours"): Promise<void> {
    this.here = address
    this.whose = whose
    await this.page.goto(address, { waitUntil: "networkidle" })
  }

  /** A page of ours: one main heading, which it answers, and nothing that led elsewhere or is still being read. */
  async open(address: string): Promise<string> {
    await this.visit(address)
    const headings = await this.page.locator("h1").allInnerTexts()
    if (headings.length !== 1) this.note(`has ${headings.length} main headings: ${headings.join(", ")}`)
    const { pathname } = new URL(this.page.url())
    if (pathname !== new URL(address, this.page.url()).pathname) this.note(`led to ${pathname}`)
    if (await this.page.locator("main [role=status][aria-label=正在读取]").count() > 0) this.note("is still reading")
    return headings[0] ?? ""
  }

  /** The words that this page must show, wherever. */
  async shows(words: string): Promise<void> {
    const text = await this.page.locator("main").innerText()
    const typed = await this.page.locator("main input, main textarea").evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value))
    if (![text, ...typed].some((one) => one.includes(words))) this.note(`does not show ${words}`)
  }

  /** On a desk and on the smallest of phones nothing is wider than the screen. */
  async fits(widths: number[] = [1440, 360]): Promise<void> {
    for (const width of widths) {
      await this.page.setViewportSize({ width, height: 900 })
      const [wide, reason] = await this.page.evaluate(() => {
        const over = document.documentElement.scrollWidth - window.innerWidth
        const widest = over > 0 ? Array.from(document.querySelectorAll("body *")).filter((one) => one.getBoundingClientRect().right > window.innerWidth + 1).map((one) => `${one.tagName} ${one.className}`.slice(0, 80)).slice(-3).join("; ") : ""
        return [over, widest] as const
      })
      if (wide > 0) this.note(`is ${wide}px too wide at ${width}: ${reason}`)
    }
  }

  /** Every tab of the page, one after another. */
  async turnTabs(name: string): Promise<void> {
    const tabs = this.page.locator("main [role=tab]")
    for (let index = 1; index < await tabs.count(); index++) {
      await tabs.nth(index).click()
      await this.page.waitForLoadState("networkidle")
      await this.photograph(`${name}-tab-${index}`)
    }
  }

  /** What the first button of this name opens: a dialog with a heading, which Escape closes. */
  async drawer(button: RegExp, name: string): Promise<void> {
    const [opener, dialog] = [this.page.locator("main").getByRole("button", { name: button }).first(), this.page.getByRole("dialog")]
    if (await opener.count() === 0) return this.note(`has no button ${button.source}`)
    await opener.click()
    await dialog.waitFor()
    await this.page.waitForLoadState("networkidle")
    if (await dialog.getByRole("heading").count() === 0) this.note(`${button.source} opens what has no heading`)
    await this.photograph(name)
    await this.page.keyboard.press("Escape")
    await dialog.waitFor({ state: "hidden" })
  }

  async photograph(name: string): Promise<void> {
    await picture(this.page, name)
  }
}
