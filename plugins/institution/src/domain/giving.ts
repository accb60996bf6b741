import { type Decision, no, yes } from "@fupin/contract/codes"

/** A school or home that goods are given to (爱心捐赠), as it stands when it is asked. */
export interface Recipient {
  name: string
  is_open: boolean
}

/** Whether goods may be given to it now; nobody: the unit keeps them. Error: recipient_closed, with its name. */
export function decideGiving(recipient: Recipient | null): Decision<true, "recipient_closed"> {
  return recipient === null || recipient.is_open ? yes(true) : no("recipient_closed", `受赠单位“${recipient.name}”已停止接收捐赠，请在定向认购里另选一家，或改送本单位`)
}

/** What was paid less refunded for goods given away, by who had them, the most first; fen. */
export function sumByRecipient(paid: readonly { given_to: string | null; amount_fen: number }[]): { name: string; paid_fen: number }[] {
  const sums = new Map<string, number>()
  for (const { given_to, amount_fen } of paid) if (given_to !== null) sums.set(given_to, (sums.get(given_to) ?? 0) + amount_fen)
  return [...sums].map(([name, paid_fen]) => ({ name, paid_fen })).filter(({ paid_fen }) => paid_fen !== 0).toSorted((one, other) => other.paid_fen - one.paid_fen)
}
