import type { Approval } from "@fupin/contract/schemas"
import Link from "next/link"
import { Badge, Price, Yuan } from "@/components/ui"
import { chinaDay, dayText } from "@/lib/dates"
import { APPROVAL_STATES, modeText } from "@/lib/desk/approval-words"
import { AskAgain, DecisionForm } from "./approval-forms"

/** One purchase before its approver: what, when, from whom, how much, what the budget has left, and whom it helps. */
export function ApprovalCard({ approval, mayAsk }: { approval: Approval; mayAsk: boolean }) {
  const { id, title, on_day, occurrence_id, amount_fen, state, asked_by, why_not, may_decide, acts_for, expires_on } = approval
  const { text, tone } = APPROVAL_STATES[state]
  return (
    <li id={id} className="grid scroll-mt-24 gap-4 rounded-lg border border-line bg-white p-4 sm:p-6">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
        <div>
          <h3 className="flex flex-wrap items-center gap-3 text-lg"><span>{title}</span><Badge tone={tone}>{text}</Badge></h3>
          <p className="text-sm text-ink-soft">{dayText(on_day)} 送达　{asked_by.length > 0 && `${asked_by.join("、")} 申请`}</p>
        </div>
        <Price fen={amount_fen} size="lg" />
      </div>
      <Facts approval={approval} />
      {occurrence_id && <Link href={`/desk/occurrences/${occurrence_id}`} className="link justify-self-start py-1 text-sm">看这次配送</Link>}
      <Decisions approval={approval} />
      {state === "open" && (may_decide
        ? <>{acts_for && <p className="text-sm">您受 {acts_for} 委托审批。</p>}<DecisionForm approval={approval} /></>
        : <p className="text-sm text-ink-soft">{why_not}；{modeText(approval)}，{dayText(expires_on)}前有效。</p>)}
      {state === "rejected" && mayAsk && <AskAgain id={id} />}
    </li>
  )
}

function Facts({ approval: { sellers, lines, budget, left_after_fen, expected_benefit_fen, households } }: { approval: Approval }) {
  return (
    <>
      {lines.length > 0 && (
        <ul className="divide-y divide-line border-y border-line text-sm">
          {lines.map(({ title, specification, quantity, total_fen }) => (
            <li key={`${title} ${specification}`} className="flex justify-between gap-4 py-2"><span>{title}　<span className="text-ink-soft">{specification} × {quantity}</span></span><Yuan fen={total_fen} /></li>
          ))}
        </ul>
      )}
      <dl className="grid gap-x-8 gap-y-1 text-sm sm:grid-cols-3">
        {sellers.length > 0 && <div><dt className="inline text-ink-soft">卖方　</dt><dd className="inline">{sellers.join("、")}</dd></div>}
        {budget && <div><dt className="inline text-ink-soft">{budget.year} 年预算还剩　</dt><dd className="inline"><Yuan fen={budget.left_fen} className={budget.left_fen < 0 ? "text-vermilion-deep" : ""} />{left_after_fen !== null && <>　<span className="whitespace-nowrap"><span className="text-ink-soft">本次之后　</span><Yuan fen={left_after_fen} className={left_after_fen < 0 ? "font-semibold text-vermilion-deep" : "font-semibold"} /></span></>}</dd></div>}
        {households > 0 && <div><dt className="inline text-ink-soft">预计受益　</dt><dd className="inline font-semibold text-leaf">{households} 户 <Yuan fen={expected_benefit_fen} /></dd></div>}
      </dl>
    </>
  )
}

function Decisions({ approval: { decisions } }: { approval: Approval }) {
  if (decisions.length === 0) return null
  return (
    <ul className="grid gap-1 text-sm">
      {decisions.map(({ approver, decided_by, verdict, reason, at }) => (
        <li key={approver}>{verdict === "approve" ? "✓" : "✗"} {decided_by}{decided_by !== approver && `（代 ${approver}）`} {verdict === "approve" ? "同意" : "不同意"}{reason && `：${reason}`}　<span className="text-ink-soft">{chinaDay(at)}</span></li>
      ))}
    </ul>
  )
}
