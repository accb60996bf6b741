import type { UnitImpact } from "@fupin/contract/schemas"
import { Yuan } from "@/components/ui"

/** Where the households live, by town: how many, and what reached them. */
export function ImpactPlaces({ places }: Pick<UnitImpact, "places">) {
  const most = Math.max(...places.map(({ total_fen }) => total_fen), 1)
  return (
    <section aria-labelledby="places">
      <h2 id="places" className="mb-3 text-2xl">受益地</h2>
      <ul className="border-t border-line">
        {places.map(({ place, households, total_fen }) => (
          <li key={place} className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 gap-y-1 border-b border-line py-3">
            <p><span className="font-semibold">{place}</span>　<span className="text-sm text-ink-soft">{households} 户</span></p>
            <Yuan fen={total_fen} className="font-semibold text-leaf" />
            <span aria-hidden="true" className="col-span-2 h-1.5 rounded-full bg-leaf/70" style={{ width: `${(Math.max(total_fen, 0) / most) * 100}%` }} />
          </li>
        ))}
      </ul>
    </section>
  )
}
