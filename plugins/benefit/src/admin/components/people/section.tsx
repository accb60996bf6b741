import { Heading } from "@medusajs/ui"
import type { ReactNode } from "react"

/** A part of a drawer with its own heading and act. */
export function Section({ title, action, children }: { title: string; action?: ReactNode; children: ReactNode }) {
  return (
    <section className="flex flex-col gap-y-2">
      <div className="flex items-center justify-between gap-x-2"><Heading level="h3">{title}</Heading>{action}</div>
      {children}
    </section>
  )
}
