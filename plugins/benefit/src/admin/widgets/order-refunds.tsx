import type { OrderRefund, OrderRefundList, RefundCause } from "@fupin/contract/schemas"
import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Button, Checkbox, Container, Heading, Label, Select, Text, toast, usePrompt } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { ask } from "../lib/ask"
import { moment, yuan } from "../lib/labels"
import { messageOf, REFUND_CAUSE } from "../lib/voucher-labels"

/** Refunds of an order: why each was made, who bears it, and whether the households keep their benefit. Nothing is shown where none was made. */
const OrderRefunds = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  const { data, error } = useQuery({ queryKey: ["order-refunds", order.id], queryFn: () => ask<OrderRefundList>(`benefit/refunds?order_id=${order.id}`) })
  if (error) return <Container><Text role="alert" size="small" className="text-ui-fg-error">退款原因：{error.message}</Text></Container>
  if (!data || data.refunds.length === 0) return null
  return (
    <Container className="divide-y p-0">
      <Heading level="h2" className="px-6 py-4">退款原因与农户受益</Heading>
      {data.refunds.map((refund) => (
        <section key={refund.id} aria-label={`退款 ${yuan(refund.amount_fen)}`} className="flex flex-col gap-y-3 px-6 py-4">
          <Text size="small">{moment(refund.refunded_at)} 退款 <span className="font-mono">{yuan(refund.amount_fen)}</span></Text>
          {refund.stated ? <Stated stated={refund.stated} /> : <StateCause refund={refund} orderId={order.id} />}
        </section>
      ))}
    </Container>
  )
}

function Stated({ stated }: { stated: NonNullable<OrderRefund["stated"]> }) {
  return <Text size="small" className="text-ui-fg-subtle">{REFUND_CAUSE[stated.cause]}；{stated.keeps_benefit ? "保留农户受益" : "受益随退款冲回"}；{stated.stated_by ?? "—"} 于 {moment(stated.stated_at)} 登记</Text>
}

function StateCause({ refund, orderId }: { refund: OrderRefund; orderId: string }) {
  const client = useQueryClient()
  const prompt = usePrompt()
  const [cause, setCause] = useState<RefundCause | "">("")
  const [keeps, setKeeps] = useState(false)
  const mayKeep = cause === "goodwill" || cause === "shop_fault"

  async function state() {
    const keeps_benefit = keeps && mayKeep
    const description = `${REFUND_CAUSE[cause as RefundCause]}；${keeps_benefit ? "农户受益保留，由承担方支付" : "农户受益按退款冲回"}。登记后不能更改。`
    if (!(await prompt({ title: "登记退款原因？", description, confirmText: "登记", cancelText: "取消" }))) return
    try {
      await ask(`benefit/refunds/${refund.id}`, { cause, keeps_benefit })
      toast.success("已登记")
      void client.invalidateQueries({ queryKey: ["order-refunds", orderId] })
    } catch (error) {
      toast.error("没有登记", { description: messageOf(error) })
    }
  }

  return (
    <div className="flex flex-wrap items-center gap-3">
      <Select value={cause} onValueChange={(value) => setCause(value as RefundCause)}>
        <Select.Trigger aria-label="退款原因" className="w-64"><Select.Value placeholder="选择原因和承担方" /></Select.Trigger>
        <Select.Content>{Object.entries(REFUND_CAUSE).map(([key, text]) => <Select.Item key={key} value={key}>{text}</Select.Item>)}</Select.Content>
      </Select>
      {mayKeep && <div className="flex items-center gap-x-2"><Checkbox id={`keep-${refund.id}`} checked={keeps} onCheckedChange={(checked) => setKeeps(checked === true)} /><Label htmlFor={`keep-${refund.id}`} size="small">保留农户受益</Label></div>}
      <Button size="small" variant="secondary" disabled={cause === ""} onClick={state}>登记</Button>
    </div>
  )
}

export const config = defineWidgetConfig({ zone: "order.details.side.after" })

export default OrderRefunds
