import type { BenefitSummary } from "@fupin/contract/schemas"
import { Link, Yuan } from "@/components/ui"
import { provinceShort, sumByProvince } from "@/lib/provinces"
import { regionHref } from "@/lib/links"
import { countText } from "@/lib/words"
import { TileMap } from "./tile-map"

/** Where the benefit arrived: a schematic map, and the same figures county by county. */
export function ByRegion({ regions }: { regions: BenefitSummary["by_region"] }) {
  const provinces = sumByProvince(regions.map(({ code, total_fen }) => ({ code, value: total_fen })))
  const rows = [...regions].sort((a, b) => b.total_fen - a.total_fen)
  return (
    <div className="grid grid-cols-1 gap-x-14 gap-y-10 lg:grid-cols-[1.1fr_1fr]">
      <div className="lg:sticky lg:top-8 lg:self-start">
        <TileMap label="各省受益金额" values={provinces} href={regionHref} text={(fen) => (fen >= 1_000_000 ? `${(fen / 1_000_000).toFixed(1)} 万` : `${Math.round(fen / 100)} 元`)} />
      </div>
      <table className="w-full border-collapse self-start text-sm">
        <caption className="sr-only">各地受益金额</caption>
        <thead>
          <tr className="border-b border-ink text-left">
            <th scope="col" className="py-2 font-semibold">农户所在区县</th>
            <th scope="col" className="py-2 pl-3 text-right font-semibold whitespace-nowrap">户数</th>
            <th scope="col" className="py-2 pl-3 text-right font-semibold whitespace-nowrap">受益金额</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ code, name, households, total_fen }) => (
            <tr key={code} className="border-b border-line">
              <th scope="row" className="py-2.5 text-left font-normal"><Link href={regionHref(code)} className="inline-block py-0.5 hover:text-vermilion-deep hover:underline">{name}</Link><span className="ml-2 text-xs text-ink-faint">{provinceShort(code)}</span></th>
              <td className="figures py-2.5 pl-3 text-right">{countText(households)}</td>
              <td className="py-2.5 pl-3 text-right font-semibold text-leaf"><Yuan fen={total_fen} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
