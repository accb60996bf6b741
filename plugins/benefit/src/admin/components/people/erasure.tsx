import type { HouseholdRecord } from "@fupin/contract/schemas"
import { Button, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { Field } from "../field"
import { ERASURE } from "./labels"
import { Section } from "./section"
import { useAct } from "./use-act"

/** 个人信息删除申请: asked for, taken back or refused; what was done stays written. */
export function Erasure({ id, record, onChange }: { id: string; record: HouseholdRecord; onChange: () => void }) {
  const [reason, setReason] = useState("")
  const { act, isActing } = useAct(() => { setReason(""); onChange() })
  const prompt = usePrompt()
  const request = async () => {
    const isSure = await prompt({
      title: "登记个人信息删除申请？", confirmText: "登记申请", cancelText: "取消",
      description: `登记后立即停止使用该户个人信息（不公开姓名、不能查看、不能新加入协议），凭证保存至 ${record.retention_ends_on} 届满后删除身份信息，金额与编号保留。`,
    })
    if (isSure) await act(`benefit/households/${id}/erasure`, { reason }, "已登记申请，个人信息已限制使用")
  }
  const end = async (outcome: "withdrawn" | "refused") => {
    const isSure = await prompt({ title: outcome === "withdrawn" ? "登记申请撤回？" : "不予同意该申请？", description: "该户个人信息将恢复使用，处理过程留痕。", confirmText: "确定", cancelText: "取消" })
    if (isSure) await act(`benefit/households/${id}/erasure/end`, { outcome, reason }, "已登记，恢复使用")
  }
  const hasReason = reason.trim().length >= 4
  return (
    <Section title="个人信息删除">
      {record.erasure.map(({ request_id, kind, on, actor, reason: said, retention_ends_on }) => (
        <Text key={`${request_id} ${kind}`} size="small">{on} {ERASURE[kind]}：{said}（{actor}；凭证保存至 {retention_ends_on}）</Text>
      ))}
      {record.is_erased ? <Text size="small" className="text-ui-fg-subtle">身份信息已删除，金额与编号保留。</Text> : (
        <div className="flex flex-wrap items-end gap-2">
          <div className="min-w-40 flex-1"><Field id="erasure-reason" label="事由" hint="至少四个字" value={reason} onChange={setReason} /></div>
          {record.is_restricted
            ? <>
              <Button size="small" variant="secondary" isLoading={isActing} disabled={!hasReason} onClick={() => end("withdrawn")}>申请撤回</Button>
              <Button size="small" variant="secondary" isLoading={isActing} disabled={!hasReason} onClick={() => end("refused")}>不予同意</Button>
            </>
            : <Button size="small" variant="danger" isLoading={isActing} disabled={!hasReason} onClick={request}>登记删除申请</Button>}
        </div>
      )}
    </Section>
  )
}
