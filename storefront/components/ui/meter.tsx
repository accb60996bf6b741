import { cx } from "./cx"

/** How far something is, as a bar; the figures stand beside it in words. */
export function Meter({ label, value, max, className }: { label: string; value: number; max: number; className?: string }) {
  const percent = max > 0 ? Math.min(100, Math.floor((value / max) * 100)) : 0
  return (
    <div role="progressbar" aria-label={label} aria-valuenow={percent} aria-valuemin={0} aria-valuemax={100} className={cx("h-2 overflow-hidden rounded-full bg-paper-deep", className)}>
      <div className="h-full bg-leaf" style={{ width: `${percent}%` }} />
    </div>
  )
}
