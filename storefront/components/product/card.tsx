import type { CatalogueProduct } from "@fupin/contract/schemas"
import { Link } from "@/components/ui/link"
import { Icon, Picture, Price } from "@/components/ui"
import { productHref } from "@/lib/links"
import { placeName } from "@/lib/words"

const SIZES = "(min-width: 1200px) 280px, (min-width: 768px) 31vw, 47vw"

interface ProductCardProps {
  product: CatalogueProduct
  /** Among the first of the page, whose picture is fetched at once. */
  eager?: boolean
  sizes?: string
}

/** A product as it lies on a shelf: scene, origin, name, price, and how many households it helps. */
export function ProductCard({ product, eager = false, sizes = SIZES }: ProductCardProps) {
  const { handle, title, specification, thumbnail, origin, designation, households, in_stock } = product
  return (
    <article className="group relative flex h-full flex-col">
      <div className="relative overflow-hidden rounded-lg">
        <Picture src={thumbnail} alt="" sizes={sizes} eager={eager} className="transition-transform duration-500 ease-out group-hover:scale-[1.03]" />
        {designation && <DesignationMark />}
        {!in_stock && <p className="absolute inset-x-0 bottom-0 bg-ink/80 py-1.5 text-center text-sm text-white">暂时售罄</p>}
      </div>
      <div className="flex flex-1 flex-col pt-3">
        {origin && (
          <p className="flex items-center gap-1 text-xs text-ink-soft">
            <Icon name="place" className="size-[1.1em]!" />
            {placeName(origin)}
          </p>
        )}
        <h3 className="mt-0.5 text-[1.0625rem] leading-snug md:text-lg">
          <Link href={productHref(handle)} className="after:absolute after:inset-0 after:rounded-lg focus-visible:outline-none focus-visible:after:outline-3 focus-visible:after:outline-offset-4 focus-visible:after:outline-vermilion">{title}</Link>
        </h3>
        {specification && <p className="mt-1 text-xs text-ink-soft">{specification}</p>}
        <div className="mt-auto flex flex-wrap items-baseline justify-between gap-x-3 pt-2">
          <Price fen={product.price_fen} className="text-vermilion" />
          {households > 0 && <Link href={`${productHref(handle)}#benefit`} className="relative z-10 py-1 text-sm font-medium text-leaf underline decoration-leaf/40 underline-offset-4 hover:decoration-leaf">{households} 户受益</Link>}
        </div>
      </div>
    </article>
  )
}

function DesignationMark() {
  return (
    <p className="absolute left-2.5 top-2.5 grid rounded-sm bg-vermilion p-1.5 font-song text-xs leading-[1.15] font-bold tracking-widest text-white [writing-mode:vertical-rl]">
      已认定
    </p>
  )
}
