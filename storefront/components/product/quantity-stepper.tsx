import { Icon } from "@/components/ui/icon"

interface QuantityStepperProps {
  value: number
  most: number
  onChange: (quantity: number) => void
}

const STEP = "grid size-12 place-items-center hover:bg-paper-deep disabled:text-line-strong disabled:hover:bg-transparent"

/** A number between two steps; it can be typed too. */
export function QuantityStepper({ value, most, onChange }: QuantityStepperProps) {
  return (
    <div className="flex items-center gap-4">
      <label htmlFor="quantity" className="text-sm font-semibold">数量</label>
      <div className="flex overflow-hidden rounded-md border border-line-strong bg-white">
        <button type="button" aria-label="减一份" className={STEP} disabled={value <= 1} onClick={() => onChange(value - 1)}><Icon name="minus" /></button>
        <input id="quantity" name="quantity" type="number" inputMode="numeric" min={1} max={Math.max(most, 1)} value={value} required
          onChange={(event) => onChange(Math.trunc(Number(event.target.value)) || 1)}
          className="figures h-12 w-16 border-x border-line text-center text-lg [appearance:textfield] focus-visible:-outline-offset-3 [&::-webkit-inner-spin-button]:appearance-none" />
        <button type="button" aria-label="加一份" className={STEP} disabled={value >= most} onClick={() => onChange(value + 1)}><Icon name="plus" /></button>
      </div>
    </div>
  )
}
