import type { Evidence, Roster } from "@fupin/contract/schemas"
import { Badge, Button, Heading, Skeleton, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { ask } from "../../lib/ask"
import { yuan } from "../../lib/labels"
import { Preview } from "./preview"
import { PAPER, type PaperKind } from "./scope"
import { useIssue } from "./use-issue"

interface PaperPanelProps { kind: PaperKind; fields: Record<string, string> }

/** One of the two papers as the ledger says it now: sums, first rows, files, and the button that freezes it. */
export function PaperPanel({ kind, fields }: PaperPanelProps) {
  const query = new URLSearchParams(fields).toString()
  const { data: paper, error, refetch } = useQuery({ queryKey: ["paper", kind, query], queryFn: () => ask<Roster | Evidence>(`benefit/${kind}?${query}`) })
  const { issue, isIssuing, drawer } = useIssue({ name: PAPER[kind], path: "benefit/papers", fields: { ...fields, kind } })
  const file = (format: string) => `/admin/benefit/${kind}?${query}&format=${format}`
  return (
    <section className="flex flex-col gap-4 px-6 py-4" aria-busy={!paper && !error}>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <div className="flex flex-wrap items-center gap-2">
          <Heading level="h2">{PAPER[kind]}</Heading>
          {paper && <Text as="span" size="small">{paper.rows.length} 行</Text>}
          {paper && <Badge size="2xsmall" color={paper.foot.balanced ? "green" : "red"}>{paper.foot.balanced ? "分文相符" : "不相符，请核对"}</Badge>}
        </div>
        <div className="flex flex-wrap gap-2">
          <Button size="small" variant="secondary" asChild><a href={file("xlsx")}>Excel</a></Button>
          <Button size="small" variant="secondary" asChild><a href={file("pdf")}>PDF</a></Button>
          <Button size="small" disabled={!paper?.foot.balanced} isLoading={isIssuing} onClick={() => void issue()}>开具</Button>
        </div>
      </div>
      {error && <div role="alert" className="flex items-center justify-between gap-4"><Text size="small" className="text-ui-fg-error">{error.message}</Text><Button size="small" variant="secondary" onClick={() => refetch()}>重试</Button></div>}
      {!paper && !error && <div role="status" aria-label="正在读取" className="flex flex-col gap-y-2"><Skeleton className="h-5 w-2/3" /><Skeleton className="h-24 w-full" /></div>}
      {paper && (
        <>
          <dl className="flex flex-wrap gap-x-6 gap-y-1 text-sm">{figuresOf(paper).map(([label, fen]) => <div key={label}><dt className="text-ui-fg-subtle inline">{label} </dt><dd className="inline font-mono">{yuan(fen)}</dd></div>)}</dl>
          <Preview paper={paper} />
        </>
      )}
      {drawer}
    </section>
  )
}

function figuresOf({ foot }: Roster | Evidence): [string, number][] {
  if ("ledger_fen" in foot) return [["名册合计", foot.rows_fen], ["结转", foot.carried_forward_fen], ["村集体", foot.collectives_fen], ["待分配", foot.suspense_fen], ["台账合计", foot.ledger_fen]]
  return [["本表货款", foot.rows_fen], ["表外货款", foot.elsewhere_fen], ["运费", foot.freight_fen], ["实收", foot.paid_fen], ["凭证采购", foot.direct_fen]]
}
