import { tonnesText } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { Demand, DemandQuote } from "@fupin/contract/schemas"
import { Badge, cx, Price, Yuan } from "@/components/ui"
import { contentText, STANDINGS } from "@/lib/desk/demand-words"
import { ChooseQuote } from "./choose-quote"

interface QuoteCardProps {
  demand: Demand
  quote: DemandQuote
  /** Where it stands, from 1. */
  place: number
  mayChoose: boolean
}

/** One quote beside the others: its total, what it brings to households, why it stands there, and each line. */
export function QuoteCard({ demand, quote, place, mayChoose }: QuoteCardProps) {
  const { id, producer, place: from, total_fen, benefit_fen, households, standing, lines, valid_to, note, deductions } = quote
  const isChosen = demand.chosen?.quote_id === id
  return (
    <article aria-labelledby={id} className={cx("grid gap-4 rounded-lg border bg-white p-5", isChosen || (place === 1 && !demand.chosen) ? "border-leaf" : "border-line")}>
      <header className="grid gap-1">
        <p className="flex flex-wrap items-center gap-2"><span className="figures text-sm text-ink-soft">第 {place}</span><Badge tone={STANDINGS[standing].tone}>{STANDINGS[standing].text}</Badge>{isChosen && <Badge tone="vermilion">已选定</Badge>}</p>
        <h3 id={id} className="text-xl">{producer.name}</h3>
        <p className="text-sm text-ink-soft">{from}　报价有效至 <span className="figures">{valid_to}</span></p>
      </header>
      <div className="flex flex-wrap items-end justify-between gap-3"><p><span className="block text-sm text-ink-soft">全期合计</span><Price fen={total_fen} size="lg" /></p>{benefit_fen > 0 && <p className="text-leaf"><span className="block text-sm">预计让 {households} 户农家受益</span><Price fen={benefit_fen} size="lg" /></p>}</div>
      <ul className="grid text-sm">
        {lines.map(({ line, title, specification, unit_price_fen, content_milli, quantity, total_fen: cost, is_above_limit }) => (
          <li key={line} className="grid gap-x-4 border-t border-line py-2.5 sm:grid-cols-[1fr_auto]">
            <p><span className="text-ink-soft">{demand.lines[line]?.name}　</span><strong>{title}</strong>　{specification}</p>
            <p className="figures sm:text-right"><Yuan fen={cost} /></p>
            <p className="text-ink-soft sm:col-span-2">{demand.bulk ? <>每吨 <Yuan fen={unit_price_fen * 1000} /> × <span className="figures">{tonnesText(quantity)}</span>，每公斤 <Yuan fen={unit_price_fen} /></> : <><Yuan fen={unit_price_fen} /> × <span className="figures">{quantity}</span> 件，每件 {contentText(content_milli, demand.lines[line]?.unit ?? "")}</>}{is_above_limit && <span className="text-vermilion-deep">　超过限价</span>}</p>
          </li>
        ))}
      </ul>
      {demand.bulk && <p className="text-sm">质量扣价：{deductions.length === 0 ? "没有" : deductions.map(({ criterion, per_tonne_fen }) => `${criterion}，每吨扣 ¥${formatFen(per_tonne_fen)}`).join("；")}</p>}
      {note && <p className="text-sm text-ink-soft">说明：{note}</p>}
      {mayChoose && standing !== "expired" && <ChooseQuote demandId={demand.id} quoteId={id} name={producer.name} isFirst={place === 1} />}
    </article>
  )
}
