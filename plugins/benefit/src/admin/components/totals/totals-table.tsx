import type { BenefitTotals, TotalsBy, TotalsRow } from "@fupin/contract/schemas"
import { Table } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { yuan } from "../../lib/labels"

/** The filter of the ledger's entries that a heading's row stands for. */
const FILTER: Partial<Record<TotalsBy, string>> = { month: "period", region: "region", producer: "producer_id", product: "product_id", organisation: "organisation_id", source: "source" }

interface TotalsTableProps { totals: BenefitTotals; heading: string; period: string; onRegion: (code: string) => void }

/** Benefit by stage beside sales; a row leads to its entries, and a division to what lies in it. */
export function TotalsTable({ totals: { by, grain, rows, sum }, heading, period, onRegion }: TotalsTableProps) {
  const [hasHouseholds, hasSales] = [sum.households !== null, sum.sales_fen !== null]
  const isOpen = by === "region" && grain !== "village"
  return (
    <div className="overflow-x-auto whitespace-nowrap">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{heading}</Table.HeaderCell>
            {hasHouseholds && <Table.HeaderCell className="text-right">户数</Table.HeaderCell>}
            {hasSales && <Table.HeaderCell className="text-right">销售额</Table.HeaderCell>}
            {["预提", "应付", "已兑付", "合计受益"].map((text) => <Table.HeaderCell key={text} className="text-right">{text}</Table.HeaderCell>)}
            <Table.HeaderCell className="print:hidden" />
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {rows.map((row) => (
            <Table.Row key={row.key}>
              <Table.Cell>{isOpen ? <button type="button" className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover" onClick={() => onRegion(row.key)}>{row.name}</button> : row.name}</Table.Cell>
              <Figures row={row} hasHouseholds={hasHouseholds} hasSales={hasSales} />
              <Table.Cell className="print:hidden">{FILTER[by] && row.key !== "" && <Link className="text-ui-fg-interactive hover:text-ui-fg-interactive-hover" to={`/ledger?${new URLSearchParams({ period: by === "month" ? row.key : period, [FILTER[by]!]: row.key })}`}>分录</Link>}</Table.Cell>
            </Table.Row>
          ))}
          <Table.Row className="font-medium"><Table.Cell>{sum.name}</Table.Cell><Figures row={sum} hasHouseholds={hasHouseholds} hasSales={hasSales} /><Table.Cell className="print:hidden" /></Table.Row>
        </Table.Body>
      </Table>
    </div>
  )
}

function Figures({ row, hasHouseholds, hasSales }: { row: TotalsRow; hasHouseholds: boolean; hasSales: boolean }) {
  return (
    <>
      {hasHouseholds && <Table.Cell className="text-right tabular-nums">{row.households}</Table.Cell>}
      {hasSales && <Table.Cell className="text-right tabular-nums">{yuan(row.sales_fen ?? 0)}</Table.Cell>}
      {[row.provisional_fen, row.payable_fen, row.settled_fen, row.total_fen].map((fen, place) => <Table.Cell key={place} className={`text-right tabular-nums ${fen < 0 ? "text-ui-fg-error" : ""}`}>{yuan(fen)}</Table.Cell>)}
    </>
  )
}
