import type { Catalogue } from "@fupin/contract/schemas"
import { Link, Picture, Section } from "@/components/ui"
import type { Category } from "@/lib/api/categories"
import { categoryHref } from "@/lib/links"

interface CategoryIndexProps {
  categories: Category[]
  counts: Catalogue["facets"]["categories"]
}

/** What there is, in the order staff gave it; categories without goods are left out. */
export function CategoryIndex({ categories, counts }: CategoryIndexProps) {
  const shown = categories.flatMap((category) => {
    const count = counts.find(({ handle }) => handle === category.handle)?.count ?? 0
    return count > 0 ? [{ ...category, count }] : []
  })
  return (
    <Section title="吃什么，用什么" more={{ href: "/products", name: "全部好物" }}>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-5 md:grid-cols-5 md:gap-x-6 lg:gap-y-8">
        {shown.map(({ handle, name, count, picture }) => (
          <li key={handle}>
            <Link href={categoryHref(handle)} className="group block">
              <Picture src={picture} alt="" ratio="landscape" sizes="(min-width: 1200px) 220px, (min-width: 768px) 18vw, 46vw" className="rounded-lg" />
              <span className="mt-2 flex items-baseline justify-between gap-2">
                <span className="font-song text-lg font-bold whitespace-nowrap group-hover:text-vermilion-deep lg:text-xl">{name}</span>
                <span className="figures text-xs text-ink-faint">{count} 件</span>
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
