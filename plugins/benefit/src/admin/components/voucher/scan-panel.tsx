import type { VoucherDetail } from "@fupin/contract/schemas"
import { Button, Text, toast } from "@medusajs/ui"
import { useEffect, useState } from "react"
import { moment } from "../../lib/labels"
import { sendFile } from "../../lib/send-file"
import { messageOf } from "../../lib/voucher-labels"
import { FileField } from "../intake/file-field"

/** The signed and sealed paper: chosen, looked at, then kept. Looking at a kept one is written down. */
export function ScanPanel({ voucher, onChanged }: { voucher: VoucherDetail; onChanged: () => void }) {
  const [file, setFile] = useState<File | null>(null)
  const [isSending, setSending] = useState(false)
  const [shown, setShown] = useState<string | null>(null)
  useEffect(() => {
    if (!file?.type.startsWith("image/")) return setShown(null)
    const url = URL.createObjectURL(file)
    setShown(url)
    return () => URL.revokeObjectURL(url)
  }, [file])

  async function send() {
    setSending(true)
    try {
      await sendFile(`benefit/vouchers/${voucher.id}/scan`, file!)
      toast.success("扫描件已加密保存")
      setFile(null)
      onChanged()
    } catch (error) {
      toast.error("没有保存", { description: messageOf(error) })
    } finally {
      setSending(false)
    }
  }

  return (
    <section aria-label="扫描件" className="flex flex-col gap-y-3 rounded-md border p-4">
      <Text size="small" weight="plus">{voucher.kind === "direct_purchase" ? "盖章、签字的凭证" : "付款证明（银行回单、签领表）"}</Text>
      {voucher.scan ? (
        <div className="flex flex-wrap items-center justify-between gap-2">
          <Text size="small" className="text-ui-fg-subtle">{moment(voucher.scan.uploaded_at)} 上传，{Math.ceil(voucher.scan.bytes / 1024)} KB，SHA-256 {voucher.scan.sha256.slice(0, 12)}…</Text>
          <Button size="small" variant="secondary" asChild><a href={`/admin/benefit/vouchers/${voucher.id}/scan`} target="_blank" rel="noreferrer">查看（留痕）</a></Button>
        </div>
      ) : <Text size="small" className="text-ui-fg-error">还没有上传，不能批准</Text>}
      {voucher.state === "draft" && <FileField id="scan" label={voucher.scan ? "换一份" : "选择 PDF、JPG 或 PNG（不超过 10 MB）"} accept=".pdf,.jpg,.jpeg,.png" onFile={setFile} />}
      {shown && <img src={shown} alt="待上传的扫描件" className="max-h-80 w-full rounded-md border object-contain" />}
      {file && <Button size="small" isLoading={isSending} onClick={send}>上传 {file.name}</Button>}
    </section>
  )
}
