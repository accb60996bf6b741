import type { ErrorCode } from "@fupin/contract/codes"
import type { TransferInput } from "@fupin/contract/schemas"
import type { AdminOrder } from "@medusajs/framework/types"

/** What the backend refused: its code, and its own sentence. */
export class Refusal extends Error {
  constructor(readonly code: ErrorCode, message: string) {
    super(message)
  }
}

export async function registerTransfer(orderId: string, transfer: TransferInput): Promise<void> {
  const answer = await fetch(`/admin/checkout/orders/${orderId}/transfers`, {
    method: "POST", credentials: "include", headers: { "content-type": "application/json" }, body: JSON.stringify(transfer),
  })
  if (answer.ok) return
  const isJson = answer.headers.get("content-type")?.includes("json") ?? false
  const { code = "unexpected", message = "" } = isJson ? await answer.json() : {}
  // Core's own validator speaks English of field names: nothing that people at the desk could use.
  throw new Refusal(code, /\p{Script=Han}/u.test(message) ? message : "没有登记：请核对金额、流水号和日期，或稍后再试")
}

/** An order's payments with what was captured of each. */
export async function readPayments(orderId: string): Promise<AdminOrder> {
  const answer = await fetch(`/admin/orders/${orderId}?fields=id,*payment_collections.payments,*payment_collections.payments.captures`, { credentials: "include" })
  if (!answer.ok) throw new Refusal("unexpected", "没有读到收款，请刷新后重试")
  return (await answer.json()).order
}

/** Today in Asia/Shanghai, YYYY-MM-DD. */
export const today = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date())
