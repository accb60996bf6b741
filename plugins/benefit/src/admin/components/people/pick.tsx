import { Label, Select } from "@medusajs/ui"

/** One of several, always one. */
export function Pick<Key extends string>({ id, label, value, options, onChange }: { id: string; label: string; value: Key; options: Record<Key, string>; onChange: (value: Key) => void }) {
  return (
    <div className="flex flex-col gap-y-1">
      <Label htmlFor={id} size="small" weight="plus">{label}</Label>
      <Select value={value} onValueChange={(chosen) => onChange(chosen as Key)}>
        <Select.Trigger id={id}><Select.Value /></Select.Trigger>
        <Select.Content>{(Object.entries(options) as [Key, string][]).map(([key, text]) => <Select.Item key={key} value={key}>{text}</Select.Item>)}</Select.Content>
      </Select>
    </div>
  )
}
