import type { LedgerEntry } from "@fupin/contract/schemas"
import { StatusBadge, Table, Text } from "@medusajs/ui"
import { Link } from "react-router-dom"
import { JOURNAL, moment, STAGE, yuan } from "../../lib/labels"

const COLOURS = { provisional: "orange", payable: "blue", settled: "green" } as const
const LINK = "text-ui-fg-interactive hover:text-ui-fg-interactive-hover"

/** Beside the sales a document proves the entry; a payout's own page is another. */
function Proof({ kind, journal_id }: Pick<LedgerEntry, "kind" | "journal_id">) {
  const isEvidence = kind === "direct_purchase" || kind === "wages" || kind === "rent" || kind === "reversal"
  return isEvidence ? <Link to={`/vouchers?journal_id=${journal_id}`} className={LINK}>凭证</Link> : <>—</>
}

/** One movement, with the ways on to its order and its household. */
export function EntryRow({ entry, onHousehold }: { entry: LedgerEntry; onHousehold: (code: string) => void }) {
  const { order_id, order_number, household, stage, kind, amount_fen, event_at, recorded_at } = entry
  return (
    <Table.Row>
      <Table.Cell className="py-2"><Text size="small">{moment(event_at)}</Text><Text size="xsmall" className="text-ui-fg-subtle">入账 {moment(recorded_at)}</Text></Table.Cell>
      <Table.Cell>{order_id === null ? <Proof kind={kind} journal_id={entry.journal_id} /> : <Link to={`/orders/${order_id}`} className={LINK}>#{order_number ?? order_id.slice(-8)}</Link>}</Table.Cell>
      <Table.Cell>
        {household
          ? <><Link to={`/households?q=${encodeURIComponent(household.code)}`} className={LINK}>{household.code}</Link> {household.name} <button type="button" className="txt-small text-ui-fg-muted hover:text-ui-fg-base print:hidden" aria-label={`只看 ${household.code} 的分录`} onClick={() => onHousehold(household.code)}>只看此户</button></>
          : <span className="text-ui-fg-subtle">待说明（尚无受益户）</span>}
      </Table.Cell>
      <Table.Cell>{JOURNAL[kind]}</Table.Cell>
      <Table.Cell><StatusBadge color={COLOURS[stage]}>{STAGE[stage]}</StatusBadge></Table.Cell>
      <Table.Cell className={`text-right tabular-nums ${amount_fen < 0 ? "text-ui-fg-error" : ""}`}>{yuan(amount_fen)}</Table.Cell>
    </Table.Row>
  )
}
