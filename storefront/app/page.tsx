import { Suspense } from "react"
import { CategoryIndex } from "@/components/home/category-index"
import { HomeGroupBuys } from "@/components/home/group-buys"
import { Hero } from "@/components/home/hero"
import { HowItWorks } from "@/components/home/how-it-works"
import { InstitutionDoor } from "@/components/home/institution-door"
import { RegionShelves } from "@/components/home/region-shelves"
import { ProductGrid, ProductGridSkeleton } from "@/components/product/shelf"
import { ButtonLink, Empty, Section } from "@/components/ui"
import { getBenefitSummary, getCatalogue, getCategories } from "@/lib/api"
import { pickOfTheDay, pickVaried } from "@/lib/browse/pick"

export default async function Home() {
  const [catalogue, summary, categories] = await Promise.all([getCatalogue({ limit: 60 }), getBenefitSummary(), getCategories()])
  const featured = pickOfTheDay(catalogue.products, new Date())
  const others = pickVaried(catalogue.products.filter((product) => product !== featured && product.in_stock), 8)
  return (
    <>
      <Hero product={featured} summary={summary} />
      {featured === null && <Empty title="货架还空着" action={<ButtonLink href="/impact">先看受益公示</ButtonLink>}><p>商品认定上架后会出现在这里。</p></Empty>}
      {others.length > 0 && <Section title="这些天的好物" more={{ href: "/products", name: "看全部" }}><ProductGrid products={others} className="md:max-lg:[&>li:nth-child(n+7)]:hidden" /></Section>}
      <Suspense fallback={null}><HomeGroupBuys /></Suspense>
      {catalogue.facets.categories.length > 0 && <CategoryIndex counts={catalogue.facets.categories} categories={categories} />}
      <HowItWorks />
      <div className="pt-6">
        <Suspense fallback={<div className="wrap py-10"><ProductGridSkeleton count={4} /></div>}>
          <RegionShelves regions={catalogue.facets.regions} />
        </Suspense>
      </div>
      <InstitutionDoor />
    </>
  )
}
