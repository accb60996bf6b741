import { tonnesText } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { WorkbenchDemand } from "@fupin/contract/schemas"
import { Price, Yuan } from "@/components/ui"
import { contentText } from "@/lib/desk/demand-words"

/** The producer's quote as the buyer will see it. */
export function OwnQuote({ quote: { total_fen, benefit_fen, households, lines, valid_to, note, deductions }, lines: asked, isBulk }: { quote: NonNullable<WorkbenchDemand["quote"]>; lines: WorkbenchDemand["lines"]; isBulk: boolean }) {
  return (
    <section aria-labelledby="own" className="grid gap-4 rounded-lg border border-leaf bg-white p-5">
      <h2 id="own" className="text-2xl">我的报价</h2>
      <div className="flex flex-wrap items-end justify-between gap-3"><p><span className="block text-sm text-ink-soft">全期合计</span><Price fen={total_fen} size="lg" /></p>{benefit_fen > 0 && <p className="text-leaf"><span className="block text-sm">预计让 {households} 户农家受益</span><Price fen={benefit_fen} size="lg" /></p>}</div>
      <ul>
        {lines.map(({ line, title, specification, unit_price_fen, content_milli, quantity, is_above_limit }) => (
          <li key={line} className="border-t border-line py-2.5 text-sm"><p><span className="text-ink-soft">{asked[line]?.name}　</span><strong>{title}</strong>　{specification}</p><p className="text-ink-soft">{isBulk ? <>每吨 <Yuan fen={unit_price_fen * 1000} /> × <span className="figures">{tonnesText(quantity)}</span></> : <><Yuan fen={unit_price_fen} /> × <span className="figures">{quantity}</span> 件，每件 {contentText(content_milli, asked[line]?.unit ?? "")}</>}{is_above_limit && <span className="text-vermilion-deep">　超过限价，排在后面</span>}</p></li>
        ))}
      </ul>
      {deductions.length > 0 && <p className="text-sm">质量扣价：{deductions.map(({ criterion, per_tonne_fen }) => `${criterion}，每吨扣 ¥${formatFen(per_tonne_fen)}`).join("；")}</p>}
      <p className="text-sm text-ink-soft">有效至 <span className="figures">{valid_to}</span>{note && `　${note}`}</p>
    </section>
  )
}
