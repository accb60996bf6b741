import { Button, Heading, Text } from "@medusajs/ui"
import type { FormEvent, ReactNode } from "react"
import type { Faults } from "../lib/faults"

interface SmallFormProps { title: string; button: string; saver: { faults: Faults; isSaving: boolean; submit: (event: FormEvent) => unknown }; children: ReactNode }

/** Heading, fields, what is wrong with the whole, and the one button. */
export function SmallForm({ title, button, saver: { faults, isSaving, submit }, children }: SmallFormProps) {
  return (
    <form onSubmit={submit} noValidate className="flex flex-col gap-y-4">
      <Heading level="h3">{title}</Heading>
      {children}
      {faults.form && <Text size="small" role="alert" className="text-ui-fg-error">{faults.form}</Text>}
      <Button type="submit" variant="secondary" isLoading={isSaving} className="self-start">{button}</Button>
    </form>
  )
}
