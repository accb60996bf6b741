import { Catalogue } from "@fupin/contract/schemas"
import { importRegionsWorkflow, saveDesignationsWorkflow, saveProducersWorkflow, saveProductProfilesWorkflow } from "@fupin/provenance/workflows"
import { rebuildCatalogueWorkflow } from "@fupin/search/workflows"
import { createProductCategoriesWorkflow, createProductsWorkflow, createSalesChannelsWorkflow, deleteProductsWorkflow, updateProductsWorkflow } from "@medusajs/medusa/core-flows"
import { Modules } from "@medusajs/framework/utils"
import { Client } from "pg"
import { importStore } from "../../seed/importers/store"
import { shopHeaders } from "../support/purchase"
import { describeShop } from "../support/shop"

const USCC = "91350100M000100Y43"
const GOODS = [
  { title: "巫溪洋芋 5kg", yuan: 39.9, category: "洋芋薯类", origin: "500238104", stock: 10 },
  { title: "巫溪高山脆李", yuan: 58, category: "水果", origin: "500238104", stock: 0 },
  { title: "大通湖大闸蟹 礼盒", yuan: 268, category: "水产", origin: "430971121", stock: 5 },
  { title: "恩施富硒茶", yuan: 128.5, category: "茶叶", origin: "422801", stock: 5 },
]

