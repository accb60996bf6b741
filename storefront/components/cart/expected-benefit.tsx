import type { BenefitPreview } from "@fupin/contract/schemas"
import { BenefitFigure, Icon } from "@/components/ui"

/** From when it would stand in the ledger: a deposit brings nothing before goods are delivered. */
const WORDS = { payment: ["付款后", "货款到账后记入台账"], delivery: ["交付后", "预付款不计入；验收后转为货款，才记入台账"] } as const

/** 预计受益, said to be expected, with the way to what that means. */
export function ExpectedBenefit({ benefit, after = "payment" }: { benefit: BenefitPreview; after?: keyof typeof WORDS }) {
  const [moment, recorded] = WORDS[after]
  if (benefit.total_fen === 0) return <p className="text-sm text-ink-soft">这些商品没有登记利益联结，{moment}不产生农户受益金额。</p>
  return (
    <div className="flex gap-3 rounded-md bg-leaf-wash px-4 py-3">
      <Icon name="leaf" className="mt-1 text-leaf" />
      <p className="text-sm">
        {moment}预计让 <BenefitFigure fen={benefit.total_fen} households={benefit.households} href="/impact#stages" />
        <span className="block text-xs text-ink-soft">按现行利益联结协议测算，{recorded}</span>
      </p>
    </div>
  )
}
