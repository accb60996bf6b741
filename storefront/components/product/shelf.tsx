import type { CatalogueProduct } from "@fupin/contract/schemas"
import { cx, Loading, Skeleton } from "@/components/ui"
import { ProductCard } from "./card"

const GRID = "grid grid-cols-2 gap-x-4 gap-y-9 md:grid-cols-3 md:gap-x-6 lg:grid-cols-4"
const ROW = "-mx-[clamp(1rem,4vw,2.5rem)] flex snap-x gap-4 overflow-x-auto scroll-px-[clamp(1rem,4vw,2.5rem)] px-[clamp(1rem,4vw,2.5rem)] pb-2 [scrollbar-width:none] lg:mx-0 lg:grid lg:grid-cols-4 lg:gap-6 lg:overflow-visible lg:px-0"

/** Cards in a grid; the pictures of the first row come at once. */
export function ProductGrid({ products, eager = 0, className }: { products: CatalogueProduct[]; eager?: number; className?: string }) {
  return (
    <ul className={cx(GRID, className)}>
      {products.map((product, index) => <li key={product.id}><ProductCard product={product} eager={index < eager} /></li>)}
    </ul>
  )
}

/** Cards in one row, to be swiped on a phone. */
export function ProductRow({ products, label }: { products: CatalogueProduct[]; label: string }) {
  return (
    <ul className={ROW} aria-label={label} tabIndex={0}>
      {products.map((product) => (
        <li key={product.id} className="w-[44vw] max-w-60 shrink-0 snap-start lg:w-auto lg:max-w-none">
          <ProductCard product={product} sizes="(min-width: 1024px) 280px, 44vw" />
        </li>
      ))}
    </ul>
  )
}

export function ProductGridSkeleton({ count = 8 }: { count?: number }) {
  return (
    <Loading label="正在取来商品…" className={GRID}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="grid gap-2.5">
          <Skeleton className="aspect-square rounded-lg" />
          <Skeleton className="h-4 w-1/2" />
          <Skeleton className="h-5 w-4/5" />
          <Skeleton className="h-6 w-1/3" />
        </div>
      ))}
    </Loading>
  )
}
