import type { Organisation, StandingOrder } from "@fupin/contract/schemas"
import { formatFen } from "@fupin/contract/money"
import { Button, Container, Heading, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { get, messageOf, post } from "./client"
import { KINDS } from "./labels"

const PLAN_STATES = { upcoming: "未开始", active: "配送中", paused: "暂停", ended: "已结束" }
const WEEKDAYS = "一二三四五六日"

/** The organisations of the staff member's regions; unverified ones can be verified here. */
export const Organisations = () => {
  const client = useQueryClient()
  const list = useQuery({ queryKey: ["institution", "organisations"], queryFn: () => get<{ organisations: Organisation[] }>("organisations") })
  const verify = useMutation({
    mutationFn: (id: string) => post(`organisations/${id}/verify`),
    onSuccess: () => client.invalidateQueries({ queryKey: ["institution", "organisations"] }),
    onError: (error) => toast.error("核验未成功", { description: messageOf(error) }),
  })
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">采购单位</Heading>
      {list.isError && <Text className="text-ui-fg-error px-6 py-4">{messageOf(list.error)}</Text>}
      {list.data?.organisations.length === 0 && <Text className="text-ui-fg-subtle px-6 py-8 text-center">您负责的区划内还没有采购单位。</Text>}
      <Table>
        <Table.Body>
          {list.data?.organisations.map(({ id, name, kind, uscc, region_code, verified_at }) => (
            <Table.Row key={id}>
              <Table.Cell>{name}</Table.Cell>
              <Table.Cell>{KINDS[kind]}</Table.Cell>
              <Table.Cell className="text-ui-fg-subtle">{uscc}</Table.Cell>
              <Table.Cell className="text-ui-fg-subtle">{region_code}</Table.Cell>
              <Table.Cell className="text-right">
                {verified_at ? <StatusBadge color="green">已核验</StatusBadge> : <Button size="small" variant="secondary" isLoading={verify.isPending} onClick={() => verify.mutate(id)}>核验通过</Button>}
              </Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Container>
  )
}

/** What stands: each standing order with its days and its next delivery. */
export const StandingOrders = () => {
  const list = useQuery({ queryKey: ["institution", "standing-orders"], queryFn: () => get<{ standing_orders: StandingOrder[] }>("standing-orders") })
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">定向认购</Heading>
      {list.isError && <Text className="text-ui-fg-error px-6 py-4">{messageOf(list.error)}</Text>}
      {list.data?.standing_orders.length === 0 && <Text className="text-ui-fg-subtle px-6 py-8 text-center">还没有定向认购。</Text>}
      <Table>
        <Table.Body>
          {list.data?.standing_orders.map(({ id, name, agreement_number, weekdays, state, next_delivery, total_fen }) => (
            <Table.Row key={id}>
              <Table.Cell>{name}</Table.Cell>
              <Table.Cell className="text-ui-fg-subtle">{agreement_number}</Table.Cell>
              <Table.Cell>{weekdays.map((day) => `周${WEEKDAYS[day - 1]}`).join("、")}</Table.Cell>
              <Table.Cell>每次 ¥{formatFen(total_fen)}</Table.Cell>
              <Table.Cell>{next_delivery ? `下次 ${next_delivery}` : "—"}</Table.Cell>
              <Table.Cell className="text-right"><StatusBadge color={state === "active" ? "green" : "grey"}>{PLAN_STATES[state]}</StatusBadge></Table.Cell>
            </Table.Row>
          ))}
        </Table.Body>
      </Table>
    </Container>
  )
}
