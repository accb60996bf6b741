import type { BenefitPreview } from "@fupin/contract/schemas"
import { BenefitFigure, Icon } from "@/components/ui"

/** 预计受益, said to be expected, with the way to what that means. */
export function ExpectedBenefit({ benefit }: { benefit: BenefitPreview }) {
  if (benefit.total_fen === 0) return <p className="text-sm text-ink-soft">这些商品没有登记利益联结，付款后不产生农户受益金额。</p>
  return (
    <div className="flex gap-3 rounded-md bg-leaf-wash px-4 py-3">
      <Icon name="leaf" className="mt-1 text-leaf" />
      <p className="text-sm">
        付款后预计让 <BenefitFigure fen={benefit.total_fen} households={benefit.households} href="/impact#stages" />
        <span className="block text-xs text-ink-soft">按现行利益联结协议测算，货款到账后记入台账</span>
      </p>
    </div>
  )
}
