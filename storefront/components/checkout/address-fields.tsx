"use client"

import type { Division } from "@fupin/contract/schemas"
import { TextField } from "@/components/forms/text-field"
import type { FormState } from "@/lib/forms/form-state"
import { DivisionPicker } from "./division-picker"

/** What is known of the buyer before anything is typed. */
export interface Prefill {
  name: string
  phone: string
  email: string
  county_code: string
  detail: string
}

export function AddressFields({ state, prefill, provinces, signedIn }: { state: FormState; prefill: Prefill; provinces: Division[]; signedIn: boolean }) {
  return (
    <section aria-labelledby="address-title" className="grid gap-4">
      <h2 id="address-title" className="text-xl">收货信息</h2>
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField name="name" label="收货人" state={state} initial={prefill.name} autoComplete="name" maxLength={40} />
        <TextField name="phone" label="手机号" state={state} initial={prefill.phone} type="tel" inputMode="tel" autoComplete="tel-national" maxLength={16} />
      </div>
      <DivisionPicker provinces={provinces} code={state.values.county_code ?? prefill.county_code} error={state.errors.county_code} />
      <TextField name="detail" label="详细地址" state={state} initial={prefill.detail} autoComplete="street-address" maxLength={120} placeholder="街道、小区、楼栋、门牌号" />
      <TextField name="email" label="邮箱" state={state} initial={prefill.email} type="email" inputMode="email" autoComplete="email" maxLength={120} hint="用来接收订单通知" />
      {signedIn && (
        <label className="flex min-h-11 items-center gap-2.5 justify-self-start text-sm">
          <input type="checkbox" name="save_address" defaultChecked={state.values.save_address !== undefined || !state.values.form_key} className="size-4.5 accent-vermilion" />下次结算用这个地址
        </label>
      )}
    </section>
  )
}
