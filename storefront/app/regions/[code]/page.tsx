import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { CatalogueView } from "@/components/catalogue/view"
import { Page } from "@/components/ui"
import { getDivisionPath } from "@/lib/api"
import { readBrowse, type SearchParams } from "@/lib/browse/browse"
import { regionHref } from "@/lib/links"

interface RegionProps {
  params: Promise<{ code: string }>
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ params }: RegionProps): Promise<Metadata> {
  const path = await getDivisionPath((await params).code)
  return path ? { title: `${path.map(({ name }) => name).join("")}的好物`, alternates: { canonical: regionHref(path.at(-1)!.code) } } : {}
}

export default async function Region({ params, searchParams }: RegionProps) {
  const path = await getDivisionPath((await params).code)
  const region = path?.at(-1)
  if (!path || !region) notFound()
  const above = path.slice(0, -1)
  return (
    <Page
      title={<>{region.name}<span className="ml-3 text-[0.55em] text-ink-soft">的好物</span></>}
      crumbs={[{ name: "产地", href: "/regions" }, ...above.map(({ code, name }) => ({ name, href: regionHref(code) })), { name: region.name }]}
    >
      <CatalogueView base={regionHref(region.code)} browse={{ ...readBrowse(await searchParams), q: "", region: null }} fixed={{ region: region.code }} emptyTitle={`${region.name}暂时没有在售的好物`} />
    </Page>
  )
}
