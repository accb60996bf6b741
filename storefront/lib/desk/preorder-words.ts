import type { PreorderContract, PreorderContractState, PreorderDelivery, PreorderPaymentStep } from "@fupin/contract/schemas"
import type { StateLabel } from "../orders/states"

const STATES = {
  requested: { text: "等单位审批", tone: "straw" },
  running: { text: "履行中", tone: "leaf" },
  done: { text: "已履行完", tone: "plain" },
  cancelled: { text: "已取消", tone: "plain" },
  lapsed: { text: "已失效", tone: "vermilion" },
  withdrawn: { text: "已退出", tone: "plain" },
} as const satisfies Record<PreorderContractState, StateLabel>

/** Where a contract is, in the words of whoever waits for it. */
export function contractState({ state, offer, due_fen, steps, may_withdraw, may_take_more, wants_more, deliveries }: PreorderContract): StateLabel {
  if (state !== "running") return STATES[state]
  if (deliveries.some((one) => one.state === "placed")) return { text: "待验收", tone: "vermilion" }
  if (wants_more === null && (may_withdraw || may_take_more > 0)) return { text: "收成已定，请答复", tone: "vermilion" }
  if (due_fen > 0 && (steps.some(({ is_overdue }) => is_overdue) || steps[0]!.paid_fen < steps[0]!.amount_fen)) return { text: "待付预付款", tone: "vermilion" }
  return offer.state === "harvested" ? { text: "交付中", tone: "leaf" } : { text: "生长中", tone: "leaf" }
}

export const DELIVERY_STATES = {
  planned: { text: "待下单", tone: "straw" }, placed: { text: "待验收", tone: "vermilion" }, accepted: { text: "已验收", tone: "leaf" }, called_off: { text: "已取消", tone: "plain" },
} as const satisfies Record<PreorderDelivery["state"], StateLabel>

export const stepName = ({ kind }: Pick<PreorderPaymentStep, "kind">, index: number): string => ({ deposit: "首期预付款", instalment: `第 ${index + 1} 期预付款`, balance: "交付后的余款" })[kind]
