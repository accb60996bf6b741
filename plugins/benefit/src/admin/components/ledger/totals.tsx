import type { BenefitStage, LedgerEntryList } from "@fupin/contract/schemas"
import { Text } from "@medusajs/ui"
import { STAGE, yuan } from "../../lib/labels"

const STAGES: BenefitStage[] = ["provisional", "payable", "settled"]

interface TotalsProps { totals: LedgerEntryList["totals"]; stage: string; onStage: (stage: string) => void }

/** What the entries add up to by stage; a stage leads to its entries, and back. */
export function Totals({ totals, stage, onStage }: TotalsProps) {
  return (
    <div className="grid grid-cols-2 gap-3 px-6 py-4 sm:grid-cols-4">
      {STAGES.map((one) => (
        <button key={one} type="button" aria-pressed={stage === one} aria-label={`${STAGE[one]} ${yuan(totals[`${one}_fen`])}，只看这一阶段`} onClick={() => onStage(stage === one ? "" : one)}
          className="border-ui-border-base hover:bg-ui-bg-base-hover aria-pressed:bg-ui-bg-highlight aria-pressed:border-ui-border-interactive focus-visible:shadow-borders-focus rounded-lg border px-4 py-3 text-left outline-none">
          <Text as="span" size="small" className="text-ui-fg-subtle block">{STAGE[one]}</Text>
          <Text as="span" size="large" weight="plus" className="block tabular-nums">{yuan(totals[`${one}_fen`])}</Text>
        </button>
      ))}
      <div className="px-4 py-3">
        <Text as="span" size="small" className="text-ui-fg-subtle block">合计受益</Text>
        <Text as="span" size="large" weight="plus" className="block tabular-nums">{yuan(STAGES.reduce((sum, one) => sum + totals[`${one}_fen`], 0))}</Text>
      </div>
    </div>
  )
}
