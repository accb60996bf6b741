import type { Catalogue } from "@fupin/contract/schemas"
import { Suspense } from "react"
import { ProductGrid, ProductGridSkeleton } from "@/components/product/shelf"
import { ButtonLink, cx, Empty } from "@/components/ui"
import { getCatalogue, PAGE_SIZE } from "@/lib/api"
import { type Browse, browseHref } from "@/lib/browse/browse"
import { countText } from "@/lib/words"
import { Filters } from "./filters"
import { Pagination } from "./pagination"

export interface CatalogueViewProps {
  /** The address of this list. */
  base: string
  browse: Browse
  /** What the page itself is about and therefore offers no choice of. */
  fixed?: { category?: string; region?: string }
  emptyTitle?: string
}

/** A list of products with its choices, order and pages. Sorting and counting happen behind the endpoint, over everything. */
export function CatalogueView(props: CatalogueViewProps) {
  return (
    <Suspense key={browseHref(props.base, props.browse, { page: props.browse.page })} fallback={<ProductGridSkeleton />}>
      <Listed {...props} />
    </Suspense>
  )
}

async function Listed({ base, browse, fixed = {}, emptyTitle = "没有符合的商品" }: CatalogueViewProps) {
  const catalogue = await getCatalogue({
    q: browse.q || undefined,
    category: fixed.category ?? browse.category ?? undefined,
    region: fixed.region ?? browse.region ?? undefined,
    sort: browse.sort,
    offset: (browse.page - 1) * PAGE_SIZE,
    limit: PAGE_SIZE,
  })
  const isNarrowed = browse.category !== null || browse.region !== null
  const pages = Math.ceil(catalogue.count / PAGE_SIZE)
  const hasChoices = catalogue.count > 0 || isNarrowed
  return (
    <div className={cx("grid gap-8", hasChoices && "lg:grid-cols-[13rem_1fr] lg:gap-12")}>
      {hasChoices && <Filters base={base} browse={browse} fixed={fixed} facets={catalogue.facets} />}
      <div>
        <p className={cx("mb-5 text-sm text-ink-soft", catalogue.count === 0 && "sr-only")} role="status">共 {countText(catalogue.count)} 件{browse.sort === "recommended" && catalogue.count > 1 && "，同等条件下已认定的在前"}</p>
        <Found catalogue={catalogue} base={base} browse={browse} emptyTitle={emptyTitle} />
        {pages > 1 && <Pagination page={browse.page} pages={pages} href={(page) => browseHref(base, browse, { page })} />}
      </div>
    </div>
  )
}

function Found({ catalogue, base, browse, emptyTitle }: { catalogue: Catalogue; base: string; browse: Browse; emptyTitle: string }) {
  if (catalogue.products.length > 0) return <ProductGrid products={catalogue.products} eager={4} className="lg:grid-cols-3 xl:grid-cols-4" />
  if (catalogue.count > 0) return <Empty title="后面没有了" action={<ButtonLink href={browseHref(base, browse, {})}>回到第一页</ButtonLink>} />
  return (
    <Empty title={emptyTitle} action={<ButtonLink href="/products">看看全部好物</ButtonLink>}>
      <p>{browse.q ? "换个说法试试，例如只写品名“洋芋”或产地“巫溪”。" : "放宽条件，或看看别处的好物。"}</p>
    </Empty>
  )
}
