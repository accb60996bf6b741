import { Button, Input, Label, Switch, Text } from "@medusajs/ui"
import { useState } from "react"
import { post, today } from "../lib/client"
import { useSaver } from "../lib/saver"
import { SmallForm } from "../spending/small-form"

interface ReceivingProps { organisationId: string; secondSignature: boolean; onSaved: () => unknown }

/** Whether goods count as accepted once one member signed, or two; and what was signed, to be handed on. */
export function Receiving({ organisationId, secondSignature, onSaved }: ReceivingProps) {
  const [second, setSecond] = useState(secondSignature)
  const saver = useSaver(() => post(`organisations/${organisationId}/acceptance-rule`, { second_signature: second }), "已保存", onSaved)
  return (
    <SmallForm title="验收复核" button="保存" saver={saver}>
      <div className="flex items-center gap-x-3">
        <Switch id="second-signature" checked={second} onCheckedChange={setSecond} />
        <Label htmlFor="second-signature" size="small">验收须由第二人复核签字</Label>
      </div>
      <Text size="small" className="text-ui-fg-subtle">打开后，登记验收的人之外，再由一位验收或审批人员复核，货物才算验收。</Text>
    </SmallForm>
  )
}

/** Both forms, statements, invoices, signed notes and pictures of a reporting period, as one file. */
export function EvidenceDownload({ organisationId }: { organisationId: string }) {
  const [period, setPeriod] = useState(today().slice(0, 7))
  return (
    <div className="flex flex-col gap-y-4">
      <Text weight="plus">证明材料</Text>
      <Label htmlFor="evidence-period" size="small">报送期间</Label>
      <Input id="evidence-period" type="month" value={period} onChange={({ target }) => target.value && setPeriod(target.value)} />
      <Button size="small" variant="secondary" className="self-start" asChild><a href={`/admin/institution/organisations/${organisationId}/evidence?period=${period}`} download>下载（ZIP）</a></Button>
    </div>
  )
}
