import type { SettlementDetail } from "@fupin/contract/schemas"
import { Button, Container, Heading, Table, Text } from "@medusajs/ui"
import type { ReactNode } from "react"
import { Choice } from "../choice"
import { PaymentRow } from "./payment-row"
import { METHOD, PAYMENT_STATE } from "./words"

const PAGE = 50
const STATES = Object.fromEntries(Object.entries(PAYMENT_STATE).map(([state, [text]]) => [state, text]))

interface PaymentsProps { detail: SettlementDetail; filters: { state: string; method: string }; offset: number; onFilter: (filters: { state?: string; method?: string }) => void; onOffset: (offset: number) => void }

/** Who is to be paid how much, and what became of it. */
export function Payments({ detail: { payments, count, settlement }, filters, offset, onFilter, onOffset }: PaymentsProps) {
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-end justify-between gap-3 px-6 py-4">
        <Heading level="h2">付款（{count}）</Heading>
        <div className="flex gap-3">
          <Choice id="payment-state" label="状态" any="全部状态" value={filters.state} options={STATES} onChange={(state) => onFilter({ state })} />
          <Choice id="payment-method" label="方式" any="全部方式" value={filters.method} options={METHOD} onChange={(method) => onFilter({ method })} />
        </div>
      </div>
      {count === 0 && <Text size="small" className="text-ui-fg-subtle px-6 py-10 text-center">{filters.state || filters.method ? "没有符合条件的付款。" : "这一批没有可付的款项，只有下面列出的事项。"}</Text>}
      {count > 0 && (
        <div className="overflow-x-auto whitespace-nowrap">
          <Table>
            <Table.Header><Table.Row>{HEADINGS.map(([text, align]) => <Table.HeaderCell key={text} className={align}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
            <Table.Body>{payments.map((payment) => <PaymentRow key={payment.id} payment={payment} isPayable={["approved", "paying"].includes(settlement.state)} />)}</Table.Body>
          </Table>
        </div>
      )}
      {count > PAGE && <Pages offset={offset} count={count} onOffset={onOffset} />}
    </Container>
  )
}

const HEADINGS: [ReactNode & string, string?][] = [["受益户"], ["领款人"], ["应付", "text-right"], ["抵扣", "text-right"], ["实付", "text-right"], ["方式"], ["状态"], ["操作", "text-right"]]

function Pages({ offset, count, onOffset }: { offset: number; count: number; onOffset: (offset: number) => void }) {
  return (
    <div className="flex items-center justify-end gap-2 px-6 py-3">
      <Text size="small" className="text-ui-fg-subtle">第 {offset + 1}–{Math.min(offset + PAGE, count)} 笔，共 {count} 笔</Text>
      <Button size="small" variant="secondary" disabled={offset === 0} onClick={() => onOffset(offset - PAGE)}>上一页</Button>
      <Button size="small" variant="secondary" disabled={offset + PAGE >= count} onClick={() => onOffset(offset + PAGE)}>下一页</Button>
    </div>
  )
}
