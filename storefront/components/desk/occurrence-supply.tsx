"use client"

import type { Occurrence } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Notice } from "@/components/ui"
import { replenishOccurrence, setHeadcount, takeSubstitute } from "@/lib/desk/supply-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { QuantityTable } from "./quantity-table"

/** Where this date parted from a standing order that changed since: nothing is settled until somebody says so. */
export function Conflicts({ conflicts }: { conflicts: Occurrence["conflicts"] }) {
  if (conflicts.length === 0) return null
  return (
    <Notice tone="problem" title="定向认购改过了，这一天有单独的数量">
      <ul className="grid gap-1">{conflicts.map(({ variant_id, title, was, own, standing }) => <li key={variant_id}>{title}：平常原为 {was}，现为 <strong>{standing}</strong>；这一天单独设为 <strong>{own}</strong>。</li>)}</ul>
      <p className="mt-2">目前按单独的数量配送。要跟随新的安排，把下面的数量改成新的；要保留，按原数量保存一次即可。</p>
    </Notice>
  )
}

/** What will be missing, said before cut-off, with what may stand in. Silence means less is delivered. */
export function Shortages({ id, shortages, mayChange }: { id: string; shortages: Occurrence["shortages"]; mayChange: boolean }) {
  const { state, busy, form } = useActionForm(takeSubstitute, BLANK_FORM)
  if (shortages.length === 0) return state.done ? <FormMessage state={state} /> : null
  return (
    <Notice tone="problem" title="预计供货不足">
      <FormMessage state={state} />
      <ul className="grid gap-3">
        {shortages.map(({ variant_id, title, requested, expected, reason, substitute }) => (
          <li key={variant_id}>
            {title}：需求 {requested}，预计可供 <strong>{expected}</strong>（{reason}）。{substitute ? `可用有认定的“${substitute.title}”补足。` : "没有约定可替代的商品，不处理则按可供数量配送。"}
            {substitute && mayChange && (
              <form {...form} className="mt-2">
                <input type="hidden" name="id" value={id} /><input type="hidden" name="variant_id" value={variant_id} />
                <Button type="submit" look="secondary" size="sm" busy={busy}>用“{substitute.title}”补足 {requested - expected} 份</Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** Fewer or more eaters than usual: all quantities in proportion. */
export function HeadcountForm({ occurrence: { id, headcount, version } }: { occurrence: Occurrence }) {
  const { state, busy, form } = useActionForm(setHeadcount, BLANK_FORM)
  if (headcount === null) return null
  return (
    <form {...form} className="grid gap-4 border-t border-line pt-8">
      <h2 className="text-xl">按就餐人数调整</h2>
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} /><input type="hidden" name="version" value={version} />
      <TextField name="headcount" label="这一天有多少人就餐" state={state} initial={String(headcount)} inputMode="numeric" hint="各种商品按比例增减，向上取整；0 表示这天不用餐" />
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">按人数调整</Button>
    </form>
  )
}

/** 补货: a second delivery of the same date, once the first is ordered. */
export function ReplenishForm({ occurrence }: { occurrence: Occurrence }) {
  const { state, busy, form } = useActionForm(replenishOccurrence, BLANK_FORM)
  const lines = occurrence.lines.map((line) => ({ ...line, max_quantity: null }))
  return (
    <details className="border-t border-line pt-6" open={state.message !== null || undefined}>
      <summary className="min-h-11 cursor-pointer text-xl">补货</summary>
      <form {...form} className="mt-4 grid gap-4">
        <FormMessage state={state} />
        <input type="hidden" name="id" value={occurrence.id} />
        <QuantityTable legend="同一天再送一次" lines={lines} values={Object.fromEntries(lines.map(({ variant_id }) => [variant_id, state.values[`q:${variant_id}`] ?? ""]))} error={state.errors.lines} />
        <Button type="submit" look="secondary" busy={busy} className="justify-self-start">登记补货</Button>
      </form>
    </details>
  )
}
