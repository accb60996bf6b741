"use client"

import type { FilingDetail } from "@fupin/contract/schemas"
import { FormMessage } from "@/components/forms/form-message"
import { TextField } from "@/components/forms/text-field"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, Choice, describedBy, Field, Input, Select } from "@/components/ui"
import { submitFiling, supplyFiling, withdrawScan } from "@/lib/desk/filing-actions"
import { targetsOf } from "@/lib/desk/filing-words"
import { BLANK_FORM } from "@/lib/forms/form-state"

/** Submits what stands on the page: the version that was read goes with it. What it said stays when it is done. */
export function SubmitFiling({ detail: { filing, contents: { roster, evidence }, may }, missing }: { detail: FilingDetail; missing: number }) {
  const { state, busy, form } = useActionForm(submitFiling, BLANK_FORM)
  if (!may.submit || missing > 0) return <FormMessage state={state} />
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={filing.id} />
      <input type="hidden" name="version" value={filing.version} />
      <Choice kind="checkbox" name="sure" value="yes" note="报送后内容不再变动，除非被退回；以后发生的退款、补录进入下一期。">已核对附件1（{roster.rows} 人）、附件2（{evidence.rows} 行）和发票凭证</Choice>
      <Button type="submit" wide busy={busy}>{busy ? "正在封存并报送…" : filing.state === "returned" ? "重新报送" : "报送"}</Button>
    </form>
  )
}

/** A scan for what is missing, or the reason why there is none. */
export function SupplyFiling({ detail: { filing, checklist } }: { detail: FilingDetail }) {
  const { state, busy, form } = useActionForm(supplyFiling, BLANK_FORM)
  const hint = "PDF、JPG 或 PNG，不超过 10 MB"
  const error = state.errors.scan
  return (
    <form {...form} key={state.done ? `${filing.version} ${checklist.length}` : "typing"} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="id" value={filing.id} />
      <Field id="item" label="补哪一项"><Select id="item" name="item" defaultValue={state.values.item}>{targetsOf(checklist).map(({ value, text }) => <option key={value} value={value}>{text}</option>)}<option value="other">其他材料</option></Select></Field>
      <Field id="scan" label="发票或凭证的扫描件" hint={hint} error={error} optional><Input id="scan" name="scan" type="file" accept="application/pdf,image/jpeg,image/png" aria-invalid={error ? true : undefined} aria-describedby={describedBy("scan", { hint, error })} /></Field>
      <TextField name="reason" label="没有扫描件时，说明原因" state={state} optional maxLength={500} placeholder="例如：卖方正在换开发票，下月补交" />
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">{busy ? "正在保存…" : "保存"}</Button>
    </form>
  )
}

export function WithdrawScan({ id, scan, name }: { id: string; scan: string; name: string }) {
  const { state, busy, form } = useActionForm(withdrawScan, BLANK_FORM)
  return (
    <form {...form}>
      <FormMessage state={state} />
      <input type="hidden" name="id" value={id} />
      <input type="hidden" name="scan" value={scan} />
      <Button type="submit" look="quiet" size="sm" busy={busy} aria-label={`撤回 ${name}`}>撤回</Button>
    </form>
  )
}
