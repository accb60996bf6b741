"use client"

import type { CreditChoice } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Select } from "@/components/ui"
import { creditOrder } from "@/lib/desk/spending-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** Staff of a unit say themselves that an order of theirs counts for it; nobody else can, and nothing is counted unasked. */
export function CreditOrder({ orderId, choice: { organisations, credited_to } }: { orderId: string; choice: CreditChoice }) {
  const { state, busy, form } = useActionForm(creditOrder, BLANK_FORM)
  if (credited_to) return <p className="no-print mt-6 text-center text-sm text-ink-soft">这一单已计入 {credited_to.name} 的消费帮扶</p>
  if (organisations.length === 0) return null
  return (
    <form {...form} className="no-print mt-8 grid gap-3 rounded-lg border border-line bg-white p-5">
      <h2 className="text-lg">计入单位的消费帮扶</h2>
      <p className="text-sm text-ink-soft">您个人的购买可以算进单位的年度计划（单位只看到商品、卖方、付款日期和金额）。一单只能计入一个单位。</p>
      <FormMessage state={state} />
      <input type="hidden" name="order_id" value={orderId} />
      <div className="flex flex-wrap items-end gap-3">
        <Field id="organisation_id" label="单位" error={state.errors.organisation_id} className="min-w-48 grow"><Select id="organisation_id" name="organisation_id" defaultValue={organisations[0]!.id}>{organisations.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</Select></Field>
        <Button type="submit" look="benefit" busy={busy}>计入</Button>
      </div>
    </form>
  )
}
