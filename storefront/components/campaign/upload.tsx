"use client"

import type { RosterResult } from "@fupin/contract/schemas"
import { useRouter } from "next/navigation"
import { useRef, useState } from "react"
import { Button, Notice } from "@/components/ui"

interface Outcome { good: boolean; title: string; faults?: RosterResult["faults"]; more?: number }

async function send(url: string, file: File): Promise<Outcome | RosterResult> {
  try {
    const answer = await fetch(url, { method: "POST", body: file, headers: { "content-type": "application/octet-stream" } })
    const body = await answer.json()
    return answer.ok ? body : { good: false, title: String(body.message ?? "上传没有成功，请重试") }
  } catch (error) {
    return { good: false, title: error instanceof TypeError ? "连不上服务器，请检查网络后重试" : "上传没有成功，请重试" }
  }
}

/** The roster: looked at first, cell by cell; saved only as a whole and only when everything is right. */
export function RosterUpload({ id }: { id: string }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [checked, setChecked] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const router = useRouter()
  const run = async (file: File, mode: "check" | "save") => {
    setBusy(true)
    const read = await send(`/desk/campaigns/${id}/upload/roster?mode=${mode}`, file)
    setBusy(false)
    if ("title" in read) return setOutcome(read)
    const right = read.fault_count === 0
    setChecked(right && mode === "check" ? file : null)
    setOutcome({
      good: right, faults: read.faults, more: read.fault_count - read.faults.length,
      title: read.saved ? `已导入：新增 ${read.added} 人，更新 ${read.changed} 人` : right ? `检查通过：${read.rows} 行，新增 ${read.added} 人，更新 ${read.changed} 人` : `${read.rows} 行里有 ${read.fault_count} 处要改，一行都没有写入`,
    })
    if (read.saved) router.refresh()
  }
  return (
    <div className="grid gap-4">
      <FilePicker label="选择名册（.xlsx）" accept=".xlsx" busy={busy} onPick={(file) => void run(file, "check")} />
      {busy && <p role="status" className="text-sm text-ink-soft">正在逐格检查…</p>}
      {outcome && <Told outcome={outcome} />}
      {checked && <Button look="benefit" busy={busy} className="justify-self-start" onClick={() => void run(checked, "save")}>确认导入</Button>}
      <p className="text-sm text-ink-soft"><a className="link" href={`/desk/campaigns/${id}/files/template.xlsx`}>下载名册模板</a>　同一工号再次导入会更新，不会重复。</p>
    </div>
  )
}

function Told({ outcome: { good, title, faults = [], more = 0 } }: { outcome: Outcome }) {
  return (
    <div aria-live="polite">
      <Notice tone={good ? "good" : "problem"} title={title}>
        {faults.length > 0 && <ul className="max-h-64 overflow-y-auto">{faults.map(({ cell, message }) => <li key={`${cell} ${message}`}><span className="figures font-semibold">{cell}</span>　{message}</li>)}</ul>}
        {more > 0 && <p>还有 {more} 处，改好后再检查。</p>}
      </Notice>
    </div>
  )
}

/** The signed minutes of the decision. */
export function MinutesUpload({ id }: { id: string }) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [busy, setBusy] = useState(false)
  const router = useRouter()
  const run = async (file: File) => {
    setBusy(true)
    const read = await send(`/desk/campaigns/${id}/upload/minutes?name=${encodeURIComponent(file.name)}`, file)
    setBusy(false)
    setOutcome("title" in read ? read : { good: true, title: "会议纪要已上传，并存下了它的校验值" })
    router.refresh()
  }
  return <div className="grid gap-3"><FilePicker label="上传会议纪要（PDF、JPG、PNG）" accept=".pdf,.jpg,.jpeg,.png" busy={busy} onPick={(file) => void run(file)} />{outcome && <Told outcome={outcome} />}</div>
}

function FilePicker({ label, accept, busy, onPick }: { label: string; accept: string; busy: boolean; onPick: (file: File) => void }) {
  const input = useRef<HTMLInputElement>(null)
  const picked = (files: FileList | null) => {
    if (files?.[0]) onPick(files[0])
    if (input.current) input.current.value = ""
  }
  return (
    <>
      <Button look="secondary" busy={busy} className="justify-self-start" onClick={() => input.current?.click()}>{label}</Button>
      <input ref={input} type="file" accept={accept} aria-label={label} className="sr-only" tabIndex={-1} onChange={({ target }) => picked(target.files)} />
    </>
  )
}
