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
          <th scope="col" className="py-2 pr-3 font-medium">商品</th><th scope="col" className="w-36 py-2 pr-3 font-medium">协议价（元）</th><th scope="col" className="w-36 py-2 pr-3 font-medium">每次最多</th><th scope="col" className="w-40 py-2 pr-3 font-medium">价格规则</th><th scope="col" className="w-40 py-2 pr-3 font-medium">协议期最少 / 最多</th><th scope="col" className="w-8"><span className="sr-only">移除</span></th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line, index) => {
          const [price, max] = [faults[`lines.${index}.unit_price_fen`], faults[`lines.${index}.max_quantity`]]
          return (
            <tr key={line.variant_id} className="border-b align-top">
              <td className="py-2 pr-3"><Text size="small" weight="plus">{line.title}</Text><Text size="small" className="text-ui-fg-subtle">{line.specification}</Text>
                <label className="txt-small text-ui-fg-subtle mt-1 flex items-center gap-x-2"><input type="checkbox" aria-label={`${line.title} 计重`} checked={line.terms.settle_by === "weight"} onChange={(event) => set(index, { terms: { ...line.terms, settle_by: event.target.checked ? "weight" : "count" } })} />计重：按公斤订货、计价，以验收重量结算</label>
              </td>
              <td className="py-2 pr-3">
                <Input inputMode="decimal" aria-label={`${line.title} 的协议价（元）`} aria-invalid={price !== undefined} value={line.price} onChange={(event) => set(index, { price: event.target.value })} />
                {price && <Text size="small" role="alert" className="text-ui-fg-error">请填写金额，最多两位小数</Text>}
              </td>
              <td className="py-2 pr-3">
                <Input inputMode="numeric" placeholder="不限" aria-label={`${line.title} 每次最多几份`} aria-invalid={max !== undefined} value={line.max} onChange={(event) => set(index, { max: event.target.value })} />
                {max && <Text size="small" role="alert" className="text-ui-fg-error">请填写整数，或留空</Text>}
              </td>
              <LineTerms line={line} onChange={(terms) => set(index, { terms: { ...line.terms, ...terms } })} />
              <td className="py-2"><IconButton size="small" type="button" variant="transparent" aria-label={`移除 ${line.title}`} onClick={() => onChange(lines.filter((_one, at) => at !== index))}><XMark /></IconButton></td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

const RULES = { lock: "固定", ceiling: "限价（取商城价与限价较低者）", index: "随指数浮动" } as const

/** The price rule, and the band of the whole term. A rule by index comes with the agreement through the API; here it is kept. */
function LineTerms({ line: { title, terms }, onChange }: { line: DraftLine; onChange: (terms: DraftLine["terms"]) => void }) {
  const rule = terms.price_rule?.kind ?? "lock"
  const whole = (text: string): number | null => (/^\d{1,7}$/.test(text) ? Number(text) : null)
  return (
    <>
      <td className="py-2 pr-3">
        <select aria-label={`${title} 的价格规则`} value={rule} disabled={rule === "index"} className="bg-ui-bg-field border-ui-border-base txt-small h-8 w-full rounded-md border px-2" onChange={(event) => onChange({ price_rule: { kind: event.target.value === "ceiling" ? "ceiling" : "lock" } })}>
          {(Object.keys(RULES) as (keyof typeof RULES)[]).filter((kind) => kind !== "index" || rule === "index").map((kind) => <option key={kind} value={kind}>{RULES[kind]}</option>)}
        </select>
      </td>
      <td className="py-2 pr-3">
        <div className="flex gap-x-1">
          <Input inputMode="numeric" placeholder="不限" aria-label={`${title} 协议期最少`} value={terms.term_min ?? ""} onChange={(event) => onChange({ term_min: whole(event.target.value) })} />
          <Input inputMode="numeric" placeholder="不限" aria-label={`${title} 协议期最多`} value={terms.term_max ?? ""} onChange={(event) => onChange({ term_max: whole(event.target.value) })} />
        </div>
      </td>
    </>
  )
}
