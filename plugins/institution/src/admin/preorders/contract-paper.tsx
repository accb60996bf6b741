import type { PreorderContract } from "@fupin/contract/schemas"
import { Input, Label, Text, toast } from "@medusajs/ui"
import { useMutation, useQueryClient } from "@tanstack/react-query"
import { messageOf, postFile } from "../lib/client"

/** The contract's text, and the scan of it that both sides signed. */
export function ContractPaper({ contract: { id, organisation, scan } }: { contract: PreorderContract }) {
  const client = useQueryClient()
  const upload = useMutation({
    mutationFn: (file: File) => postFile(`preorder-contracts/${id}/scan`, file),
    onSuccess: () => { toast.success("扫描件已存档"); return client.invalidateQueries({ queryKey: ["institution", "preorders"] }) },
    onError: (error) => toast.error("没有存档", { description: messageOf(error) }),
  })
  const field = `scan-${id}`
  return (
    <details>
      <summary className="txt-small text-ui-fg-interactive cursor-pointer">合同文本{scan ? "，已存签字扫描件" : ""}</summary>
      <div className="mt-2 flex flex-col items-start gap-y-2">
        <a className="txt-small text-ui-fg-interactive" href={`/admin/institution/preorder-contracts/${id}/paper`}>下载合同文本（PDF）</a>
        {scan && <Text size="small" className="text-ui-fg-subtle break-all">扫描件 SHA-256 {scan.sha256} <a className="text-ui-fg-interactive" href={`/admin/institution/preorder-contracts/${id}/scan`}>下载</a></Text>}
        <Label htmlFor={field} size="small">{scan ? "换一份扫描件" : "上传双方盖章的扫描件"}</Label>
        <Input id={field} aria-label={`${organisation.name} 合同的扫描件`} type="file" accept=".pdf,.jpg,.jpeg,.png" disabled={upload.isPending} onChange={({ target: { files } }) => { const file = files?.[0]; if (file) upload.mutate(file) }} />
      </div>
    </details>
  )
}
