import { yuanFromFen } from "@fupin/contract/money"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import type { CartDraft, CheckoutPlan } from "./plan-checkout"
import { lineFacts } from "./write-orders"

/** Writes a whole cart at once: goods, address, shipping, taxes and discounts, where core would refresh it after each. */
export const writeCartStep = createStep("write-cart", async (plan: CheckoutPlan, { container }) => {
  if (plan.kind === "replay") return new StepResponse(null, null)
  const { draft } = plan
  await container.resolve(Modules.CART).createCarts(cartRow(draft))
  const promotions = [...new Set(draft.adjustments.map(({ promotion_id }) => promotion_id))]
  if (promotions.length > 0) {
    await container.resolve(ContainerRegistrationKeys.LINK).create(promotions.map((promotion_id) => ({
      [Modules.CART]: { cart_id: draft.request.cart_id }, [Modules.PROMOTION]: { promotion_id },
    })))
  }
  return new StepResponse(draft.request.cart_id, draft.request.cart_id)
}, async (cartId, { container }) => {
  if (cartId) await container.resolve(Modules.CART).deleteCarts([cartId])
})

function cartRow(draft: CartDraft) {
  const { request, region_id, currency_code, shipping, shipping_id } = draft
  const { input, cart_id, customer_id, sales_channel_id } = request
  const address = addressRow(draft)
  return {
    id: cart_id, region_id, currency_code, sales_channel_id, email: input.email,
    ...(customer_id ? { customer_id } : {}),
    shipping_address: address, billing_address: billingOf(draft, address),
    metadata: { ...request.agreed?.metadata, remark: input.remark, reason: input.reason, ...donationOf(draft), input_hash: draft.input_hash, amounts: draft.amounts },
    items: draft.lines.map(({ line_id, sellable, quantity, unit_price_fen }) => ({
      id: line_id, ...lineFacts(sellable), quantity, unit_price: yuanFromFen(unit_price_fen), is_tax_inclusive: true, metadata: {},
      tax_lines: draft.taxes[line_id] ?? [], adjustments: adjustmentsOf(draft, line_id),
    })),
    shipping_methods: [{
      id: shipping_id, name: shipping.name, amount: yuanFromFen(shipping.fen), is_tax_inclusive: true, shipping_option_id: shipping.id, data: {},
      tax_lines: draft.taxes[shipping_id] ?? [], adjustments: adjustmentsOf(draft, shipping_id),
    }],
  }
}

function adjustmentsOf({ adjustments }: CartDraft, id: string) {
  return adjustments.filter(({ target_id }) => target_id === id).map(({ target_id: _target, ...adjustment }) => adjustment)
}

/** Core's address knows no county: province by code, city by name, county before the street, the code in metadata. */
function addressRow({ destination: { address, division } }: CartDraft) {
  const { name, phone, detail } = address
  return {
    first_name: name, phone, country_code: "cn", province: division.province.code, city: division.city,
    address_1: `${division.county}${detail}`, metadata: { region_code: division.code, county: division.county, province_name: division.province.name },
  }
}

/** Who pays is who gives, not who receives. */
function billingOf({ destination: { donation } }: CartDraft, address: ReturnType<typeof addressRow>) {
  return donation ? { first_name: donation.donor, country_code: "cn" } : { ...address }
}

function donationOf({ destination: { donation } }: CartDraft) {
  if (!donation) return {}
  const { recipient_id, recipient_name, place } = donation
  return { donation: { recipient_id, recipient_name, place } }
}
