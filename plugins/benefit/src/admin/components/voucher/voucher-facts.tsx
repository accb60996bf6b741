import type { VoucherDetail } from "@fupin/contract/schemas"
import { Table, Text } from "@medusajs/ui"
import { moment, yuan } from "../../lib/labels"
import { PAYMENT_WAY } from "../../lib/voucher-labels"

/** A longer list is looked at in its file. */
const SHOWN = 200

/** What a document says, and who did what with it. */
export function VoucherFacts({ voucher }: { voucher: VoucherDetail }) {
  const facts: [string, string | null][] = [
    ["付款方", `${voucher.payer_name}${voucher.payer_person ? `（结对帮扶人 ${voucher.payer_person}）` : ""}`], ["付款方式", voucher.payment_way && PAYMENT_WAY[voucher.payment_way]],
    ["日期", voucher.paid_on], ["填报期间", voucher.period], ["合计", yuan(voucher.total_fen)], ["更正", voucher.corrects && `代替 ${voucher.corrects.number}：${voucher.corrects.reason}`],
    ["被更正", voucher.corrected_by && `由 ${voucher.corrected_by.number} 代替`], ["录入", `${voucher.created_by.email ?? "—"}　${moment(voucher.created_at)}`],
    ["审核", voucher.decided_by && `${voucher.decided_by.email ?? "—"}　${voucher.decided_at ? moment(voucher.decided_at) : ""}`], ["事由", voucher.decision_reason],
  ]
  return (
    <>
      <dl className="grid grid-cols-[5rem_1fr] gap-y-2 text-sm">
        {facts.flatMap(([label, value]) => (value ? [<div key={label} className="contents"><dt className="text-ui-fg-subtle">{label}</dt><dd className="break-all">{value}</dd></div>] : []))}
      </dl>
      {voucher.rows.length > 0 && (
        <div className="overflow-x-auto whitespace-nowrap rounded-md border">
          <Table>
            <Table.Header><Table.Row>{["受益户", "内容", "日期", "金额"].map((heading) => <Table.HeaderCell key={heading}>{heading}</Table.HeaderCell>)}</Table.Row></Table.Header>
            <Table.Body>{voucher.rows.slice(0, SHOWN).map((row) => (
              <Table.Row key={row.position}><Table.Cell>{row.household_code} {row.household_name}</Table.Cell><Table.Cell>{row.goods} {row.quantity}</Table.Cell><Table.Cell>{row.paid_on}</Table.Cell><Table.Cell className="font-mono">{yuan(row.amount_fen)}</Table.Cell></Table.Row>
            ))}</Table.Body>
          </Table>
        </div>
      )}
      {voucher.rows.length > SHOWN && <Text size="small" className="text-ui-fg-subtle">列出前 {SHOWN} 行，共 {voucher.rows.length} 行</Text>}
    </>
  )
}
