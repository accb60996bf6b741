import type { PreorderContract, PreorderContractState, PreorderDelivery, PreorderPaymentStep, PreorderRule } from "@fupin/contract/schemas"
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

/** The rule of variance as sentences, as it stands in the offer and is frozen into each contract. */
export function ruleSentences({ deposit_percent, deposit_days, instalments, grace_days, balance_days, shortage, tolerance_percent, surplus_percent, answer_days }: PreorderRule): string[] {
  const later = instalments.map(({ due_on, percent }) => `${due_on} 前付 ${percent}%`).join("，")
  return [
    `签订后 ${deposit_days} 天内付 ${deposit_percent}%${later && `，${later}`}，余款在验收后 ${balance_days} 天内付清。这些都是预付款，不是定金。`,
    `逾期超过 ${grace_days} 天，合同自动失效，已付的全部退回。`,
    `减产时${shortage === "pro_rata" ? "按各单位的认购量同比例分配" : "先满足学校、医院和养老机构，其余按认购量同比例分配"}，多付的全部退回。`,
    `少分超过 ${tolerance_percent}% 的，可在公布产量后 ${answer_days} 天内退出，已付的全部退回。`,
    surplus_percent > 0 ? `增产时可按原价加购，最多加认购量的 ${surplus_percent}%，申请多于余量的按同一规则分配。` : "增产部分不加购。",
  ]
}
