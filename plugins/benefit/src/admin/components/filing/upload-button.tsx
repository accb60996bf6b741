import { Button, toast } from "@medusajs/ui"
import { useRef, useState } from "react"
import { ask } from "../../lib/ask"

const LIMIT = 10 * 1024 * 1024

/** Picks a scan and sends it; what it is, the backend reads from its bytes. */
export function UploadButton({ filingId, item, label, onDone }: { filingId: string; item: string; label: string; onDone: () => void }) {
  const input = useRef<HTMLInputElement>(null)
  const [isSending, setSending] = useState(false)
  async function send(file: File | undefined) {
    if (!file) return
    setSending(true)
    try {
      if (file.size > LIMIT) throw new Error("文件超过 10 MB，请压缩或分开上传")
      await ask(`benefit/filings/${filingId}/attachments`, { item, name: file.name, content: await base64Of(file) })
      toast.success("已上传")
      onDone()
    } catch (error) {
      toast.error("没有上传", { description: error instanceof Error ? error.message : String(error) })
    } finally {
      setSending(false)
      if (input.current) input.current.value = ""
    }
  }
  return (
    <>
      <input ref={input} type="file" accept=".pdf,.jpg,.jpeg,.png" className="hidden" aria-label={`${label}扫描件`} onChange={(event) => void send(event.target.files?.[0])} />
      <Button size="small" variant="secondary" isLoading={isSending} onClick={() => input.current?.click()}>{label}</Button>
    </>
  )
}

function base64Of(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "")
    reader.onerror = () => reject(new Error("文件读不出来，请重新选择"))
    reader.readAsDataURL(file)
  })
}
