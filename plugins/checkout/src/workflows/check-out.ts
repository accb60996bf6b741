import type { Checkout } from "@fupin/contract/schemas"
import { refuseExpiredDesignationsStep } from "@fupin/provenance/workflows"
import { createWorkflow, transform, WorkflowResponse } from "@medusajs/framework/workflows-sdk"
import { acquireLockStep, releaseLockStep } from "@medusajs/medusa/core-flows"
import { type Amounts, type CheckoutPlan, type CheckoutRequest, planCheckoutStep } from "../steps/plan-checkout"
import { writeCartPaymentStep } from "../steps/write-cart-payment"
import { writeCartStep } from "../steps/write-cart"

/** A cart ready to be completed by core, made in one go. The same request again answers the same cart. */
export const checkOutWorkflow = createWorkflow("check-out", (request: CheckoutRequest) => {
  acquireLockStep({ key: request.cart_id, timeout: 30, ttl: 120 })
  const plan = planCheckoutStep(request)
  refuseExpiredDesignationsStep(transform(plan, productsOf))
  writeCartStep(plan)
  const amounts = transform(plan, amountsOf)
  const payment = writeCartPaymentStep({ request, amounts })
  releaseLockStep({ key: request.cart_id })
  return new WorkflowResponse(transform({ request, amounts, payment }, answer))
})

function productsOf(plan: CheckoutPlan): { product_ids: string[] } {
  return { product_ids: plan.kind === "draft" ? plan.draft.lines.map(({ sellable }) => sellable.product_id) : [] }
}

function amountsOf(plan: CheckoutPlan): Amounts {
  return plan.kind === "draft" ? plan.draft.amounts : plan.amounts
}

function answer({ request, amounts, payment }: { request: CheckoutRequest; amounts: Amounts; payment: { client_secret: string | null } }): Checkout {
  return { cart_id: request.cart_id, ...amounts, payment: { provider_id: request.input.payment_provider_id, client_secret: payment.client_secret } }
}
