import type { Evidence, Roster } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentText } from "@medusajs/icons"
import { Badge, Button, Container, Heading, Input, Label, Text } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { ask } from "../../lib/ask"
import { periodOf, today, yuan } from "../../lib/labels"

const PapersPage = () => {
  const [period, setPeriod] = useState(() => periodOf(today()))
  const [reason, setReason] = useState("")
  const [papers, setPapers] = useState<{ roster: Roster; evidence: Evidence } | null>(null)
  const [problem, setProblem] = useState<string | null>(null)

  useEffect(() => {
    if (!/^\d{4}-\d{2}$/.test(period)) return
    setPapers(null)
    Promise.all([ask<Roster>(`benefit/roster?period=${period}`), ask<Evidence>(`benefit/evidence?period=${period}`)])
      .then(([roster, evidence]) => { setPapers({ roster, evidence }); setProblem(null) }, (error: Error) => setProblem(error.message))
  }, [period])
  const file = (paper: string, more = "") => `/admin/benefit/${paper}?period=${period}&format=xlsx${more}`

  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-end justify-between gap-2 px-6 py-4">
        <div>
          <Heading>月报材料</Heading>
          {papers && <Text size="small" className="text-ui-fg-subtle">{papers.roster.from} 至 {papers.roster.to}</Text>}
        </div>
        <div className="flex items-center gap-x-2">
          <Label htmlFor="period">期间</Label>
          <Input id="period" type="month" value={period} onChange={(event) => setPeriod(event.target.value)} />
        </div>
      </div>
      {problem && <Text className="px-6 py-4 text-ui-fg-error">{problem}</Text>}
      {papers && (
        <>
          <Paper title="附件1 带贫人员名册" count={`${papers.roster.rows.length} 人`} isBalanced={papers.roster.foot.balanced} href={file("roster")} figures={[
            ["名册合计", papers.roster.foot.rows_fen], ["结转", papers.roster.foot.carried_forward_fen], ["村集体", papers.roster.foot.collectives_fen],
            ["待分配", papers.roster.foot.suspense_fen], ["台账合计", papers.roster.foot.ledger_fen],
          ]} />
          <Paper title="附件2 消费扶贫证明材料" count={`${papers.evidence.rows.length} 笔`} isBalanced={papers.evidence.foot.balanced} href={file("evidence")} figures={[
            ["本表货款", papers.evidence.foot.rows_fen], ["其他区划货款", papers.evidence.foot.elsewhere_fen], ["运费", papers.evidence.foot.freight_fen], ["实收", papers.evidence.foot.paid_fen], ["凭证采购", papers.evidence.foot.direct_fen],
          ]} />
          <div className="flex flex-wrap items-end gap-2 px-6 py-4">
            <div className="flex-1">
              <Label htmlFor="reason" size="small">完整身份证号码的附件1只供受理单位使用，请写明事由；导出会留痕。</Label>
              <Input id="reason" value={reason} placeholder="至少四个字，如：报区乡村振兴局备案" onChange={(event) => setReason(event.target.value)} />
            </div>
            <Button variant="secondary" disabled={reason.trim().length < 4} asChild={reason.trim().length >= 4}>
              {reason.trim().length >= 4 ? <a href={file("roster", `&full_ids=true&reason=${encodeURIComponent(reason)}`)}>下载完整附件1</a> : <span>下载完整附件1</span>}
            </Button>
          </div>
        </>
      )}
    </Container>
  )
}

function Paper({ title, count, isBalanced, href, figures }: { title: string; count: string; isBalanced: boolean; href: string; figures: [string, number][] }) {
  return (
    <section className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
      <div className="flex flex-col gap-y-2">
        <div className="flex items-center gap-x-2"><Heading level="h2">{title}</Heading><Text size="small">{count}</Text><Badge size="2xsmall" color={isBalanced ? "green" : "red"}>{isBalanced ? "分文相符" : "不相符，请核对"}</Badge></div>
        <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">{figures.map(([label, fen]) => <div key={label}><dt className="inline text-ui-fg-subtle">{label} </dt><dd className="inline font-mono">{yuan(fen)}</dd></div>)}</dl>
      </div>
      <Button asChild><a href={href}>下载 Excel</a></Button>
    </section>
  )
}

export const config = defineRouteConfig({ label: "材料", icon: DocumentText })

export default PapersPage
