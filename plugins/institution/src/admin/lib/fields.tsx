import { Input, Label, Select } from "@medusajs/ui"
import type { ReactNode } from "react"

interface FieldProps { id: string; label: string; hint?: string; fault?: string; children: ReactNode }

/** A label, its control, and below it what is wrong, or else a hint. */
export function Field({ id, label, hint, fault, children }: FieldProps) {
  const said = fault ?? hint
  return (
    <div className="flex flex-col gap-y-1.5">
      <Label htmlFor={id} size="small" weight="plus">{label}</Label>
      {children}
      {said && <span id={`${id}-said`} role={fault ? "alert" : undefined} className={fault ? "txt-small text-ui-fg-error" : "txt-small text-ui-fg-subtle"}>{said}</span>}
    </div>
  )
}

interface TextProps extends Omit<FieldProps, "children"> { value: string; type?: "text" | "date" | "datetime-local" | "email" | "number"; disabled?: boolean; onChange: (value: string) => void }

export function TextField({ value, type = "text", disabled, onChange, ...field }: TextProps) {
  const { id, hint, fault } = field
  return (
    <Field {...field}>
      <Input id={id} type={type} value={value} disabled={disabled} autoComplete="off" aria-invalid={fault !== undefined} aria-describedby={fault ?? hint ? `${id}-said` : undefined} onChange={(event) => onChange(event.target.value)} />
    </Field>
  )
}

interface ChoiceProps extends Omit<FieldProps, "children"> { value: string; options: (readonly [string, string])[]; disabled?: boolean; onChange: (value: string) => void }

export function ChoiceField({ value, options, disabled, onChange, ...field }: ChoiceProps) {
  const { id, fault } = field
  return (
    <Field {...field}>
      <Select value={value} onValueChange={onChange} disabled={disabled}>
        <Select.Trigger id={id} aria-invalid={fault !== undefined}><Select.Value placeholder="请选择" /></Select.Trigger>
        <Select.Content>{options.map(([key, text]) => <Select.Item key={key} value={key}>{text}</Select.Item>)}</Select.Content>
      </Select>
    </Field>
  )
}

const WEEKDAYS = "一二三四五六日"
export const weekdaysText = (days: number[]): string => (days.length === 7 ? "每天" : [...days].sort().map((day) => `周${WEEKDAYS[day - 1]}`).join("、"))

/** The days of the week, each switched on or off. */
export function WeekdayField({ value, fault, onChange }: { value: number[]; fault?: string; onChange: (days: number[]) => void }) {
  const toggled = (day: number) => (value.includes(day) ? value.filter((one) => one !== day) : [...value, day].sort())
  return (
    <fieldset className="flex flex-col gap-y-1.5">
      <legend className="txt-compact-small-plus mb-1.5">配送日</legend>
      <div className="flex flex-wrap gap-2">
        {[1, 2, 3, 4, 5, 6, 7].map((day) => (
          <button key={day} type="button" aria-pressed={value.includes(day)} onClick={() => onChange(toggled(day))}
            className="border-ui-border-base txt-compact-small focus-visible:shadow-borders-focus aria-pressed:bg-ui-bg-interactive aria-pressed:text-ui-fg-on-color h-8 rounded-md border px-3 outline-none">
            周{WEEKDAYS[day - 1]}
          </button>
        ))}
      </div>
      {fault && <span role="alert" className="txt-small text-ui-fg-error">{fault}</span>}
    </fieldset>
  )
}
