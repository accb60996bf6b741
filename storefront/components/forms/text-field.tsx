import type { ComponentProps, ReactNode } from "react"
import { describedBy, Field, Input } from "@/components/ui"
import type { FormState } from "@/lib/forms/form-state"

interface TextFieldProps extends Omit<ComponentProps<typeof Input>, "name"> {
  name: string
  label: string
  state: FormState
  /** What stands there before anything was typed. */
  initial?: string
  hint?: ReactNode
  optional?: boolean
  fieldClass?: string
}

/** One line of text with its label, hint and error; what was typed stays. `id` where a page has several of the name. */
export function TextField({ name, label, state, initial = "", hint, optional, fieldClass, id = name, ...rest }: TextFieldProps) {
  const error = state.errors[name]
  return (
    <Field id={id} label={label} hint={hint} error={error} optional={optional} className={fieldClass}>
      <Input id={id} name={name} defaultValue={state.values[name] ?? initial} required={!optional} aria-invalid={error ? true : undefined} aria-describedby={describedBy(id, { hint, error })} {...rest} />
    </Field>
  )
}
