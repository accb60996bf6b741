import { allowed } from "@fupin/access"
import { claimGroupBuyCart, type CompletingCart, unclaimGroupBuyCart } from "@fupin/institution/group-buy/claim"
import { decideSale } from "@fupin/provenance/domain/designation"
import { PROVENANCE_MODULE, type ProvenanceModuleService } from "@fupin/provenance/modules/provenance"
import { completeCartWorkflow } from "@medusajs/medusa/core-flows"
import { StepResponse } from "@medusajs/framework/workflows-sdk"

interface CompletedCart extends CompletingCart {
  completed_at: Date | null
  items?: (NonNullable<NonNullable<CompletingCart["items"]>[number]> & { product_id?: string | null } | null)[]
}

/**
 * Whatever way a cart was filled: goods whose designation ran out are not sold, and a part in a group buy is sold in time and as agreed, or
 * not at all. A query each; a cart that is an order already only answers it. Answers what to let go of when the cart becomes no order.
 */
completeCartWorkflow.hooks.validate(async ({ cart }: { cart: CompletedCart }, { container }) => {
  const product_ids = [...new Set((cart.items ?? []).flatMap((item) => item?.product_id ?? []))]
  if (cart.completed_at || product_ids.length === 0) return new StepResponse(true, null)
  const provenance: ProvenanceModuleService = container.resolve(PROVENANCE_MODULE)
  allowed(decideSale(await provenance.readDesignations(product_ids), new Date()), "not_allowed")
  return new StepResponse(true, (await claimGroupBuyCart(container, cart)) ? cart.id : null)
}, async (cartId: string | null | undefined, { container }) => {
  if (cartId) await unclaimGroupBuyCart(container, cartId)
})
