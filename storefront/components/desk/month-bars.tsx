import { Yuan } from "@/components/ui"

/** Twelve months, their amounts drawn to one scale. */
export function MonthBars({ months }: { months: number[] }) {
  const most = Math.max(...months, 1)
  return (
    <ol className="grid gap-1 text-sm">
      {months.map((fen, index) => (
        <li key={index + 1} className="grid grid-cols-[2.75rem_1fr_7rem] items-center gap-2"><span className="figures">{index + 1}月</span><span aria-hidden="true" className="h-2 rounded-full bg-leaf" style={{ width: `${(Math.max(fen, 0) / most) * 100}%` }} /><Yuan fen={fen} className={fen === 0 ? "text-right text-ink-faint" : "text-right"} /></li>
      ))}
    </ol>
  )
}
