import type { Page } from "playwright-core"
import { seedDemonstration } from "../../seed/demonstration"
import { Journey, signIn } from "../support/journey"
import { sql } from "../support/linked-shop"
import { Office } from "../support/office"
import { describeShop } from "../support/shop"
import { layWhatIsShown } from "../support/shown-world"
import { officePages, pagesBelow, Walk } from "../support/walk"

const PASSWORD = "a-password-of-the-test"
const text = (column: string, from: string) => `select ${column} as shown from ${from} limit 1`
const count = (title: string, from: string) => `select '${title}（' || count(*) || '）' as shown from ${from}`

/** What a page of the office must show of what the database holds. A page that is not named here is opened all the same. */
const SHOWN: Record<string, string> = {
  households: count("受益农户", "household"), linkages: count("利益联结", "(select distinct agreement_id from linkage_version) as agreement"), organisations: count("采购单位", "organisation"),
  agreements: count("定向采购协议", "supply_agreement"), "gift-campaigns": count("节日慰问", "campaign"), bases: text("name", "supply_base"), demands: text("title", "demand"),
  donations: text("name", "donation_recipient"), "group-buys": text("title", "group_buy"), pairs: text("document", "pair"), preorders: text("title", "preorder_offer"),
  statements: text("number", "statement"), filings: text("name", "reporting_unit"), performance: text("name", "reporting_unit"), institution: text("name", "standing_order"),
  holidays: text("document", "regional_holiday"), "share-rates": text("source", "spending_member_level"), "outside-purchases": text("seller", "spending_outside_purchase"),
}

/** What is opened upon a page of the office. */
const DRAWERS: Record<string, RegExp[]> = {
  organisations: [/^退回 /, /^修改 .*小学校/, /小学校 的成员$/, /小学校 的预算与审批$/, /小学校 的年度计划$/, /小学校 的关系与邀请$/, /^登记单位$/],
  agreements: [/^新建协议$/, /的协商与履约$/], bases: [/^登记基地$/, /^修改 /, /^结束 /], demands: [/^为 .* 报价$/], donations: [/^登记受赠单位$/], "group-buys": [/^新建团购$/],
  pairs: [/^登记结对$/], preorders: [/^新建预购$/], statements: [/^查看 DZ/], institution: [/的验收$/], households: [/^登记农户$/], proposals: [/^提出变更$/], vouchers: [/^登记直接采购$/], settlements: [/^编制兑付$/],
}

/** Pages of core's that carry a part of ours: how that part is headed, and one of what they show. */
const WIDGETS: [string, string, string][] = [
  ["categories", "随货证件", "select id, name as shown from product_category limit 1"], ["products", "产地与认定", "select p.id, p.title as shown from product p join product_profile f on f.product_id = p.id limit 1"],
  ["orders", "对公转账", `select o.id, '对公转账' as shown from "order" o join standing_order s on true join occurrence c on c.standing_order_id = s.id and o.id = any(c.order_ids) limit 1`],
  ["orders", "退款原因与农户受益", "select l.order_id as id, '退款原因与农户受益' as shown from refund r join payment p on p.id = r.payment_id join order_payment_collection l on l.payment_collection_id = p.payment_collection_id limit 1"],
]

/** Something of the school's, or of the union's, for pages of one thing: its id and words it must show. */
const ONE: Record<string, string> = {
  "agreements/[id]": "select id, number as shown from supply_agreement where organisation_id = ?",
  "standing-orders/[id]": "select s.id, s.name as shown from standing_order s join supply_agreement a on a.id = s.agreement_id where a.organisation_id = ?",
  "occurrences/[id]": "select o.id, s.name as shown from occurrence o join standing_order s on s.id = o.standing_order_id join supply_agreement a on a.id = s.agreement_id where a.organisation_id = ? and o.state = 'placed' order by o.delivery_date",
  "statements/[id]": "select id, month as shown from statement where organisation_id = ? and state = 'disputed'",
  "demands/[id]": "select id, title as shown from demand where organisation_id = ?",
  "preorders/[id]": "select id, number as shown from preorder_contract where organisation_id = ?",
  "preorders/offers/[id]": "select id, title as shown from preorder_offer where state = 'open' and ? <> ''",
  "filing/[id]": "select f.id, f.period as shown from filing f join reporting_unit u on u.id = f.unit_id where u.organisation_id = ?",
  "campaigns/[id]": "select id, title as shown from campaign where organisation_id = ? and state = 'collecting'",
  "campaigns/[id]/roster": "select id, title as shown from campaign where organisation_id = ? and state = 'collecting'",
  "campaigns/[id]/evidence": "select id, title as shown from campaign where organisation_id = ? and state = 'done'",
  "campaigns/[id]/hand-out": "select id, title as shown from campaign where organisation_id = ? and state = 'done'",
}
const BENCH: Record<string, string> = {
  "agreements/[id]": "select id, number as shown from supply_agreement where producer_id = ?", "demands/[id]": "select d.id, d.title as shown from demand d join demand_quote q on q.demand_id = d.id where q.producer_id = ?",
  "statements/[id]": "select id, month as shown from statement where seller_id = ?",
}

