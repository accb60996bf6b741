import { Yuan } from "@/components/ui"
import type { JourneyUnit } from "./journey"

/** Of one piece's price, the part that is expected to reach households, drawn to scale. */
export function ShareBar({ unit, households }: { unit: JourneyUnit; households: number }) {
  const share = Math.min(1, unit.benefit_fen / unit.price_fen)
  return (
    <figure className="mt-10">
      <svg viewBox="0 0 1000 28" preserveAspectRatio="none" aria-hidden="true" className="h-7 w-full rounded-sm">
        <rect width="1000" height="28" fill="var(--color-paper-deep)" />
        <rect width={share * 1000} height="28" fill="var(--color-leaf)" />
      </svg>
      <figcaption className="mt-2 flex flex-wrap justify-between gap-x-6 gap-y-1 text-sm">
        <span className="font-semibold text-leaf">预计 <Yuan fen={unit.benefit_fen} /> 归 {households} 户农家</span>
        <span className="text-ink-soft">其余 <Yuan fen={unit.price_fen - unit.benefit_fen} /></span>
      </figcaption>
    </figure>
  )
}
