import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { StatementLines } from "@/components/desk/statement-lines"
import { DisputeAnswer } from "@/components/workbench/dispute-answer"
import { NoProducer } from "@/components/workbench/no-producer"
import { WorkbenchFrame } from "@/components/workbench/workbench-frame"
import { Badge, buttonClass, Notice, Price, Yuan } from "@/components/ui"
import { monthText, STATEMENT_STATES } from "@/lib/desk/statement-words"
import { withSession } from "@/lib/session"
import { getProducerStatement } from "@/lib/workbench/api"
import { openWorkbench } from "@/lib/workbench/open-workbench"

export const metadata: Metadata = { title: "对账单" }

export default async function StatementPage({ params }: PageProps<"/workbench/statements/[id]">) {
  const { id } = await params
  const path = `/workbench/statements/${id}`
  const bench = await openWorkbench(path)
  if (!bench) return <NoProducer />
  const statement = await withSession(path, (token) => getProducerStatement(token, id))
  if (!statement) notFound()
  const { month, number, state, organisation, seller, lines, due_fen, paid_fen, waiting } = statement
  const producer = bench.producers.find((one) => one.id === seller?.id) ?? bench.producer
  const { text, tone } = STATEMENT_STATES[state]
  return (
    <WorkbenchFrame bench={{ ...bench, producer }} title={`${monthText(month)}对账单`} lead={<span className="flex flex-wrap items-center gap-3"><Badge tone={tone}>{text}</Badge>{organisation.name}<span className="figures text-base">{number}</span></span>} here="/workbench/statements"
      aside={<p className="text-right"><Price fen={due_fen} size="lg" />{paid_fen > 0 && <span className="block text-sm text-ink-soft">已到账 <Yuan fen={paid_fen} /></span>}</p>}>
      <div className="grid max-w-3xl gap-8">
        {waiting > 0 && <Notice title={`本月还有 ${waiting} 次配送没有验收`}>验收后进入下一份对账单。</Notice>}
        <DisputeAnswer id={id} lines={lines.filter(({ dispute, resolution }) => dispute !== null && resolution === null)} open={state === "disputed" && producer.stopped === null} />
        <StatementLines lines={lines} />
        <p><a href={`/workbench/statements/${id}/paper`} className={buttonClass({ look: "secondary" })}>打印对账单（PDF）</a></p>
      </div>
    </WorkbenchFrame>
  )
}
