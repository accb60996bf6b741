import type { GapCloser } from "@fupin/contract/schemas"
import { weekdayText } from "../dates"

/** The ways in the order they are said. */
export const WAYS: { way: GapCloser["way"]; title: string; note: string }[] = [
  { way: "order", title: "加一份定向认购", note: "按已签协议的价格，分到年内剩下的配送日" },
  { way: "group_buy", title: "参加团购", note: "拼团期内付款，成团后发货" },
  { way: "campaign", title: "办一次慰问", note: "用这些认定商品配礼包，从工会经费付款" },
  { way: "demand", title: "发布采购需求", note: "还没有可用的协议，先请各地合作社报价" },
  { way: "shop", title: "职工自己买", note: "付款后在订单页计入本单位" },
]

/** How much and when, in words. */
export function closerText({ quantity, order }: Pick<GapCloser, "quantity" | "order">): string {
  if (order === null) return `${quantity} 份`
  if (order.deliveries === 1) return `${order.starts_on} 一次送 ${order.quantity} 份`
  const days = order.weekdays.length === 7 ? "每天" : order.weekdays.map(weekdayText).join("、")
  return `${order.starts_on} 到 ${order.ends_on}，${days}各 ${order.quantity} 份，共 ${order.deliveries} 次`
}

/** The form that does it, filled in as far as the form can be. */
export function closerLink({ way, order, group_buy_id, handle, title, quantity, variant_id }: GapCloser): { href: string; text: string } {
  if (order) {
    const { agreement_id, quantity: each, weekdays, starts_on, ends_on } = order
    return { href: `/desk/standing-orders/new?${new URLSearchParams({ agreement: agreement_id, fill: `${variant_id}:${each}`, days: weekdays.join(""), from: starts_on, to: ends_on })}`, text: "下单" }
  }
  if (way === "group_buy") return { href: `/group-buys/${group_buy_id}`, text: "参团" }
  if (way === "campaign") return { href: "/desk/campaigns/new", text: "新建慰问活动" }
  if (way === "demand") return { href: `/desk/demands/new?${new URLSearchParams({ name: title, quantity: String(quantity) })}`, text: "发布需求" }
  return { href: `/products/${handle}`, text: "看商品" }
}
