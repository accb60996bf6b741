import { defineSearchIndex, search } from "@medusajs/framework/utils"
import { asGraph, readRows } from "../medusa"
import { buildDocuments } from "../queries/documents"

const BATCH = 200

/** How it follows changes: subscribers/follow-products.ts, which gathers the events of one change. */
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
  async *seed({ container }) {
    const query = asGraph(container.query)
    for (let skip = 0; ; skip += BATCH) {
      const rows = await readRows<{ id: string }>(query, "product", ["id"], {}, { pagination: { skip, take: BATCH, order: { id: "ASC" } } })
      if (rows.length > 0) yield [{ action: "upsert", documents: await buildDocuments(query, rows.map(({ id }) => id), new Date()) }]
      if (rows.length < BATCH) return
    }
  },
})
