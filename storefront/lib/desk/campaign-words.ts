import { formatFen } from "@fupin/contract/money"
import type { Campaign, CampaignState, RemedyResult, RosterChange } from "@fupin/contract/schemas"
import type { StateLabel } from "../orders/states"

export const CAMPAIGN_STATES = {
  draft: { text: "准备中", tone: "plain" }, collecting: { text: "选礼包", tone: "straw" }, closed: { text: "已截止", tone: "straw" }, approved: { text: "下单中", tone: "straw" },
  ordered: { text: "已下单", tone: "leaf" }, handing_out: { text: "发放中", tone: "leaf" }, done: { text: "已完成", tone: "leaf" }, cancelled: { text: "已取消", tone: "plain" },
} as const satisfies Record<CampaignState, StateLabel>

/** The way of a campaign, as people see it. */
export const WAY: readonly CampaignState[] = ["draft", "collecting", "closed", "approved", "ordered", "handing_out", "done"]

export const OUTCOMES = { collected: "已领取", proxy: "已代领", delivered: "已送到家", unclaimed: "未领，退回工会" } as const
export const PROOFS = { carrier: "快递签收", member: "本人确认收到", organiser: "工会登记收到", returned: "退回工会" } as const
export const CHOSEN_BY = { member: "本人选择", default: "默认礼包", organiser: "工会代选" } as const

/** What a draft still lacks before members can choose, in the order in which it is done. */
export function lacking({ minutes, members }: Pick<Campaign, "minutes" | "members">, packs: readonly { is_default: boolean }[]): string[] {
  return [
    ...(packs.length === 0 ? ["设置礼包"] : packs.some(({ is_default }) => is_default) ? [] : ["选定默认礼包"]), ...(members === 0 ? ["导入名册"] : []), ...(minutes === null ? ["上传会议纪要"] : []),
  ]
}

/** What a change for members whose pack cannot be supplied brings, or brought. */
export function remedyText({ members, heads, before_fen, after_fen, given_back_fen, saved }: RemedyResult): string {
  const figures = `活动金额由 ¥${formatFen(before_fen)} 变为 ¥${formatFen(after_fen)}，${given_back_fen > 0 ? `退回预算 ¥${formatFen(given_back_fen)}` : "预算不变"}`
  return saved ? `已调整 ${members} 人（${heads} 份），正在下单；${figures}` : `涉及 ${members} 人（${heads} 份）：${figures}。请确认`
}

/** What a late joiner or leaver brings, or brought. */
export function lateText({ pack, heads, before_fen, after_fen, is_returned, needs_approval, saved }: RosterChange): string {
  if (is_returned) return saved ? `已登记；“${pack}”已付款，退回工会` : `“${pack}”已付款：金额不变，礼包退回工会，不再发给本人。请确认`
  const change = before_fen === after_fen ? "活动金额不变" : `活动金额由 ¥${formatFen(before_fen)} 变为 ¥${formatFen(after_fen)}`
  const what = `${after_fen > before_fen ? "发放" : "不再发放"}“${pack}” ${heads} 份`
  if (saved) return `已调整：${what}；${change}`
  return `${what}：${change}。${needs_approval ? "超出已批准的金额，确认后先送单位审批" : "请确认"}`
}
