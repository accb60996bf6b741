import { defineSearchIndex, search } from "@medusajs/framework/utils"
import { asGraph, readRows } from "../medusa"
import { buildDocuments } from "../queries/documents"

/** Read at every boot: a change of the definition, or of how words are cut, rebuilds the index. */
const BATCH = 200

const EVENTS = ["product.created", "product.updated", "product.deleted", "product-variant.created", "product-variant.updated", "product-variant.deleted", "provenance.changed"]

/** The products of a changed variant are looked up; the other events name products. */
async function productsOf(query: ReturnType<typeof asGraph>, name: string, data: { id?: string | string[]; product_ids?: string[] }): Promise<string[]> {
  if (data.product_ids) return data.product_ids
  const ids = [data.id ?? []].flat()
  if (!name.startsWith("product-variant.")) return ids
  const variants = await readRows<{ product_id: string }>(query, "variant", ["product_id"], { id: ids })
  return variants.map(({ product_id }) => product_id)
}

export default defineSearchIndex({
  name: "catalogue",
  entity: "product",
  fields: search.define({
    id: search.keyword().filterable().sortable(),
    words: search.text().searchable({ weight: 10 }),
    pinyin: search.text().searchable({ weight: 4 }),
    aside: search.text().searchable({ weight: 4 }),
    pairs: search.text().searchable({ weight: 2 }),
    description: search.text().searchable({ weight: 1 }),
    categories: search.keyword().array().filterable().facetable(),
    lineage: search.keyword().array().filterable(),
    county: search.keyword().filterable().facetable(),
    producer_id: search.keyword().filterable().sortable(),
    sales_channels: search.keyword().array().filterable(),
    price_fen: search.integer().sortable(),
    designated: search.integer().sortable(),
    created_at: search.date().sortable(),
  }),
  events: EVENTS,
  async consume(event, { container }) {
    const query = asGraph(container.query)
    const ids = await productsOf(query, event.name, event.data)
    if (ids.length === 0) return []
    const documents = await buildDocuments(query, ids, new Date())
    const gone = ids.filter((id) => !documents.some((document) => document.id === id))
    return [{ action: "upsert", documents }, ...(gone.length > 0 ? [{ action: "delete" as const, filters: { id: gone } }] : [])]
  },
  async *seed({ container }) {
    const query = asGraph(container.query)
    for (let skip = 0; ; skip += BATCH) {
      const rows = await readRows<{ id: string }>(query, "product", ["id"], {}, { pagination: { skip, take: BATCH, order: { id: "ASC" } } })
      if (rows.length > 0) yield [{ action: "upsert", documents: await buildDocuments(query, rows.map(({ id }) => id), new Date()) }]
      if (rows.length < BATCH) return
    }
  },
})
