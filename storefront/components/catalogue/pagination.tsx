import { Link } from "@/components/ui/link"
import { cx } from "@/components/ui"
import { pageNumbers } from "@/lib/browse/browse"

const STEP = "inline-flex min-h-11 min-w-11 items-center justify-center rounded-md px-3 figures"

export function Pagination({ page, pages, href }: { page: number; pages: number; href: (page: number) => string }) {
  return (
    <nav aria-label="分页" className="mt-12">
      <ul className="flex flex-wrap items-center justify-center gap-1.5">
        {page > 1 && <li><Link href={href(page - 1)} rel="prev" className={cx(STEP, "hover:underline")}>上一页</Link></li>}
        {pageNumbers(page, pages).map((number, index) => (
          <li key={number ?? `gap-${index}`}>
            {number === null
              ? <span aria-hidden="true" className="px-1 text-ink-faint">…</span>
              : <Link href={href(number)} aria-current={number === page ? "page" : undefined} aria-label={`第 ${number} 页`} className={cx(STEP, number === page ? "bg-ink font-bold text-paper" : "hover:bg-paper-deep")}>{number}</Link>}
          </li>
        ))}
        {page < pages && <li><Link href={href(page + 1)} rel="next" className={cx(STEP, "hover:underline")}>下一页</Link></li>}
      </ul>
    </nav>
  )
}
