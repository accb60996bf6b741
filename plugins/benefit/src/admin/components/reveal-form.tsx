import type { MaskedHousehold, Revealed } from "@fupin/contract/schemas"
import { Button, Drawer, toast } from "@medusajs/ui"
import { useState } from "react"
import { ask } from "../lib/ask"
import { FIELD } from "../lib/labels"
import { Field } from "./field"

/** Shows personal data in clear for a stated reason; who, when and why is written down. */
export function RevealForm({ household, onDone }: { household: MaskedHousehold; onDone: () => void }) {
  const [reason, setReason] = useState("")
  const [shown, setShown] = useState<Revealed | null>(null)

  async function reveal() {
    try {
      setShown(await ask<Revealed>(`benefit/households/${household.id}/reveal`, { fields: Object.keys(FIELD), reason }))
    } catch (error) {
      toast.error("不能查看", { description: error instanceof Error ? error.message : String(error) })
    }
  }

  return (
    <Drawer open onOpenChange={(open) => !open && onDone()}>
      <Drawer.Content>
        <Drawer.Header><Drawer.Title>查看 {household.code} 的完整信息</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">查看人、时间和事由都会留痕，不能删除。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4">
          <Field id="reason" label="事由" value={reason} hint="至少四个字，如：核对打款账号" required onChange={setReason} />
          {shown && (
            <dl className="grid grid-cols-[6rem_1fr] gap-y-2 text-sm">
              <dt className="text-ui-fg-subtle">户主</dt><dd>{shown.name}</dd>
              <dt className="text-ui-fg-subtle">领款人</dt><dd>{shown.payee_name}</dd>
              {(["id_number", "phone", "bank_account"] as const).map((field) => (
                <div key={field} className="contents"><dt className="text-ui-fg-subtle">{FIELD[field]}</dt><dd className="font-mono">{shown.fields[field] ?? "未登记"}</dd></div>
              ))}
            </dl>
          )}
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={onDone}>关闭</Button>
          <Button onClick={reveal} disabled={reason.trim().length < 4}>查看</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
