import { MEMBER_ROLES } from "@fupin/contract/codes"
import type { OccurrenceState, OrganisationKind } from "@fupin/contract/schemas"

export const KINDS: Record<OrganisationKind, string> = {
  government: "机关单位", school: "学校", hospital: "医院", enterprise: "企业", financial: "金融机构", community: "社区", care_home: "养老机构", union: "工会", military: "军队", public_institution: "事业单位",
}
export const ROLES = MEMBER_ROLES
/** What may be given by an invitation: who manages a unit is named. */
export const GIVEN_ROLES = Object.entries(MEMBER_ROLES).filter(([role]) => role !== "manager")
export const STATES: Record<OccurrenceState, string> = {
  planned: "待下单", claimed: "下单中", placed: "已下单", delivered: "已送达", accepted: "已验收", paid: "已付款",
  skipped: "已跳过", short: "缺货", rejected: "拒收", cancelled: "已取消", failed: "未成功",
}
export const STATE_COLOURS: Record<OccurrenceState, "grey" | "blue" | "green" | "orange" | "red"> = {
  planned: "grey", claimed: "blue", placed: "blue", delivered: "blue", accepted: "green", paid: "green", skipped: "grey", short: "orange", rejected: "red", cancelled: "grey", failed: "red",
}
