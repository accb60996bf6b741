import type { OrderBenefit } from "@fupin/contract/schemas"
import { Yuan } from "@/components/ui"
import { STAGE_NAMES } from "@/lib/orders/receipt"

/** Who benefits, as far as it is public: place, a code of this receipt alone, a name only with consent. The proof of the sum above. */
export function HouseholdTable({ benefit }: { benefit: OrderBenefit }) {
  if (benefit.households.length === 0) return null
  return (
    <section aria-labelledby="households" className="grid gap-2">
      <h2 id="households" tabIndex={-1} className="scroll-mt-6 text-xl">{benefit.status === "expected" ? "到账后将记给这些农家" : "受益记在这些农家名下"}</h2>
      <table className="w-full text-sm">
        <thead><tr className="border-b border-line-strong text-left text-ink-soft"><th scope="col" className="py-2 font-medium">农家</th><th scope="col" className="py-2 font-medium">所在地</th><th scope="col" className="py-2 text-right font-medium">{STAGE_NAMES[benefit.status]}</th></tr></thead>
        <tbody>
          {benefit.households.map(({ code, display_name, place, amount_fen }) => (
            <tr key={code} className="border-b border-line">
              <th scope="row" className="py-2.5 pr-3 text-left font-normal">{display_name ?? <>一户农家 <span className="text-xs text-ink-faint">{code}</span></>}</th>
              <td className="py-2.5 pr-3">{place}</td>
              <td className="py-2.5 text-right font-semibold"><Yuan fen={amount_fen} /></td>
            </tr>
          ))}
        </tbody>
        <tfoot><tr><th scope="row" colSpan={2} className="py-3 text-left">合计 {benefit.households.length} 户</th><td className="py-3 text-right font-bold text-leaf-deep"><Yuan fen={benefit.total_fen} /></td></tr></tfoot>
      </table>
      <p className="text-xs text-ink-faint">姓名只在农户书面同意后显示；编号只在这张凭据上有效，每张凭据都不同。</p>
      {benefit.status !== "expected" && (
        <p className="no-print text-sm"><a href={`/orders/${benefit.order_id}/proof`} className="link py-1">验证这笔受益</a><span className="text-ink-faint">　下载证明文件：不连数据库也能核对这笔账已封存、未改动</span></p>
      )}
    </section>
  )
}