describeShop(({ api, getContainer }) => {
  async function open() {
    const container = getContainer()
    const store = await importStore(container)
    await importRegionsWorkflow(container).run()
    const { result: [root] } = await createProductCategoriesWorkflow(container).run({ input: { product_categories: [{ name: "农产品", handle: "farm", is_active: true }] } })
    const { result: categories } = await createProductCategoriesWorkflow(container).run({
      input: { product_categories: GOODS.map(({ category }, at) => ({ name: category, handle: `c${at}`, is_active: true, parent_category_id: root!.id })) },
    })
    const { result: products } = await createProductsWorkflow(container).run({ input: { products: GOODS.map(({ title, yuan }, at) => ({
      title, handle: `goods-${at}`, status: "published" as const, shipping_profile_id: store.shipping_profile_id, sales_channels: [{ id: store.sales_channel_id }],
      category_ids: [categories[at]!.id], options: [{ title: "规格", values: ["一份"] }],
      variants: [{ title: "一份", sku: `SKU-${at}`, options: { 规格: "一份" }, manage_inventory: true, prices: [{ currency_code: "cny", amount: yuan }] }],
    })) } })
    const inventory = container.resolve(Modules.INVENTORY)
    const items = await inventory.listInventoryItems({ sku: GOODS.map((_, at) => `SKU-${at}`) })
    await inventory.createInventoryLevels(items.map(({ id, sku }) => ({ inventory_item_id: id, location_id: store.stock_location_id, stocked_quantity: GOODS[Number(sku!.slice(4))]!.stock })))
    const { result: [producer] } = await saveProducersWorkflow(container).run({ input: { producers: [{ name: "高原薯业专业合作社", kind: "cooperative", uscc: USCC, region_code: "500238" }] } })
    await saveProductProfilesWorkflow(container).run({ input: { profiles: products.map(({ id }, at) => ({ product_id: id, producer_id: producer!.id, origin_code: GOODS[at]!.origin, valid_from: "2026-01-01" })) } })
    await saveDesignationsWorkflow(container).run({ input: { designations: [{ number: "渝扶认0001", product_id: products[3]!.id, valid_from: "2026-01-01", valid_to: "2099-12-31" }] } })
    await rebuildCatalogueWorkflow(container).run()
    const ask = async (query: Record<string, string | number> = {}) => {
      const search = new URLSearchParams(Object.entries(query).map(([key, value]) => [key, String(value)]))
      const { status, data } = await api.get(`/store/catalogue?${search}`, { ...shopHeaders(store), validateStatus: null })
      expect({ status, message: data.message }).toEqual({ status: 200 })
      return Catalogue.parse(data)
    }
    const titles = async (query: Record<string, string | number>) => (await ask(query)).products.map(({ title }) => title)
    return { container, store, products, producer: producer!, ask, titles }
  }
  const [potato, plum, crab, tea] = GOODS.map(({ title }) => title)

  it("finds Chinese by word, by part of a word, by pinyin and initials, and nothing by nonsense", async () => {
    const { titles, ask } = await open()
    for (const [q, ...expected] of [
      ["洋芋", potato], ["巫溪洋芋", potato], ["巫溪", potato, plum], ["大通湖", crab], ["大闸蟹", crab], ["富硒", tea], ["恩施茶", tea], ["脆李", plum],
      ["yangyu", potato], ["wuxiyangyu", potato], ["dzx", crab], ["fuxic", tea], ["重庆", potato, plum], ["水产", crab], ["薯业合作社", potato, plum, crab, tea],
      ["<script>alert(1)</script>"], ["'; drop table product; --"], ["，。！"], ["不存在的东西"],
    ]) expect((await titles({ q: q! })).sort(), q).toEqual([...expected].sort())
    expect(await ask({ q: "，。" })).toEqual({ products: [], count: 0, facets: { categories: [], regions: [] } })
  })

  it("narrows by category and its parent, by region at any level and by producer, sorts and pages over all, counts what matches", async () => {
    const { titles, ask, producer } = await open()
    expect((await titles({ category: "farm" })).length).toBe(4)
    expect(await titles({ category: "c2" })).toEqual([crab])
    for (const region of ["500000", "500238", "500238104"]) expect((await titles({ region })).sort()).toEqual([potato, plum].sort())
    expect(await titles({ region: "430900" })).toEqual([crab])
    expect(await titles({ region: "500237" })).toEqual([])
    expect((await titles({ producer: producer.id })).length).toBe(4)
    expect(await titles({ sort: "price_asc" })).toEqual([potato, plum, tea, crab])
    expect([...(await titles({ sort: "price_desc", limit: 2 })), ...(await titles({ sort: "price_desc", limit: 2, offset: 2 }))]).toEqual([crab, tea, plum, potato])
    expect((await titles({}))[0]).toBe(tea)
    const page = await ask({ limit: 1 })
    expect(page.count).toBe(4)
    expect(page.facets.categories).toContainEqual({ handle: "farm", name: "农产品", count: 4 })
    expect(page.facets.regions).toContainEqual({ code: "500238", name: "巫溪县", count: 2 })
    expect(page.facets.regions).toContainEqual({ code: "430971", name: "大通湖区", count: 1 })
  })

  it("shows a card as agreed, in the channels of the shop alone, and follows the product", async () => {
    const { ask, titles, container, store, products } = await open()
    const [card] = (await ask({ q: "富硒茶" })).products
    expect(card).toMatchObject({
      id: products[3]!.id, handle: "goods-3", price_fen: 12850, specification: "一份", in_stock: true, households: 0, producer: { name: "高原薯业专业合作社", kind: "cooperative" },
      origin: { code: "422801", path: ["湖北省", "恩施土家族苗族自治州", "恩施市"] }, designation: { number: "渝扶认0001", valid_to: "2099-12-31T16:00:00.000Z" },
    })
    expect((await ask({ q: "脆李" })).products[0]).toMatchObject({ in_stock: false, designation: null })
    await saveDesignationsWorkflow(container).run({ input: { designations: [{ number: "渝扶认0001", product_id: products[3]!.id, status: "suspended", valid_from: "2026-01-01", valid_to: "2099-12-31" }] } })
    expect((await ask({ q: "富硒茶" })).products[0]!.designation).toBeNull()

    await updateProductsWorkflow(container).run({ input: { selector: { id: products[0]!.id }, update: { title: "巫溪土豆" } } })
    await vi.waitFor(async () => expect(await titles({ q: "土豆" })).toEqual(["巫溪土豆"]), { timeout: 20_000, interval: 300 })
    await updateProductsWorkflow(container).run({ input: { selector: { id: products[1]!.id }, update: { status: "draft" } } })
    await deleteProductsWorkflow(container).run({ input: { ids: [products[2]!.id] } })
    await vi.waitFor(async () => expect((await titles({})).sort()).toEqual([tea, "巫溪土豆"].sort()), { timeout: 20_000, interval: 300 })
    const { result: [other] } = await createSalesChannelsWorkflow(container).run({ input: { salesChannelsData: [{ name: "另一家店" }] } })
    await updateProductsWorkflow(container).run({ input: { selector: { id: products[0]!.id }, update: { sales_channels: [{ id: other!.id }] } } })
    await vi.waitFor(async () => expect(await titles({})).toEqual([tea]), { timeout: 20_000, interval: 300 })
    const refused = await api.get("/store/catalogue?limit=1000", { ...shopHeaders(store), validateStatus: null })
    expect([refused.status, refused.data.code]).toEqual([400, "invalid_input"])
    expect((await api.get("/store/catalogue?region=abc", { ...shopHeaders(store), validateStatus: null })).status).toBe(400)
  })

  it("reads a page of many in as many queries as a page of few", async () => {
    const { ask } = await open()
    await ask({ limit: 4 })
    const count = async (limit: number) => {
      const counted = vi.spyOn(Client.prototype, "query")
      await ask({ limit })
      const calls = counted.mock.calls.length
      counted.mockRestore()
      return calls
    }
    const few = await count(1)
    expect(few).toBeGreaterThan(5)
    expect(await count(24)).toBeLessThanOrEqual(few)
  })
})
