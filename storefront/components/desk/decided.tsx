import type { Approval } from "@fupin/contract/schemas"
import { Notice } from "@/components/ui"
import { dayText } from "@/lib/dates"
import { getOccurrence } from "@/lib/desk/api"
import { APPROVAL_STATES } from "@/lib/desk/approval-words"
import { withSession } from "@/lib/session"

/** What one's decision led to; or, when the purchase had been decided before one pressed, by whom and how. */
export async function Decided({ approval, isLate }: { approval: Approval; isLate: boolean }) {
  const { title, state, decisions } = approval
  if (isLate) {
    const [last] = [...decisions].reverse()
    return <Notice title={`“${title}”已经处理过：${APPROVAL_STATES[state].text}`}>{last && `${last.decided_by}${last.verdict === "approve" ? "同意" : `不同意：${last.reason}`}`}</Notice>
  }
  if (state === "rejected") return <Notice title={`已退回“${title}”`}>采购人员会看到您写的原因。</Notice>
  if (state === "open") return <Notice tone="good" title={`已同意“${title}”`}>还需要其他审批人同意。</Notice>
  return <Notice tone="good" title={`已同意“${title}”`}>{await sequel(approval)}</Notice>
}

async function sequel({ occurrence_id, kind }: Approval): Promise<string> {
  if (kind === "campaign") return "慰问品订单正在下达。"
  const occurrence = occurrence_id ? await withSession("/desk/approvals", (token) => getOccurrence(token, occurrence_id)) : null
  if (!occurrence) return ""
  if (occurrence.order_ids.length > 0) return `订单已下，${dayText(occurrence.delivery_date)}送达。`
  return occurrence.state === "planned" ? `${dayText(occurrence.cutoff_on)}截单后自动下单。` : (occurrence.error ?? "")
}
