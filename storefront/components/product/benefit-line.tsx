import { formatFen } from "@fupin/contract/money"
import { Icon } from "@/components/ui/icon"
import type { Expected } from "./use-preview"

/** “买 2 份，预计让 3 户农家受益 ¥18.60”, linked to how it comes about. */
export function BenefitLine({ quantity, preview, problem }: Expected & { quantity: number }) {
  return (
    <div role="status" aria-busy={!preview && !problem} className="flex min-h-13 items-start gap-3 rounded-md bg-leaf-wash px-4 py-3 text-leaf-deep">
      <Icon name="leaf" className="mt-1" />
      <p>{sentence(quantity, preview, problem)}</p>
    </div>
  )
}

function sentence(quantity: number, preview: Expected["preview"], problem: string | null) {
  if (problem) return problem
  if (!preview) return <span className="animate-breathe">买 {quantity} 份，正在算预计受益…</span>
  if (preview.total_fen === 0) return "这件商品还没有登记利益联结，购买不产生受益记账。"
  return (
    <>
      买 {quantity} 份，预计让 <b>{preview.households}</b> 户农家<span className="whitespace-nowrap">受益 <a href="#benefit" className="figures font-bold underline underline-offset-4">¥{formatFen(preview.total_fen)}</a></span>
      <span className="block text-xs">付款后记为“预提”，收货后转为“应付”，兑付到户为“已兑付”。</span>
    </>
  )
}
