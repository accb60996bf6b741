import { formatFen } from "@fupin/contract/money"
import type { BenefitSummary } from "@fupin/contract/schemas"
import { Yuan } from "@/components/ui"
import { countText } from "@/lib/words"

/** The figures of all time, each with what it counts. */
export function Totals({ summary }: { summary: BenefitSummary }) {
  return (
    <div className="grid gap-x-12 gap-y-8 border-y-2 border-leaf py-8 lg:grid-cols-[1.3fr_1fr]">
      <div className="text-leaf">
        <p className="font-semibold">累计受益金额</p>
        <p className="figures mt-1 font-song text-[clamp(2.5rem,11vw,5rem)] leading-none font-bold"><span className="text-[0.55em]">¥</span>{formatFen(summary.total_fen)}</p>
        <p className="mt-4 max-w-md text-sm text-ink-soft">已收到货款的订单里，按利益联结协议记到农户和村集体名下的金额，退款冲回的已经减去。预提、应付、已兑付都在内；未付款的“预计”不在内。</p>
      </div>
      <dl className="grid content-center gap-4">
        <Figure name="受益农户" value={`${countText(summary.households)} 户`} meaning="名下有受益记账的农户与村集体，每户只数一次" />
        <Figure name="受益订单" value={`${countText(summary.orders)} 笔`} meaning="有受益记在农户或村集体名下的订单；全额退款的不算" />
        <Figure name="销售额" value={<Yuan fen={summary.sales_fen} />} meaning="全馆收到的货款与运费，减去退款；没有利益联结的订单也在内" />
      </dl>
    </div>
  )
}

function Figure({ name, value, meaning }: { name: string; value: React.ReactNode; meaning: string }) {
  return (
    <div className="grid grid-cols-[6rem_1fr] items-baseline gap-x-4">
      <dt className="text-sm font-semibold">{name}</dt>
      <dd><span className="figures text-xl font-bold">{value}</span><span className="block text-xs text-ink-soft">{meaning}</span></dd>
    </div>
  )
}
