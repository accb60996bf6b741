import type { PreorderContractState } from "@fupin/contract/schemas"

/** A contract's money as it stands, in fen: its own book, and what its accepted goods are worth. */
export interface Money {
  state: PreorderContractState
  /** What the contract comes to now. */
  total_fen: number
  accepted_fen: number
  received_fen: number
  paid_back_fen: number
}

const isOver = (state: PreorderContractState): boolean => state !== "requested" && state !== "running"

/** What may still be asked of the unit, or used, in all: the contract's worth while it runs, what was accepted once it is over. */
export const worthOf = ({ state, total_fen, accepted_fen }: Money): number => (isOver(state) ? accepted_fen : total_fen)

/** What was paid too much: given back in full. */
export const owedBack = (money: Money): number => Math.max(0, money.received_fen - money.paid_back_fen - worthOf(money))

/** What may still arrive. */
export const openOf = (money: Money): number => Math.max(0, worthOf(money) - (money.received_fen - money.paid_back_fen))

export interface Payment {
  id: string
  amount_fen: number
  /** Taken for accepted goods already. */
  applied_fen: number
}

export interface AcceptedDelivery {
  id: string
  accepted_fen: number
  applied_fen: number
  /** What its order still lacks, by core. */
  lacks_fen: number
}

export interface Application {
  payment_id: string
  delivery_id: string
  amount_fen: number
}

/**
 * The next advance that becomes payment for accepted goods: the oldest money for the oldest delivery, never more than was accepted, nor
 * than its order lacks; what was paid back came from the latest money. Null when nothing is left to do. Asked again after each step.
 */
export function planApplication(payments: readonly Payment[], paid_back_fen: number, deliveries: readonly AcceptedDelivery[], done: readonly Pick<Application, "payment_id" | "delivery_id">[]): Application | null {
  const free = freeOf(payments, paid_back_fen)
  for (const { id, accepted_fen, applied_fen, lacks_fen } of deliveries) {
    const wanting = Math.min(accepted_fen - applied_fen, lacks_fen)
    const payment = free.find((one) => one.free_fen > 0 && !done.some(({ payment_id, delivery_id }) => payment_id === one.id && delivery_id === id))
    if (wanting > 0 && payment) return { payment_id: payment.id, delivery_id: id, amount_fen: Math.min(wanting, payment.free_fen) }
  }
  return null
}

function freeOf(payments: readonly Payment[], paid_back_fen: number): { id: string; free_fen: number }[] {
  let back = paid_back_fen
  return payments.toReversed().map(({ id, amount_fen, applied_fen }) => {
    const taken = Math.min(back, amount_fen - applied_fen)
    back -= taken
    return { id, free_fen: amount_fen - applied_fen - taken }
  }).reverse()
}
