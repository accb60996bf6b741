"use client"

import type { DeliveryPoint, Division, StandingOrder } from "@fupin/contract/schemas"
import { windowsText } from "@fupin/contract/codes"
import { useState } from "react"
import { DivisionPicker } from "@/components/checkout/division-picker"
import { TextField } from "@/components/forms/text-field"
import { Field, Select } from "@/components/ui"
import type { FormState } from "@/lib/forms/form-state"

interface DeliveryPlaceProps {
  state: FormState
  delivery: StandingOrder["delivery"] | undefined
  provinces: Division[]
  /** Where the unit receives goods: one of them fills in the rest, which may still be changed. */
  points: DeliveryPoint[]
}

export function DeliveryPlace({ state: typed, delivery, provinces, points }: DeliveryPlaceProps) {
  const [chosen, choose] = useState("")
  const point = points.find(({ id }) => id === chosen)
  const state = point ? { ...typed, values: {} as FormState["values"] } : typed
  const place = point ? { name: point.contact, phone: point.phone, county_code: point.county_code, detail: point.detail } : delivery
  const windows = windowsText(point?.windows ?? [])
  return (
    <section aria-labelledby="where" className="grid gap-4">
      <h2 id="where" className="text-xl">送到哪里</h2>
      {points.length > 0 && (
        <Field id="point" label="收货点" hint={windows ? `收货时间 ${windows}` : "选用后仍可修改"}>
          <Select id="point" value={chosen} onChange={({ target }) => choose(target.value)}>
            <option value="">{delivery ? "不变" : "另填地址"}</option>
            {points.map(({ id, name, detail }) => <option key={id} value={id}>{name}（{detail}）</option>)}
          </Select>
        </Field>
      )}
      <div key={chosen} className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField name="name" label="收货人" state={state} initial={place?.name} autoComplete="name" maxLength={40} />
          <TextField name="phone" label="电话" state={state} initial={place?.phone} type="tel" inputMode="tel" autoComplete="tel-national" maxLength={16} />
        </div>
        <DivisionPicker provinces={provinces} code={state.values.county_code || (place?.county_code ?? "")} error={state.errors.county_code} />
        <TextField name="detail" label="详细地址" state={state} initial={place?.detail} autoComplete="street-address" maxLength={120} placeholder="例如：城厢镇文化路一号 第一食堂后门" />
      </div>
    </section>
  )
}
