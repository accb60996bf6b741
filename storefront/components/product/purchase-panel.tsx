import type { BenefitPreview, ProductProvenance } from "@fupin/contract/schemas"
import { ButtonLink, Notice, Price } from "@/components/ui"
import type { Product, ProductVariant } from "@/lib/api"
import { BuyBox } from "./buy-box"

interface PurchasePanelProps {
  product: Product
  first: ProductVariant | null
  preview: BenefitPreview | null
  problem: ProductProvenance["problem"]
}

/** Where one buys; or why one cannot, and what to do instead. */
export function PurchasePanel({ product, first, preview, problem }: PurchasePanelProps) {
  if (problem) {
    return (
      <div className="mt-6 grid gap-4">
        {first && <Price fen={first.price_fen} size="lg" className="text-ink-faint" />}
        <Notice tone="problem" title={problem.code === "designation_expired" ? "认定已到期，暂停销售" : "暂停销售"}>
          <p>{problem.message}</p>
        </Notice>
        <ButtonLink href="/products" look="secondary" className="w-fit">看看其他好物</ButtonLink>
      </div>
    )
  }
  if (!first || !preview) return <Notice className="mt-6" title="还没有定价">这件商品正在上架，请过些时候再来。</Notice>
  return <BuyBox variants={product.variants} firstId={first.id} preview={preview} />
}
