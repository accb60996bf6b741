import { Label, Select } from "@medusajs/ui"

/** A select knows no empty value. */
const ANY = "any"

interface ChoiceProps { id: string; label: string; value: string; /** What an empty value is called. */ any: string; options: Record<string, string>; onChange: (value: string) => void }

/** One of several, or none of them. */
export function Choice({ id, label, value, any, options, onChange }: ChoiceProps) {
  return (
    <div className="flex w-36 flex-col gap-y-1">
      <Label htmlFor={id} size="small" weight="plus">{label}</Label>
      <Select value={value || ANY} onValueChange={(chosen) => onChange(chosen === ANY ? "" : chosen)}>
        <Select.Trigger id={id}><Select.Value /></Select.Trigger>
        <Select.Content>{Object.entries({ [ANY]: any, ...options }).map(([key, text]) => <Select.Item key={key} value={key}>{text}</Select.Item>)}</Select.Content>
      </Select>
    </div>
  )
}
