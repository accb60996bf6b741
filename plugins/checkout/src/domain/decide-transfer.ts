import { type Decision, no, yes } from "@fupin/contract/codes"
import { type Fen, formatFen } from "@fupin/contract/money"
import { TRANSFER_PROVIDER } from "./payment-kinds"

export interface TransferFacts {
  provider_id: string
  cancelled: boolean
  due_fen: Fen
  /** What was registered before under this reference, if anything. */
  registered: { amount_fen: Fen; received_on: string } | null
}

export interface Arrived {
  amount_fen: Fen
  received_on: string
}

type TransferError = "not_a_transfer" | "order_cancelled" | "transfer_exceeds_due" | "transfer_reference_taken"

/** Whether money that arrived can be registered, in whole or part; "again" when this very receipt already is. */
export function decideTransfer(facts: TransferFacts, arrived: Arrived): Decision<"new" | "again", TransferError> {
  const { registered } = facts
  if (registered) {
    return registered.amount_fen === arrived.amount_fen && registered.received_on === arrived.received_on ? yes("again") : no("transfer_reference_taken")
  }
  if (facts.provider_id !== TRANSFER_PROVIDER) return no("not_a_transfer")
  if (facts.cancelled) return no("order_cancelled")
  if (arrived.amount_fen > facts.due_fen) return no("transfer_exceeds_due", `该订单尚欠 ¥${formatFen(facts.due_fen)}，到账金额不能超过它，请核对`)
  return yes("new")
}
