import type { Catalogue } from "@fupin/contract/schemas"
import { Link } from "@/components/ui/link"
import { cx, Icon } from "@/components/ui"
import { type Browse, browseHref, SORTS } from "@/lib/browse/browse"

interface FiltersProps {
  base: string
  browse: Browse
  fixed: { category?: string; region?: string }
  facets: Catalogue["facets"]
}

/** Choices as plain links, beside the list on wide screens and folded above it on phones. */
export function Filters({ base, browse, fixed, facets }: FiltersProps) {
  const groups = [
    { title: "排序", choices: SORTS.map(({ sort, name }) => ({ name, count: null, href: browseHref(base, browse, { sort }), chosen: browse.sort === sort })) },
    ...(fixed.category ? [] : [{ title: "品类", choices: [
      { name: "全部品类", count: null, href: browseHref(base, browse, { category: null }), chosen: !browse.category },
      ...facets.categories.map(({ handle, name, count }) => ({ name, count, href: browseHref(base, browse, { category: handle }), chosen: browse.category === handle })),
    ] }]),
    ...(fixed.region ? [] : [{ title: "产地", choices: [
      { name: "全部产地", count: null, href: browseHref(base, browse, { region: null }), chosen: !browse.region },
      ...facets.regions.map(({ code, name, count }) => ({ name, count, href: browseHref(base, browse, { region: code }), chosen: browse.region === code })),
    ] }]),
  ]
  const chosen = groups.map(({ choices }) => choices.find((choice) => choice.chosen)?.name).filter((name) => name && !name.startsWith("全部"))
  return (
    <nav aria-label="筛选与排序">
      <details className="group rounded-md border border-line bg-white lg:hidden">
        <summary className="flex min-h-12 list-none items-center justify-between gap-3 px-4 font-semibold">
          <span>筛选与排序<span className="ml-3 font-normal text-ink-soft">{chosen.join(" · ")}</span></span>
          <Icon name="down" className="transition-transform group-open:rotate-180" />
        </summary>
        <div className="grid gap-6 border-t border-line px-4 py-5">{groups.map((group) => <ChoiceList key={group.title} {...group} />)}</div>
      </details>
      <div className="hidden gap-8 lg:grid">{groups.map((group) => <ChoiceList key={group.title} {...group} />)}</div>
    </nav>
  )
}

interface Choice {
  name: string
  count: number | null
  href: string
  chosen: boolean
}

function ChoiceList({ title, choices }: { title: string; choices: Choice[] }) {
  return (
    <div>
      <h2 className="mb-2 text-base">{title}</h2>
      <ul className="flex flex-wrap gap-2 lg:grid lg:gap-0">
        {choices.map(({ name, count, href, chosen }) => (
          <li key={href + name}>
            <Link href={href} scroll={false} aria-current={chosen ? "true" : undefined}
              className={cx("inline-flex min-h-10 items-center gap-2 rounded-full border px-3.5 text-sm lg:min-h-9 lg:w-full lg:justify-between lg:rounded-none lg:border-0 lg:border-l-2 lg:px-3",
                chosen ? "border-vermilion bg-vermilion-wash font-semibold text-vermilion-deep lg:bg-transparent" : "border-line text-ink-soft hover:border-ink hover:text-ink")}>
              {name}
              {count !== null && <span className="figures text-xs text-ink-faint">{count}</span>}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  )
}
