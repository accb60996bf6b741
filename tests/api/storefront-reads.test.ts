import { batchLinkProductsToCategoryWorkflow, createProductCategoriesWorkflow } from "@medusajs/medusa/core-flows"
import { importStore, type OpenStore } from "../../seed/importers/store"
import { createGoods } from "../support/goods"
import { describeShop } from "../support/shop"

/** The very fields that the product page asks core for (storefront/lib/api/product.ts). */
const FIELDS =
  "id,handle,title,subtitle,description,metadata,thumbnail,images.url,*categories,variants.id,variants.title," +
  "variants.manage_inventory,variants.allow_backorder,*variants.calculated_price,+variants.inventory_quantity"

describeShop(({ api, getContainer }) => {
  const read = (store: OpenStore, path: string, params: Record<string, unknown> = {}) =>
    api.get(path, { params, headers: { "x-publishable-api-key": store.publishable_key }, validateStatus: () => true })

  it("answers the shop's reads: a Chinese handle, an unknown one, categories, an empty ledger", async () => {
    const store = await importStore(getContainer())
    const goods = await createGoods(getContainer(), store, "巫溪洋芋", 39.9, 7)
    const category = { handle: "蔬菜", name: "蔬菜", is_active: true, metadata: { picture: "http://localhost/a.webp" } }
    const { result: [made] } = await createProductCategoriesWorkflow(getContainer()).run({ input: { product_categories: [category] } })
    await batchLinkProductsToCategoryWorkflow(getContainer()).run({ input: { id: made!.id, add: [goods.product_id], remove: [] } })
    const { data: listed } = await read(store, "/store/products", { id: goods.product_id, region_id: store.region_id })
    const { handle } = listed.products[0]

    const known = await read(store, "/store/products", { handle, region_id: store.region_id, fields: FIELDS, limit: 1 })
    expect(known.status).toBe(200)
    expect(known.data.products[0]).toMatchObject({
      id: goods.product_id, title: "巫溪洋芋", handle, images: [], categories: [{ handle: "蔬菜", name: "蔬菜" }],
      variants: [{ id: goods.variant_id, title: "一份", manage_inventory: true, allow_backorder: false, inventory_quantity: 7, calculated_price: { calculated_amount: 39.9 } }],
    })

    const unknown = await read(store, "/store/products", { handle: "没有这件", region_id: store.region_id, fields: FIELDS, limit: 1 })
    expect([unknown.status, unknown.data.products]).toEqual([200, []])

    const categories = await read(store, "/store/product-categories", { fields: "handle,name,description,metadata", limit: 200 })
    expect([categories.status, categories.data.product_categories]).toMatchObject([200, [{ handle: "蔬菜", name: "蔬菜", metadata: category.metadata }]])

    const regions = await read(store, "/store/regions")
    expect(regions.data.regions).toMatchObject([{ id: store.region_id, currency_code: "cny" }])

    const summary = await read(store, "/store/benefit/summary")
    expect([summary.status, summary.data]).toMatchObject([200, { total_fen: 0, households: 0, orders: 0, sales_fen: 0, by_region: [] }])

    const provenance = await read(store, `/store/provenance/products/${goods.product_id}`)
    expect([provenance.status, provenance.data.code]).toEqual([404, "no_provenance"])
  })
})
