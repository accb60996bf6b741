import { formatFen } from "@fupin/contract/money"
import type { Occurrence } from "@fupin/contract/schemas"
import { Button, StatusBadge, Table, Text } from "@medusajs/ui"
import { useState } from "react"
import { AcceptanceDrawer } from "./acceptance-drawer"
import { STATE_COLOURS, STATES } from "./labels"

/** A day's deliveries: for whom, how far, what for, and why not where not. */
export const Deliveries = ({ occurrences }: { occurrences: Occurrence[] }) => {
  const [shown, setShown] = useState<Occurrence | null>(null)
  if (occurrences.length === 0) return <Text className="text-ui-fg-subtle px-6 py-8 text-center">这一天没有配送。</Text>
  return (
    <>
      <div className="overflow-x-auto whitespace-nowrap">
        <Table>
          <Table.Header>
            <Table.Row>
              {["采购单位", "定向认购", "状态", "金额", "预计受益", "说明", ""].map((title) => <Table.HeaderCell key={title}>{title}</Table.HeaderCell>)}
            </Table.Row>
          </Table.Header>
          <Table.Body>
            {occurrences.map((one) => (
              <Table.Row key={one.id}>
                <Table.Cell>{one.organisation_name}</Table.Cell>
                <Table.Cell>{one.standing_order_name}</Table.Cell>
                <Table.Cell><StatusBadge color={STATE_COLOURS[one.state]}>{STATES[one.state]}</StatusBadge></Table.Cell>
                <Table.Cell>¥{formatFen(one.total_fen)}</Table.Cell>
                <Table.Cell>¥{formatFen(one.expected_benefit_fen)} · {one.households} 户</Table.Cell>
                <Table.Cell className="text-ui-fg-subtle">{one.error ?? "—"}</Table.Cell>
                <Table.Cell className="text-right">{one.order_ids.length > 0 && <Button size="small" variant="transparent" aria-label={`${one.organisation_name}的验收`} onClick={() => setShown(one)}>送货与验收</Button>}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      {shown && <AcceptanceDrawer occurrence={shown} onClose={() => setShown(null)} />}
    </>
  )
}
