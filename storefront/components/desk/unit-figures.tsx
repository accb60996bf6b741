"use client"

import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Select } from "@/components/ui"
import { addHeadcount, type BudgetState, setBudget } from "@/lib/desk/unit-entry-actions"
import { BUDGET_PURPOSES } from "@/lib/desk/unit-entry-words"
import { BLANK_FORM } from "@/lib/forms/form-state"

const BLANK_BUDGET: BudgetState = { ...BLANK_FORM, asks: null }

/** The year's budget, by the unit itself; a lower one is asked about once more before it counts. */
export function BudgetForm({ organisationId, thisYear }: { organisationId: string; thisYear: number }) {
  const { state, busy, form } = useActionForm(setBudget, BLANK_BUDGET)
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <div className="grid grid-cols-2 gap-3">
        <Field id="budget-year" label="年度"><Select id="budget-year" name="year" defaultValue={state.values.year ?? thisYear}>{[thisYear, thisYear + 1].map((year) => <option key={year} value={year}>{year} 年</option>)}</Select></Field>
        <Field id="budget-purpose" label="用途"><Select id="budget-purpose" name="purpose" defaultValue={state.values.purpose ?? "delivery"}>{Object.entries(BUDGET_PURPOSES).map(([key, text]) => <option key={key} value={key}>{text}</option>)}</Select></Field>
      </div>
      <TextField name="budget_yuan" label="全年预算（元）" hint="不能低于这一年已下单和预留的金额" state={state} inputMode="decimal" className="figures" />
      {state.asks === null
        ? <Button type="submit" look="secondary" size="sm" busy={busy} className="justify-self-start">保存预算</Button>
        : (
          <div className="grid gap-3 rounded-md bg-vermilion-wash p-3" role="alert" tabIndex={-1} data-form-message>
            <p className="text-sm">{state.asks}</p>
            <Button type="submit" name="confirmed" value={state.values.budget_yuan} look="secondary" size="sm" busy={busy} className="justify-self-start">确认调低</Button>
          </div>
        )}
    </form>
  )
}

/** Members of the union on a day; what its average for each is divided by. */
export function HeadcountForm({ organisationId, today }: { organisationId: string; today: string }) {
  const { state, busy, form } = useActionForm(addHeadcount, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <TextField name="on_day" label="截至日期" state={state} type="date" initial={today} min={`${today.slice(0, 7)}-01`} />
      <TextField name="members" label="人数" state={state} inputMode="numeric" className="figures" />
      <TextField name="evidence" label="依据" hint="例如：会员名册编号" state={state} maxLength={120} />
      <Button type="submit" look="secondary" size="sm" busy={busy} className="justify-self-start">登记人数</Button>
    </form>
  )
}
