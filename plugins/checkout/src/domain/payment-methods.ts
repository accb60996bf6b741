import type { Quote } from "@fupin/contract/schemas"
import { DEMO_PROVIDER, TRANSFER_PROVIDER } from "./payment-kinds"

type Method = Quote["payment_methods"][number]

const METHODS: Record<string, Omit<Method, "provider_id">> = {
  [DEMO_PROVIDER]: { kind: "demo", name: "模拟支付", description: "演示用，不产生真实扣款" },
  [TRANSFER_PROVIDER]: { kind: "transfer", name: "银行转账", description: "下单后按订单上的账号和附言转账，到账后发货" },
  pp_stripe_stripe: { kind: "stripe", name: "银行卡", description: "由 Stripe 安全处理" },
}

/** The ways to pay that a region offers, in the words a buyer reads; others are not for the shop window. */
export function describeMethods(providerIds: string[]): Method[] {
  return Object.entries(METHODS).flatMap(([provider_id, method]) => (providerIds.includes(provider_id) ? [{ provider_id, ...method }] : []))
}
