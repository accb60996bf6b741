"use client"

import { DELIVERY_PAPERS, quantityText } from "@fupin/contract/codes"
import type { RequiredPaper } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Field, Input, Select } from "@/components/ui"
import { acceptGoods } from "@/lib/desk/actions"
import type { Door } from "@/lib/desk/door"
import { BLANK_FORM } from "@/lib/forms/form-state"
import { GoodsOrigin } from "./goods-origin"
import { DoorFields } from "./acceptance-facts"

/**
 * 验收: what really came in, line by line; less than supplied needs its reason. Filled in with what was supplied. It stands on the page
 * also when there is nothing (more) to accept, so that what it said last is still seen.
 */
export function AcceptanceForm({ door, papers, heading = "验收", open, second }: { door: Door; papers: RequiredPaper[]; heading?: string; open: boolean; second: boolean }) {
  const { state, busy, form } = useActionForm(acceptGoods, BLANK_FORM)
  const { lines } = door
  const titlesOf = (ids: string[]) => lines.filter(({ variant_id }) => ids.includes(variant_id)).map(({ title }) => title).join("、")
  if (!open) return <form {...form} className={state.message ? undefined : "hidden"}><FormMessage state={state} /></form>
  return (
    <form {...form} className="grid gap-5 rounded-lg border-2 border-leaf bg-white p-5 md:p-7">
      <div><h2 className="text-xl">{heading}</h2><p className="text-sm text-ink-soft">按实际收到的数量登记；少收或拒收请写原因。登记后农户受益转为“应付”。{lines.some(({ settle_by }) => settle_by === "weight") && "计重商品按过秤的净重填写，最多三位小数，货款按它结算；超出订货重量的部分是卖方赠送，不计货款，需要计价请另下补货。"}</p></div>
      <FormMessage state={state} />
      <DoorFields door={door} />
      {second && <input type="hidden" name="second" value="true" />}
      {lines.map(({ variant_id, title, specification, supplied, settle_by, origin }) => (
        <fieldset key={variant_id} className="grid gap-3 border-t border-line pt-4 sm:grid-cols-[9rem_1fr]">
          <legend className="float-left mb-1 font-semibold sm:col-span-2">{title}　<span className="text-sm font-normal text-ink-soft">{specification}，{settle_by === "weight" ? "订" : "供货"} {quantityText(supplied, settle_by)}</span>{origin && <span className="block text-sm font-normal"><GoodsOrigin line={origin} /></span>}</legend>
          {settle_by === "weight"
            ? <TextField name={`q:${variant_id}`} label="实收重量（公斤）" state={state} inputMode="decimal" autoComplete="off" maxLength={8} placeholder="如 9.85" hint="1 斤 = 0.5 公斤" className="figures text-right" />
            : <TextField name={`q:${variant_id}`} label="实收（份）" state={state} initial={String(supplied)} type="number" inputMode="numeric" min={0} max={supplied} className="figures text-right" />}
          <TextField name={`r:${variant_id}`} label="少收的原因" state={state} optional maxLength={120} placeholder={settle_by === "weight" ? "少 5% 以上请填写" : "例如：两份破损"} />
          <Field id={`t:${variant_id}`} label="拒收的货" optional><Select id={`t:${variant_id}`} name={`t:${variant_id}`} defaultValue={state.values[`t:${variant_id}`] ?? ""}><option value="">没有拒收</option><option value="disposed">{(origin?.temperature ?? "ambient") === "ambient" ? "易腐，就地处置" : "就地处置（冷藏冷冻不带回）"}</option>{(origin?.temperature ?? "ambient") === "ambient" && <option value="returned">由送货人带回</option>}</Select></Field>
          <Field id={`p:${variant_id}`} label="照片" optional><Input id={`p:${variant_id}`} name={`p:${variant_id}`} type="file" accept="image/jpeg,image/png" capture="environment" /></Field>
        </fieldset>
      ))}
      {papers.length > 0 && (
        <fieldset className="grid gap-3 border-t border-line pt-4 sm:grid-cols-2">
          <legend className="float-left mb-1 font-semibold sm:col-span-2">随货证件</legend>
          {papers.map(({ kind, variant_ids }) => (
            <Field key={kind} id={`c:${kind}`} label={DELIVERY_PAPERS[kind]} hint={titlesOf(variant_ids)}><Select id={`c:${kind}`} name={`c:${kind}`} defaultValue={state.values[`c:${kind}`] ?? ""}><option value="">请查看后选择</option><option value="present">已随货</option><option value="missing">缺</option></Select></Field>
          ))}
        </fieldset>
      )}
      <Button type="submit" look="benefit" busy={busy} className="justify-self-start">{busy ? "正在登记…" : "登记验收"}</Button>
    </form>
  )
}
