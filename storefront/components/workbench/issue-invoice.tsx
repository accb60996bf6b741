"use client"

import { useRouter } from "next/navigation"
import { type FormEvent, useState } from "react"
import { Button, describedBy, Field, Input, Notice } from "@/components/ui"
import { toast } from "@/components/ui/toast"

async function send(url: string, file: File): Promise<string | null> {
  try {
    const answer = await fetch(url, { method: "POST", body: file, headers: { "content-type": "application/octet-stream" } })
    return answer.ok ? null : String((await answer.json()).message ?? "上传没有成功，请重试")
  } catch (error) {
    return error instanceof TypeError ? "连不上服务器，请检查网络后重试" : "上传没有成功，请重试"
  }
}

type Faults = { number?: string; file?: string; issued_on?: string }

/** Number, day and file of the invoice; once it is there the unit has it. */
export function IssueInvoice({ id, today }: { id: string; today: string }) {
  const [faults, setFaults] = useState<Faults>({})
  const [refusal, setRefusal] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const router = useRouter()
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const [number, issued_on, file] = [String(form.get("number")).replace(/\s/g, ""), String(form.get("issued_on")), form.get("file")]
    const missing: Faults = { ...(/^[0-9A-Za-z-]{6,30}$/.test(number) ? {} : { number: "请填写 6–30 位发票号码" }), ...(issued_on ? {} : { issued_on: "请选择开票日期" }), ...(file instanceof File && file.size > 0 ? {} : { file: "请选择发票文件" }) }
    setFaults(missing)
    if (Object.keys(missing).length > 0 || !(file instanceof File)) return
    setBusy(true)
    const said = await send(`/workbench/invoices/${id}/issue?${new URLSearchParams({ number, issued_on })}`, file)
    setBusy(false)
    setRefusal(said)
    if (said !== null) return
    toast("发票已上传，采购单位可以下载了")
    router.refresh()
  }
  const field = (name: keyof Faults) => ({ id: `${name}-${id}`, name, "aria-invalid": faults[name] ? true : undefined, "aria-describedby": describedBy(`${name}-${id}`, { error: faults[name], hint: name === "file" }) })
  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-4 border-t border-line pt-4">
      {refusal && <Notice tone="problem" title={refusal} />}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field id={`number-${id}`} label="发票号码" error={faults.number}><Input {...field("number")} inputMode="numeric" autoComplete="off" maxLength={40} className="figures" /></Field>
        <Field id={`issued_on-${id}`} label="开票日期" error={faults.issued_on}><Input {...field("issued_on")} type="date" defaultValue={today} /></Field>
      </div>
      <Field id={`file-${id}`} label="发票文件" hint="PDF、OFD 或 XML，也可以拍照上传，10 MB 以内" error={faults.file}><Input {...field("file")} type="file" accept=".pdf,.ofd,.xml,.jpg,.jpeg,.png" className="file:mr-3 file:rounded-sm file:border-0 file:bg-paper-deep file:px-3 file:py-1" /></Field>
      <Button type="submit" size="lg" busy={busy} className="w-full sm:w-auto sm:justify-self-start">{busy ? "正在上传…" : "上传发票"}</Button>
    </form>
  )
}
