"use client"

import { REGIONAL_HOLIDAYS } from "@fupin/contract/codes"
import type { RegionalDaysOff, Vacation } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button } from "@/components/ui"
import { addVacation, removeVacation } from "@/lib/desk/supply-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** 寒暑假: nothing is delivered in them, whatever the standing orders say, and they relieve the minimum of the term. */
export function Vacations({ organisationId, vacations, daysOff, mayChange }: { organisationId: string; vacations: Vacation[]; daysOff: RegionalDaysOff[]; mayChange: boolean }) {
  const add = useActionForm(addVacation, BLANK_FORM)
  const remove = useActionForm(removeVacation, BLANK_FORM)
  return (
    <section aria-labelledby="vacations" className="mt-14 grid max-w-3xl gap-4 border-t border-line pt-8">
      <h2 id="vacations" className="text-2xl">假期</h2>
      <p className="text-sm text-ink-soft">寒暑假等停餐的日子，各份定向认购都不配送，也不计入协议的最低采购量。</p>
      {remove.state.message && <FormMessage state={remove.state} />}
      {vacations.length === 0 ? <p className="text-ink-soft">还没有登记假期。</p> : (
        <ul className="border-t border-line">
          {vacations.map(({ id, name, from_on, to_on }) => (
            <li key={id} className="flex flex-wrap items-center justify-between gap-3 border-b border-line py-3">
              <span><strong>{name}</strong>　<span className="figures">{from_on} 至 {to_on}</span></span>
              {mayChange && <form {...remove.form}><input type="hidden" name="id" value={id} /><Button type="submit" look="secondary" size="sm" busy={remove.busy} aria-label={`删除 ${name}`}>删除</Button></form>}
            </li>
          ))}
        </ul>
      )}
      {daysOff.length > 0 && <p className="text-sm text-ink-soft">当地政府规定放假、与法定节假日一样不配送：{daysOff.map(({ id, holiday, from_on, to_on, document }) => <span key={id} className="block text-ink">{REGIONAL_HOLIDAYS[holiday]}　<span className="figures">{from_on} 至 {to_on}</span><span className="text-ink-soft">（{document}）</span></span>)}</p>}
      {mayChange && (
        <form {...add.form} className="grid gap-4">
          <FormMessage state={add.state} />
          <input type="hidden" name="organisation_id" value={organisationId} />
          <div className="grid items-start gap-4 sm:grid-cols-3">
            <TextField name="name" label="名称" state={add.state} maxLength={20} placeholder="例如：寒假" />
            <TextField name="from_on" label="从哪天起" state={add.state} type="date" />
            <TextField name="to_on" label="到哪天止" state={add.state} type="date" />
          </div>
          <Button type="submit" look="secondary" busy={add.busy} className="justify-self-start">登记假期</Button>
        </form>
      )}
    </section>
  )
}
