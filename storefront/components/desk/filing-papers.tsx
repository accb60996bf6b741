import type { FilingDetail } from "@fupin/contract/schemas"
import type { ReactNode } from "react"
import { Badge, buttonClass, Price, Yuan } from "@/components/ui"

/** The two forms: what they say, whether they agree with the ledger, and the files. Drafts until the office has accepted them. */
export function FilingPapers({ detail: { filing, contents: { roster, evidence, provisional_fen }, papers } }: { detail: FilingDetail }) {
  const numberOf = (kind: "roster" | "evidence") => papers.find((one) => one.kind === kind)?.number
  return (
    <section aria-labelledby="papers" className="grid gap-4">
      <h2 id="papers" className="text-2xl">两张表</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <Paper id={filing.id} paper="roster" title="附件1 带贫人员名册" isBalanced={roster.balanced} number={numberOf("roster")}
          figure={<Price fen={roster.rows_fen} size="lg" className="text-leaf-deep" />} note={`${roster.rows} 人，${filing.stage === "payable" ? "应付受益" : "已兑付受益"}`}
          parts={[["上期结转来", roster.brought_fen], ["结转下期", roster.carried_forward_fen], ["村集体", roster.collectives_fen], ["待分配", roster.suspense_fen], ["预提，尚未计入", provisional_fen]]} />
        <Paper id={filing.id} paper="evidence" title="附件2 消费扶贫证明材料" isBalanced={evidence.balanced} number={numberOf("evidence")}
          figure={<Price fen={evidence.rows_fen} size="lg" />} note={`${evidence.rows} 行，已付货款`} parts={[]} />
      </div>
    </section>
  )
}

interface PaperProps { id: string; paper: "roster" | "evidence"; title: string; isBalanced: boolean; number: string | undefined; figure: ReactNode; note: string; parts: [string, number][] }

function Paper({ id, paper, title, isBalanced, number, figure, note, parts }: PaperProps) {
  const href = (format: string) => `/desk/filing/${id}/papers/${paper}?format=${format}`
  const look = buttonClass({ look: "secondary", size: "sm" })
  return (
    <article className="flex flex-col gap-3 rounded-lg border border-line bg-white p-4 sm:p-5">
      <h3 className="flex flex-wrap items-center justify-between gap-2 font-semibold">{title}<Badge tone={isBalanced ? "leaf" : "vermilion"}>{isBalanced ? "与台账相符" : "与台账不相符"}</Badge></h3>
      <p>{figure}<span className="block text-sm text-ink-soft">{note}</span></p>
      <dl className="grid gap-1 text-sm">{parts.filter(([, fen]) => fen !== 0).map(([label, fen]) => <div key={label} className="flex justify-between gap-4"><dt className="text-ink-soft">{label}</dt><dd><Yuan fen={fen} /></dd></div>)}</dl>
      <p className="mt-auto flex flex-wrap items-center gap-2 pt-1"><a href={href("pdf")} className={look}>{number ? "下载 PDF" : "预览 PDF"}</a><a href={href("xlsx")} className={look}>Excel</a></p>
      {number && <p className="text-xs break-all text-ink-faint">正式件 <span className="figures">{number}</span></p>}
    </article>
  )
}
