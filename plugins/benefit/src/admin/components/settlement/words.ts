import type { Bearer, PaymentState, PayoutMethod, SettlementLeft, SettlementState } from "@fupin/contract/schemas"

type Colour = "grey" | "orange" | "blue" | "green" | "red" | "purple"

export const RUN_STATE: Record<SettlementState, [text: string, colour: Colour]> = {
  draft: ["待提交", "grey"], submitted: ["待批准", "orange"], approved: ["已批准", "blue"], paying: ["付款中", "purple"], done: ["已完成", "green"], cancelled: ["已取消", "red"],
}
export const PAYMENT_STATE: Record<PaymentState, [text: string, colour: Colour]> = {
  planned: ["待付", "grey"], sent: ["已送出", "blue"], paid: ["已付", "green"], failed: ["失败", "red"], returned: ["退票", "orange"], released: ["已退出", "grey"],
}
export const METHOD: Record<PayoutMethod, string> = { bank: "银行代发", cash: "现金领款" }
export const LEFT: Record<SettlementLeft["reason"], string> = { held: "暂停发放", owed: "冲回待抵", gave_up: "放弃付款，下批再付" }
export const BEARER: Record<Bearer, string> = { producer: "经营主体承担", platform: "平台承担", carrier: "承运方承担" }
export const WRITE_OFF = { proposed: "待批准", approved: "已核销", rejected: "未批准" } as const
