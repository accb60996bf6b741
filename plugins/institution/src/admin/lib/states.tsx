import { Button, Skeleton, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { messageOf } from "./client"

interface StateProps { query: { data: unknown; error: Error | null; refetch: () => unknown }; isEmpty: boolean; empty: ReactNode; children: ReactNode }

/** A list while it is read, when it could not be, when nothing is in it, and as it is. */
export function ListState({ query, isEmpty, empty, children }: StateProps) {
  if (query.error) {
    return (
      <div role="alert" className="flex items-center justify-between gap-4 px-6 py-4">
        <Text size="small" className="text-ui-fg-error">{messageOf(query.error)}</Text>
        <Button size="small" variant="secondary" onClick={() => query.refetch()}>重试</Button>
      </div>
    )
  }
  if (query.data === undefined) {
    return <div role="status" aria-label="正在读取" className="flex flex-col gap-y-3 px-6 py-4">{[0, 1, 2].map((row) => <Skeleton key={row} className="h-6 w-full" />)}</div>
  }
  if (isEmpty) return <Text size="small" className="text-ui-fg-subtle px-6 py-10 text-center">{empty}</Text>
  return <div className="overflow-x-auto whitespace-nowrap">{children}</div>
}
