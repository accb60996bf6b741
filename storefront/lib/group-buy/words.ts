import { formatFen } from "@fupin/contract/money"
import type { GroupBuy, GroupBuyPart, GroupBuyPartState } from "@fupin/contract/schemas"

type Tone = "leaf" | "vermilion" | "straw" | "plain"
export interface Stamp { text: string; tone: Tone }

/** Where a group buy stands, as a buyer reads it at `now`. */
export function groupState({ state, starts_at, ends_at, price_now_fen }: Pick<GroupBuy, "state" | "starts_at" | "ends_at" | "price_now_fen">, now: number): Stamp {
  if (state === "reached" || state === "settled") return { text: state === "settled" ? "已成团" : "已成团，结算中", tone: "leaf" }
  if (state === "failed" || state === "closed") return { text: "未成团，已退款", tone: "plain" }
  if (state === "cancelled") return { text: "已取消", tone: "plain" }
  if (Date.parse(starts_at) > now) return { text: "即将开始", tone: "straw" }
  if (Date.parse(ends_at) <= now) return { text: "已结束，正在结算", tone: "straw" }
  return price_now_fen === null ? { text: "正在拼团", tone: "vermilion" } : { text: "已达成团数", tone: "leaf" }
}

const PART: Record<GroupBuyPartState, Stamp> = {
  paying: { text: "等待付款", tone: "straw" }, lapsed: { text: "未付款", tone: "plain" }, unpaid: { text: "等待转账到账", tone: "straw" }, joined: { text: "已参团", tone: "leaf" },
  leaving: { text: "正在退出", tone: "plain" }, settled: { text: "已成团", tone: "leaf" }, left: { text: "已退出", tone: "plain" }, refunded: { text: "已退款", tone: "plain" }, dropped: { text: "未按时付款", tone: "plain" },
}
export const partState = (state: GroupBuyPartState): Stamp => PART[state]

/** What became of the money, in one sentence; null where there is nothing to say. */
export function moneySentence({ state, paid_fen, refunded_fen, group_buy }: Pick<GroupBuyPart, "state" | "paid_fen" | "refunded_fen" | "group_buy">): string | null {
  if (state === "settled") return refunded_fen > 0 ? `成团价 ¥${formatFen(group_buy.final_price_fen ?? 0)}，差价 ¥${formatFen(refunded_fen)} 已退回` : `按 ¥${formatFen(group_buy.final_price_fen ?? 0)} 成团`
  if (refunded_fen > 0) return `¥${formatFen(refunded_fen)} 已原路退回`
  if (state === "unpaid") return "截止前到账才算参团，没有到账会自动取消"
  return state === "joined" ? `已付 ¥${formatFen(paid_fen)}，成团后按阶梯价结算，差价退回` : null
}

/** 2 天 3 小时, 5 小时 12 分, 4 分 09 秒; null when it is over. */
export function timeLeft(until: string, now: number): string | null {
  const seconds = Math.floor((Date.parse(until) - now) / 1000)
  if (seconds <= 0) return null
  const [days, hours, minutes] = [Math.floor(seconds / 86_400), Math.floor(seconds / 3_600) % 24, Math.floor(seconds / 60) % 60]
  if (days > 0) return `${days} 天 ${hours} 小时`
  return hours > 0 ? `${hours} 小时 ${minutes} 分` : `${minutes} 分 ${String(seconds % 60).padStart(2, "0")} 秒`
}

const MOMENT = new Intl.DateTimeFormat("zh-CN", { timeZone: "Asia/Shanghai", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" })
/** 11月22日 18:30, in China. */
export function momentText(instant: string): string {
  const parts = Object.fromEntries(MOMENT.formatToParts(new Date(instant)).map(({ type, value }) => [type, value]))
  return `${parts.month}月${parts.day}日 ${parts.hour}:${parts.minute}`
}
