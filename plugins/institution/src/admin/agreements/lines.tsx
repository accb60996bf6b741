import { XMark } from "@medusajs/icons"
import type { AgreementDossier } from "@fupin/contract/schemas"
import { IconButton } from "@medusajs/ui"
import type { DraftLine } from "./draft"
import { LINE_KINDS, LineBoxes } from "./line-boxes"

interface LinesProps { lines: DraftLine[]; series: AgreementDossier["price_series"]; faults: Record<string, string>; onChange: (lines: DraftLine[]) => void }

/** The goods of an agreement, each with every term that can be agreed of it. */
export function Lines({ lines, series, faults, onChange }: LinesProps) {
  return (
    <div className="flex flex-col gap-y-4">
      {lines.map(({ variant_id, title, specification, texts }, index) => {
        const set = (change: Partial<DraftLine["texts"]>) => onChange(lines.map((line, at) => (at === index ? { ...line, texts: { ...texts, ...change } } : line)))
        const others = lines.filter((line) => line.variant_id !== variant_id).map((line): [string, string] => [line.variant_id, `${line.title} ${line.specification}`])
        return (
          <fieldset key={variant_id} className="relative grid grid-cols-1 items-start gap-4 rounded-lg border p-4 md:grid-cols-2">
            <legend className="txt-compact-small-plus px-1">{title} <span className="text-ui-fg-subtle">{specification}</span></legend>
            <IconButton size="small" type="button" variant="transparent" className="absolute -top-3 right-2" aria-label={`移除 ${title}`} onClick={() => onChange(lines.filter((_one, at) => at !== index))}><XMark /></IconButton>
            {LINE_KINDS.map((kind) => <LineBoxes key={kind} id={`line-${index}`} kind={kind} texts={texts} others={others} series={series} faultOf={(path) => faultText(path, faults[`lines.${index}.${path}`])} onChange={set} />)}
          </fieldset>
        )
      })}
    </div>
  )
}

const WHOLE = ["min_quantity", "max_quantity", "term_min", "term_max"]

function faultText(path: string, fault: string | undefined): string | undefined {
  if (fault === undefined) return undefined
  if (path === "unit_price_fen") return "请填写金额，最多两位小数"
  return WHOLE.includes(path) ? "请填写整数，或留空" : fault
}
