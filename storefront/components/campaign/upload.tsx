"use client"

import type { ParcelTable, RosterResult } from "@fupin/contract/schemas"
import { useRouter } from "next/navigation"
import { type ReactNode, useRef, useState } from "react"
import { Button, Notice } from "@/components/ui"

interface Outcome { good: boolean; title: string; faults?: RosterResult["faults"]; more?: number }

async function send<T>(url: string, file: File): Promise<Outcome | T> {
  try {
    const answer = await fetch(url, { method: "POST", body: file, headers: { "content-type": "application/octet-stream" } })
    const body = await answer.json()
    return answer.ok ? body : { good: false, title: String(body.message ?? "上传没有成功，请重试") }
  } catch (error) {
    return { good: false, title: error instanceof TypeError ? "连不上服务器，请检查网络后重试" : "上传没有成功，请重试" }
  }
}

type Table = RosterResult | ParcelTable

interface TableUploadProps<T extends Table> { id: string; kind: string; label: string; right: (read: T) => string; saved: (read: T) => string; children: ReactNode }

/** A table: looked at first, cell by cell; saved only as a whole and only when everything is right. */
function TableUpload<T extends Table>({ id, kind, label, right, saved, children }: TableUploadProps<T>) {
  const [outcome, setOutcome] = useState<Outcome | null>(null)
  const [checked, setChecked] = useState<File | null>(null)
  const [busy, setBusy] = useState(false)
  const router = useRouter()
  const run = async (file: File, mode: "check" | "save") => {
    setBusy(true)
    const read = await send<T>(`/desk/campaigns/${id}/upload/${kind}?mode=${mode}`, file)
    setBusy(false)
    if ("title" in read) return setOutcome(read)
    const isRight = read.fault_count === 0
    setChecked(isRight && mode === "check" ? file : null)
    setOutcome({ good: isRight, faults: read.faults, more: read.fault_count - read.faults.length, title: read.saved ? saved(read) : isRight ? right(read) : `${read.rows} 行里有 ${read.fault_count} 处要改，一行都没有写入` })
    if (read.saved) router.refresh()
  }
  return (
    <div className="grid gap-4">
      <FilePicker label={label} accept=".xlsx" busy={busy} onPick={(file) => void run(file, "check")} />
      {busy && <p role="status" className="text-sm text-ink-soft">正在逐格检查…</p>}
      {outcome && <Told outcome={outcome} />}
      {checked && <Button look="benefit" busy={busy} className="justify-self-start" onClick={() => void run(checked, "save")}>确认导入</Button>}
      <p className="text-sm text-ink-soft">{children}</p>
    </div>
  )
}

export function RosterUpload({ id }: { id: string }) {
  return (
    <TableUpload<RosterResult> id={id} kind="roster" label="选择名册（.xlsx）" right={({ rows, added, changed }) => `检查通过：${rows} 行，新增 ${added} 人，更新 ${changed} 人`} saved={({ added, changed }) => `已导入：新增 ${added} 人，更新 ${changed} 人`}>
      <a className="link" href={`/desk/campaigns/${id}/files/template.xlsx`}>下载名册模板</a>　同一工号再次导入会更新，不会重复。
    </TableUpload>
  )
}

/** Carriers' numbers of what went home. */
export function ParcelUpload({ id }: { id: string }) {
  return (
    <TableUpload<ParcelTable> id={id} kind="parcel-table" label="选择运单表（.xlsx）" right={({ rows, signed }) => `检查通过：${rows} 个包裹，其中 ${signed} 个已签收`} saved={({ rows, signed }) => `已导入：${rows} 个包裹，其中 ${signed} 个已签收`}>
      <a className="link" href={`/desk/campaigns/${id}/files/parcel-template.xlsx`}>下载运单模板</a>　先填运单号、以后补签收日期再导入也可以，不会重复。
    </TableUpload>
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
    const read = await send<object>(`/desk/campaigns/${id}/upload/minutes?name=${encodeURIComponent(file.name)}`, file)
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
