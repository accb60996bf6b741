import type { Metadata } from "next"
import { CatalogueView } from "@/components/catalogue/view"
import { SearchBox } from "@/components/site/search-box"
import { Page } from "@/components/ui"
import { readBrowse, type SearchParams } from "@/lib/browse/browse"

interface SearchProps {
  searchParams: Promise<SearchParams>
}

export async function generateMetadata({ searchParams }: SearchProps): Promise<Metadata> {
  const { q } = readBrowse(await searchParams)
  return { title: q ? `“${q}”的搜索结果` : "搜索", robots: { index: false } }
}

export default async function Search({ searchParams }: SearchProps) {
  const browse = readBrowse(await searchParams)
  return (
    <Page title={browse.q ? `“${browse.q}”` : "搜索"} lead={browse.q ? "在品名、产地、品类和经营主体里找到的" : "写下品名、产地或经营主体，例如“巫溪洋芋”“合作社”。"}>
      <div className="mb-8 max-w-xl"><SearchBox id="page-search" value={browse.q} /></div>
      <CatalogueView base="/search" browse={browse} emptyTitle={`没有找到“${browse.q}”`} />
    </Page>
  )
}
