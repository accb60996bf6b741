"use client"

import type { WorkbenchLots } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Select } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { enterLot } from "@/lib/workbench/actions"

/** What was harvested or made today, ready to be packed. */
export function LotForm({ products, today }: { products: WorkbenchLots["products"]; today: string }) {
  const { state, busy, form } = useActionForm(enterLot, BLANK_FORM)
  return (
    <form {...form} className="grid gap-4 rounded-lg border border-line bg-white p-4 sm:p-5">
      <FormMessage state={state} />
      <Field id="lot-product" label="商品"><Select id="lot-product" name="product_id" defaultValue={state.values.product_id ?? products[0]?.id} key={state.values.product_id}>{products.map(({ id, title }) => <option key={id} value={id}>{title}</option>)}</Select></Field>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="made_on" label="采收或生产日期" type="date" state={state} initial={today} />
        <TextField name="best_before" label="保质期到" type="date" state={state} optional />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <TextField name="mark" label="自编批号" state={state} optional maxLength={30} hint="同一天有两批时用来区分" />
        <TextField name="report" label="检测报告或证书编号" state={state} optional maxLength={80} />
      </div>
      <Button type="submit" size="lg" busy={busy} className="w-full sm:w-auto sm:justify-self-start">{busy ? "正在登记…" : "登记这一批"}</Button>
    </form>
  )
}
