import type { FilingDetail } from "@fupin/contract/schemas"
import { Badge, Yuan } from "@/components/ui"
import { momentText } from "@/lib/dates"
import { ACTS, itemText, noteText } from "@/lib/desk/filing-words"
import { periodText } from "@/lib/periods"
import { WithdrawScan } from "./filing-forms"

/** Scans and stated reasons that go with the forms. */
export function FilingScans({ detail: { filing, attachments, reasons }, mayChange }: { detail: FilingDetail; mayChange: boolean }) {
  if (attachments.length + reasons.length === 0) return null
  return (
    <section aria-labelledby="scans" className="grid gap-3">
      <h2 id="scans" className="text-2xl">随附材料</h2>
      <ul className="border-t border-line">
        {attachments.map(({ id, item, name, bytes, uploaded_by, uploaded_at }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3">
            <p className="min-w-0"><a href={`/desk/filing/scans/${id}`} className="link break-all">{name}</a><span className="block text-sm text-ink-soft">{itemText(item)}，{Math.ceil(bytes / 1024)} KB，{uploaded_by} {momentText(uploaded_at)}</span></p>
            {mayChange && <WithdrawScan id={filing.id} scan={id} name={name} />}
          </li>
        ))}
        {reasons.map(({ item, reason, actor, at }) => <li key={item} className="border-b border-line py-3">{itemText(item)}：{reason}<span className="block text-sm text-ink-soft">{actor} {momentText(at)}</span></li>)}
      </ul>
    </section>
  )
}

/** Sales of earlier months that this one holds: posted late, or taken back. */
export function FilingLate({ late }: Pick<FilingDetail, "late">) {
  if (late.length === 0) return null
  return (
    <section aria-labelledby="late" className="grid gap-3">
      <h2 id="late" className="text-2xl">补报与冲回</h2>
      <ul className="border-t border-line">
        {late.map(({ journal_id, order_number, amount_fen, why, period }) => (
          <li key={journal_id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-3"><span>{order_number === null ? "店外采购" : `订单 #${order_number}`}　<span className="text-sm text-ink-soft">属于 {periodText(period)}</span>　<Badge tone={why === "late" ? "straw" : "vermilion"}>{why === "late" ? "补报" : "冲回"}</Badge></span><Yuan fen={amount_fen} className="font-semibold" /></li>
        ))}
      </ul>
    </section>
  )
}

/** Who did what and when, newest first. */
export function FilingHistory({ history }: Pick<FilingDetail, "history">) {
  if (history.length === 0) return null
  return (
    <section aria-labelledby="history" className="grid gap-3">
      <h2 id="history" className="text-xl">办理记录</h2>
      <ol className="grid gap-3 text-sm">
        {history.map(({ act, at, actor, note }, index) => (
          <li key={index} className="grid gap-0.5 border-l-2 border-line pl-3"><span><span className="font-semibold">{actor} {ACTS[act]}</span>　<span className="figures text-ink-soft">{momentText(at)}</span></span>{note && <span className="break-all text-ink-soft">{noteText({ act, note })}</span>}</li>
        ))}
      </ol>
    </section>
  )
}
