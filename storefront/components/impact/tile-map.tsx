import { cx, Link } from "@/components/ui"
import { PROVINCE_TILES } from "@/lib/provinces"

interface TileMapProps {
  /** By province code. */
  values: ReadonlyMap<string, number>
  text: (value: number) => string
  href?: (code: string) => string
  label: string
}

const SHADES = ["bg-leaf-wash text-leaf-deep", "bg-[#c3d9bc] text-leaf-deep", "bg-[#4b7d55] text-white", "bg-leaf text-white", "bg-leaf-deep text-white"]

/** Provinces as squares of one size, darker for more. The same figures stand in a table beside it. */
export function TileMap({ values, text, href, label }: TileMapProps) {
  const most = Math.max(...values.values(), 0)
  return (
    <figure>
      <ul aria-label={label} className="grid grid-cols-9 gap-[3px] sm:gap-1.5">
        {PROVINCE_TILES.map(({ code, short, column, row }) => {
          const value = values.get(code) ?? 0
          const tile = cx("grid aspect-square place-content-center rounded-sm text-center text-[0.625rem] leading-tight sm:text-sm", value > 0 ? shade(value, most) : "bg-paper-deep/70 text-ink-faint")
          const words = <>{short}{value > 0 && <span className="figures block max-sm:sr-only sm:text-xs">{text(value)}</span>}</>
          return (
            <li key={code} style={{ gridColumn: column, gridRow: row }} aria-hidden={value === 0 || undefined}>
              {value > 0 && href ? <Link href={href(code)} className={cx(tile, "font-semibold hover:ring-2 hover:ring-vermilion")}>{words}</Link> : <span className={tile}>{words}</span>}
            </li>
          )
        })}
      </ul>
      <figcaption className="mt-3 text-xs text-ink-faint">示意图：一格一省，位置与面积均为示意。</figcaption>
    </figure>
  )
}

function shade(value: number, most: number): string {
  return SHADES[Math.min(SHADES.length - 1, Math.floor((value / most) * SHADES.length))]!
}
