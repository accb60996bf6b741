import { Modules } from "@medusajs/framework/utils"
import { createStep, createWorkflow, StepResponse, WorkflowResponse } from "@medusajs/framework/workflows-sdk"

const rebuildCatalogueStep = createStep("rebuild-catalogue", async (_none: void, { container }) => {
  const { job_id } = await container.resolve(Modules.SEARCH).reindex({ index: "catalogue" })
  return new StepResponse({ job_id })
})

/** Builds the catalogue's index anew beside the old one and then serves the new one. */
export const rebuildCatalogueWorkflow = createWorkflow("rebuild-catalogue", () => new WorkflowResponse(rebuildCatalogueStep()))
