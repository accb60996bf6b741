import type { ReactNode } from "react"
import { cx } from "./cx"

const TONES = {
  leaf: "bg-leaf-wash text-leaf-deep",
  vermilion: "bg-vermilion-wash text-vermilion-deep",
  straw: "bg-straw/40 text-ink",
  plain: "border border-line bg-white text-ink-soft",
} as const

/** A short fact about a thing: a state, a certificate, an origin's flag. */
export function Badge({ tone = "plain", className, children }: { tone?: keyof typeof TONES; className?: string; children: ReactNode }) {
  return <span className={cx("inline-flex items-center gap-1 rounded-sm px-2 py-0.5 text-xs font-medium", TONES[tone], className)}>{children}</span>
}
