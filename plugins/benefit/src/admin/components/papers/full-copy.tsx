import { Button, Input, Label } from "@medusajs/ui"
import { useState } from "react"

/** 附件1 with full ID numbers, for the office that accepts it. */
export function FullCopy({ query }: { query: string }) {
  const [reason, setReason] = useState("")
  const isSaid = reason.trim().length >= 4
  const file = (format: string) => `/admin/benefit/roster?${query}&format=${format}&full_ids=true&reason=${encodeURIComponent(reason)}`
  return (
    <div className="flex flex-wrap items-end gap-2 px-6 py-4">
      <div className="min-w-60 flex-1">
        <Label htmlFor="reason" size="small">完整身份证号码的附件1只供受理单位使用，请写明事由；导出会留痕。</Label>
        <Input id="reason" value={reason} placeholder="至少四个字，如：报区乡村振兴局备案" onChange={(event) => setReason(event.target.value)} />
      </div>
      {(["xlsx", "pdf"] as const).map((format) => (
        <Button key={format} size="small" variant="secondary" disabled={!isSaid} asChild={isSaid}>{isSaid ? <a href={file(format)}>完整附件1 {format === "pdf" ? "PDF" : "Excel"}</a> : <span>完整附件1 {format === "pdf" ? "PDF" : "Excel"}</span>}</Button>
      ))}
    </div>
  )
}
