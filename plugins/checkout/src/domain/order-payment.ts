import type { Fen } from "@fupin/contract/money"
import type { OrderPayment } from "@fupin/contract/schemas"
import { DEMO_PROVIDER, TRANSFER_PROVIDER } from "./payment-kinds"

export interface PaymentFacts {
  order_id: string
  display_id: number
  cancelled: boolean
  total_fen: Fen
  paid_fen: Fen
  refunded_fen: Fen
  provider_id: string
  bank_account: BankAccount | null
  donation: OrderPayment["donation"]
}

export interface BankAccount {
  payee: string
  bank: string
  account: string
}

/** How an order is paid, in fen; where a transfer goes as long as something is due. */
export function describePayment(facts: PaymentFacts): OrderPayment {
  const { order_id, total_fen, paid_fen, refunded_fen, bank_account, donation } = facts
  const [method, state] = [methodOf(facts.provider_id), stateOf(facts)]
  const due_fen = Math.max(total_fen - paid_fen, 0)
  const awaited = method === "transfer" && (state === "awaiting_payment" || state === "partly_paid")
  const transfer = awaited && bank_account ? { ...bank_account, reference: transferReference(facts.display_id), due_fen } : null
  return { order_id, method, state, total_fen, paid_fen, refunded_fen, transfer, donation }
}

/** The 附言 by which finance finds the order of a transfer: FP and the order's number. */
export function transferReference(displayId: number): string {
  return `FP${String(displayId).padStart(6, "0")}`
}

function methodOf(providerId: string): OrderPayment["method"] {
  if (providerId === TRANSFER_PROVIDER) return "transfer"
  if (providerId === DEMO_PROVIDER) return "demo"
  return providerId.startsWith("pp_stripe") ? "stripe" : "other"
}

function stateOf({ cancelled, total_fen, paid_fen, refunded_fen }: PaymentFacts): OrderPayment["state"] {
  if (refunded_fen > 0) return refunded_fen >= paid_fen ? "refunded" : "partly_refunded"
  if (cancelled) return "cancelled"
  if (paid_fen >= total_fen) return "paid"
  return paid_fen > 0 ? "partly_paid" : "awaiting_payment"
}
