import "server-only"
import { Checkout, GroupBuy, type GroupBuyJoinInput, GroupBuyPart, Quote } from "@fupin/contract/schemas"
import { z } from "zod"
import { request, requestOrNull } from "@/lib/api"

const path = (id: string) => `/store/group-buys/${encodeURIComponent(id)}`

/** Those that run or will, the first to end in front; then those reached of late. */
export async function getGroupBuys(): Promise<GroupBuy[]> {
  return (await request("/store/group-buys", z.object({ group_buys: z.array(GroupBuy) }))).group_buys
}

export async function getGroupBuy(id: string): Promise<GroupBuy | null> {
  return (await requestOrNull(path(id), z.object({ group_buy: GroupBuy })))?.group_buy ?? null
}

/** What so many pieces cost on joining, how they can be sent, whom they help. */
export async function getGroupBuyQuote(id: string, quantity: number, token: string | null): Promise<Quote> {
  return request(`${path(id)}/quote`, Quote, { method: "POST", token, body: { quantity } })
}

/** A cart to be completed within half an hour. The same key and content answer the same cart. */
export async function prepareJoin(id: string, input: GroupBuyJoinInput, token: string): Promise<Checkout> {
  return request(`${path(id)}/join`, Checkout, { method: "POST", token, body: input, timeoutMs: 30_000 })
}

export async function getMyParts(token: string): Promise<GroupBuyPart[]> {
  return (await request("/store/group-buys/mine", z.object({ parts: z.array(GroupBuyPart) }), { token })).parts
}

export async function leavePart(id: string, token: string): Promise<GroupBuyPart> {
  return (await request(`/store/group-buy-parts/${encodeURIComponent(id)}/leave`, z.object({ part: GroupBuyPart }), { method: "POST", token, body: {}, timeoutMs: 30_000 })).part
}
