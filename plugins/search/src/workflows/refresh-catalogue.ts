import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { graphOf } from "../medusa"
import { buildDocuments } from "../queries/documents"

const refreshCatalogueStep = createStep("refresh-catalogue", async ({ product_ids }: { product_ids: string[] }, { container }) => {
  const search = container.resolve(Modules.SEARCH)
  const index = (await search.listIndexes()).find(({ name }) => name === "catalogue")
  if (product_ids.length === 0 || !index || index.status === "pending") return new StepResponse({ refreshed: 0 })
  const documents = await buildDocuments(graphOf(container), product_ids, new Date())
  await search.upsertDocuments({ index: "catalogue", documents })
  const gone = product_ids.filter((id) => !documents.some((document) => document.id === id))
  if (gone.length > 0) await search.deleteDocuments({ index: "catalogue", filters: { id: gone } })
  return new StepResponse({ refreshed: documents.length })
})

/** Brings the index up to date with these products, those that are gone too. An index never built is left for its first building. */
export const refreshCatalogueWorkflow = createWorkflow("refresh-catalogue", (input: { product_ids: string[] }) => new WorkflowResponse(refreshCatalogueStep(input)))
