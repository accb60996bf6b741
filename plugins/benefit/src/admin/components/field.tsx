import { Input, Label } from "@medusajs/ui"

interface FieldProps {
  id: string
  label: string
  value: string
  hint?: string
  type?: string
  required?: boolean
  onChange: (value: string) => void
}

export function Field({ id, label, value, hint, type = "text", required = false, onChange }: FieldProps) {
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id} size="small" weight="plus">{label}{required ? " *" : ""}</Label>
      <Input id={id} type={type} value={value} placeholder={hint} aria-required={required} autoComplete="off" onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}
