import { formatFen } from "@fupin/contract/money"
import type { OfficeGroupBuy, OfficeGroupBuyPart } from "@fupin/contract/schemas"
import { Drawer, Table, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { get } from "../lib/client"
import { ListState } from "../lib/states"
import { PART_STATES } from "./labels"

/** Who takes part, what was paid and given back; what a person must look at stands first in words. */
export function PartsDrawer({ group, onClose }: { group: OfficeGroupBuy; onClose: () => void }) {
  const list = useQuery({ queryKey: ["institution", "group-buys", group.id], queryFn: () => get<{ parts: OfficeGroupBuyPart[] }>(`group-buys/${group.id}/parts`) })
  const parts = list.data?.parts ?? []
  return (
    <Drawer open onOpenChange={(open) => !open && onClose()}>
      <Drawer.Content className="max-w-2xl!">
        <Drawer.Header><Drawer.Title>{group.title}</Drawer.Title><Drawer.Description className="txt-small text-ui-fg-subtle">{group.buyers} 位买家，{group.units} 份；银行转账的退款由财务按下列金额退回。</Drawer.Description></Drawer.Header>
        <Drawer.Body className="overflow-auto p-0">
          <ListState query={list} isEmpty={parts.length === 0} empty="还没有人参团。">
            <Table>
              <Table.Header><Table.Row>{["订单", "份数", "状态", "已付", "已退"].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
              <Table.Body>
                {parts.map((part) => (
                  <Table.Row key={part.id}>
                    <Table.Cell className="py-2"><a href={`/app/orders/${part.order_id}`} className="txt-small text-ui-fg-interactive">#{part.display_id}</a>{part.organisation_name && <Text size="small" className="text-ui-fg-subtle">{part.organisation_name}</Text>}</Table.Cell>
                    <Table.Cell className="tabular-nums">{part.quantity}</Table.Cell>
                    <Table.Cell className="whitespace-normal"><Text size="small">{PART_STATES[part.state]}</Text>{part.problem && <Text size="small" className="text-ui-fg-error">{part.problem}</Text>}</Table.Cell>
                    <Table.Cell className="tabular-nums">¥{formatFen(part.paid_fen)}</Table.Cell>
                    <Table.Cell className="tabular-nums">¥{formatFen(part.refunded_fen)}{part.by_transfer && part.refunded_fen > 0 && <Text size="small" className="text-ui-fg-subtle">转账退回</Text>}</Table.Cell>
                  </Table.Row>
                ))}
              </Table.Body>
            </Table>
          </ListState>
        </Drawer.Body>
      </Drawer.Content>
    </Drawer>
  )
}
