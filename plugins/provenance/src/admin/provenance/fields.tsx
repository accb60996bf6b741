import { Button, Drawer, Input, Label, Select, toast } from "@medusajs/ui"
import { useQueryClient } from "@tanstack/react-query"
import { type FormEvent, type ReactNode, useState } from "react"

export function Field({ label, htmlFor, hint, children }: { label: string; htmlFor?: string; hint?: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-y-1.5">
      <Label htmlFor={htmlFor} size="small" weight="plus">{label}</Label>
      {children}
      {hint && <span className="txt-small text-ui-fg-subtle">{hint}</span>}
    </div>
  )
}

interface TextProps { id: string; label: string; value: string; onChange: (value: string) => void; hint?: string; type?: "text" | "date"; required?: boolean }

export function TextField({ id, label, value, onChange, hint, type = "text", required = true }: TextProps) {
  return (
    <Field label={label} htmlFor={id} hint={hint}>
      <Input id={id} type={type} value={value} aria-required={required} onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}

interface ChoiceProps<T extends string> { id: string; label: string; value: T | ""; options: [T, string][]; onChange: (value: T) => void; placeholder?: string; disabled?: boolean }

export function ChoiceField<T extends string>({ id, label, value, options, onChange, placeholder = "请选择", disabled }: ChoiceProps<T>) {
  return (
    <Field label={label} htmlFor={id}>
      <Select value={value} onValueChange={(chosen) => onChange(chosen as T)} disabled={disabled}>
        <Select.Trigger id={id}><Select.Value placeholder={placeholder} /></Select.Trigger>
        <Select.Content>
          {options.map(([key, text]) => <Select.Item key={key} value={key}>{text}</Select.Item>)}
        </Select.Content>
      </Select>
    </Field>
  )
}

interface FormDrawerProps { title: string; trigger: string; ready: boolean; productId: string; onSave: () => Promise<unknown>; children: ReactNode }

/** A drawer with a form: saves, says in Chinese what went wrong, refreshes the page's dossier. */
export function FormDrawer({ title, trigger, ready, productId, onSave, children }: FormDrawerProps) {
  const [open, setOpen] = useState(false)
  const [saving, setSaving] = useState(false)
  const queries = useQueryClient()
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setSaving(true)
    try {
      await onSave()
      await queries.invalidateQueries({ queryKey: ["provenance", productId] })
      toast.success("已保存")
      setOpen(false)
    } catch (error) {
      toast.error("没有保存", { description: error instanceof Error ? error.message : "请稍后再试" })
    } finally {
      setSaving(false)
    }
  }
  return (
    <Drawer open={open} onOpenChange={setOpen}>
      <Drawer.Trigger asChild><Button size="small" variant="secondary">{trigger}</Button></Drawer.Trigger>
      <Drawer.Content aria-describedby={undefined}>
        <form onSubmit={submit} className="flex h-full flex-col overflow-hidden">
          <Drawer.Header><Drawer.Title>{title}</Drawer.Title></Drawer.Header>
          <Drawer.Body className="flex flex-1 flex-col gap-y-5 overflow-y-auto">{children}</Drawer.Body>
          <Drawer.Footer>
            <Drawer.Close asChild><Button variant="secondary" size="small" type="button">取消</Button></Drawer.Close>
            <Button size="small" type="submit" disabled={!ready} isLoading={saving}>保存</Button>
          </Drawer.Footer>
        </form>
      </Drawer.Content>
    </Drawer>
  )
}
