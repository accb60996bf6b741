import type { Metadata } from "next"
import { CatalogueView } from "@/components/catalogue/view"
import { Page } from "@/components/ui"
import { readBrowse, type SearchParams } from "@/lib/browse/browse"

export const metadata: Metadata = { title: "全部好物", alternates: { canonical: "/products" } }

export default async function Products({ searchParams }: { searchParams: Promise<SearchParams> }) {
  return (
    <Page title="全部好物" lead="每一件都写明来自哪个县、哪个镇，由谁种、由谁认定。">
      <CatalogueView base="/products" browse={{ ...readBrowse(await searchParams), q: "" }} />
    </Page>
  )
}
