import { Icon } from "@/components/ui"
import { weekdayText } from "@/lib/dates"

/** 周一 … 周日 to tick; days outside the agreement cannot be ticked. */
export function WeekdayChips({ allowed, chosen, error }: { allowed: number[]; chosen: number[]; error?: string }) {
  return (
    <fieldset aria-describedby={error ? "weekday-error" : undefined}>
      <legend className="mb-2 font-song text-xl font-bold">每周哪几天配送</legend>
      <div className="flex flex-wrap gap-2">
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <label key={day} className="inline-grid min-h-12 min-w-14 place-items-center rounded-md border border-line-strong bg-white px-3 font-medium select-none has-checked:border-vermilion has-checked:bg-vermilion has-checked:text-white has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-vermilion has-disabled:border-line has-disabled:bg-paper-deep has-disabled:text-ink-faint has-disabled:line-through">
            <input type="checkbox" name="weekday" value={day} defaultChecked={chosen.includes(day)} disabled={!allowed.includes(day)} aria-invalid={error ? true : undefined} className="sr-only" />
            {weekdayText(day)}
          </label>
        ))}
      </div>
      {allowed.length < 7 && <p className="mt-1.5 text-xs text-ink-soft">划掉的日子不在协议约定的配送日内</p>}
      {error && <p id="weekday-error" className="mt-1.5 flex items-start gap-1.5 text-sm text-vermilion-deep"><Icon name="warning" className="mt-1" />{error}</p>}
    </fieldset>
  )
}
