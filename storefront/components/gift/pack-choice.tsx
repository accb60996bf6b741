"use client"

import type { Division, Gift } from "@fupin/contract/schemas"
import { useState } from "react"
import { DivisionPicker } from "@/components/checkout/division-picker"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Badge, Button, Choice, ChoiceGroup } from "@/components/ui"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { choosePack } from "@/lib/gift/actions"

/** The packs to choose among; those that ran out say so, the others stay. For delivery home, where to. */
export function PackChoice({ token, gift, provinces }: { token: string; gift: Gift; provinces: Division[] }) {
  const { state, busy, form } = useActionForm(choosePack, BLANK_FORM)
  const [delivery, setDelivery] = useState(gift.delivery)
  const chosen = gift.packs.find(({ id }) => id === gift.pack_id)
  return (
    <form {...form} className="grid gap-6">
      {!state.done && <FormMessage state={state.errors.pack_id ? { ...state, message: state.errors.pack_id } : state} />}
      <input type="hidden" name="token" value={token} />
      <fieldset className="grid gap-3" disabled={!gift.is_open}>
        <legend className="mb-3 text-xl font-bold">{gift.is_open ? "选一款礼包" : "礼包"}</legend>
        {gift.packs.map(({ id, name, is_halal, is_open, goods }) => (
          <Choice key={id} name="pack_id" value={id} defaultChecked={id === (state.values.pack_id ?? chosen?.id)} disabled={!is_open}
            note={<>{goods.map((one) => `${one.title} × ${one.quantity}`).join("、")}<span className="block text-xs">{[...new Set(goods.flatMap(({ seller }) => seller?.name ?? []))].join("、")}</span></>}>
            <span className="flex flex-wrap items-center gap-2">{name}{is_halal && <Badge tone="leaf">清真</Badge>}{!is_open && <Badge tone="vermilion">{gift.diet === "halal" && !is_halal ? "不适合清真" : "已选完"}</Badge>}</span>
          </Choice>
        ))}
      </fieldset>
      {gift.is_open && gift.delivery_mode === "either" && (
        <ChoiceGroup legend="怎么拿到">
          <Choice name="delivery" value="pickup" checked={delivery === "pickup"} onChange={() => setDelivery("pickup")} note={gift.pickup}>集中领取</Choice>
          <Choice name="delivery" value="home" checked={delivery === "home"} onChange={() => setDelivery("home")} note="快递送到您填写的地址">送货到家</Choice>
        </ChoiceGroup>
      )}
      {gift.is_open && delivery === "home" && (
        <section aria-labelledby="where" className="grid gap-4">
          <h2 id="where" className="text-xl">送到哪里</h2>
          {gift.has_address && <p className="text-sm text-ink-soft">工会已有您的地址；要换一个就在下面填写。地址只用于这次送货，活动结束后删除。</p>}
          <DivisionPicker provinces={provinces} code={state.values.county_code ?? ""} error={state.errors.county_code} />
          <TextField name="detail" label="详细地址" state={state} optional={gift.has_address} maxLength={120} autoComplete="street-address" />
        </section>
      )}
      {gift.is_open && <Button type="submit" size="lg" busy={busy}>{chosen && gift.chosen_by === "member" ? "改选这一款" : "就选这一款"}</Button>}
    </form>
  )
}
