import type { ComponentProps, ReactNode } from "react"
import { cx } from "./cx"
import { Icon } from "./icon"

const CONTROL =
  "w-full min-h-12 rounded-md border border-line-strong bg-white px-3.5 py-2.5 text-base text-ink transition-colors " +
  "hover:border-ink aria-invalid:border-vermilion aria-invalid:bg-vermilion-wash disabled:bg-paper-deep disabled:text-ink-faint"

interface FieldProps {
  /** The control's id; hint and error get `${id}-hint` and `${id}-error`. */
  id: string
  label: ReactNode
  hint?: ReactNode
  error?: string | null
  /** Shown after the label, for what may be left empty. */
  optional?: boolean
  className?: string
  children: ReactNode
}

/** Label, control, hint and error, in reading order. Give the control `describedBy(id, …)` and `aria-invalid`. */
export function Field({ id, label, hint, error, optional, className, children }: FieldProps) {
  return (
    <div className={cx("grid gap-1.5", className)}>
      <label htmlFor={id} className="text-sm font-semibold">
        {label}
        {optional && <span className="ml-1.5 font-normal text-ink-faint">（可不填）</span>}
      </label>
      {children}
      {hint && <p id={`${id}-hint`} className="text-xs text-ink-soft">{hint}</p>}
      {error && (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-sm text-vermilion-deep">
          <Icon name="warning" className="mt-1" />
          {error}
        </p>
      )}
    </div>
  )
}

/** What `aria-describedby` should name. */
export function describedBy(id: string, { hint, error }: { hint?: unknown; error?: unknown }): string | undefined {
  return [error ? `${id}-error` : null, hint ? `${id}-hint` : null].filter(Boolean).join(" ") || undefined
}

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input className={cx(CONTROL, className)} {...rest} />
}

export function Textarea({ className, ...rest }: ComponentProps<"textarea">) {
  return <textarea className={cx(CONTROL, "min-h-28", className)} {...rest} />
}

export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <span className="relative block">
      <select className={cx(CONTROL, "appearance-none pr-10", className)} {...rest}>
        {children}
      </select>
      <Icon name="down" className="pointer-events-none absolute right-3 top-1/2 -translate-y-1/2 text-ink-soft" />
    </span>
  )
}

/** A field set whose legend is read with each choice. */
export function ChoiceGroup({ legend, children, className }: { legend: ReactNode; children: ReactNode; className?: string }) {
  return (
    <fieldset className={cx("grid gap-2.5", className)}>
      <legend className="mb-2 text-sm font-semibold">{legend}</legend>
      {children}
    </fieldset>
  )
}

interface ChoiceProps extends Omit<ComponentProps<"input">, "children"> {
  kind?: "radio" | "checkbox"
  children: ReactNode
  note?: ReactNode
}

/** One choice as a large card: a radio button or a box with its words. */
export function Choice({ kind = "radio", children, note, className, ...rest }: ChoiceProps) {
  return (
    <label className={cx("flex min-h-12 items-start gap-3 rounded-md border border-line-strong bg-white px-4 py-3 has-checked:border-vermilion has-checked:bg-vermilion-wash has-focus-visible:outline-3 has-focus-visible:outline-offset-2 has-focus-visible:outline-vermilion has-disabled:opacity-55", className)}>
      <input type={kind} className="mt-1.5 size-4 shrink-0 accent-vermilion focus-visible:outline-none" {...rest} />
      <span className="grid flex-1">
        <span className="font-medium">{children}</span>
        {note && <span className="text-sm text-ink-soft">{note}</span>}
      </span>
    </label>
  )
}
