"use client"

import { NATIONAL_HOLIDAYS, REGIONAL_HOLIDAYS } from "@fupin/contract/codes"
import { yuanFromFen } from "@fupin/contract/money"
import type { Division, RegionalDaysOff } from "@fupin/contract/schemas"
import { useState } from "react"
import { ReasonChoice } from "@/components/checkout/choices"
import { DivisionPicker } from "@/components/checkout/division-picker"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Choice, ChoiceGroup, describedBy, Field, Select } from "@/components/ui"
import { saveCampaign } from "@/lib/desk/campaign-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

interface CampaignFormProps { organisation_id: string; provinces: Division[]; daysOff: RegionalDaysOff[]; today: string; missing_fen: number }

/** A new campaign: for which holiday, how much for each (filled in with what the year's floor still lacks), until when members choose, how packs reach them. */
export function CampaignForm({ organisation_id, provinces, daysOff, today, missing_fen }: CampaignFormProps) {
  const { state, busy, form } = useActionForm(saveCampaign, BLANK_FORM)
  const [mode, setMode] = useState(state.values.delivery_mode ?? "pickup")
  return (
    <form {...form} className="grid max-w-2xl gap-7">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisation_id} />
      <TextField name="title" label="活动名称" state={state} maxLength={60} placeholder="例如：2027 年中秋慰问" />
      <div className="grid items-start gap-4 sm:grid-cols-2">
        <HolidayField chosen={state.values.holiday ?? "mid_autumn"} daysOff={daysOff} />
        <TextField name="year" label="年份" state={state} initial={today.slice(0, 4)} type="number" inputMode="numeric" min={2020} max={2099} />
      </div>
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <TextField name="budget" label="每人预算（元）" state={state} initial={missing_fen > 0 ? String(yuanFromFen(missing_fen)) : ""} inputMode="decimal" hint="礼包价格不能超过它" />
        <TextField name="floor" label="每人下限（元）" state={state} optional inputMode="decimal" hint="上级有规定才填" />
        <TextField name="cap" label="每人上限（元）" state={state} optional inputMode="decimal" hint="上级有规定才填" />
      </div>
      <TextField name="choose_by" label="职工选礼包的截止日（含当天）" state={state} type="date" min={today} hint="截止前可以改选；没有选的发放默认礼包" />
      <ChoiceGroup legend="怎么发到职工手里">
        <Choice name="delivery_mode" value="pickup" checked={mode === "pickup"} onChange={() => setMode("pickup")} note="送到一个地点，凭领取码签收；每个卖方一张订单">集中领取</Choice>
        <Choice name="delivery_mode" value="home" checked={mode === "home"} onChange={() => setMode("home")} note="职工选礼包时填写地址；活动结束后删除">送货到家</Choice>
        <Choice name="delivery_mode" value="either" checked={mode === "either"} onChange={() => setMode("either")} note="默认集中领取，职工可改为送到家">职工自己选</Choice>
      </ChoiceGroup>
      {mode !== "home" && (
        <section aria-labelledby="where" className="grid gap-4">
          <h2 id="where" className="text-xl">在哪里领取</h2>
          <div className="grid gap-4 sm:grid-cols-2"><TextField name="name" label="联系人" state={state} maxLength={40} /><TextField name="phone" label="电话" state={state} type="tel" inputMode="tel" maxLength={16} /></div>
          <DivisionPicker provinces={provinces} code={state.values.county_code ?? ""} error={state.errors.county_code} />
          <TextField name="detail" label="领取地点" state={state} maxLength={120} placeholder="例如：文化路一号 职工活动中心" />
        </section>
      )}
      <ReasonChoice initial={state.values.reason ?? ""} ofUnit />
      <Button type="submit" size="lg" busy={busy} className="justify-self-start">{busy ? "正在保存…" : "新建慰问活动"}</Button>
    </form>
  )
}

/** The nation's holidays, and those that the government where the unit is made days off. */
function HolidayField({ chosen, daysOff }: { chosen: string; daysOff: RegionalDaysOff[] }) {
  const regional = [...new Set(daysOff.map(({ holiday }) => holiday))]
  const hint = daysOff.length > 0 && `当地放假：${daysOff.map(({ holiday, year, from_on }) => `${year} 年${REGIONAL_HOLIDAYS[holiday]} ${from_on}`).join("，")}`
  return (
    <Field id="holiday" label="节日" hint={hint}>
      <Select id="holiday" name="holiday" defaultValue={chosen} aria-describedby={describedBy("holiday", { hint })}>
        <optgroup label="法定节日">{Object.entries(NATIONAL_HOLIDAYS).map(([key, name]) => <option key={key} value={key}>{name}</option>)}</optgroup>
        {regional.length > 0 && <optgroup label="当地放假的节日">{regional.map((key) => <option key={key} value={key}>{REGIONAL_HOLIDAYS[key]}</option>)}</optgroup>}
      </Select>
    </Field>
  )
}
