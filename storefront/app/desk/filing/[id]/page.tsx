import type { FilingDetail } from "@fupin/contract/schemas"
import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { DeskFrame } from "@/components/desk/desk-frame"
import { FilingChecklist } from "@/components/desk/filing-checklist"
import { SubmitFiling, SupplyFiling } from "@/components/desk/filing-forms"
import { FilingPapers } from "@/components/desk/filing-papers"
import { FilingHistory, FilingLate, FilingScans } from "@/components/desk/filing-record"
import { FilingBadges } from "@/components/desk/filing-row"
import { NoUnit } from "@/components/desk/no-unit"
import { Notice } from "@/components/ui"
import { chinaDay, dayText } from "@/lib/dates"
import { getFiling } from "@/lib/desk/filing"
import { openDesk } from "@/lib/desk/open-desk"
import { has } from "@/lib/desk/words"
import { periodText } from "@/lib/periods"
import { withSession } from "@/lib/session"

export const metadata: Metadata = { title: "月度报送" }

export default async function FilingPage({ params }: PageProps<"/desk/filing/[id]">) {
  const { id } = await params
  const path = `/desk/filing/${id}`
  const desk = await openDesk(path)
  if (!desk) return <NoUnit />
  const detail = await withSession(path, (token) => getFiling(token, id))
  if (!detail) notFound()
  const { filing, history, late } = detail
  const isOpen = filing.state === "open" || filing.state === "returned"
  const mayFile = has(desk.organisation, "finance")
  const returned = filing.state === "returned" ? history.find(({ act }) => act === "returned") : undefined
  return (
    <DeskFrame desk={desk} title={`${periodText(filing.period)}报送`} here="/desk/filing" lead={<Lead filing={filing} />}>
      <div className="grid gap-10 lg:grid-cols-[1fr_22rem] lg:gap-14">
        <div className="grid min-w-0 content-start gap-10">
          {returned && <Notice tone="problem" title={`${returned.actor}退回：${returned.note}`}>补正后重新报送。</Notice>}
          <FilingPapers detail={detail} />
          {isOpen && <FilingChecklist detail={detail} />}
          <FilingScans detail={detail} mayChange={isOpen && mayFile} />
          <FilingLate late={late} />
        </div>
        <div className="grid content-start gap-10">
          <Next detail={detail} mayFile={mayFile} />
          {isOpen && mayFile && <section aria-labelledby="supply" className="grid gap-4"><h2 id="supply" className="text-xl">补材料</h2><SupplyFiling detail={detail} /></section>}
          <FilingHistory history={history} />
        </div>
      </div>
    </DeskFrame>
  )
}

function Lead({ filing }: { filing: FilingDetail["filing"] }) {
  return <span className="flex flex-wrap items-center gap-x-3 gap-y-1"><FilingBadges filing={filing} now={new Date()} /><span><span className="figures">{filing.from}</span> 至 <span className="figures">{filing.to}</span>，{dayText(filing.due_day)}前报送</span></span>
}

/** What comes next, for whoever looks. */
function Next({ detail, mayFile }: { detail: FilingDetail; mayFile: boolean }) {
  const { filing: { state, submitted_by, submitted_at, accepted_at, may_submit_from }, may, checklist } = detail
  const missing = checklist.filter((item) => item.state === "open").length
  return (
    <section aria-label="报送" className="grid gap-4">
      {state === "submitted" && <Notice title="已报送，等待帮扶办受理">{submitted_by}　{chinaDay(submitted_at!)}</Notice>}
      {state === "accepted" && <Notice tone="good" title="帮扶办已受理">{chinaDay(accepted_at!)}，两张表已封存，不再变动。</Notice>}
      {(state === "open" || state === "returned") && !mayFile && <Notice>由本单位的财务人员报送。</Notice>}
      {(state === "open" || state === "returned") && mayFile && !may.submit && <Notice title="这一期还没有结束">{chinaDay(may_submit_from)}起可以报送，材料可以先补。</Notice>}
      {may.submit && missing > 0 && <Notice title={`清单还缺 ${missing} 项`}>补齐扫描件或说明原因后再报送。</Notice>}
      {mayFile && <SubmitFiling detail={detail} missing={missing} />}
    </section>
  )
}
