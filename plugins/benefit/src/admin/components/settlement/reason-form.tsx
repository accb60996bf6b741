import { Button, Drawer, Text } from "@medusajs/ui"
import { useState } from "react"
import { Field } from "../field"

interface ReasonFormProps { title: string; explains: string; hint: string; action: string; isBusy: boolean; onDone: () => void; onReason: (reason: string) => void }

/** Something that is only done for a reason that says something. */
export function ReasonForm({ title, explains, hint, action, isBusy, onDone, onReason }: ReasonFormProps) {
  const [reason, setReason] = useState("")
  return (
    <Drawer open onOpenChange={(open) => !open && onDone()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header><Drawer.Title>{title}</Drawer.Title></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-4">
          <Text size="small" className="text-ui-fg-subtle">{explains}</Text>
          <Field id="reason" label="事由" value={reason} hint={`至少四个字，如：${hint}`} required onChange={setReason} />
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={onDone}>返回</Button>
          <Button disabled={reason.trim().length < 4} isLoading={isBusy} onClick={() => onReason(reason.trim())}>{action}</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
