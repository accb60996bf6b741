import type { ErrorCode } from "@fupin/contract/codes"
import type { TransferInput } from "@fupin/contract/schemas"

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

/** Today in Asia/Shanghai, YYYY-MM-DD. */
export const today = (): string => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Shanghai" }).format(new Date())
