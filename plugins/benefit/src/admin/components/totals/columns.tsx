import type { TotalsRow } from "@fupin/contract/schemas"
import { Text } from "@medusajs/ui"
import { yuan } from "../../lib/labels"

const HEIGHT = 140

/** Benefit month by month as columns: settled below, payable and provisional above it. Every figure stands in the table beneath as well. */
export function Columns({ rows }: { rows: TotalsRow[] }) {
  const shown = rows.slice(-13)
  const most = Math.max(1, ...shown.map(({ total_fen }) => total_fen))
  const high = (fen: number) => `${(Math.max(0, fen) / most) * HEIGHT}px`
  return (
    <figure className="overflow-x-auto">
      <figcaption className="txt-small text-ui-fg-subtle flex flex-wrap gap-x-4 gap-y-1">
        <span>各期受益</span><Key colour="bg-ui-tag-green-icon">已兑付</Key><Key colour="bg-ui-tag-blue-icon">应付</Key><Key colour="bg-ui-tag-orange-icon">预提</Key>
      </figcaption>
      <ol className="mt-3 flex min-w-fit items-end gap-x-2">
        {shown.map(({ key, total_fen, settled_fen, payable_fen, provisional_fen }) => (
          <li key={key} className="flex min-w-14 max-w-28 flex-1 flex-col items-stretch gap-y-1 text-center" title={`${key}：${yuan(total_fen)}`}>
            <Text as="span" size="xsmall" className="tabular-nums whitespace-nowrap">{yuan(total_fen)}</Text>
            <span aria-hidden className="flex flex-col justify-end overflow-hidden rounded-t" style={{ height: HEIGHT }}>
              <span className="bg-ui-tag-orange-icon" style={{ height: high(provisional_fen) }} /><span className="bg-ui-tag-blue-icon" style={{ height: high(payable_fen) }} /><span className="bg-ui-tag-green-icon" style={{ height: high(settled_fen) }} />
            </span>
            <Text as="span" size="xsmall" className="text-ui-fg-subtle border-ui-border-strong border-t pt-1">{key.slice(2)}</Text>
          </li>
        ))}
      </ol>
    </figure>
  )
}

function Key({ colour, children }: { colour: string; children: string }) {
  return <span className="flex items-center gap-x-1"><span aria-hidden className={`${colour} size-2 rounded-sm`} />{children}</span>
}
