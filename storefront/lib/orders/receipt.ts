import { formatFen } from "@fupin/contract/money"
import type { OrderBenefit } from "@fupin/contract/schemas"

type Stage = OrderBenefit["status"]

export const STAGE_NAMES = { expected: "预计", provisional: "预提", payable: "应付", settled: "已兑付", reversed: "已冲回" } as const satisfies Record<Stage, string>

/** What each stage means, in a sentence for the buyer. */
export const STAGE_SENTENCES = {
  expected: "货款到账后记入台账",
  provisional: "货款已到账，验收后转为应付",
  payable: "货物已验收，等待兑付给农户",
  settled: "已兑付到农户",
  reversed: "订单已退款，原先记下的金额已全部冲回",
} as const satisfies Record<Stage, string>

export const STAGE_ORDER = ["expected", "provisional", "payable", "settled"] as const satisfies readonly Stage[]

export interface Headline {
  before: string
  place: string
  after: string
  amount: string | null
}

/** “这一单让巫溪县古路镇 3 户农家受益 ¥18.60”, in parts so that the amount can be a link. Null when an order brings no household anything. */
export function headlineOf({ status, total_fen, households }: OrderBenefit): Headline | null {
  if (status === "reversed") return { before: "这一单已退款，", place: "", after: "农户受益已冲回", amount: null }
  if (households.length === 0 || total_fen === 0) return null
  const places = [...new Set(households.map(({ place }) => place))]
  const place = places.length === 1 ? places[0]! : `${places[0]}等 ${places.length} 地`
  const before = status === "expected" ? "付款后，这一单将让" : "这一单让"
  return { before, place, after: ` ${households.length} 户农家受益`, amount: `¥${formatFen(total_fen)}` }
}

/** 王小明 → 王*明, 13800000000 → 138****0000: a receipt is made to be shared. */
export function maskName(name: string): string {
  const letters = [...name.trim()]
  if (letters.length <= 1) return "*"
  return letters.length === 2 ? `${letters[0]}*` : `${letters[0]}${"*".repeat(letters.length - 2)}${letters.at(-1)}`
}

export function maskPhone(phone: string): string {
  return phone.length < 7 ? "****" : `${phone.slice(0, 3)}****${phone.slice(-4)}`
}
