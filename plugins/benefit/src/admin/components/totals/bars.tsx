import type { TotalsRow } from "@fupin/contract/schemas"
import { Text } from "@medusajs/ui"
import { yuan } from "../../lib/labels"

/** A few headings side by side, longest first; what is below nothing shows no bar. */
export function Bars({ caption, rows }: { caption: string; rows: TotalsRow[] }) {
  const shown = rows.slice(0, 10)
  const all = shown.reduce((sum, { total_fen }) => sum + Math.max(0, total_fen), 0)
  const most = Math.max(1, ...shown.map(({ total_fen }) => total_fen))
  return (
    <figure>
      <figcaption className="txt-small text-ui-fg-subtle">{caption}</figcaption>
      <ul className="mt-3 flex flex-col gap-y-2">
        {shown.map(({ key, name, total_fen }) => (
          <li key={key} className="grid grid-cols-[minmax(6rem,11rem)_1fr_auto] items-center gap-x-3">
            <Text as="span" size="small" className="truncate" title={name}>{name}</Text>
            <span aria-hidden className="bg-ui-bg-subtle h-3 overflow-hidden rounded-full"><span className="bg-ui-tag-green-icon block h-full rounded-full" style={{ width: `${(Math.max(0, total_fen) / most) * 100}%` }} /></span>
            <Text as="span" size="small" className="text-right tabular-nums">{yuan(total_fen)}<span className="text-ui-fg-muted inline-block w-12 text-right">{all > 0 ? `${Math.round((Math.max(0, total_fen) / all) * 100)}%` : ""}</span></Text>
          </li>
        ))}
      </ul>
    </figure>
  )
}
