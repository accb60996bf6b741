"use client"

import type { CatalogueProduct } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Choice, Input, Price } from "@/components/ui"
import { addPack } from "@/lib/desk/campaign-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** One more pack, of certified goods; its price is spread over them to the fen. */
export function PackForm({ id, goods }: { id: string; goods: CatalogueProduct[] }) {
  const { state, busy, form } = useActionForm(addPack, BLANK_FORM)
  const error = state.errors.components
  return (
    <form key={state.done ? state.message : "form"} {...form} className="grid gap-5 rounded-lg border border-line bg-white p-5">
      <h3 className="text-lg">加入一款礼包</h3>
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <TextField name="pack_name" label="礼包名称" state={state} maxLength={40} />
        <TextField name="price" label="价格（元）" state={state} inputMode="decimal" />
        <TextField name="limit" label="最多几份" state={state} optional type="number" inputMode="numeric" min={1} hint="不填就按库存" />
      </div>
      <fieldset className="grid gap-2" aria-describedby={error ? "components-error" : undefined}>
        <legend className="mb-2 text-sm font-semibold">里面有什么（都是认定有效的帮扶产品）</legend>
        {goods.length === 0 && <p className="text-sm text-ink-soft">目前没有认定有效的产品在售。</p>}
        <ul className="max-h-80 divide-y divide-line overflow-y-auto rounded-md border border-line">
          {goods.map(({ variant_id, title, specification, price_fen }) => (
            <li key={variant_id} className="flex items-center justify-between gap-3 px-3 py-2">
              <label htmlFor={`q:${variant_id}`} className="min-w-0">{title}<span className="ml-2 text-sm text-ink-soft">{specification} <Price fen={price_fen} /></span></label>
              <Input id={`q:${variant_id}`} name={`q:${variant_id}`} type="number" inputMode="numeric" min={0} max={99} placeholder="0" defaultValue={state.values[`q:${variant_id}`] ?? ""} aria-invalid={error ? true : undefined} className="figures w-20! min-h-10! text-right" />
            </li>
          ))}
        </ul>
        {error && <p id="components-error" className="text-sm text-vermilion-deep">{error}</p>}
      </fieldset>
      <div className="grid gap-2.5 sm:grid-cols-2">
        <Choice kind="checkbox" name="is_default" defaultChecked={"is_default" in state.values} note="没有选的职工发这一款">默认礼包</Choice>
        <Choice kind="checkbox" name="is_halal" defaultChecked={"is_halal" in state.values} note="登记了清真的职工只能选清真礼包">清真礼包</Choice>
      </div>
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">加入</Button>
    </form>
  )
}
