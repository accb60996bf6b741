import type { Catalogue } from "@fupin/contract/schemas"
import { Link } from "@/components/ui/link"
import { Section } from "@/components/ui"
import { categoryHref } from "@/lib/links"

/** What there is, as the index of an almanac. */
export function CategoryIndex({ categories }: { categories: Catalogue["facets"]["categories"] }) {
  return (
    <Section title="吃什么，用什么" more={{ href: "/products", name: "全部好物" }}>
      <ul className="grid grid-cols-2 border-t border-l border-line sm:grid-cols-3 lg:grid-cols-4">
        {categories.map(({ handle, name, count }) => (
          <li key={handle} className="border-r border-b border-line">
            <Link href={categoryHref(handle)} className="flex min-h-18 items-baseline justify-between gap-2 px-3.5 py-5 transition-colors hover:bg-white hover:text-vermilion-deep md:px-6">
              <span className="font-song text-lg font-bold whitespace-nowrap md:text-2xl">{name}</span>
              <span className="figures text-xs text-ink-faint md:text-sm">{count} 件</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
