"use client"

import type { QuickEntry as Entry } from "@fupin/contract/schemas"
import { type RefObject, useRef, useState } from "react"
import { Button, Textarea } from "@/components/ui"
import { readQuickEntry } from "@/lib/desk/supply-actions"

interface QuickEntryProps {
  agreementId: string
  /** The form whose quantities are filled in. */
  form: RefObject<HTMLFormElement | null>
  onFilled: () => void
}

/** A pasted list or a workbook of codes and quantities; what is right goes into the boxes, what is not is named row by row. */
export function QuickEntry({ agreementId, form, onFilled }: QuickEntryProps) {
  const text = useRef<HTMLTextAreaElement>(null)
  const file = useRef<HTMLInputElement>(null)
  const [answer, setAnswer] = useState<{ entry: Entry } | { message: string } | null>(null)
  const [busy, setBusy] = useState(false)
  const read = async () => {
    const data = new FormData()
    data.set("agreement_id", agreementId)
    data.set("text", text.current?.value ?? "")
    const [chosen] = file.current?.files ?? []
    if (chosen) data.set("file", chosen)
    setBusy(true)
    const said = await readQuickEntry(data).finally(() => setBusy(false))
    setAnswer(said)
    if ("entry" in said) fill(form.current, said.entry)
    onFilled()
  }
  return (
    <details className="rounded-lg border border-line bg-white p-4">
      <summary className="min-h-11 cursor-pointer font-semibold">快速录入：粘贴或上传“编码、数量”</summary>
      <div className="mt-3 grid gap-3">
        <label htmlFor="quick-text" className="text-sm text-ink-soft">每行一种商品：编码和数量之间用空格、逗号或制表符隔开，可直接从表格复制</label>
        <Textarea id="quick-text" ref={text} rows={4} placeholder={"DM-5KG 10\nJD-30 4"} />
        <label className="text-sm">或选择表格文件 <input ref={file} type="file" accept=".xlsx" className="ml-2" /></label>
        <p className="text-sm"><a className="link" href={`/desk/agreements/${agreementId}/template`} download>下载模板</a></p>
        <Button type="button" look="secondary" size="sm" busy={busy} onClick={read} className="justify-self-start">填入数量</Button>
        <div role="status">{answer && ("entry" in answer ? <Result entry={answer.entry} /> : <p className="text-sm text-vermilion-deep">{answer.message}</p>)}</div>
      </div>
    </details>
  )
}

function fill(form: HTMLFormElement | null, { lines }: Entry): void {
  for (const { variant_id, quantity } of lines) {
    const box = form?.elements.namedItem(`q:${variant_id}`)
    if (box instanceof HTMLInputElement) box.value = String(quantity)
  }
}

function Result({ entry: { rows, lines, faults } }: { entry: Entry }) {
  return (
    <>
      <p className="text-sm">已填入 {lines.length} 种商品{faults > 0 && <span className="text-vermilion-deep">，{faults} 行有问题，没有填入：</span>}</p>
      <ul className="mt-1 grid gap-0.5 text-sm text-vermilion-deep">{rows.filter(({ error }) => error !== null).map(({ row, text, error }) => <li key={`${row}-${text}`}>第 {row} 行：{error}</li>)}</ul>
    </>
  )
}
