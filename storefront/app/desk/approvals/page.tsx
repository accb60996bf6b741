import type { Approval } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { ApprovalCard } from "@/components/desk/approval-card"
import { DelegationForm, EndDelegation } from "@/components/desk/approval-forms"
import { Decided } from "@/components/desk/decided"
import { DeskFrame } from "@/components/desk/desk-frame"
import { NoUnit } from "@/components/desk/no-unit"
import { Empty } from "@/components/ui"
import { businessDate } from "@/lib/dates"
import { tierText } from "@/lib/desk/approval-words"
import { openDesk } from "@/lib/desk/open-desk"
import { getApprovals, getDelegations, getPolicy } from "@/lib/desk/spending"
import { has } from "@/lib/desk/words"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "审批" }

export default async function ApprovalsPage({ searchParams }: PageProps<"/desk/approvals">) {
  const { decided, late } = await searchParams
  const desk = await openDesk("/desk/approvals")
  if (!desk) return <NoUnit />
  const { id } = desk.organisation
  const [open, closed, delegations, { policy, members }] = await withSession("/desk/approvals", (token) =>
    Promise.all([getApprovals(token, id, "open"), getApprovals(token, id, "closed"), getDelegations(token, id), getPolicy(token, id)]))
  const done = [...closed, ...open].find((one) => one.id === decided)
  const [mine, others] = [open.filter(({ may_decide }) => may_decide), open.filter(({ may_decide }) => !may_decide)]
  const mayAsk = has(desk.organisation, "buyer")
  const standing = delegations.filter(({ is_mine, ended_at }) => is_mine && ended_at === null)
  return (
    <DeskFrame desk={desk} title="审批" lead="每次配送截单前请单位审批；没有同意的不会下单。" here="/desk/approvals">
      <div className="grid gap-10 lg:grid-cols-[1fr_20rem] lg:gap-14">
        <div className="grid content-start gap-12">
          {done && <Decided approval={done} isLate={late !== undefined} />}
          {open.length === 0 && !done && <Empty title="没有等待审批的采购">{policy === null && <p>本单位没有设置审批，采购直接下单。需要审批请联系当地帮扶办。</p>}</Empty>}
          <Requests id="mine" title="等您审批" approvals={mine} mayAsk={mayAsk} />
          <Requests id="others" title="等其他人审批" approvals={others} mayAsk={mayAsk} />
          <Requests id="closed" title="已处理" approvals={closed.slice(0, 20)} mayAsk={mayAsk} />
        </div>
        <div className="grid content-start gap-10">
          {policy && (
            <section aria-labelledby="policy" className="grid gap-2 border-t-4 border-leaf pt-4 text-sm">
              <h2 id="policy" className="text-xl">本单位怎么审批</h2>
              <ul className="grid gap-1">{policy.tiers.map((tier, index) => <li key={tier.up_to_fen}>{tierText(tier, policy.tiers[index - 1]?.up_to_fen ?? null)}</li>)}</ul>
              <p className="text-ink-soft">申请 {policy.request_days} 天内有效，同意后 {policy.approval_days} 天内有效。</p>
            </section>
          )}
          {has(desk.organisation, "approver") && (
            <section aria-labelledby="away" className="grid gap-4 border-t-4 border-vermilion pt-4">
              <h2 id="away" className="text-xl">外出委托</h2>
              {standing.map((delegation) => <div key={delegation.id} className="flex items-center justify-between gap-3 text-sm"><p>{delegation.to.name}　<span className="figures">{delegation.from_day} 至 {delegation.to_day}</span></p><EndDelegation delegation={delegation} /></div>)}
              <DelegationForm organisationId={id} members={members} today={businessDate(new Date())} />
            </section>
          )}
        </div>
      </div>
    </DeskFrame>
  )
}

function Requests({ id, title, approvals, mayAsk }: { id: string; title: string; approvals: Approval[]; mayAsk: boolean }) {
  if (approvals.length === 0) return null
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="mb-4 text-2xl">{title}（{approvals.length}）</h2>
      <ul className="grid gap-4">{approvals.map((approval) => <ApprovalCard key={approval.id} approval={approval} mayAsk={mayAsk} />)}</ul>
    </section>
  )
}
