import type { GroupBuy } from "@fupin/contract/schemas"
import { Yuan } from "@/components/ui"
import { momentText } from "@/lib/group-buy/words"

/** What everybody agrees to, said before paying. */
export function GroupBuyRules({ group: { opening_price_fen, tiers, ends_at, per_buyer_cap } }: { group: GroupBuy }) {
  const rules = [
    <>参团时每份先付 <Yuan fen={opening_price_fen} className="font-semibold text-ink" />，运费另计。</>,
    <>{momentText(ends_at)} 截止，按那时已付款的总份数定价：所有人同一个价，差价原路退回，一分不差。</>,
    <>不满 {tiers[0]!.from_units} 份不成团，货款和运费全部退回。</>,
    <>截止前可以在“我的团购”里退出，全额退款；截止后按成团价发货。</>,
    <>银行转账以到账为准：截止前到账才算参团。</>,
    <>每位买家限购 {per_buyer_cap} 份；提交后半小时内付款有效。</>,
    <>农户受益按成团价计算，付款后记入台账。</>,
  ]
  return (
    <section className="mt-8">
      <h2 className="text-xl">怎么算</h2>
      <ol className="mt-3 grid gap-2 text-sm text-ink-soft">
        {rules.map((rule, index) => <li key={index} className="grid grid-cols-[1.5rem_1fr]"><span className="figures font-semibold text-vermilion">{index + 1}</span><span>{rule}</span></li>)}
      </ol>
    </section>
  )
}
