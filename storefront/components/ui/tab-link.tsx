import Link from "next/link"
import { cx } from "./cx"

const TONES = {
  vermilion: { here: "border-vermilion", away: "hover:text-vermilion-deep" },
  leaf: { here: "border-leaf", away: "hover:text-leaf-deep" },
}

/** One of a line of places; the one at hand, or the part within which one is, is underlined. */
export function TabLink({ href, isHere, tone = "leaf", label, children }: { href: string; isHere: boolean | "within"; tone?: keyof typeof TONES; label?: string; children: string }) {
  const look = isHere ? `${TONES[tone].here} font-semibold` : `border-transparent ${TONES[tone].away}`
  return <Link href={href} aria-label={label} aria-current={isHere === "within" ? "true" : isHere ? "page" : undefined} className={cx("inline-flex min-h-11 items-center border-b-[3px] px-2.5 whitespace-nowrap", look)}>{children}</Link>
}
