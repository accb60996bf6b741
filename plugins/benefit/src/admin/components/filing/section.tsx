import { Container, Heading, Text } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A titled part of the page; `empty` is said when there is nothing in it. */
export function Section({ title, note, action, empty, children }: { title: string; note?: string; action?: ReactNode; empty?: string | false; children?: ReactNode }) {
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div><Heading level="h2">{title}</Heading>{note && <Text size="small" className="text-ui-fg-subtle">{note}</Text>}</div>
        {action}
      </div>
      {empty ? <Text size="small" className="text-ui-fg-subtle px-6 py-6">{empty}</Text> : children}
    </Container>
  )
}
