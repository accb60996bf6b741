import { Button } from "@medusajs/ui"
import { TextField } from "../lib/fields"
import type { QuoteDraft } from "./quote-draft"

interface DeductionsProps { deductions: QuoteDraft["deductions"]; faults: Record<string, string>; onChange: (deductions: QuoteDraft["deductions"]) => void }

/** What is taken off each tonne where a quality falls short, told before the choice. */
export function Deductions({ deductions, faults, onChange }: DeductionsProps) {
  const setOne = (index: number, change: Partial<QuoteDraft["deductions"][number]>) => onChange(deductions.map((one, place) => (place === index ? { ...one, ...change } : one)))
  return (
    <fieldset className="flex flex-col gap-y-4 rounded-lg border p-4">
      <legend className="txt-compact-small-plus px-1">质量扣价</legend>
      {deductions.map(({ criterion, amount }, index) => (
        <div key={index} className="grid grid-cols-1 items-start gap-4 md:grid-cols-[2fr_1fr_auto]">
          <TextField id={`deductions.${index}.criterion`} label="条件" value={criterion} hint="如：水分每超 1%" fault={faults[`deductions.${index}.criterion`]} onChange={(text) => setOne(index, { criterion: text })} />
          <TextField id={`deductions.${index}.per_tonne_fen`} label="每吨扣（元）" value={amount} fault={faults[`deductions.${index}.per_tonne_fen`] && "请填写 10 元的整数倍"} onChange={(text) => setOne(index, { amount: text })} />
          <Button size="small" variant="transparent" type="button" className="md:mt-6" aria-label={`移除第 ${index + 1} 条扣价`} onClick={() => onChange(deductions.filter((_, place) => place !== index))}>移除</Button>
        </div>
      ))}
      {faults.deductions && <span role="alert" className="txt-small text-ui-fg-error">{faults.deductions}</span>}
      <Button size="small" variant="secondary" type="button" className="self-start" onClick={() => onChange([...deductions, { criterion: "", amount: "" }])}>加一条扣价</Button>
    </fieldset>
  )
}
