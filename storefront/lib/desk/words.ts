import { ERRORS, MEMBER_ROLES } from "@fupin/contract/codes"
import type { MemberRole, MyOrganisation, Occurrence, OccurrenceState, StandingOrder, SupplyAgreement } from "@fupin/contract/schemas"
import type { StateLabel } from "../orders/states"
import { leaf, plain, straw, vermilion } from "./labels"

export const OCCURRENCE_STATES = {
  planned: plain("待截单"),
  claimed: straw("下单中"),
  placed: straw("已下单"),
  short: vermilion("数量不足"),
  delivered: straw("已送达"),
  accepted: leaf("已验收"),
  paid: leaf("已付款"),
  skipped: plain("已跳过"),
  rejected: vermilion("已拒收"),
  cancelled: plain("已取消"),
  failed: vermilion("下单失败"),
} as const satisfies Record<OccurrenceState, StateLabel>

/** What waits for the unit's own approval has not failed: it is placed once approved. The sentence may say more: why it is judged with others, or what else is missing. */
export const WAITING = straw("待审批")
export const waits = (sentence: string | null): boolean => (sentence ?? "").includes(ERRORS.approval_needed)
export const occurrenceLabel = ({ state, error }: Pick<Occurrence, "state" | "error">): StateLabel => (state === "failed" && waits(error) ? WAITING : OCCURRENCE_STATES[state])

export const STANDING_STATES = {
  upcoming: plain("未开始"),
  active: leaf("进行中"),
  paused: straw("已暂停"),
  ended: plain("已结束"),
} as const satisfies Record<StandingOrder["state"], StateLabel>

export const AGREEMENT_STATES = {
  draft: plain("草拟"),
  negotiating: straw("协商中"),
  terminated: vermilion("已终止"),
  upcoming: plain("未生效"),
  in_force: leaf("有效"),
  ended: plain("已到期"),
} as const satisfies Record<SupplyAgreement["state"], StateLabel>

export const ROLE_NAMES = MEMBER_ROLES

export const KIND_NAMES = {
  government: "机关", school: "学校", hospital: "医院", enterprise: "企业", financial: "金融机构", community: "社区", care_home: "养老机构", union: "工会", military: "军队", public_institution: "事业单位",
} as const satisfies Record<MyOrganisation["kind"], string>

/** Whether any of these roles is among those named: which forms to offer. What is allowed, the backend decides. */
export function has({ roles }: MyOrganisation, ...wanted: MemberRole[]): boolean {
  return wanted.some((role) => roles.includes(role))
}

/** Ordered, not called off, and nobody has said yet what came in. */
export function canBeAccepted({ accepted_at, order_ids, state }: Pick<Occurrence, "accepted_at" | "order_ids" | "state">): boolean {
  return accepted_at === null && order_ids.length > 0 && state !== "cancelled" && state !== "rejected" && state !== "claimed"
}

/** A delivery that will bring or brought goods: what is skipped, cancelled or rejected counts in no sum. */
export function isLive({ state }: { state: OccurrenceState }): boolean {
  return state !== "skipped" && state !== "cancelled" && state !== "rejected"
}

/** What is said when somebody chose how notices come by mail. */
export const MAIL_SAID: Record<string, string> = { each: "以后每条通知发一封邮件", digest: "以后每天早上汇总成一封邮件", none: "以后不发邮件，通知只在这里" }
