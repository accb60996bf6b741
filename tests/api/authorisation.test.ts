import fs from "node:fs"
import path from "node:path"
import { createHmac } from "node:crypto"
import { STAFF_MODULE, type StaffModuleService } from "@fupin/access/modules/staff"
import { placeOrdersWorkflow } from "@fupin/checkout/workflows"
import type { WorkbenchModuleService } from "@fupin/institution/modules/workbench"
import { changeMemberWorkflow, saveMembersWorkflow } from "@fupin/institution/workflows"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { importStore, type OpenStore } from "../../seed/importers/store"
import { signInCustomer } from "../support/customer"
import { createGoods } from "../support/goods"
import { dayFromNow, openInstitutions } from "../support/institution"
import { sql } from "../support/linked-shop"
import { ADDRESS, shopHeaders } from "../support/purchase"
import { deskCases, type DeskCase } from "../support/desk-cases"
import { openDeskWorld } from "../support/desk-world"
import { type Door, EVERY_ROLE, type Role, ROUTES } from "../support/routes"
import { attacks, BOUNDLESS, type ScopeCase, scopeCases } from "../support/scope-cases"
import { openScopedWorld } from "../support/scoped-world"
import { describeShop } from "../support/shop"
import { signInStaff } from "../support/staff"
import { openWorkbenchWorld, workbenchCasesOf } from "../support/workbench-world"

/** Core's own store routes about one order, and ours. */
const ORDER_ROUTES = [
  "GET /store/orders/:id", "GET /store/orders/:id/payment", "GET /store/orders/:id/benefit", "POST /store/orders/:id/acceptance",
  "POST /store/orders/:id/transfer/accept", "POST /store/orders/:id/transfer/decline", "POST /store/returns",
]

const isDesk = (door: Door): door is Extract<Door, { members: unknown } | { producer: unknown } | { own: unknown }> => typeof door !== "string" && ("members" in door || "producer" in door || "own" in door)
const ROOT = path.resolve(__dirname, "../..")
const orderId = (name: string) => `order_${createHmac("sha256", "test").update(name).digest("hex").slice(0, 32)}`

/** The routes of every plugin and of the backend. */
function discover(): string[] {
  const folders = ["backend", ...fs.readdirSync(path.join(ROOT, "plugins")).map((plugin) => `plugins/${plugin}`)].map((place) => path.join(ROOT, place, "src/api"))
  return folders.filter((folder) => fs.existsSync(folder)).flatMap((folder) => fs.readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => path.basename(file) === "route.ts")
    .flatMap((file) => methodsOf(path.join(folder, file)).map((method) => `${method} /${path.dirname(file).replace(/\[(\w+)\]/g, ":$1")}`)))
}

function methodsOf(file: string): string[] {
  return [...fs.readFileSync(file, "utf8").matchAll(/^export (?:const|async function|function) (GET|POST|PUT|PATCH|DELETE)\b/gm)].map((match) => match[1]!)
}

/** What jobs of every minute write by themselves. */
const BY_THEMSELVES = /^(notice|notification|workflow_execution|payment_outbox|ledger|mikro_orm)/

/** Rows of every table and a hash of all of them: what is not the same was written. */
async function fingerprint(container: MedusaContainer): Promise<Record<string, string>> {
  const tables = await sql(container, "select table_name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'")
  const names = tables.map(({ table_name }) => String(table_name)).filter((name) => !BY_THEMSELVES.test(name))
  const rows = await sql(container, names.map((name) => `select '${name}' as name, count(*) || ' ' || coalesce(sum(hashtextextended(t::text, 0)), 0) as held from "${name}" t`).join(" union all "))
  return Object.fromEntries(rows.map(({ name, held }) => [String(name), String(held)]))
}

