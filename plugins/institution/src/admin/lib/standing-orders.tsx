import type { StandingOrder } from "@fupin/contract/schemas"
import { formatFen } from "@fupin/contract/money"
import { Container, Heading, StatusBadge, Table } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { get } from "./client"
import { weekdaysText } from "./fields"
import { ListState } from "./states"

const PLAN_STATES = { upcoming: "未开始", active: "配送中", paused: "暂停", ended: "已结束" }

/** What stands: each standing order with its days and its next delivery. */
export const StandingOrders = () => {
  const list = useQuery({ queryKey: ["institution", "standing-orders"], queryFn: () => get<{ standing_orders: StandingOrder[] }>("standing-orders") })
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">在执行的定向认购</Heading>
      <ListState query={list} isEmpty={list.data?.standing_orders.length === 0} empty="还没有定向认购。">
        <Table>
          <Table.Header><Table.Row>{["名称", "协议", "配送日", "金额", "下次配送", "状态"].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>
            {list.data?.standing_orders.map(({ id, name, agreement_number, weekdays, state, next_delivery, total_fen }) => (
              <Table.Row key={id}>
                <Table.Cell>{name}</Table.Cell>
                <Table.Cell className="text-ui-fg-subtle">{agreement_number}</Table.Cell>
                <Table.Cell>{weekdaysText(weekdays)}</Table.Cell>
                <Table.Cell>¥{formatFen(total_fen)}</Table.Cell>
                <Table.Cell>{next_delivery ?? "—"}</Table.Cell>
                <Table.Cell><StatusBadge color={state === "active" ? "green" : "grey"}>{PLAN_STATES[state]}</StatusBadge></Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListState>
    </Container>
  )
}
