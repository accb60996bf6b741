import type { ErrorCode } from "@fupin/contract/codes"
import { Button, Drawer, FocusModal, Heading, Text, toast } from "@medusajs/ui"
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react"
import { type Faults, faultsOf, NO_FAULTS } from "./faults"

interface FormProps {
  title: string
  description?: string
  /** Long forms fill the screen. */
  isWide?: boolean
  saved: string
  fieldOf: Partial<Record<ErrorCode, string>>
  onSave: () => Promise<unknown>
  onClose: (isSaved: boolean) => void
  children: (faults: Record<string, string>) => ReactNode
}

/** A form that opens over its list: saves once, says beside each field what is wrong, closes when saved. */
export function FormPanel({ title, description, isWide = false, saved, fieldOf, onSave, onClose, children }: FormProps) {
  const [faults, setFaults] = useState<Faults>(NO_FAULTS)
  const [isSaving, setSaving] = useState(false)
  const form = useRef<HTMLFormElement>(null)
  useEffect(() => form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), [faults])
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    try {
      await onSave()
      toast.success(saved)
      onClose(true)
    } catch (error) {
      setFaults(faultsOf(error, fieldOf))
      setSaving(false)
    }
  }
  const Panel = isWide ? FocusModal : Drawer
  return (
    <Panel open onOpenChange={(open) => !open && onClose(false)}>
      <Panel.Content>
        <form ref={form} onSubmit={submit} noValidate className="flex h-full flex-col overflow-hidden">
          <Panel.Header>
            {isWide ? <FocusModal.Title asChild><Heading level="h2" className="mr-auto">{title}</Heading></FocusModal.Title> : <Drawer.Title>{title}</Drawer.Title>}
            {description && <Panel.Description className={isWide ? "sr-only" : "txt-small text-ui-fg-subtle"}>{description}</Panel.Description>}
          </Panel.Header>
          <Panel.Body className="flex flex-1 flex-col overflow-y-auto">
            <div className={isWide ? "mx-auto flex w-full max-w-[880px] flex-col gap-y-6 p-6" : "flex flex-col gap-y-5"}>{children(faults.fields)}</div>
          </Panel.Body>
          <Panel.Footer>
            {faults.form && <Text size="small" role="alert" className="text-ui-fg-error mr-auto">{faults.form}</Text>}
            <Button variant="secondary" type="button" className="shrink-0" onClick={() => onClose(false)}>取消</Button>
            <Button type="submit" className="shrink-0" isLoading={isSaving}>保存</Button>
          </Panel.Footer>
        </form>
      </Panel.Content>
    </Panel>
  )
}
