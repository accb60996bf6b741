import "server-only"
import { fenFromYuan } from "@fupin/contract/money"
import { z } from "zod"
import { request, requestOrNull } from "@/lib/api"

const Yuan = z.number().transform(fenFromYuan)

const Line = z.object({
  id: z.string(), product_title: z.string().nullable(), variant_title: z.string().nullable(), product_handle: z.string().nullable(),
  thumbnail: z.string().nullable(), quantity: z.number(), unit_price: Yuan, total: Yuan,
})

const Address = z.object({
  first_name: z.string().nullable(), phone: z.string().nullable(), province: z.string().nullable(), city: z.string().nullable(), address_1: z.string().nullable(),
})

const Heading = {
  id: z.string(), display_id: z.number().nullable(), status: z.string(), created_at: z.string(), total: Yuan,
  payment_status: z.string(), fulfillment_status: z.string(),
}

/** An order as core answers it, money in fen. */
const OrderAnswer = z.object({
  order: z.object({
    ...Heading, shipping_total: Yuan, discount_total: Yuan, items: z.array(Line), shipping_address: Address.nullable(),
    shipping_methods: z.array(z.object({ name: z.string() })),
  }),
})
export type Order = z.infer<typeof OrderAnswer>["order"]

const OrderList = z.object({
  orders: z.array(z.object({ ...Heading, items: z.array(z.object({ id: z.string(), product_title: z.string().nullable(), thumbnail: z.string().nullable(), quantity: z.number() })) })),
  count: z.number(),
})
export type OrderHeading = z.infer<typeof OrderList>["orders"][number]

export const ORDERS_A_PAGE = 10

/** One order, or null when there is none of that id for this visitor. */
export async function getOrder(id: string, token: string | null): Promise<Order | null> {
  return (await requestOrNull(`/store/orders/${encodeURIComponent(id)}`, OrderAnswer, { token, query: { fields: "+payment_status,+fulfillment_status" } }))?.order ?? null
}

/** The customer's own orders, the newest first. `page` counts from 1. */
export async function getOrders(token: string, page: number): Promise<z.infer<typeof OrderList>> {
  const query = { limit: ORDERS_A_PAGE, offset: (page - 1) * ORDERS_A_PAGE, order: "-created_at", fields: "+payment_status,+fulfillment_status,*items" }
  return request("/store/orders", OrderList, { token, query })
}
