import { Button, Drawer, Label, Textarea, toast } from "@medusajs/ui"
import { useState } from "react"

interface ReasonDrawerProps { title: string; label: string; action: string; save: (text: string) => Promise<unknown>; onDone: (isSaved: boolean) => void }

/** Asks for a reason of at least four characters. */
export function ReasonDrawer({ title, label, action, save, onDone }: ReasonDrawerProps) {
  const [text, setText] = useState("")
  const [isSaving, setSaving] = useState(false)
  async function finish() {
    setSaving(true)
    try {
      await save(text.trim())
      onDone(true)
    } catch (error) {
      toast.error("没有保存", { description: error instanceof Error ? error.message : String(error) })
      setSaving(false)
    }
  }
  return (
    <Drawer open onOpenChange={(open) => !open && onDone(false)}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header><Drawer.Title>{title}</Drawer.Title></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-2">
          <Label htmlFor="reason" size="small" weight="plus">{label}</Label>
          <Textarea id="reason" rows={5} maxLength={500} value={text} placeholder="至少四个字" onChange={(event) => setText(event.target.value)} />
        </Drawer.Body>
        <Drawer.Footer>
          <Button variant="secondary" onClick={() => onDone(false)}>取消</Button>
          <Button disabled={text.trim().length < 4} isLoading={isSaving} onClick={() => void finish()}>{action}</Button>
        </Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
