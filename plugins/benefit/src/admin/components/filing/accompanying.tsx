import type { FilingDetail } from "@fupin/contract/schemas"
import { Button, Text, toast, usePrompt } from "@medusajs/ui"
import { ask } from "../../lib/ask"
import { moment } from "../../lib/labels"
import { itemLabel } from "./labels"
import { Section } from "./section"
import { UploadButton } from "./upload-button"

/** Scans and stated reasons. */
export function Accompanying({ detail: { filing, attachments, reasons }, isOpen, onChanged }: { detail: FilingDetail; isOpen: boolean; onChanged: () => void }) {
  const prompt = usePrompt()
  async function withdraw(id: string, name: string) {
    if (!(await prompt({ title: `撤回 ${name}？`, description: "撤回后不再随填报上报；记录仍会保留。", confirmText: "撤回", cancelText: "取消" }))) return
    try {
      await ask(`benefit/filings/attachments/${id}`, undefined, "DELETE")
      onChanged()
    } catch (error) {
      toast.error("没有撤回", { description: error instanceof Error ? error.message : String(error) })
    }
  }
  return (
    <Section title="发票与凭证" note="扫描件只供本单位和上级单位下载" action={isOpen && <UploadButton filingId={filing.id} item="other" label="上传其他材料" onDone={onChanged} />}
      empty={attachments.length + reasons.length === 0 && "还没有上传扫描件或说明。"}>
      <ul className="divide-y">
        {attachments.map(({ id, item, name, bytes, sha256, uploaded_by, uploaded_at }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-2 px-6 py-3">
            <div className="min-w-0">
              <a href={`/admin/benefit/filings/attachments/${id}`} className="text-ui-fg-interactive text-sm">{name}</a>
              <Text size="xsmall" className="text-ui-fg-subtle break-all">{itemLabel(item)}，{Math.ceil(bytes / 1024)} KB，{uploaded_by} {moment(uploaded_at)}；SHA-256 {sha256.slice(0, 16)}…</Text>
            </div>
            {isOpen && <Button size="small" variant="transparent" aria-label={`撤回 ${name}`} onClick={() => void withdraw(id, name)}>撤回</Button>}
          </li>
        ))}
        {reasons.map(({ item, reason, actor, at }) => (
          <li key={item} className="px-6 py-3"><Text size="small">{itemLabel(item)}：{reason}</Text><Text size="xsmall" className="text-ui-fg-subtle">{actor} {moment(at)}</Text></li>
        ))}
      </ul>
    </Section>
  )
}
