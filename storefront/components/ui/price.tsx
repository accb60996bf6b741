import { type Fen, formatFen } from "@fupin/contract/money"
import { cx } from "./cx"

const SIZES = {
  sm: "text-base",
  md: "text-xl",
  lg: "text-3xl",
} as const

/** Money from fen: ¥ and the fraction small, the whole yuan large. Read aloud as one amount. */
export function Price({ fen, size = "md", className }: { fen: Fen; size?: keyof typeof SIZES; className?: string }) {
  const [whole, fraction] = formatFen(fen).split(".")
  return (
    <span className={cx("figures font-bold", SIZES[size], className)}>
      <span className="mr-px text-[0.68em]">¥</span>
      {whole}
      <span className="text-[0.68em]">.{fraction}</span>
    </span>
  )
}

/** Money inside a sentence. */
export function Yuan({ fen, className }: { fen: Fen; className?: string }) {
  return <span className={cx("figures", className)}>¥{formatFen(fen)}</span>
}
