import { refusal } from "@fupin/access"
import { yuanFromFen } from "@fupin/contract/money"
import type { ComputeActionContext, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import type { OrderLine, ShippingChoice } from "../domain/place-order"

export interface DiscountQuestion {
  codes: string[]
  lines: OrderLine[]
  shipping: ShippingChoice | null
  shipping_id: string
  region_id: string
  currency_code: string
  customer_id: string | null
  email: string | null
}

export interface Adjustment {
  target_id: string
  code: string
  promotion_id: string
  amount: number
  is_tax_inclusive: boolean
}

/** What codes (and promotions that need none) take off each line and the shipping. Error: unusable_promotion. */
export async function readDiscounts(container: MedusaContainer, question: DiscountQuestion): Promise<Adjustment[]> {
  const promotions = container.resolve(Modules.PROMOTION)
  const codes = [...new Set(question.codes)]
  const known = codes.length === 0 ? [] : await promotions.listPromotions({ code: codes }, { select: ["id", "code"] })
  if (known.length < codes.length) throw refusal("invalid_data", "unusable_promotion")
  const actions = await promotions.computeActions(codes, await contextOf(container, question))
  const taken = actions.flatMap((action) => {
    if (action.action !== "addItemAdjustment" && action.action !== "addShippingMethodAdjustment") return []
    const target_id = action.action === "addItemAdjustment" ? action.item_id : action.shipping_method_id
    return [{ target_id, code: action.code, amount: Number(action.amount), is_tax_inclusive: "is_tax_inclusive" in action && action.is_tax_inclusive === true }]
  })
  if (codes.some((code) => !taken.some((adjustment) => adjustment.code === code))) throw refusal("invalid_data", "unusable_promotion")
  const applied = await promotions.listPromotions({ code: [...new Set(taken.map(({ code }) => code))] }, { select: ["id", "code"] })
  return taken.map((adjustment) => ({ ...adjustment, promotion_id: applied.find(({ code }) => code === adjustment.code)!.id }))
}

/** The facts that promotion rules may ask about, named as core's cart names them. */
async function contextOf(container: MedusaContainer, question: DiscountQuestion): Promise<ComputeActionContext> {
  const { lines, shipping, shipping_id, region_id, currency_code, customer_id, email } = question
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const product_ids = [...new Set(lines.map(({ sellable }) => sellable.product_id))]
  const fields = ["id", "collection_id", "type_id", "categories.id", "tags.id"]
  const { data: products } = await query.graph({ entity: "product", fields, filters: { id: product_ids } })
  const { data: [customer] } = customer_id
    ? await query.graph({ entity: "customer", fields: ["id", "email", "groups.id"], filters: { id: customer_id } })
    : { data: [] }
  return {
    currency_code, region: { id: region_id }, ...(email ? { email } : {}), ...(customer ? { customer } : {}),
    items: lines.map((line) => itemOf(line, products.find(({ id }) => id === line.sellable.product_id))),
    shipping_methods: shipping
      ? [{ id: shipping_id, subtotal: yuanFromFen(shipping.fen), original_total: yuanFromFen(shipping.fen), is_tax_inclusive: true, ...(shipping.type_id ? { shipping_option: { shipping_option_type_id: shipping.type_id } } : {}), adjustments: [] }]
      : [],
  }
}

function itemOf({ line_id, sellable, quantity, unit_price_fen }: OrderLine, product: object | undefined) {
  const total = yuanFromFen(unit_price_fen * quantity)
  return {
    id: line_id, quantity, subtotal: total, original_total: total, is_tax_inclusive: true, is_discountable: sellable.discountable,
    variant_id: sellable.variant_id, product_id: sellable.product_id, product: { id: sellable.product_id, ...product }, adjustments: [],
  }
}
