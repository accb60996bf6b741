import { Link } from "./link"
import type { ReactNode } from "react"
import { cx } from "./cx"

export interface Crumb {
  name: string
  href?: string
}

interface PageProps {
  title: ReactNode
  lead?: ReactNode
  crumbs?: Crumb[]
  /** Beside the title on wide screens, below it on phones. */
  aside?: ReactNode
  narrow?: boolean
  children: ReactNode
}

/** A page with its way back, title and opening words. */
export function Page({ title, lead, crumbs, aside, narrow = false, children }: PageProps) {
  return (
    <div className={cx("wrap pb-20 pt-6 md:pt-10", narrow && "max-w-3xl!")}>
      {crumbs && <Breadcrumb crumbs={crumbs} />}
      <div className="mb-8 flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="max-w-3xl">
          <h1 className="text-3xl md:text-4xl">{title}</h1>
          {lead && <p className="mt-3 text-ink-soft md:text-lg">{lead}</p>}
        </div>
        {aside}
      </div>
      {children}
    </div>
  )
}

export function Breadcrumb({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="您的位置" className="mb-3 text-sm text-ink-soft">
      <ol className="flex flex-wrap items-center gap-x-2">
        {crumbs.map(({ name, href }, index) => (
          <li key={`${name}-${index}`} className="flex items-center gap-x-2">
            {index > 0 && <span aria-hidden="true" className="text-line-strong">›</span>}
            {href ? <Link href={href} className="inline-block py-1 hover:text-vermilion-deep hover:underline">{name}</Link> : <span aria-current="page" className="py-1">{name}</span>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

interface SectionProps {
  id?: string
  title: ReactNode
  lead?: ReactNode
  more?: { href: string; name: string }
  className?: string
  children: ReactNode
}

/** A part of a page under its own heading. */
export function Section({ id, title, lead, more, className, children }: SectionProps) {
  return (
    <section id={id} className={cx("wrap py-10 md:py-14", className)}>
      <div className="mb-6 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="max-w-2xl">
          <h2 className="text-2xl md:text-3xl">{title}</h2>
          {lead && <p className="mt-2 text-ink-soft">{lead}</p>}
        </div>
        {more && <Link href={more.href} className="inline-flex min-h-10 items-center gap-1 text-sm font-semibold text-vermilion-deep hover:underline">{more.name}<span aria-hidden="true">→</span></Link>}
      </div>
      {children}
    </section>
  )
}
