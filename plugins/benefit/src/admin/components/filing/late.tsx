import type { FilingDetail, JournalKind } from "@fupin/contract/schemas"
import { Badge, Table, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { JOURNAL, moment, yuan } from "../../lib/labels"
import { WHY } from "./labels"
import { Section } from "./section"

const LINK = "text-ui-fg-interactive hover:text-ui-fg-interactive-hover"

/** What belongs to a month that was filed before, with the filing it refers to. */
export function Late({ late }: { late: FilingDetail["late"] }) {
  if (late.length === 0) return null
  return (
    <Section title="补报与冲回上期" note="已受理的填报不再改动；其后发生的，列入本期并注明原填报">
      <div className="overflow-x-auto whitespace-nowrap">
        <Table>
          <Table.Header><Table.Row>{["类别", "发生时间", "订单", "事由", "原填报"].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}<Table.HeaderCell className="text-right">金额</Table.HeaderCell></Table.Row></Table.Header>
          <Table.Body>
            {late.map(({ journal_id, why, event_at, order_id, order_number, kind, filing_id, period, amount_fen }) => (
              <Table.Row key={journal_id}>
                <Table.Cell><Badge size="2xsmall" color={why === "late" ? "blue" : "orange"}>{WHY[why]}</Badge></Table.Cell>
                <Table.Cell><Text size="small">{moment(event_at)}</Text></Table.Cell>
                <Table.Cell>{order_id ? <Link to={`/orders/${order_id}`} className={LINK}>#{order_number ?? order_id.slice(-8)}</Link> : "—"}</Table.Cell>
                <Table.Cell>{JOURNAL[kind as JournalKind]}</Table.Cell>
                <Table.Cell>{filing_id ? <Link to={`/filings?filing=${filing_id}`} className={LINK}>{period}</Link> : period}</Table.Cell>
                <Table.Cell className="text-right tabular-nums">{yuan(amount_fen)}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </div>
    </Section>
  )
}
