import type { Metadata } from "next"
import { TileMap } from "@/components/impact/tile-map"
import { ButtonLink, Empty, Link, Page } from "@/components/ui"
import { getCatalogue } from "@/lib/api"
import { regionHref } from "@/lib/links"
import { provinceCode, provinceShort, sumByProvince } from "@/lib/provinces"

export const metadata: Metadata = { title: "产地", description: "按产地找好物：一省一格，一县一架。", alternates: { canonical: "/regions" } }

export default async function Regions() {
  const { facets } = await getCatalogue({ limit: 1 })
  const provinces = sumByProvince(facets.regions.map(({ code, count }) => ({ code, value: count })))
  const codes = [...provinces].sort((a, b) => b[1] - a[1]).map(([code]) => code)
  return (
    <Page title="产地" lead="从一个县开始逛。点省看全省，点县看本县。" crumbs={[{ name: "首页", href: "/" }, { name: "产地" }]}>
      {codes.length === 0 && <Empty title="还没有登记产地的商品" action={<ButtonLink href="/products">看看全部好物</ButtonLink>} />}
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[1fr_1.1fr]">
        <div className="lg:sticky lg:top-8 lg:self-start"><TileMap label="各省好物件数" values={provinces} href={regionHref} text={(count) => `${count} 件`} /></div>
        <div>
          {codes.map((province) => (
            <section key={province} className="grid gap-x-6 gap-y-2 border-t border-line py-5 sm:grid-cols-[6.5rem_1fr]">
              <h2 className="text-xl"><Link href={regionHref(province)} className="inline-block py-1 hover:text-vermilion-deep hover:underline">{provinceShort(province)}</Link></h2>
              <ul className="flex flex-wrap gap-2">
                {facets.regions.filter(({ code }) => provinceCode(code) === province).map(({ code, name, count }) => (
                  <li key={code}>
                    <Link href={regionHref(code)} className="inline-flex min-h-11 items-center gap-2 rounded-full border border-line bg-white px-4 text-sm hover:border-vermilion hover:text-vermilion-deep">
                      {name}<span className="figures text-xs text-ink-faint">{count}</span>
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          ))}
        </div>
      </div>
    </Page>
  )
}
