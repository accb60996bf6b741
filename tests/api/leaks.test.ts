import fs from "node:fs"
import path from "node:path"
import { recordAcceptanceWorkflow, saveHouseholdsWorkflow } from "@fupin/benefit/workflows"
import type { HouseholdInput } from "@fupin/contract/schemas"
import { rebuildCatalogueWorkflow } from "@fupin/search/workflows"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { vi } from "vitest"
import { household, syntheticId } from "../support/households"
import { capture, openLinkedShop, place, post, sql } from "../support/linked-shop"
import { buy, shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"

/** Every line that a server in earnest could log, requests too: set before the logger is made. Core's debug lines repeat paths and are for nobody's production. */
const { LOG_FILE } = vi.hoisted(() => {
  const file = `${process.env.TMPDIR ?? "/tmp"}/fupin-leaks-${process.pid}.log`
  Object.assign(process.env, { LOG_FILE: file, LOG_LEVEL: "verbose", NODE_ENV: "production" })
  return { LOG_FILE: file }
})

/** What the process wrote past the logger. */
const written: string[] = []
for (const stream of [process.stdout, process.stderr]) {
  const write = stream.write.bind(stream)
  stream.write = ((chunk: string | Uint8Array, ...more: any[]) => {
    written.push(String(chunk))
    return (write as any)(chunk, ...more)
  }) as typeof stream.write
}

const PEOPLE: HouseholdInput[] = [1, 2, 3, 9, 10].map((serial) => household(serial))
/** Sent, and refused, in the wrong places; never saved. */
const STRAY = { phone: "13612349876", id_number: syntheticId(77, "422801"), bank_account: "6228480402564890018" }
const SECRETS = [...PEOPLE.flatMap(({ id_number, phone, bank_account }) => [id_number!, phone!, bank_account!]), ...Object.values(STRAY)]
/** Eight digits in a row give a phone away, wherever it is cut; ten an ID number or account, which otherwise may look like a division's code. */
const piecesOf = (secret: string, size = secret.length > 11 ? 10 : 8) => Array.from({ length: secret.length - size + 1 }, (_, start) => secret.slice(start, start + size))
const WINDOWS = [...new Set(SECRETS.flatMap((secret) => piecesOf(secret)))]

/** Which pieces of the numbers stand in a text, written together or apart. */
function leaksIn(text: string): string[] {
  const together = text.replace(/(?<=\d)[\s.·-]{1,2}(?=[\dXx])/g, "")
  return WINDOWS.filter((piece) => text.includes(piece) || together.includes(piece))
}

const ROOT = path.resolve(__dirname, "../..")
/** GET routes of the house, as authorisation.test.ts finds them. */
function readingRoutes(): string[] {
  const folders = ["backend", ...fs.readdirSync(path.join(ROOT, "plugins")).map((plugin) => `plugins/${plugin}`)].map((place) => path.join(ROOT, place, "src/api")).filter((folder) => fs.existsSync(folder))
  return folders.flatMap((folder) => fs.readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts" && /^export const GET\b/m.test(fs.readFileSync(path.join(folder, file), "utf8")))
    .map((file) => `/${path.dirname(file)}`))
}

describeShop(({ api, getContainer }) => {
  const answers: string[] = []
  const ask = async (where: string, headers: object, body?: unknown, isGranted = false) => {
    const options = { headers, validateStatus: null, responseType: "text" as const, transformResponse: [(data: unknown) => data] }
    const answer = body === undefined ? await api.get(where, options) : await api.post(where, body, options)
    if (!isGranted) answers.push(`${where.replace(/\?.*/, "").replace(/\d{8,}.*/, "")} ${answer.status} ${String(answer.data)}`)
    return answer
  }
  const logs = () => `${fs.readFileSync(LOG_FILE, "utf8")}\n${written.join("")}`
  /** Every row of every table, as text. */
  async function dump(): Promise<{ table: string; text: string }[]> {
    const tables = await sql(getContainer(), "select tablename from pg_tables where schemaname = 'public'")
    const texts: { table: string; text: string }[] = []
    for (const { tablename } of tables) {
      const [row] = await sql(getContainer(), `select coalesce(string_agg(row_to_json(t)::text, E'\\n'), '') as text from "${String(tablename)}" t`)
      texts.push({ table: String(tablename), text: String(row!.text) })
    }
    return texts
  }
  async function findLeaks(): Promise<string[]> {
    const tables = (await dump()).filter(({ text }) => leaksIn(text).length > 0).map(({ table, text }) => `table ${table}: ${leaksIn(text)[0]}`)
    const told = answers.filter((answer) => leaksIn(answer).length > 0).map((answer) => `answer ${answer.slice(0, 200)}`)
    const logged = logs().split("\n").filter((line) => leaksIn(line).length > 0).map((line) => `log ${line.slice(0, 300)}`)
    return [...tables, ...told, ...logged]
  }
  const period = (() => {
    const [year, month, day] = new Date().toLocaleDateString("sv-SE", { timeZone: "Asia/Shanghai" }).split("-").map(Number) as [number, number, number]
    return new Date(Date.UTC(year, month - 1 + (day > 28 ? 1 : 0), 1)).toISOString().slice(0, 7)
  })()

  describe("ID numbers, phones and accounts", () => {
    it("stand nowhere in clear: not in a table, a log, an answer or a document of the search, and a planted one is found", async () => {
      const container = getContainer()
      const shop = await openLinkedShop(container)
      await saveHouseholdsWorkflow(container).run({ input: { households: [PEOPLE[4]!], regions: ["*"] } })
      const admin = (await signInStaff(container, "administrator")).headers
      const office = (await signInStaff(container, "office", "500238")).headers
      const auditor = (await signInStaff(container, "auditor")).headers
      const open = shopHeaders(shop.store).headers
      const [one, two] = shop.household_ids as [string, string]

      const order = await place(container, shop, "leaks", [[shop.potato, 5], [shop.walnut, 2]])
      await capture(container, order.payment_id)
      await recordAcceptanceWorkflow(container).run({ input: { order_id: order.order_id, source: "buyer", accepted_at: new Date(), lines: "all" } })
      await post(container)
      const bought = await buy(api, shop.store, [{ variant_id: shop.potato.variant_id, quantity: 1 }])
      await rebuildCatalogueWorkflow(container).run()

      const fields = ["id_number", "phone", "bank_account"]
      await ask(`/admin/benefit/households/${one}/reveal`, auditor, { fields, reason: "核对银行账号" })
      await ask(`/admin/benefit/households/${one}/reveal`, office, { fields, reason: "" })
      await ask(`/admin/benefit/households/${one}/reveal`, office, { fields, reason: `请核对${PEOPLE[0]!.phone}` })
      const shown = await ask(`/admin/benefit/households/${one}/reveal`, office, { fields, reason: "核对银行账号" }, true)
      expect(leaksIn(String(shown.data)).length).toBeGreaterThan(15)
      await ask(`/admin/benefit/roster?period=${period}&full_ids=true&reason=${encodeURIComponent("报区乡村振兴局")}`, office, undefined, true)
      for (const body of [PEOPLE[3], { ...PEOPLE[0], code: "HH-0500" }, { ...PEOPLE[3], code: "HH-0500", region_code: "500238104201", name_consent_on: "2026-01-01" }]) await ask("/admin/benefit/households", office, body)
      await ask("/admin/benefit/household-lookup", office, { id_number: PEOPLE[0]!.id_number })
      await ask(`/admin/benefit/households/${two}`, office, { phone: PEOPLE[1]!.phone, bank_account: PEOPLE[1]!.bank_account })
      const proposed = await ask("/admin/benefit/proposals", office, { change: { kind: "add", household: household(10, { code: "HH-0600", id_number: STRAY.id_number }) }, reason: "新识别的监测户" })
      expect(proposed.status).toBe(201)

      for (const number of [...Object.values(STRAY), PEOPLE[0]!.phone!]) {
        const wrong = { code: number, name: `<${number}>`, region_code: number, phone: `+${number}`, id_number: `${number}9`, bank_account: `${number}x`, [number]: number }
        for (const [where, body] of [
          ["/admin/benefit/households", wrong], ["/admin/benefit/households", { ...PEOPLE[3], [number]: true }], [`/admin/benefit/households/${number}`, { phone: number }], ["/admin/benefit/household-lookup", { id_number: number }],
          ["/admin/benefit/household-lookup", { id_number: { number } }], ["/admin/benefit/households", `{"phone": "${number}"`], ["/admin/benefit/proposals", { change: { kind: number }, reason: number }], ["/admin/benefit/linkages", { number }],
          [`/admin/benefit/proposals/${number}/review`, { verdict: number, reason: number }], [`/admin/benefit/households/${one}/consents`, { given_on: "2026-01-01", evidence: number }], [`/admin/benefit/households/${one}/erasure`, { reason: `本人${number}申请` }],
          ["/admin/staff-scopes", { user_id: number, role: number, region: number }],
        ] as const) await ask(where, { ...office, "content-type": "application/json" }, body)
        for (const where of [
          `/admin/benefit/households?q=${number}`, `/admin/benefit/households?limit=${number}`, `/admin/benefit/households?${number}=1`, `/admin/benefit/households/${number}`, `/admin/benefit/entries?order_id=${number}`,
          `/admin/benefit/access-log?household_code=${number}&actor=${number}`, `/admin/benefit/roster?period=${number}`, `/admin/benefit/proposals?household_id=${number}`, `/admin/nothing/${number}`,
        ]) await ask(where, { ...admin, referer: `https://office.example.cn/app/households?q=${number}` })
        for (const where of [`/store/verify/${number}`, `/store/orders/${number}/benefit`, `/store/catalogue?q=${number}`, `/store/benefit/summary?period=${number}`, `/store/provenance/products/${number}`]) await ask(where, open)
      }

      const ids: [RegExp, string][] = [[/households\/\[id\]/, one], [/orders\/\[id\]/, order.order_id], [/products\/\[id\]/, shop.potato.product_id], [/\[\w+\]/, "none"]]
      for (const route of readingRoutes()) {
        const where = ids.reduce((text, [pattern, id]) => text.replace(pattern, (found) => found.replace(/\[\w+\]/, id)), route)
        for (const query of ["", `?period=${period}`, `?period=${period}&format=xlsx`]) await ask(`${where}${query}`, where.startsWith("/store") ? open : admin)
      }
      for (const where of [`/store/orders/${bought.id}`, `/store/orders/${bought.id}/benefit`, "/store/products", "/store/catalogue?q=%E6%B4%8B%E8%8A%8B"]) await ask(where, open)
      await ask("/store/benefit/preview", open, { items: [{ variant_id: shop.potato.variant_id, quantity: 1 }] })
      for (const where of ["/admin/orders", "/admin/customers", "/admin/workflows-executions", "/admin/notifications"]) await ask(where, admin)
      expect(answers.filter((answer) => / 200 /.test(answer)).length).toBeGreaterThan(30)
      expect(logs()).toContain("/admin/benefit/households")
      expect(logs()).toContain("q=***")

      expect(await findLeaks()).toEqual([])

      const { phone, id_number, bank_account } = PEOPLE[1]!
      await sql(container, "update producer set name = ?", [`联系 ${phone!.slice(0, 3)}-${phone!.slice(3, 7)}-${phone!.slice(7)}`])
      container.resolve(ContainerRegistrationKeys.LOGGER).info(`payee ${id_number!.slice(4, 14)}`)
      process.stderr.write(`${bank_account}\n`)
      await ask("/admin/provenance/producers", admin)
      const found = (await findLeaks()).map((leak) => leak.split(/[ :]/).slice(0, 2).join(" ").replace(/^log .*/, "log"))
      expect(found).toEqual(expect.arrayContaining(["table producer", "answer /admin/provenance/producers"]))
      expect(found.filter((kind) => kind === "log").length).toBeGreaterThanOrEqual(2)
      fs.rmSync(LOG_FILE, { force: true })
    })
  })
})
