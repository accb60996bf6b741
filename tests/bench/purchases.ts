import { randomUUID } from "node:crypto"
import { ADDRESS } from "../support/purchase"
import type { Backend } from "./backend"

type Answer = Record<string, Record<string, string> & { id: string }> & { cart_id: string }

type Shop = Pick<Backend, "url" | "store" | "variants">

async function post(backend: Shop, path: string, body: object): Promise<Answer> {
  const answer = await fetch(backend.url + path, {
    method: "POST", headers: { "content-type": "application/json", "x-publishable-api-key": backend.store.publishable_key }, body: JSON.stringify(body),
  })
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`)
  return (await answer.json()) as Answer
}

export async function complete(backend: Shop, cartId: string): Promise<void> {
  const { order } = await post(backend, `/store/carts/${cartId}/complete`, {})
  if (!order?.id) throw new Error("the cart was not completed")
}

async function pay(backend: Shop, cartId: string): Promise<void> {
  await post(backend, `/store/carts/${cartId}/shipping-methods`, { option_id: backend.store.shipping_option_ids.standard })
  const { payment_collection } = await post(backend, "/store/payment-collections", { cart_id: cartId })
  await post(backend, `/store/payment-collections/${payment_collection!.id}/payment-sessions`, { provider_id: "pp_transfer_cn" })
}

/** A cart of core's own making, ready to be completed. */
export async function readyCart(backend: Shop): Promise<string> {
  const items = backend.variants.map((variant_id) => ({ variant_id, quantity: 1 }))
  const { cart } = await post(backend, "/store/carts", { region_id: backend.store.region_id, items, email: "bench@example.cn", shipping_address: ADDRESS, billing_address: ADDRESS })
  await pay(backend, cart!.id)
  return cart!.id
}

/** Nine calls, as any storefront of Medusa buys three goods; more than three come with the cart. */
export async function buyInNineCalls(backend: Shop): Promise<void> {
  const items = backend.variants.slice(3).map((variant_id) => ({ variant_id, quantity: 1 }))
  const { cart } = await post(backend, "/store/carts", { region_id: backend.store.region_id, ...(items.length > 0 ? { items } : {}) })
  for (const variant_id of backend.variants.slice(0, 3)) await post(backend, `/store/carts/${cart!.id}/line-items`, { variant_id, quantity: 1 })
  await post(backend, `/store/carts/${cart!.id}`, { email: "bench@example.cn", shipping_address: ADDRESS, billing_address: ADDRESS })
  await pay(backend, cart!.id)
  await complete(backend, cart!.id)
}

/** Three calls, as our storefront does: quote, checkout, complete. */
export async function buyOurWay(backend: Shop): Promise<void> {
  const items = backend.variants.map((variant_id) => ({ variant_id, quantity: 1 }))
  await post(backend, "/store/checkout/quote", { items })
  const { cart_id } = await post(backend, "/store/checkout", {
    idempotency_key: randomUUID(), items, email: "bench@example.cn", address: { name: "王小明", phone: "13800000000", county_code: "500238", detail: "古路镇一号" },
    shipping_option_id: backend.store.shipping_option_ids.standard, payment_provider_id: "pp_transfer_cn",
  })
  await complete(backend, cart_id)
}
