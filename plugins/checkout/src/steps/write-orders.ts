import { yuanFromFen } from "@fupin/contract/money"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { deriveId } from "../domain/ids"
import type { OrderLine, PlannedOrder } from "../domain/place-order"
import { readTaxLines, type Taxable, type TaxLine } from "../reads/read-tax-lines"

const CHUNK = 100
const CURRENCY = "cny"

/** Writes planned orders with lines, shipping, addresses and tax lines, a hundred to a transaction. */
export const writeOrdersStep = createStep("write-orders", async ({ planned }: { planned: PlannedOrder[] }, { container }) => {
  const written: string[] = []
  const orders = container.resolve(Modules.ORDER)
  for (let at = 0; at < planned.length; at += CHUNK) {
    const chunk = planned.slice(at, at + CHUNK)
    const taxes = await readTaxes(container, chunk)
    await orders.createOrders(chunk.map((plan) => orderRow(plan, taxes)))
    written.push(...chunk.map(({ order }) => order.id))
  }
  return new StepResponse(written, written)
}, async (written, { container }) => {
  if (written?.length) await container.resolve(Modules.ORDER).deleteOrders(written)
})

async function readTaxes(container: MedusaContainer, planned: PlannedOrder[]): Promise<Map<string, TaxLine[]>> {
  const byProvince = new Map<string | undefined, Taxable[]>()
  for (const plan of planned) {
    const { province } = plan.order.shipping_address
    byProvince.set(province, [...(byProvince.get(province) ?? []), ...taxablesOf(plan)])
  }
  const lines = await Promise.all([...byProvince].map(([province, taxables]) => readTaxLines(container, taxables, province)))
  return new Map(lines.flatMap((map) => [...map]))
}

function taxablesOf({ order, lines, shipping }: PlannedOrder): Taxable[] {
  const goods: Taxable[] = lines.map(({ line_id, sellable, quantity, unit_price_fen }) => ({
    id: line_id, product_id: sellable.product_id, ...(sellable.type_id ? { product_type_id: sellable.type_id } : {}), quantity, unit_price: yuanFromFen(unit_price_fen), currency_code: CURRENCY,
  }))
  if (!shipping) return goods
  return [...goods, { id: deriveId("ordsm", order.id), shipping_option_id: shipping.id, unit_price: yuanFromFen(shipping.fen), currency_code: CURRENCY }]
}

function orderRow({ order, lines, shipping }: PlannedOrder, taxes: Map<string, TaxLine[]>) {
  const placed_at = order.placed_at ? new Date(order.placed_at) : undefined
  const shipping_id = deriveId("ordsm", order.id)
  return {
    id: order.id,
    ...(placed_at ? { created_at: placed_at } : {}),
    ...(order.customer_id ? { customer_id: order.customer_id } : {}),
    email: order.email,
    currency_code: CURRENCY,
    region_id: order.region_id,
    sales_channel_id: order.sales_channel_id,
    status: "pending",
    shipping_address: { ...order.shipping_address },
    billing_address: { ...order.shipping_address },
    no_notification: true,
    metadata: order.metadata ?? null,
    items: lines.map((line) => lineRow(line, taxes.get(line.line_id) ?? [])),
    shipping_methods: shipping
      ? [{ id: shipping_id, name: shipping.name, amount: yuanFromFen(shipping.fen), is_tax_inclusive: true, shipping_option_id: shipping.id, data: {}, tax_lines: taxes.get(shipping_id) ?? [] }]
      : [],
  }
}

function lineRow({ line_id, sellable, quantity, unit_price_fen, metadata }: OrderLine, tax_lines: TaxLine[]) {
  return {
    id: line_id,
    ...lineFacts(sellable),
    quantity,
    unit_price: yuanFromFen(unit_price_fen),
    is_tax_inclusive: true,
    metadata,
    tax_lines,
  }
}

/** What a line copies of its goods, so that it says the same for ever. */
export function lineFacts(sellable: OrderLine["sellable"]) {
  return {
    title: sellable.title,
    subtitle: sellable.specification,
    ...(sellable.thumbnail ? { thumbnail: sellable.thumbnail } : {}),
    product_id: sellable.product_id,
    product_title: sellable.title,
    ...(sellable.description ? { product_description: sellable.description } : {}),
    ...(sellable.subtitle ? { product_subtitle: sellable.subtitle } : {}),
    ...(sellable.type_id ? { product_type_id: sellable.type_id } : {}),
    product_handle: sellable.handle,
    variant_id: sellable.variant_id,
    ...(sellable.sku ? { variant_sku: sellable.sku } : {}),
    ...(sellable.barcode ? { variant_barcode: sellable.barcode } : {}),
    variant_title: sellable.specification,
    is_discountable: sellable.discountable,
    requires_shipping: true,
  }
}
