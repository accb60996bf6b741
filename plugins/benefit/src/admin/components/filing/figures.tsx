import type { FilingDetail } from "@fupin/contract/schemas"
import { Badge, Button, Text } from "@medusajs/ui"
import { yuan } from "../../lib/labels"
import { ROSTER_STAGE } from "./labels"
import { Section } from "./section"

/** What the two papers say, whether they agree with the ledger, and the papers themselves. */
export function Figures({ detail: { filing, contents, seal, papers } }: { detail: FilingDetail }) {
  const { roster, evidence } = contents
  const isFrozen = filing.state === "accepted"
  const note = `${contents.orders} 笔订单、${contents.journals} 张凭证、${contents.households} 个受益户${contents.provisional_fen === 0 ? "" : `；另有预提 ${yuan(contents.provisional_fen)} 尚未计入`}`
  return (
    <Section title="两份材料" note={isFrozen ? `${note}。已受理，内容与材料不再变动` : note}>
      <Paper id={filing.id} paper="roster" title="附件1 带贫人员名册" count={`${roster.rows} 人，${ROSTER_STAGE[filing.stage]}`} isBalanced={roster.balanced} number={papers.find(({ kind }) => kind === "roster")?.number} figures={[
        ["名册合计", roster.rows_fen], ["结转", roster.carried_forward_fen], ["村集体", roster.collectives_fen], ["待分配", roster.suspense_fen], ["台账合计", roster.ledger_fen], ["上期结转来", roster.brought_fen],
      ]} />
      <Paper id={filing.id} paper="evidence" title="附件2 消费扶贫证明材料" count={`${evidence.rows} 笔`} isBalanced={evidence.balanced} number={papers.find(({ kind }) => kind === "evidence")?.number} figures={[["货款合计", evidence.rows_fen]]} />
      {seal && <Text size="xsmall" className="text-ui-fg-subtle break-all px-6 py-3">报送时封存至第 {seal.height} 区块，根 <code>{seal.root}</code></Text>}
    </Section>
  )
}

interface PaperProps { id: string; paper: "roster" | "evidence"; title: string; count: string; isBalanced: boolean; number: string | undefined; figures: [string, number][] }

function Paper({ id, paper, title, count, isBalanced, number, figures }: PaperProps) {
  const href = (format: string) => `/admin/benefit/filings/${id}/papers?paper=${paper}&format=${format}`
  return (
    <div className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
      <div className="flex min-w-0 flex-col gap-y-2">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <Text weight="plus">{title}</Text><Text size="small">{count}</Text>
          <Badge size="2xsmall" color={isBalanced ? "green" : "red"}>{isBalanced ? "分文相符" : "不相符，请核对"}</Badge>
          {number && <Badge size="2xsmall">正式件 {number}</Badge>}
        </div>
        <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">{figures.map(([label, fen]) => <div key={label}><dt className="text-ui-fg-subtle inline">{label} </dt><dd className="inline tabular-nums">{yuan(fen)}</dd></div>)}</dl>
      </div>
      <div className="flex gap-x-2">
        <Button size="small" variant="secondary" asChild><a href={href("pdf")}>{number ? "正式件 PDF" : "草稿 PDF"}</a></Button>
        <Button size="small" variant="secondary" asChild><a href={href("xlsx")}>Excel</a></Button>
      </div>
    </div>
  )
}
