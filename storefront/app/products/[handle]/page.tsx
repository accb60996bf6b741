import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { cache, Suspense } from "react"
import { ProductGridSkeleton } from "@/components/product/shelf"
import { Certificates } from "@/components/product/certificates"
import { Facts } from "@/components/product/facts"
import { Gallery } from "@/components/product/gallery"
import { Journey } from "@/components/product/journey"
import { Neighbours } from "@/components/product/neighbours"
import { ProductHead } from "@/components/product/head"
import { ProductJsonLd } from "@/components/product/json-ld"
import { PurchasePanel } from "@/components/product/purchase-panel"
import { Breadcrumb } from "@/components/ui"
import { getBenefitPreview, getProduct, getProvenance, getSupplyBases } from "@/lib/api"
import { pathText, productHref, regionHref } from "@/lib/links"
import { countyName } from "@/lib/words"

interface ProductProps {
  params: Promise<{ handle: string }>
}

const readProduct = cache(async (part: string) => {
  const handle = pathText(part)
  return handle === null ? null : getProduct(handle)
})

export async function generateMetadata({ params }: ProductProps): Promise<Metadata> {
  const product = await readProduct((await params).handle)
  if (!product) return {}
  const description = product.subtitle ?? product.description?.slice(0, 120) ?? undefined
  return { title: product.title, description, alternates: { canonical: productHref(product.handle) }, openGraph: { title: product.title, description, images: product.pictures.slice(0, 1) } }
}

export default async function ProductPage({ params }: ProductProps) {
  const product = await readProduct((await params).handle)
  if (!product) notFound()
  const first = product.variants.find(({ available }) => available !== 0) ?? product.variants[0]
  const [provenance, preview, bases] = await Promise.all([
    getProvenance(product.id),
    first ? getBenefitPreview([{ variant_id: first.id, quantity: 1 }]) : null,
    getSupplyBases(product.id),
  ])
  return (
    <article className="pb-24 md:pb-16">
      <ProductJsonLd product={product} provenance={provenance} />
      <div className="wrap grid gap-x-12 gap-y-6 md:grid-cols-2 md:pt-8 lg:gap-x-16">
        <div className="max-md:-mx-[clamp(1rem,4vw,2.5rem)] ">
          <Gallery pictures={product.pictures} title={product.title} />
        </div>
        <div>
          <div className="max-md:hidden"><Breadcrumb crumbs={[{ name: "全部好物", href: "/products" }, ...product.categories.slice(0, 1).map(({ name, handle }) => ({ name, href: `/categories/${encodeURIComponent(handle)}` })), { name: product.title }]} /></div>
          <ProductHead product={product} provenance={provenance} bases={bases} />
          <PurchasePanel product={product} first={first ?? null} preview={preview} problem={provenance?.problem ?? null} />
        </div>
      </div>
      {provenance && <Journey provenance={provenance} unit={first && preview ? { ...first, benefit_fen: preview.total_fen, households: preview.households } : null} />}
      <div className="wrap grid gap-x-16 gap-y-12 py-12 md:grid-cols-2">
        {product.description && (
          <section>
            <h2 className="mb-4 text-2xl">关于这件好物</h2>
            <div className="grid gap-4 text-ink-soft">{product.description.split(/\n+/).map((paragraph, index) => <p key={index}>{paragraph}</p>)}</div>
            <Facts facts={product.facts} />
          </section>
        )}
        {provenance && <Certificates certificates={provenance.certificates} />}
      </div>
      {provenance && (
        <Suspense fallback={<div className="wrap py-10"><ProductGridSkeleton count={4} /></div>}>
          <Neighbours region={provenance.origin.code.slice(0, 6)} name={countyName(provenance.origin)} href={regionHref(provenance.origin.code.slice(0, 6))} except={product.id} />
        </Suspense>
      )}
    </article>
  )
}
