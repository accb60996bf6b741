import { type Decision, no, yes } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"

export interface Due {
  order_id: string
  due_fen: number
}

/** One payment over the orders of a campaign: each gets what it lacks, in the order given, until the money is used. Error: transfer_exceeds_due. */
export function allocateTransfer(dues: readonly Due[], amount_fen: number): Decision<{ order_id: string; amount_fen: number }[], "transfer_exceeds_due"> {
  const owed = dues.reduce((sum, { due_fen }) => sum + due_fen, 0)
  if (amount_fen > owed) return no("transfer_exceeds_due", `本次慰问尚欠 ¥${formatFen(owed)}，到账金额不能超过它，请核对`)
  let rest = amount_fen
  return yes(dues.flatMap(({ order_id, due_fen }) => {
    const part = Math.min(due_fen, rest)
    rest -= part
    return part > 0 ? [{ order_id, amount_fen: part }] : []
  }))
}
