import type { GroupBuyPartState, GroupBuyState } from "@fupin/contract/schemas"

type Colour = "grey" | "blue" | "orange" | "green" | "red"
export const STATES: Record<GroupBuyState, readonly [Colour, string]> = {
  draft: ["grey", "草稿"], open: ["blue", "进行中"], reached: ["orange", "已成团，结算中"], failed: ["orange", "未成团，退款中"], settled: ["green", "已结算"], closed: ["grey", "已结束，已退款"], cancelled: ["orange", "已取消，退款中"],
}
export const PART_STATES: Record<GroupBuyPartState, string> = {
  paying: "付款中", lapsed: "未付款", unpaid: "待到账", joined: "已参团", leaving: "退出中", settled: "已结算", left: "已退出", refunded: "已退款", dropped: "未按时付款",
}
const MOMENT = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
export const momentText = (instant: string): string => MOMENT.format(new Date(instant))
