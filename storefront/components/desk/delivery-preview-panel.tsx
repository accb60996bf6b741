import type { ReactNode } from "react"
import { ExpectedBenefit } from "@/components/cart/expected-benefit"
import { Price, Skeleton } from "@/components/ui"
import type { PreviewState } from "./use-delivery-preview"

/** 每次配送: what it costs at the agreed prices and whom it would help. */
export function DeliveryPreviewPanel({ preview, children }: { preview: PreviewState; children: ReactNode }) {
  const known = preview.kind === "known" ? preview.preview : preview.kind === "asking" ? preview.last : null
  return (
    <aside aria-label="每次配送" className="lg:sticky lg:top-6 lg:self-start">
      <div className="grid gap-4 rounded-lg border border-line bg-white p-5" aria-live="polite" aria-busy={preview.kind === "asking"}>
        <h2 className="text-lg">每次配送</h2>
        {preview.kind === "empty" && <p className="text-sm text-ink-soft">填好数量，这里会算出货款和预计受益。</p>}
        {preview.kind === "refused" && <p className="text-sm text-vermilion-deep">{preview.message}</p>}
        {preview.kind === "asking" && !known && <Skeleton className="h-16" />}
        {known && <><p className="flex items-baseline justify-between"><span className="text-ink-soft">货款</span><Price fen={known.total_fen} size="lg" /></p><ExpectedBenefit benefit={known.benefit} /></>}
        {children}
      </div>
    </aside>
  )
}
