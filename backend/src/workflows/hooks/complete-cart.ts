import { allowed } from "@fupin/access"
import { decideSale } from "@fupin/provenance/domain/designation"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "@fupin/provenance/modules/provenance"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

interface CompletedCart {
  completed_at: Date | null
  items?: ({ product_id?: string | null } | null)[]
}

/** Whatever way a cart was filled: goods whose designation ran out are not sold. One query; a cart that is an order already only answers it. */
completeCartWorkflow.hooks.validate(async ({ cart }: { cart: CompletedCart }, { container }) => {
  const product_ids = [...new Set((cart.items ?? []).flatMap((item) => item?.product_id ?? []))]
  if (cart.completed_at || product_ids.length === 0) return new StepResponse(true)
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  return new StepResponse(allowed(decideSale(await provenance.readDesignations(product_ids), new Date()), "not_allowed"))
})
