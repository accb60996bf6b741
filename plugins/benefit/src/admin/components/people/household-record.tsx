import type { HouseholdRecord, MaskedHousehold } from "@fupin/contract/schemas"
import { Badge, Button, Drawer, Skeleton, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { ask } from "../../lib/ask"
import { Consents } from "./consents"
import { Erasure } from "./erasure"
import { END, HOUSEHOLD_STATE, SUCCESSION } from "./labels"
import { Section } from "./section"

/** What happened to one household: where it lived, who stands in for whom, what it agreed to and asked for. */
export function HouseholdRecordDrawer({ household, onDone }: { household: MaskedHousehold; onDone: () => void }) {
  const client = useQueryClient()
  const key = ["household-record", household.id]
  const { data: record, error, refetch } = useQuery({ queryKey: key, queryFn: () => ask<HouseholdRecord>(`benefit/households/${household.id}/record`) })
  const changed = () => { void client.invalidateQueries({ queryKey: key }); void client.invalidateQueries({ queryKey: ["households"] }) }
  return (
    <Drawer open onOpenChange={(open) => !open && onDone()}>
      <Drawer.Content aria-describedby={undefined}>
        <Drawer.Header><Drawer.Title>{household.code} 档案</Drawer.Title></Drawer.Header>
        <Drawer.Body className="flex flex-col gap-y-6 overflow-y-auto">
          {error && <div role="alert" className="flex items-center justify-between gap-4"><Text size="small" className="text-ui-fg-error">{error.message}</Text><Button size="small" variant="secondary" onClick={() => refetch()}>重试</Button></div>}
          {!record && !error && <div role="status" aria-label="正在读取" className="flex flex-col gap-y-3">{[0, 1, 2].map((row) => <Skeleton key={row} className="h-6 w-full" />)}</div>}
          {record && <>
            <Text size="small">{household.name}　{household.place} <Badge size="2xsmall" color={household.state === "present" ? "green" : "orange"}>{HOUSEHOLD_STATE[household.state]}</Badge>{record.ended_on && record.end_reason && `　${record.ended_on} ${END[record.end_reason]}`}</Text>
            {household.kind === "household" && <Consents id={household.id} record={record} onChange={changed} />}
            {household.kind === "household" && <Erasure id={household.id} record={record} onChange={changed} />}
            {record.residences.length > 0 && <Section title="迁移">{record.residences.map(({ since, place, region_code }) => <Text key={since} size="small">{since === "0001-01-01" ? "原住" : `${since} 起`} {place || region_code}</Text>)}</Section>}
            {record.successions.length > 0 && <Section title="承接关系">{record.successions.map(({ household: from, successor, from: day, reason }) => (
              <Text key={`${from.id} ${day}`} size="small">{day} 起 {from.code} {from.name} 由 {successor.code} {successor.name} 承接（{SUCCESSION[reason]}）</Text>
            ))}</Section>}
          </>}
        </Drawer.Body>
        <Drawer.Footer><Button variant="secondary" onClick={onDone}>关闭</Button></Drawer.Footer>
      </Drawer.Content>
    </Drawer>
  )
}