describeShop(({ api, getContainer }) => {
  let journey: Journey
  let office: Office
  let laid: Awaited<ReturnType<typeof layWhatIsShown>>
  beforeAll(async () => {
    const seeded = await seedDemonstration(getContainer(), { now: new Date(), password: PASSWORD })
    laid = await layWhatIsShown(getContainer(), api, seeded, PASSWORD)
    journey = await Journey.begin(api, seeded.store.publishable_key)
    office = await Office.open(api, getContainer())
  }, 300_000)
  afterAll(async () => {
    await journey?.end()
    await office?.close()
  })

  it("of the office open whole, show what is there, and fit a phone", async () => expect(await walkOffice()).toEqual([]), 300_000)
  it("of the desk do", async () => expect(await walkDesk()).toEqual([]), 300_000)
  it("of the workbench do", async () => expect(await walkAs("producer@example.cn", "/workbench", pagesBelow("storefront/app/workbench"), BENCH, laid.producer)).toEqual([]), 300_000)
  it("of the shelf of group buys do", async () => expect(await walkShelf()).toEqual([]), 300_000)

  const read = async (query: string, values: string[] = []) => (await sql(getContainer(), query, values))[0] as { id: string; shown: string } | undefined

  async function walkOffice(): Promise<string[]> {
    const walk = new Walk(await office.staff("administrator", "*"), "the office")
    const pages = officePages().filter(({ route }) => !route.includes("["))
    expect(pages.length).toBeGreaterThan(20)
    expect([...Object.keys(SHOWN), ...Object.keys(DRAWERS)].filter((name) => !pages.some(({ route }) => route === name))).toEqual([])
    for (const { route, label } of pages) {
      const heading = await walk.open(`/app/${route}`)
      if (!label || !heading.includes(label)) walk.note(`is headed ${heading}, not ${label}`)
      if (SHOWN[route]) await walk.shows((await read(SHOWN[route]))!.shown)
      await walk.fits()
      await walk.photograph(`office-${route}`)
      for (const [index, name] of (DRAWERS[route] ?? []).entries()) await walk.drawer(name, `office-${route}-${index}`)
      await walk.turnTabs(`office-${route}`)
    }
    for (const [place, heading, query] of WIDGETS) {
      const { id, shown } = (await read(query))!
      await walk.visit(`/app/${place}/${id}`, "core")
      if (await walk.page.getByRole("heading", { name: heading }).count() !== 1) walk.note(`has no part headed ${heading}`)
      await walk.shows(shown)
      await walk.photograph(`office-widget-${place}`)
    }
    return walk.wrong
  }

  async function walkDesk(): Promise<string[]> {
    const desk = pagesBelow("storefront/app/desk")
    const isUnions = (route: string) => route.startsWith("campaigns")
    const ofUnion = ["", ...desk.filter(isUnions), "impact"]
    const school = await walkAs("canteen@example.cn", "/desk", desk.filter((route) => !isUnions(route)), ONE, laid.school)
    return [...school, ...await walkAs("union@example.cn", "/desk", ofUnion, ONE, laid.union)]
  }

  /** A member's pages one after another, those of one thing with something of theirs. */
  async function walkAs(email: string, place: string, routes: string[], ones: Record<string, string>, owner: string): Promise<string[]> {
    const { page } = await journey.visitor()
    await signIn(page, email, PASSWORD, place)
    if (place === "/workbench") await chooseProducer(page, owner)
    const walk = new Walk(page, email)
    for (const route of routes) {
      const one = route.includes("[id]") ? await read(ones[route] ?? "select null where ? is null", [owner]) : undefined
      if (route.includes("[") && !one) { walk.note(`${route}: nothing to open`); continue }
      await walk.open([place, route.replace("[id]", one?.id ?? "")].filter(Boolean).join("/"))
      if (one) await walk.shows(one.shown)
      await walk.fits()
      await walk.photograph(`${place.slice(1)}-${route.replace(/\W+/g, "-")}`)
    }
    return walk.wrong
  }

  /** Who acts for two says for which. */
  async function chooseProducer(page: Page, id: string): Promise<void> {
    await page.getByLabel("切换").selectOption(id)
    await page.getByRole("button", { name: "切换" }).click()
    await page.locator("main p").filter({ hasText: (await read("select name as shown from producer where id = ?", [id]))!.shown }).first().waitFor()
  }

  async function walkShelf(): Promise<string[]> {
    const { page } = await journey.visitor()
    await signIn(page, "canteen@example.cn", PASSWORD, "/group-buys")
    const walk = new Walk(page, "a buyer")
    const { id, shown } = (await read("select id, title as shown from group_buy where state = 'open'"))!
    for (const address of ["/group-buys", `/group-buys/${id}`, `/group-buys/${id}/join`]) {
      await walk.open(address)
      await walk.shows(shown)
      await walk.fits()
      await walk.photograph(`shelf-${address.split("/").length}`)
    }
    return walk.wrong
  }
})
