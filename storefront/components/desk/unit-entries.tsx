import type { BudgetFigure, UnitEntries, UnitEntry } from "@fupin/contract/schemas"
import { BudgetForm, HeadcountForm } from "@/components/desk/unit-figures"
import { Yuan } from "@/components/ui"
import { momentText } from "@/lib/dates"
import { BUDGET_PURPOSES, entryText } from "@/lib/desk/unit-entry-words"

/** Who entered what, the latest first. */
export function EntryList({ title, entries }: { title: string; entries: UnitEntry[] }) {
  if (entries.length === 0) return null
  return (
    <details>
      <summary className="link py-1 text-sm font-semibold">{title}</summary>
      <ol className="mt-3 grid gap-2 text-sm">{entries.map((entry, index) => <li key={`${entry.at} ${index}`} className="grid gap-x-3"><time dateTime={entry.at} className="figures text-ink-soft">{momentText(entry.at)}</time><span>{entryText(entry)}</span></li>)}</ol>
    </details>
  )
}

interface Props { organisationId: string; budgets: BudgetFigure[]; figures: UnitEntries; mayEnter: boolean; today: string }

/** The year's budgets and the union's members, which the unit enters itself, with who entered them. */
export function UnitFigures({ organisationId, budgets, figures: { headcounts, entries }, mayEnter, today }: Props) {
  return (
    <div className="grid content-start gap-10">
      <section aria-labelledby="budgets" className="grid content-start gap-3 border-t-4 border-leaf pt-4">
        <h2 id="budgets" className="text-xl">年度预算</h2>
        {budgets.length === 0 && <p className="text-sm text-ink-soft">没有登记预算，下单不受预算限制。</p>}
        {budgets.map(({ purpose, budget_fen, committed_fen, left_fen }) => (
          <dl key={purpose} className="grid grid-cols-2 gap-y-1 text-sm">
            <dt className="col-span-2 font-semibold">{BUDGET_PURPOSES[purpose]}</dt>
            <dt className="text-ink-soft">预算</dt><dd className="text-right"><Yuan fen={budget_fen} /></dd>
            <dt className="text-ink-soft">已下单</dt><dd className="text-right"><Yuan fen={committed_fen} /></dd>
            <dt className="text-ink-soft">还剩</dt><dd className="text-right font-semibold"><Yuan fen={left_fen} className={left_fen < 0 ? "text-vermilion-deep" : ""} /></dd>
          </dl>
        ))}
        {mayEnter && <details><summary className="link py-1 text-sm font-semibold">登记或调整预算</summary><div className="mt-3"><BudgetForm organisationId={organisationId} thisYear={Number(today.slice(0, 4))} /></div></details>}
        <EntryList title="预算变更记录" entries={entries.filter(({ what }) => what === "budget")} />
      </section>
      <section aria-labelledby="headcounts" className="grid content-start gap-3 border-t-4 border-leaf pt-4">
        <h2 id="headcounts" className="text-xl">工会会员人数</h2>
        {headcounts.length === 0 && <p className="text-sm text-ink-soft">还没有登记。登记后，工会慰问按人均计算。</p>}
        <ul className="grid gap-2 text-sm">
          {headcounts.slice(0, 4).map(({ on_day, members, evidence }) => <li key={on_day} className="grid grid-cols-[1fr_auto] gap-x-3"><span className="figures">{on_day} 起{on_day > today && "（尚未开始）"}</span><span className="figures font-semibold">{members} 人</span><span className="col-span-2 break-words text-ink-soft">{evidence}</span></li>)}
        </ul>
        {mayEnter && <details><summary className="link py-1 text-sm font-semibold">登记人数</summary><div className="mt-3"><HeadcountForm organisationId={organisationId} today={today} /></div></details>}
        <EntryList title="人数变更记录" entries={entries.filter(({ what }) => what === "headcount")} />
      </section>
    </div>
  )
}
