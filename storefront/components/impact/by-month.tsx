import type { BenefitSummary } from "@fupin/contract/schemas"
import { Yuan } from "@/components/ui"
import { periodText } from "@/lib/periods"
import { countText } from "@/lib/words"

/** Months as a table whose bars are drawn to one scale. */
export function ByMonth({ months }: { months: { period: string; summary: BenefitSummary }[] }) {
  const most = Math.max(...months.map(({ summary }) => summary.total_fen), 1)
  return (
    <table className="w-full border-collapse text-sm">
      <caption className="sr-only">各月受益金额</caption>
      <thead>
        <tr className="border-b border-ink text-left">
          <th scope="col" className="py-2 pr-4 font-semibold">月份</th>
          <th scope="col" className="w-full py-2 font-semibold max-sm:hidden"><span className="sr-only">图示</span></th>
          <th scope="col" className="py-2 pl-2 sm:pl-4 text-right font-semibold whitespace-nowrap">受益金额</th>
          <th scope="col" className="py-2 pl-2 sm:pl-4 text-right font-semibold whitespace-nowrap">户数</th>
          <th scope="col" className="py-2 pl-2 sm:pl-4 text-right font-semibold whitespace-nowrap">订单</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ period, summary }) => (
          <tr key={period} className="border-b border-line">
            <th scope="row" className="py-3 pr-2 sm:pr-4 text-left font-normal whitespace-nowrap">{periodText(period)}</th>
            <td aria-hidden="true" className="max-sm:hidden"><span className="block h-4 rounded-r-sm bg-leaf" style={{ width: `${Math.max(0, (summary.total_fen / most) * 100)}%` }} /></td>
            <td className="py-3 pl-2 sm:pl-4 text-right font-semibold text-leaf"><Yuan fen={summary.total_fen} /></td>
            <td className="figures py-3 pl-2 sm:pl-4 text-right">{countText(summary.households)}</td>
            <td className="figures py-3 pl-2 sm:pl-4 text-right">{countText(summary.orders)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
