import { SETTLE_UNITS } from "@fupin/contract/codes"
import type { SupplyAgreement } from "@fupin/contract/schemas"
import { Icon, Input, Yuan } from "@/components/ui"

interface QuantityTableProps {
  legend: string
  lines: Pick<SupplyAgreement["lines"][number], "variant_id" | "title" | "specification" | "unit_price_fen" | "max_quantity" | "settle_by">[]
  /** By variant, as typed. */
  values: Record<string, string>
  error?: string
}

/** One row for each agreed product with its price and a number; empty or nought leaves it out. */
export function QuantityTable({ legend, lines, values, error }: QuantityTableProps) {
  return (
    <fieldset>
      <legend className="mb-2 font-song text-xl font-bold">{legend}</legend>
      {error && <p id="lines-error" className="mb-2 flex items-start gap-1.5 text-sm text-vermilion-deep"><Icon name="warning" className="mt-1" />{error}</p>}
      <ul className="divide-y divide-line border-y border-line">
        {lines.map(({ variant_id, title, specification, unit_price_fen, max_quantity, settle_by }) => (
          <li key={variant_id} className="grid grid-cols-[1fr_7rem] items-center gap-4 py-3">
            <label htmlFor={`q-${variant_id}`}>
              <span className="font-semibold">{title}</span>　<span className="text-sm text-ink-soft">{specification}</span>
              <span className="block text-sm text-ink-soft"><Yuan fen={unit_price_fen} />{settle_by === "weight" && "/公斤，按验收重量结算"}{max_quantity !== null && `，每次最多 ${max_quantity} ${SETTLE_UNITS[settle_by]}`}</span>
            </label>
            <span className="flex items-center gap-2">
              <Input id={`q-${variant_id}`} name={`q:${variant_id}`} type="number" inputMode="numeric" min={0} max={max_quantity ?? 9999} step={1} defaultValue={values[variant_id] ?? ""} placeholder="0"
                aria-invalid={error ? true : undefined} aria-describedby={error ? "lines-error" : undefined} className="figures text-right" />
              <span className="min-w-8 text-sm text-ink-soft">{SETTLE_UNITS[settle_by]}</span>
            </span>
          </li>
        ))}
      </ul>
    </fieldset>
  )
}
