import { type Fen, formatFen } from "@fupin/contract/money"
import { Link } from "./link"
import { cx } from "./cx"

interface BenefitFigureProps {
  fen: Fen
  households?: number
  /** Where the number is proved. A benefit is never shown without it. */
  href: string
  className?: string
}

/** “3 户农家受益 ¥18.60”, as a link to its proof. */
export function BenefitFigure({ fen, households, href, className }: BenefitFigureProps) {
  return (
    <Link href={href} className={cx("font-semibold text-leaf decoration-leaf/50 decoration-1 underline underline-offset-4 hover:decoration-2", className)}>
      {households !== undefined && <>{households} 户农家</>}<span className="whitespace-nowrap">受益 <span className="figures">¥{formatFen(fen)}</span></span>
    </Link>
  )
}
