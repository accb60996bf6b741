import type { ReactNode } from "react"
import { cx } from "./cx"
import { Icon } from "./icon"

/** Nothing here, why, and what to do next. */
export function Empty({ title, children, action, as: Heading = "h2" }: { title: string; children?: ReactNode; action?: ReactNode; as?: "h1" | "h2" }) {
  return (
    <div className="mx-auto grid max-w-md justify-items-center gap-4 px-4 py-14 text-center">
      <svg viewBox="0 0 160 96" aria-hidden="true" className="w-40 text-line-strong" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round">
        <path d="M8 78c24-14 48-14 72 0s48 14 72 0M8 90c24-14 48-14 72 0s48 14 72 0M80 62V40M80 50c-1-10-8-16-19-16 0 11 8 17 19 16ZM80 44c1-11 8-18 20-19 0 12-8 20-20 19Z" />
      </svg>
      <Heading className="text-xl">{title}</Heading>
      {children && <div className="text-ink-soft">{children}</div>}
      {action && <div className="mt-2 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  )
}

const TONES = {
  info: { box: "border-line bg-white", icon: "leaf", mark: "text-leaf" },
  good: { box: "border-leaf/30 bg-leaf-wash", icon: "check", mark: "text-leaf" },
  problem: { box: "border-vermilion/35 bg-vermilion-wash", icon: "warning", mark: "text-vermilion" },
} as const

interface NoticeProps {
  tone?: keyof typeof TONES
  title?: ReactNode
  children?: ReactNode
  className?: string
}

/** Something to know before going on. A problem is announced at once. */
export function Notice({ tone = "info", title, children, className }: NoticeProps) {
  const { box, icon, mark } = TONES[tone]
  return (
    <div role={tone === "problem" ? "alert" : undefined} className={cx("flex gap-3 rounded-md border px-4 py-3", box, className)}>
      <Icon name={icon} className={cx("mt-1", mark)} />
      <div className="grid gap-1">
        {title && <p className="font-semibold">{title}</p>}
        {children && <div className="text-sm">{children}</div>}
      </div>
    </div>
  )
}

/** The shape of something that is on its way. Wrap several in `Loading`. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cx("block animate-breathe rounded-sm bg-line/70", className)} />
}

/** Says to a screen reader what the skeletons inside stand for. */
export function Loading({ label = "正在取来…", children, className }: { label?: string; children: ReactNode; className?: string }) {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  )
}
