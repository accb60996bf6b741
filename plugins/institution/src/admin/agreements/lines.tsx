import { XMark } from "@medusajs/icons"
import { IconButton, Input, Text } from "@medusajs/ui"
import type { DraftLine } from "./draft"

interface LinesProps { lines: DraftLine[]; faults: Record<string, string>; onChange: (lines: DraftLine[]) => void }

/** The goods of an agreement, each with its locked price and the most that one delivery may hold. */
export function Lines({ lines, faults, onChange }: LinesProps) {
  if (lines.length === 0) return null
  const set = (index: number, change: Partial<DraftLine>) => onChange(lines.map((line, at) => (at === index ? { ...line, ...change } : line)))
  return (
    <table className="w-full border-collapse">
      <thead>
        <tr className="txt-compact-small-plus text-ui-fg-subtle border-b text-left">
          <th scope="col" className="py-2 pr-3 font-medium">商品</th><th scope="col" className="w-36 py-2 pr-3 font-medium">协议价（元）</th><th scope="col" className="w-36 py-2 pr-3 font-medium">每次最多</th><th scope="col" className="w-8"><span className="sr-only">移除</span></th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const [price, max] = [faults[`lines.${index}.unit_price_fen`], faults[`lines.${index}.max_quantity`]]
          return (
            <tr key={line.variant_id} className="border-b align-top">
              <td className="py-2 pr-3"><Text size="small" weight="plus">{line.title}</Text><Text size="small" className="text-ui-fg-subtle">{line.specification}</Text></td>
              <td className="py-2 pr-3">
                <Input inputMode="decimal" aria-label={`${line.title} 的协议价（元）`} aria-invalid={price !== undefined} value={line.price} onChange={(event) => set(index, { price: event.target.value })} />
                {price && <Text size="small" role="alert" className="text-ui-fg-error">请填写金额，最多两位小数</Text>}
              </td>
              <td className="py-2 pr-3">
                <Input inputMode="numeric" placeholder="不限" aria-label={`${line.title} 每次最多几份`} aria-invalid={max !== undefined} value={line.max} onChange={(event) => set(index, { max: event.target.value })} />
                {max && <Text size="small" role="alert" className="text-ui-fg-error">请填写整数，或留空</Text>}
              </td>
              <td className="py-2"><IconButton size="small" type="button" variant="transparent" aria-label={`移除 ${line.title}`} onClick={() => onChange(lines.filter((_one, at) => at !== index))}><XMark /></IconButton></td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
