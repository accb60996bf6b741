import type { PreorderContractState, PreorderDelivery, PreorderOfferState } from "@fupin/contract/schemas"

type Badge = readonly ["grey" | "blue" | "orange" | "green" | "red", string]

export const OFFER_STATES: Record<PreorderOfferState, Badge> = { draft: ["grey", "草稿"], open: ["blue", "认购中"], harvested: ["green", "已采收"], cancelled: ["grey", "已取消"] }
export const CONTRACT_STATES: Record<PreorderContractState, Badge> = {
  requested: ["orange", "等单位审批"], running: ["blue", "履行中"], done: ["green", "已履行完"], cancelled: ["grey", "已取消"], lapsed: ["red", "已失效"], withdrawn: ["grey", "已退出"],
}
export const DELIVERY_STATES: Record<PreorderDelivery["state"], string> = { planned: "待下单", placed: "待验收", accepted: "已验收", called_off: "已取消" }
