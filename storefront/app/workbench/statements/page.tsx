import type { Metadata } from "next"
import { StatementRow } from "@/components/desk/statement-row"
import { NoProducer } from "@/components/workbench/no-producer"
import { WorkbenchFrame } from "@/components/workbench/workbench-frame"
import { Empty, Price } from "@/components/ui"
import { withSession } from "@/lib/session"
import { getProducerStatements } from "@/lib/workbench/api"
import { openWorkbench } from "@/lib/workbench/open-workbench"

export const metadata: Metadata = { title: "对账" }

export default async function StatementsPage() {
  const bench = await openWorkbench("/workbench/statements")
  if (!bench) return <NoProducer />
  const statements = await withSession("/workbench/statements", (token) => getProducerStatements(token, bench.producer.id))
  const open_fen = statements.filter(({ state }) => state === "confirmed").reduce((sum, statement) => sum + statement.open_fen, 0)
  return (
    <WorkbenchFrame bench={bench} title="对账" lead="每月每家单位一份对账单，按验收数量计；对方确认后转账付款。" here="/workbench/statements"
      aside={open_fen > 0 && <p className="text-right text-sm text-ink-soft">已确认待收<Price fen={open_fen} size="lg" className="ml-3 text-leaf-deep" /></p>}>
      {statements.length === 0 ? <Empty title="还没有对账单"><p>每月初由帮扶办核对上月验收，发送后出现在这里。</p></Empty> : <ul className="grid gap-4">{statements.map((one) => <StatementRow key={one.id} statement={one} isSellers />)}</ul>}
    </WorkbenchFrame>
  )
}
