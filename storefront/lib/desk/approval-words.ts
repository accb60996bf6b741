import type { Approval, ApprovalPolicy, ApprovalPreview } from "@fupin/contract/schemas"
import { formatFen } from "@fupin/contract/money"
import type { StateLabel } from "../orders/states"
import { leaf, plain, straw, vermilion } from "./labels"

export const APPROVAL_STATES = {
  open: straw("等待审批"),
  approved: leaf("已同意"),
  rejected: vermilion("未同意"),
  expired: plain("已过期"),
  superseded: plain("已更新"),
  withdrawn: plain("已撤回"),
} as const satisfies Record<Approval["state"], StateLabel>

/** Who must agree, in words. */
export function modeText({ mode, approvers }: Pick<Approval, "mode" | "approvers">): string {
  if (mode === "all") return `须 ${approvers.join("、")} 全部同意`
  return approvers.length > 0 ? `${approvers.join("、")} 任一人同意即可` : "任一审批人同意即可"
}

/** What happens once it is submitted: whose approval it waits for, and why that of more people. Null: it goes through at once. */
export function submittedText({ mode, approvers, because }: ApprovalPreview): string | null {
  if (mode === "none") return null
  return `提交后等待单位审批：${modeText({ mode, approvers })}。${because === null ? "" : `${because}。`}`
}

/** One tier of the unit's policy as a sentence, given where the tier below ends. */
export function tierText({ up_to_fen, mode, approvers }: ApprovalPolicy["tiers"][number], above_fen: number | null): string {
  const range = up_to_fen === null ? (above_fen === null ? "所有采购" : `${formatFen(above_fen)} 元以上`) : `${formatFen(up_to_fen)} 元以内`
  return `${range}：${mode === "none" ? "无须审批" : modeText({ mode, approvers: approvers.map(({ name }) => name) })}`
}
