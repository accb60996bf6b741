import type { BenefitSummary, CatalogueProduct } from "@fupin/contract/schemas"
import { Link } from "@/components/ui/link"
import { ButtonLink, Icon, Picture, Price } from "@/components/ui"
import { formatFen } from "@fupin/contract/money"
import { productHref } from "@/lib/links"
import { countText, countyName, placeName } from "@/lib/words"

/** The shop's opening: one product as it grows, and what all sales have brought so far. */
export function Hero({ product, summary }: { product: CatalogueProduct | null; summary: BenefitSummary }) {
  return (
    <section className="wrap grid gap-x-12 gap-y-8 pt-7 pb-10 lg:grid-cols-12 lg:grid-rows-[1fr_auto] lg:pt-14 lg:pb-16">
      <div className="lg:col-span-5 lg:self-end">
        <h1 className="text-[2.75rem] leading-[1.16] md:text-[4rem] xl:text-[4.5rem]">知道来处，<br />看见受益。</h1>
        <p className="mt-5 max-w-md text-ink-soft md:text-lg">每一件好物写明来自哪个县、哪个镇；每一笔付款记到受益农户，一分一厘都查得到。</p>
        <div className="mt-6 flex flex-wrap gap-3">
          <ButtonLink href="/products" size="lg">挑些好物</ButtonLink>
          <ButtonLink href="/regions" look="secondary" size="lg">按产地看</ButtonLink>
        </div>
      </div>
      {product && <Featured product={product} />}
      <Running summary={summary} />
    </section>
  )
}

function Running({ summary }: { summary: BenefitSummary }) {
  return (
    <Link href="/impact" className="group block border-t-2 border-leaf pt-4 text-leaf lg:col-span-5 lg:self-start">
      <span className="text-sm font-semibold">到目前为止，{countText(summary.households)} 户农家受益</span>
      <span className="figures mt-1 block font-song text-4xl font-bold md:text-5xl"><span className="text-[0.6em]">¥</span>{formatFen(summary.total_fen)}</span>
      <span className="mt-1 inline-flex items-center gap-1 text-sm underline decoration-leaf/40 underline-offset-4 group-hover:decoration-leaf">
        来自 {countText(summary.orders)} 笔已付款订单，看看怎么算的<Icon name="arrow" />
      </span>
    </Link>
  )
}

function Featured({ product }: { product: CatalogueProduct }) {
  const path = product.origin?.path ?? []
  return (
    <figure className="relative max-lg:-mx-[clamp(1rem,4vw,2.5rem)] lg:col-span-7 lg:col-start-6 lg:row-span-2 lg:row-start-1">
      <Picture src={product.thumbnail} alt={product.title} ratio="landscape" eager sizes="(min-width: 1024px) 56vw, 100vw" className="lg:rounded-lg" />
      {path.length > 0 && (
        <p className="absolute top-0 right-6 bg-paper/95 px-5 py-2.5 font-song text-lg leading-none font-bold tracking-[0.3em] [writing-mode:vertical-rl] md:right-10 md:text-2xl">
          {path.slice(0, 1)}<span className="text-vermilion">·</span>{product.origin && countyName(product.origin)}
        </p>
      )}
      <figcaption className="relative grid grid-cols-[1fr_auto] gap-x-6 pt-4 max-lg:px-[clamp(1rem,4vw,2.5rem)]">
        <div>
          <p className="text-xs text-ink-soft">{product.origin && placeName(product.origin)}{product.producer && ` · ${product.producer.name}`}</p>
          <p className="mt-0.5 font-song text-xl leading-snug font-bold break-keep md:text-2xl"><Link href={productHref(product.handle)} className="after:absolute after:inset-0 hover:text-vermilion-deep">{product.title}</Link></p>
        </div>
        <p className="grid content-end justify-items-end">
          <Price fen={product.price_fen} className="text-vermilion" />
          {product.households > 0 && <Link href={`${productHref(product.handle)}#benefit`} className="relative z-10 text-sm font-semibold text-leaf underline decoration-leaf/40 underline-offset-4">{product.households} 户农家受益</Link>}
        </p>
      </figcaption>
    </figure>
  )
}
