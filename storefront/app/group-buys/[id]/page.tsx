import type { Metadata } from "next"
import { notFound } from "next/navigation"
import { cache } from "react"
import { GroupBuyPanel } from "@/components/group-buy/panel"
import { GroupBuyRules } from "@/components/group-buy/rules"
import { Breadcrumb, Link, Picture } from "@/components/ui"
import { getGroupBuy } from "@/lib/group-buy/api"
import { productHref, verifyHref } from "@/lib/links"

const read = cache(getGroupBuy)

export async function generateMetadata({ params }: PageProps<"/group-buys/[id]">): Promise<Metadata> {
  const group = await read((await params).id)
  if (!group) return {}
  const description = `${group.product_title} ${group.specification}，满 ${group.tiers[0]!.from_units} 份成团，人越多价越低。`
  return { title: group.title, description, openGraph: { title: group.title, description, images: group.thumbnail ? [group.thumbnail] : [] } }
}

export default async function GroupBuyPage({ params }: PageProps<"/group-buys/[id]">) {
  const group = await read((await params).id)
  if (!group) notFound()
  return (
    <article className="wrap pb-28 md:pt-8 lg:pb-16">
      <div className="grid gap-x-12 gap-y-6 md:grid-cols-2 lg:gap-x-16">
        <div className="md:sticky md:top-6 md:self-start">
          <div className="max-md:-mx-[clamp(1rem,4vw,2.5rem)]"><Picture src={group.thumbnail} alt={group.product_title} ratio="landscape" eager sizes="(min-width: 768px) 48vw, 100vw" className="md:rounded-lg" /></div>
        </div>
        <div>
          <div className="max-md:hidden"><Breadcrumb crumbs={[{ name: "正在拼团", href: "/group-buys" }, { name: group.title }]} /></div>
          <h1 className="text-3xl md:text-4xl">{group.title}</h1>
          <p className="mt-2 text-ink-soft"><Link href={productHref(group.handle)} className="link">{group.product_title} {group.specification}</Link></p>
          <p className="mt-1 text-sm text-ink-soft">
            {group.origin}{group.seller && ` · ${group.seller.name}`}
            {group.designation && <> · 认定 <Link href={verifyHref(group.designation)} className="link whitespace-nowrap text-leaf-deep">{group.designation}</Link></>}
          </p>
          {group.note && <p className="mt-4">{group.note}</p>}
          <GroupBuyPanel group={group} now={new Date().getTime()} />
          <GroupBuyRules group={group} />
        </div>
      </div>
    </article>
  )
}