describeShop(({ api, getContainer }) => {
  let store: OpenStore
  beforeAll(async () => { store = await importStore(getContainer()) })

  const ask = async (route: string, headers: object, body: object = {}, id = "none") => {
    const [method, pattern] = route.split(" ") as [string, string]
    const url = pattern.replace(/:\w+/g, id)
    const options = { headers: { ...(url.startsWith("/store") ? shopHeaders(store).headers : {}), ...headers }, validateStatus: null }
    return method === "GET" ? api.get(url, options) : method === "DELETE" ? api.delete(url, options) : api.post(url, body, options)
  }

  /** One request of a case, as somebody with these headers. */
  const knockAt = async ({ route, ids = [], query, body }: DeskCase, headers: object): Promise<{ status: number; code: string }> => {
    const [method, pattern] = route.split(" ") as ["GET" | "POST" | "DELETE", string]
    const left = [...ids]
    const binary = Buffer.isBuffer(body) ? { "content-type": "application/octet-stream" } : {}
    const { status, data } = await api.request({ method, url: pattern.replace(/:\w+/g, () => left.shift()!), params: query, data: method === "POST" ? body : undefined, headers: { ...headers, ...binary }, validateStatus: null })
    return { status, code: data?.code ?? "" }
  }

  /** Two administrators of everywhere until a moment ago: one whose term ran out, one whose scope was taken away. */
  const signInFormerStaff = async () => {
    const [expired, removed] = [await signInStaff(getContainer(), "administrator"), await signInStaff(getContainer(), "administrator")]
    const scopes = getContainer().resolve<StaffModuleService>(STAFF_MODULE)
    const [[term], [held]] = [await scopes.listStaffScopes({ user_id: expired.user_id }), await scopes.listStaffScopes({ user_id: removed.user_id })]
    await scopes.updateStaffScopes({ id: term!.id, valid_to: new Date(Date.now() - 1000) })
    await scopes.softDeleteStaffScopes([held!.id])
    return [expired.headers, removed.headers]
  }

  describe("every door", () => {
    it("of ours stands in the table, and the table names no door that is gone", () => {
      expect(discover().sort()).toEqual(Object.keys(ROUTES).sort())
    })

    it("lets through whom it should and nobody else", async () => {
      const staff: Partial<Record<Role | "none", object>> = {}
      for (const role of ["administrator", "office", "town_clerk", "finance", "auditor"] as const) staff[role] = (await signInStaff(getContainer(), role)).headers
      const nobodys = (await signInStaff(getContainer())).headers
      const formers = await signInFormerStaff()
      const customer = (await signInCustomer(getContainer(), store, "zhao@example.cn")).headers
      const wrong: string[] = []
      const expectStatus = async (who: string, route: string, headers: object, allowed: (status: number) => boolean) => {
        const { status } = await ask(route, headers)
        if (!allowed(status)) wrong.push(`${route} answered ${status} to ${who}`)
      }
      const enters = (status: number) => status < 500 && status !== 401 && status !== 403
      for (const [route, door] of Object.entries(ROUTES)) {
        if (door === "open") await expectStatus("nobody", route, {}, enters)
        if (door === "customer" || isDesk(door)) for (const headers of [{}, staff.administrator!]) await expectStatus("nobody, or staff,", route, headers, (status) => status === 401)
        if (typeof door === "string" || isDesk(door)) continue
        await expectStatus("nobody", route, {}, (status) => status === 401)
        await expectStatus("a customer", route, customer, (status) => status === 401)
        for (const headers of [nobodys, ...formers]) await expectStatus("staff without a role, or whose role has ended,", route, headers, (status) => status === 403)
        if (door.stopped) await expectStatus(door.stopped, route, staff[door.stopped]!, (status) => status === 403)
        await expectStatus(door.passes, route, staff[door.passes]!, enters)
      }
      expect(wrong).toEqual([])
    })

    it("of what lies in a region opens to staff of that region alone", async () => {
      const [within, elsewhere] = [await signInStaff(getContainer(), "administrator", "500000"), await signInStaff(getContainer(), "administrator", "420000")]
      const world = await openScopedWorld(getContainer(), await openInstitutions(getContainer()), within.user_id)
      const cases = scopeCases(world)
      expect([...new Set(cases.map(({ route }) => route)), ...Object.keys(BOUNDLESS)].sort()).toEqual(Object.keys(ROUTES).filter((route) => route.includes("/admin/")).sort())
      const wrong: string[] = []
      const check = async ({ route, id, query, body, mark }: ScopeCase, staff: { headers: object }, opens: boolean) => {
        const { status, data } = await ask(query ? `${route}?${query}` : route, staff.headers, body, id)
        const told = mark !== undefined && JSON.stringify(data).includes(mark)
        const isRight = opens ? status < 300 && (told || mark === undefined) : mark === undefined ? ["not_in_your_region", "not_found", "household_code_taken"].includes(data.code) : status < 300 && !told
        if (!isRight) wrong.push(`${route}?${query ?? ""} answered ${status} ${data.code ?? ""} to staff of ${opens ? "the" : "another"} region ${JSON.stringify(body ?? {}).slice(0, 120)}`)
      }
      for (const one of [...cases, ...attacks(world)]) await check(one, elsewhere, false)
      for (const one of cases) await check(one, within, true)
      expect(wrong).toEqual([])
    })

    it("of a unit's desk opens to the members whose role it is, to no other member, and to nobody of another unit", async () => {
      const world = await openDeskWorld(getContainer(), api, await openInstitutions(getContainer()))
      const cases = deskCases(world)
      const doors = Object.entries(ROUTES).filter(([route]) => route.includes(" /store/institution/"))
      expect(doors.filter(([, door]) => !isDesk(door)).map(([route]) => route)).toEqual([])
      const membersOf = (route: string) => { const door = ROUTES[route]; return door && typeof door !== "string" && "members" in door ? door.members : [] }
      expect([...new Set(cases.map(({ route }) => route))].sort()).toEqual(doors.filter(([route]) => membersOf(route).length > 0).map(([route]) => route).sort())
      const wrong: string[] = []
      const knock = async (one: DeskCase, who: string, headers: object, isRight: (status: number, code: string) => boolean) => {
        const { status, code } = await knockAt(one, headers)
        if (!isRight(status, code)) wrong.push(`${one.route} answered ${status} ${code} to ${who}`)
      }
      const before = await fingerprint(getContainer())
      for (const one of cases) {
        for (const stranger of ["other", "stranger"] as const) await knock(one, stranger, world.people[stranger].headers, (status) => status === 403 || status === 404)
        for (const role of EVERY_ROLE) if (!membersOf(one.route).includes(role)) await knock(one, role, world.people[role].headers, (status) => status === 403)
      }
      expect(wrong).toEqual([])
      expect(await fingerprint(getContainer())).toEqual(before)
      // What every member reads is read by the one who may do least.
      const entering = (route: string) => (route.startsWith("GET") && membersOf(route) === EVERY_ROLE ? ["viewer" as const] : membersOf(route))
      for (const one of cases) for (const role of entering(one.route)) await knock(one, role, world.people[role].headers, (status, code) => status < 500 && status !== 401 && status !== 403 && code !== "invalid_input")
      expect(wrong).toEqual([])
    })

    it("of a producer's workbench opens to its people alone, to act only while nobody stopped it", async () => {
      const world = await openWorkbenchWorld(getContainer(), api, await openInstitutions(getContainer()))
      const { seller, rival, former, buyer, finance, stranger } = world.people
      const quote = { producer_id: world.wuxi.id, valid_to: dayFromNow(30), lines: [{ line: 0, variant_id: world.potato.variant_id, unit_price_fen: 3100, content_milli: 5000 }] }
      const { data: { demand } } = await api.post(`/store/workbench/demands/${world.demand_id}/quotes`, quote, { headers: seller.headers })
      const cases = workbenchCasesOf({ ...world, quote_id: demand.quote.id })
      const doors = Object.entries(ROUTES).filter(([route]) => route.includes(" /store/workbench/"))
      expect(doors.filter(([, door]) => !isDesk(door)).map(([route]) => route)).toEqual([])
      const needs = (route: string) => { const door = ROUTES[route]; return door && typeof door !== "string" && "producer" in door ? door.producer : null }
      expect([...new Set(cases.map(({ route }) => route))].sort()).toEqual(doors.filter(([route]) => needs(route) !== null).map(([route]) => route).sort())
      const wrong: string[] = []
      const knock = async (one: DeskCase, who: string, headers: object, isRight: (status: number, code: string) => boolean) => {
        const { status, code } = await knockAt(one, headers)
        if (!isRight(status, code)) wrong.push(`${one.route} answered ${status} ${code} to ${who}`)
      }
      const stranges = { "a member of another producer": rival, "a member who was ended": former, "a unit's buyer": buyer, "a unit's finance": finance, "a stranger": stranger }
      const before = await fingerprint(getContainer())
      for (const one of cases) for (const [who, { headers }] of Object.entries(stranges)) await knock(one, who, headers, (status, code) => status === 403 && code === "not_a_producer_member")
      expect(await fingerprint(getContainer())).toEqual(before)
      const [workbench, act] = [getContainer().resolve<WorkbenchModuleService>("workbench"), { actor_id: "tester", at: new Date() }]
      const enters = (status: number, code: string) => status < 500 && status !== 401 && status !== 403 && code !== "invalid_input"
      await workbench.stop(world.wuxi.id, "抽检不合格", act)
      for (const one of cases) await knock(one, "a member of a producer that is stopped", seller.headers, (status, code) => (needs(one.route) === "act" ? status === 403 && code === "producer_stopped" : enters(status, code)))
      await workbench.lift(world.wuxi.id, act)
      for (const one of cases) await knock(one, "its member", seller.headers, enters)
      expect(wrong).toEqual([])
    })

    it("is the same door however it is spelled, and a session of one kind opens none of the other", async () => {
      const [nobodys, customer, administrator] = [await signInStaff(getContainer()), await signInCustomer(getContainer(), store, "zhao@example.cn"), await signInStaff(getContainer(), "administrator")]
      const status = async (method: "get" | "head", path: string, headers: object) => (await api[method](path, { headers: { ...shopHeaders(store).headers, ...headers }, validateStatus: null })).status
      for (const path of ["/ADMIN/benefit/households", "/admin/Benefit/Households", "/admin/benefit/households/", "/admin/benefit/%68ouseholds", "/admin/./benefit/households", "/admin/benefit/households?"]) {
        for (const method of ["get", "head"] as const) for (const headers of [{}, customer.headers, nobodys.headers]) expect([method, path, await status(method, path, headers)], path).toEqual([method, path, expect.toSatisfy((code: number) => code >= 400 && code < 500)])
      }
      for (const path of ["/admin/orders", "/admin/customers", "/admin/users", "/admin/uploads"]) expect([path, await status("get", path, customer.headers)]).toEqual([path, 401])
      for (const path of ["/store/customers/me", "/store/customers/me/addresses", "/store/orders"]) expect([path, await status("get", path, administrator.headers)]).toEqual([path, 401])
    })

    it("of a private file opens to staff alone, whatever it is", async () => {
      const files = getContainer().resolve(Modules.FILE)
      const [file] = await files.createFiles([{ filename: "order-exports.csv", mimeType: "text/csv", content: "王小明,13800000000", access: "private" }])
      const path = new URL(file!.url).pathname
      const read = (headers: object, at = path) => api.get(at, { headers, validateStatus: null })
      const customer = await signInCustomer(getContainer(), store, "qian@example.cn")
      for (const headers of [{}, customer.headers]) expect(await read(headers)).toMatchObject({ status: 401, data: { code: "not_signed_in" } })
      const staff = await signInStaff(getContainer())
      expect(await read(staff.headers)).toMatchObject({ status: 200, data: "王小明,13800000000" })
      expect((await read(staff.headers, "/static/private-..%2f..%2fpackage.json")).status).toBe(404)
      await files.deleteFiles([file!.id])
      expect((await read(staff.headers)).status).toBe(404)
    })

    it("of an order opens to its owner alone; a guest's to whoever knows its id", async () => {
      const [wang, li] = [await signInCustomer(getContainer(), store, "wang@example.cn"), await signInCustomer(getContainer(), store, "li@example.cn")]
      const { people, school } = await openInstitutions(getContainer())
      const goods = await createGoods(getContainer(), store, "巫溪核桃", 58)
      const order = (name: string, more: object) => ({
        id: orderId(name), email: "buyer@example.cn", region_id: store.region_id, sales_channel_id: store.sales_channel_id, shipping_address: ADDRESS,
        items: [{ variant_id: goods.variant_id, quantity: 1 }], payment_provider_id: "pp_transfer_cn", ...more,
      })
      const orders = [order("wang", { customer_id: wang.customer_id }), order("guest", {}), order("school", { customer_id: people.buyer.customer_id, metadata: { organisation_id: school.id } })]
      await placeOrdersWorkflow(getContainer()).run({ input: { orders } })
      const wrong: string[] = []
      const check = async (name: string, who: string, headers: object, opens: boolean) => {
        const id = orderId(name)
        for (const route of ORDER_ROUTES) {
          const body = route.endsWith("returns") ? { order_id: id, items: [{ id: "none", quantity: 1 }], return_shipping: { option_id: "none" } } : { token: "none" }
          const { status, data } = await ask(route, headers, body, id)
          const hidden = status === 404 && data.code === "not_found"
          if (status >= 500 || (opens ? route.startsWith("GET") && status !== 200 : !hidden && status !== 401)) wrong.push(`${route} of ${name}'s order answered ${status} ${data.code} to ${who}`)
        }
      }
      await check("wang", "wang", wang.headers, true)
      await check("wang", "li", li.headers, false)
      await check("wang", "nobody", {}, false)
      await check("guest", "nobody", {}, true)
      await check("guest", "li", li.headers, true)
      await check("school", "nobody", {}, false)
      await check("school", "its buyer", people.buyer.headers, true)
      await check("school", "its receiver", people.receiver.headers, true)
      await check("school", "another organisation's member", people.other.headers, false)
      await check("school", "a stranger", people.stranger.headers, false)
      const { result: [added] } = await saveMembersWorkflow(getContainer()).run({ input: { organisation_id: school.id, members: [{ email: "stranger@example.cn", role: "buyer" }], verified: false, actor_id: "tester" } })
      await check("school", "a member not verified yet", people.stranger.headers, false)
      const change = (leaves: boolean) => changeMemberWorkflow(getContainer()).run({ input: { id: added!.id, actor_id: "tester", leaves } })
      await change(false)
      await check("school", "a member verified now", people.stranger.headers, true)
      await change(true)
      await check("school", "a member who left", people.stranger.headers, false)
      await saveMembersWorkflow(getContainer()).run({ input: { organisation_id: school.id, members: [{ email: "stranger@example.cn", role: "buyer" }], verified: false, actor_id: "tester" } })
      await check("school", "one who left, entered again and not verified anew", people.stranger.headers, false)
      // What was ordered for a unit is the unit's: the list of one's own orders does not hold it, nor does one's account, however it is asked for.
      for (const [route, who, holds] of [["GET /store/orders", people.buyer, false], ["GET /store/orders?fields=id,metadata&id=" + orderId("school"), people.buyer, false], ["GET /store/customers/me?fields=*orders", people.buyer, false], ["POST /store/customers/me?fields[]=id&fields[]=%2Borders.id", people.buyer, false], ["POST /store/customers/me/addresses?fields=orders.id", people.buyer, false], ["GET /store/orders?$or[0][status]=pending", people.buyer, false], ["GET /store/orders", wang, true]] as const) {
        expect([route, JSON.stringify((await ask(route, who.headers)).data).includes(orderId(holds ? "wang" : "school"))]).toEqual([route, holds])
      }
      // Nor do staff lay an order upon a unit, or take one from it.
      const { headers: staff } = await signInStaff(getContainer(), "administrator")
      const write = async (path: string, name: string, metadata: object | null) => (await ask(`POST /admin/${path}`, staff, { metadata }, orderId(name))).data.code
      const laid = [await write("orders/:id", "wang", { organisation_id: school.id }), await write("orders/:id", "school", { organisation_id: "" }), await write("orders/:id", "school", null), await write("draft-orders", "", { organisation_id: school.id })]
      expect(laid).toEqual(laid.map(() => "not_yours"))
      expect((await ask("POST /admin/orders/:id", staff, { metadata: { organisation_id: school.id, remark: "轻放" } }, orderId("school"))).status).toBe(200)
      for (const list of ["agreements", "standing-orders", "occurrences", "orders"]) {
        const route = `GET /store/institution/${list}?organisation_id=${school.id}`
        if ((await ask(route, people.buyer.headers)).status !== 200) wrong.push(`${route} refused its member`)
        for (const foreign of [people.other, people.stranger]) if ((await ask(route, foreign.headers)).status < 400) wrong.push(`${route} answered ${foreign.email}`)
      }
      expect(wrong).toEqual([])
    })

    it("of a customer's cart opens to that customer alone, and nobody gives a cart an organisation", async () => {
      const [wang, li] = [await signInCustomer(getContainer(), store, "wang@example.cn"), await signInCustomer(getContainer(), store, "li@example.cn")]
      const { data: { cart } } = await ask("POST /store/carts", wang.headers, { region_id: store.region_id })
      for (const route of ["GET /store/carts/:id", "POST /store/carts/:id", "POST /store/carts/:id/complete", "POST /store/carts/:id/line-items"]) {
        for (const stranger of [{}, li.headers]) expect(await ask(route, stranger, {}, cart.id), route).toMatchObject({ status: 404, data: { code: "not_found" } })
      }
      expect((await ask("GET /store/carts/:id", wang.headers, {}, cart.id)).status).toBe(200)
      for (const metadata of [{ organisation_id: "org_school" }, { organisation_name: "翠溪小学" }, { donation: { recipient_name: "翠溪小学" } }, { preorder_contract_id: "preoc_1" }]) {
        expect(await ask("POST /store/carts", {}, { metadata })).toMatchObject({ status: 403, data: { code: "not_yours" } })
      }
    })
  })
})
