import type { EndReason, HouseholdRecord, MaskedHousehold, ProposalKind, ProposalState, SuccessionReason } from "@fupin/contract/schemas"
import { KIND, STATUS } from "../../lib/labels"

export const PROPOSAL: Record<ProposalKind, string> = { add: "新增", move: "迁移", merge: "合并", leave: "退出" }
export const PROPOSAL_STATE: Record<ProposalState, string> = { proposed: "待复核", approved: "已批准", refused: "已退回", withdrawn: "已撤回" }
export const STATE_COLOR: Record<ProposalState, "orange" | "green" | "red" | "grey"> = { proposed: "orange", approved: "green", refused: "red", withdrawn: "grey" }
export const END: Record<EndReason, string> = { own_wish: "自愿退出", death: "去世", moved_away: "迁出", not_eligible: "不再符合条件", merged: "并入他户" }
export const SUCCESSION: Record<SuccessionReason, string> = { death: "去世承接", move: "迁出承接", merge: "合并承接" }
export const ERASURE: Record<HouseholdRecord["erasure"][number]["kind"], string> = { requested: "提出申请", withdrawn: "申请撤回", refused: "未予同意", executed: "已删除身份信息" }
export const HOUSEHOLD_STATE: Record<MaskedHousehold["state"], string> = { present: "在册", ended: "已退出", restricted: "申请删除中", erased: "已删除" }
export const MATCH: Record<"phone" | "name", string> = { phone: "电话相同", name: "同村同名" }

const FIELDS: Record<string, string> = {
  code: "编号", kind: "类别", name: "户主", payee_name: "领款人", region_code: "所在村", statuses: "身份", id_number: "身份证", phone: "电话", bank_account: "银行账号",
  name_consent_on: "同意公开姓名", on: "日期", end_reason: "原因", successor: "承接农户",
}
export const fieldText = (field: string): string => FIELDS[field] ?? `协议 ${field}`

/** Codes of a difference in the words of the office; what has no word stands as it is. */
export function valueText(field: string, value: string | null): string {
  if (value === null) return "—"
  if (field === "end_reason") return END[value as EndReason] ?? value
  if (field === "kind") return KIND[value as keyof typeof KIND] ?? value
  if (field === "statuses") return value.replace(/[a-z_]+/g, (code) => STATUS[code as keyof typeof STATUS] ?? code)
  return value
}
