import type { RollUp } from "@fupin/contract/schemas"
import { Badge, StatusBadge, Table, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { yuan } from "../../lib/labels"
import { STATE, STATE_COLOUR } from "./labels"
import { Section } from "./section"

/** How the filings of the units below add up to this one: each movement once. */
export function RolledUp({ roll_up }: { roll_up: RollUp }) {
  const { children, parts_fen, twice_fen, not_covered_fen, total_fen, ledger_fen, orders, complete } = roll_up
  return (
    <Section title="下级汇总" note={`本级 ${orders} 笔订单，每笔只计一次`} action={<Badge size="2xsmall" color={complete ? "green" : "orange"}>{complete ? "下级全部受理，与台账相符" : "下级尚未全部受理"}</Badge>}>
      <div className="overflow-x-auto whitespace-nowrap">
        <Table>
          <Table.Header><Table.Row>{["单位", "状态", "订单"].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}<Table.HeaderCell className="text-right">下级填报</Table.HeaderCell><Table.HeaderCell className="text-right">计入本级</Table.HeaderCell></Table.Row></Table.Header>
          <Table.Body>
            {children.map(({ filing_id, unit_name, state, is_late, own_fen, part_fen, orders: count }) => (
              <Table.Row key={filing_id}>
                <Table.Cell><Link to={`/filings?filing=${filing_id}`} className="text-ui-fg-interactive">{unit_name}</Link></Table.Cell>
                <Table.Cell><StatusBadge color={STATE_COLOUR[state]}>{STATE[state]}</StatusBadge>{is_late && <Badge size="2xsmall" color="red">逾期报送</Badge>}</Table.Cell>
                <Table.Cell>{count}</Table.Cell>
                <Table.Cell className="text-right tabular-nums">{yuan(own_fen)}</Table.Cell>
                <Table.Cell className="text-right tabular-nums">{yuan(part_fen)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
      <Text size="small" className="px-6 py-4 tabular-nums">下级合计 {yuan(parts_fen)} − 重复上报 {yuan(twice_fen)} + 下级未涵盖 {yuan(not_covered_fen)} = 本级 {yuan(total_fen)}{total_fen === ledger_fen ? " = 台账" : `，台账为 ${yuan(ledger_fen)}，不相符`}</Text>
    </Section>
  )
}
