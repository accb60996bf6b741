import type { OpenStore } from "../../seed/importers/store"

/** The test runner's HTTP client. */
export interface Api {
  get(path: string, options?: object): Promise<{ status: number; data: any }>
  post(path: string, body?: unknown, options?: object): Promise<{ status: number; data: any }>
}

export const ADDRESS = {
  first_name: "王小明", phone: "13800000000", country_code: "cn", province: "500000", city: "重庆市",
  address_1: "巫溪县古路镇一号", postal_code: "405800", metadata: { region_code: "500238" },
}

export const shopHeaders = (store: OpenStore) => ({ headers: { "x-publishable-api-key": store.publishable_key } })

/** A whole purchase by core's own nine-call path, as any storefront of Medusa does it. Answers the order. */
export async function buy(api: Api, store: OpenStore, items: { variant_id: string; quantity: number }[], provider = "pp_transfer_cn") {
  const options = shopHeaders(store)
  const { data: { cart } } = await api.post("/store/carts", { region_id: store.region_id, sales_channel_id: store.sales_channel_id }, options)
  for (const item of items) await api.post(`/store/carts/${cart.id}/line-items`, item, options)
  await api.post(`/store/carts/${cart.id}`, { email: "buyer@example.cn", shipping_address: ADDRESS, billing_address: ADDRESS }, options)
  await api.post(`/store/carts/${cart.id}/shipping-methods`, { option_id: store.shipping_option_ids.standard }, options)
  const { data: { payment_collection } } = await api.post("/store/payment-collections", { cart_id: cart.id }, options)
  await api.post(`/store/payment-collections/${payment_collection.id}/payment-sessions`, { provider_id: provider }, options)
  const { data } = await api.post(`/store/carts/${cart.id}/complete`, {}, options)
  return data.order
}
