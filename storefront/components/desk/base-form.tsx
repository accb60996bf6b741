"use client"

import { BASE_UNITS } from "@fupin/contract/codes"
import type { BaseChoices, Division } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Choice, ChoiceGroup, Field, Select } from "@/components/ui"
import { saveBase } from "@/lib/desk/base-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

interface BaseFormProps { organisationId: string; town: string; villages: Division[]; producers: BaseChoices["producers"]; today: string }

/** A base of this town that the unit supports: where, how large, whose goods. */
export function BaseForm({ organisationId, town, villages, producers, today }: BaseFormProps) {
  const { state, busy, form } = useActionForm(saveBase, BLANK_FORM)
  const ticked = (state.values.goods ?? "").split(",")
  return (
    <form {...form} className="grid max-w-3xl gap-7">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <input type="hidden" name="town" value={town} />
      <TextField name="name" label="基地名称" state={state} maxLength={60} placeholder="观峰村洋芋直采直供基地" />
      {villages.length > 0 && (
        <Field id="village" label="所在村" hint="没有列出的村，可先按整个乡镇提出">
          <Select id="village" name="village" defaultValue={state.values.village ?? ""} aria-describedby="village-hint"><option value="">整个乡镇</option>{villages.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}</Select>
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-3">
        <TextField name="scale" label="规模" state={state} inputMode="numeric" placeholder="300" />
        <Field id="scale_unit" label="单位"><Select id="scale_unit" name="scale_unit" defaultValue={state.values.scale_unit ?? "mu"}>{Object.entries(BASE_UNITS).map(([unit, name]) => <option key={unit} value={unit}>{name}</option>)}</Select></Field>
        <TextField name="since" label="建立日期" state={state} type="date" max={today} hint="也是本单位开始帮扶的日期" />
      </div>
      <div className="grid gap-5">
        {producers.map(({ id, name, products }) => (
          <ChoiceGroup key={id} legend={name} className="sm:grid-cols-2">
            {products.map((goods) => <Choice key={goods.id} kind="checkbox" name="goods" value={`${id}:${goods.id}`} defaultChecked={ticked.includes(`${id}:${goods.id}`)} aria-invalid={state.errors.goods ? true : undefined} aria-describedby={state.errors.goods ? "goods-error" : undefined}>{goods.title}</Choice>)}
          </ChoiceGroup>
        ))}
        {state.errors.goods && <p id="goods-error" className="text-sm text-vermilion-deep">{state.errors.goods}</p>}
      </div>
      <Button type="submit" busy={busy} className="justify-self-start">{busy ? "正在提出…" : "提出基地"}</Button>
    </form>
  )
}
