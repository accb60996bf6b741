"use client"

import type { OutsideList } from "@fupin/contract/schemas"
import { useRef, useState } from "react"
import { FormMessage } from "@/components/forms/form-message"
import { useActionForm } from "@/components/forms/use-action-form"
import { Button, describedBy, Field, Input, Textarea, Yuan } from "@/components/ui"
import { enterOutsideList, readOutsideList } from "@/lib/desk/spending-actions"
import { BLANK_FORM } from "@/lib/forms/form-state"

type Answer = { list: OutsideList } | { message: string }
const PROOF_HINT = "这一批共用一份凭证：发票合订本或平台对账单，PDF、JPG 或 PNG，不超过 10 MB"

/** A list of purchases made elsewhere: checked row by row first, then handed in with the proof they share. */
export function OutsideListForm({ organisationId }: { organisationId: string }) {
  const { state, busy, form } = useActionForm(enterOutsideList, BLANK_FORM)
  const text = useRef<HTMLTextAreaElement>(null)
  const [answer, setAnswer] = useState<Answer | null>(null)
  const [reading, setReading] = useState(false)
  const read = async (file?: File) => {
    const data = new FormData()
    data.set("organisation_id", organisationId)
    data.set("text", text.current?.value ?? "")
    if (file) data.set("file", file)
    setReading(true)
    const said = await readOutsideList(data).finally(() => setReading(false))
    setAnswer(said)
    if (file && "list" in said && text.current) text.current.value = said.list.rows.map((row) => row.text).join("\n")
  }
  const { text: noText, proof: noProof } = state.errors
  return (
    <form {...form} className="grid gap-4">
      <FormMessage state={state} />
      <input type="hidden" name="organisation_id" value={organisationId} />
      <Field id="outside-text" label="清单" error={noText} hint="一行一笔：付款日期、卖方、商品和数量、产地、金额、渠道、经费，可直接从表格复制">
        <Textarea id="outside-text" name="text" ref={text} rows={6} defaultValue={state.values.text} className="figures text-sm whitespace-pre" aria-invalid={noText ? true : undefined} placeholder={"2026-03-05\t某茶叶合作社\t利川红 20 盒\t利川市\t1280.50\t832平台\t食堂经费"} />
      </Field>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3 text-sm">
        <label>从表格读取 <input type="file" accept=".xlsx" aria-label="清单表格" className="ml-2 max-w-56" onChange={({ target }) => target.files?.[0] && read(target.files[0])} /></label>
        <a className="link py-2" href="/desk/budget/template" download>下载模板</a>
        <Button look="secondary" size="sm" busy={reading} onClick={() => read()}>逐行检查</Button>
      </div>
      <div role="status">{answer && ("list" in answer ? <Rows list={answer.list} /> : <p className="text-sm text-vermilion-deep">{answer.message}</p>)}</div>
      <Field id="list-proof" label="凭证" hint={PROOF_HINT} error={noProof}><Input id="list-proof" name="proof" type="file" accept="application/pdf,image/jpeg,image/png" aria-invalid={noProof ? true : undefined} aria-describedby={describedBy("list-proof", { hint: PROOF_HINT, error: noProof })} /></Field>
      <Button type="submit" look="secondary" busy={busy} className="justify-self-start">{busy ? "正在提交…" : "提交这一批"}</Button>
    </form>
  )
}

function Rows({ list: { rows, faults, total_fen } }: { list: OutsideList }) {
  if (faults === 0) return <p className="text-sm text-leaf">共 {rows.length} 笔，合计 <Yuan fen={total_fen} className="font-semibold" />，没有问题，可以提交。</p>
  return (
    <>
      <p className="text-sm text-vermilion-deep">{faults} 行有问题，请在清单里改正后再检查：</p>
      <ul className="mt-1 grid gap-0.5 text-sm text-vermilion-deep">{rows.filter(({ error }) => error !== null).map(({ row, error }, index) => <li key={`${row} ${index}`}>第 {row} 行：{error}</li>)}</ul>
    </>
  )
}
