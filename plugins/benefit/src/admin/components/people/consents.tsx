import type { HouseholdRecord } from "@fupin/contract/schemas"
import { Button, Text, usePrompt } from "@medusajs/ui"
import { useState } from "react"
import { today } from "../../lib/labels"
import { Field } from "../field"
import { Section } from "./section"
import { useAct } from "./use-act"

/** Written consents to be named in public: recorded with their proof, withdrawn, never changed. */
export function Consents({ id, record, onChange }: { id: string; record: HouseholdRecord; onChange: () => void }) {
  const [given_on, setDay] = useState(today())
  const [evidence, setEvidence] = useState("")
  const { act, isActing } = useAct(onChange)
  const prompt = usePrompt()
  const open = record.consents.find(({ withdrawn_on }) => withdrawn_on === null)
  const withdraw = async () => {
    const isSure = await prompt({ title: "撤回公开姓名的同意？", description: "撤回后，回执和公开页面立即不再显示姓名。", confirmText: "撤回", cancelText: "取消" })
    if (isSure) await act(`benefit/households/${id}/consents/withdraw`, {}, "已撤回")
  }
  return (
    <Section title="姓名公开同意" action={open && <Button size="small" variant="secondary" isLoading={isActing} onClick={withdraw}>撤回同意</Button>}>
      {record.consents.length === 0 && <Text size="small" className="text-ui-fg-subtle">没有同意记录，公开处一律不显示姓名。</Text>}
      {record.consents.map(({ id: consent, given_on: day, evidence: proof, recorded_by, withdrawn_on, withdrawn_by }) => (
        <Text key={consent} size="small">{day} 同意（{proof ?? "未存凭据"}，{recorded_by} 登记）{withdrawn_on && `；${withdrawn_on} 撤回（${withdrawn_by}）`}</Text>
      ))}
      {!open && !record.is_restricted && !record.is_erased && (
        <div className="flex flex-wrap items-end gap-2">
          <Field id="given_on" label="同意日期" type="date" value={given_on} onChange={setDay} />
          <div className="min-w-40 flex-1"><Field id="evidence" label="同意书编号或扫描件校验值" value={evidence} onChange={setEvidence} /></div>
          <Button size="small" variant="secondary" isLoading={isActing} disabled={evidence.trim().length < 3} onClick={() => act(`benefit/households/${id}/consents`, { given_on, evidence }, "已登记同意")}>登记同意</Button>
        </div>
      )}
    </Section>
  )
}
