import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CatalogueView } from "@/components/catalogue/view"
import { Page } from "@/components/ui"
import { getCategory } from "@/lib/api"
import { readBrowse, type SearchParams } from "@/lib/browse/browse"
import { categoryHref, pathText } from "@/lib/links"

interface CategoryProps {
  params: Promise<{ handle: string }>
  searchParams: Promise<SearchParams>
}

async function readCategory(params: CategoryProps["params"]) {
  const handle = pathText((await params).handle)
  return handle === null ? null : getCategory(handle)
}

export async function generateMetadata({ params }: CategoryProps): Promise<Metadata> {
  const category = await readCategory(params)
  return category ? { title: category.name, alternates: { canonical: categoryHref(category.handle) } } : {}
}

export default async function Category({ params, searchParams }: CategoryProps) {
  const category = await readCategory(params)
  if (!category) notFound()
  return (
    <Page title={category.name} lead={category.description ?? undefined} crumbs={[{ name: "全部好物", href: "/products" }, { name: category.name }]}>
      <CatalogueView base={categoryHref(category.handle)} browse={{ ...readBrowse(await searchParams), q: "", category: null }} fixed={{ category: category.handle }} emptyTitle={`${category.name}暂时没有在售的`} />
    </Page>
  )
}
