import type { TotalsRow } from "@fupin/contract/schemas"
import { yuan } from "../../lib/labels"

/** Provinces as tiles that lie to each other as they do on a map: column and row. A scheme, not a map. */
const TILES: Record<string, [string, number, number]> = {
  "23": ["黑", 10, 1], "15": ["蒙", 7, 2], "22": ["吉", 10, 2], "65": ["新", 2, 3], "62": ["甘", 4, 3], "64": ["宁", 5, 3], "14": ["晋", 7, 3], "11": ["京", 8, 3], "12": ["津", 9, 3], "21": ["辽", 10, 3],
  "63": ["青", 3, 4], "61": ["陕", 6, 4], "41": ["豫", 7, 4], "13": ["冀", 8, 4], "37": ["鲁", 9, 4], "54": ["藏", 2, 5], "51": ["川", 5, 5], "50": ["渝", 6, 5], "42": ["鄂", 7, 5], "34": ["皖", 8, 5], "32": ["苏", 9, 5], "31": ["沪", 10, 5],
  "53": ["滇", 4, 6], "52": ["黔", 5, 6], "43": ["湘", 7, 6], "36": ["赣", 8, 6], "33": ["浙", 9, 6], "45": ["桂", 6, 7], "44": ["粤", 7, 7], "35": ["闽", 8, 7], "71": ["台", 10, 7], "46": ["琼", 6, 8], "81": ["港", 8, 8], "82": ["澳", 7, 8],
}

/** Where the households live whom sales helped; a province leads to its counties. */
export function TileMap({ rows, onChoose }: { rows: TotalsRow[]; onChoose: (code: string) => void }) {
  const held = new Map(rows.map((row) => [row.key.slice(0, 2), row]))
  const most = Math.max(1, ...rows.map(({ total_fen }) => total_fen))
  return (
    <figure>
      <figcaption className="txt-small text-ui-fg-subtle">各省受益（示意图）</figcaption>
      <div className="mt-3 grid max-w-md grid-cols-10 gap-1">
        {Object.entries(TILES).map(([digits, [short, column, row]]) => {
          const figures = held.get(digits)
          const place = { gridColumn: column, gridRow: row }
          if (!figures) return <span key={digits} style={place} className="bg-ui-bg-subtle text-ui-fg-muted txt-compact-small flex aspect-square items-center justify-center rounded">{short}</span>
          const strength = 35 + Math.round((Math.max(0, figures.total_fen) / most) * 65)
          return (
            <button key={digits} type="button" onClick={() => onChoose(figures.key)} aria-label={`${figures.name}：${yuan(figures.total_fen)}，${figures.households ?? 0} 户，查看各县`} title={`${figures.name} ${yuan(figures.total_fen)}`}
              style={{ ...place, backgroundColor: `color-mix(in srgb, #2F6B3D ${strength}%, white)` }}
              className={`txt-compact-small-plus focus-visible:shadow-borders-focus flex aspect-square items-center justify-center rounded outline-none ${strength > 55 ? "text-white" : "text-black"}`}>{short}</button>
          )
        })}
      </div>
    </figure>
  )
}
