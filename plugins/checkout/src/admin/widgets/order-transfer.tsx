import { type Fen, fenFromYuan, formatFen, yuanFromFen } from "@fupin/contract/money"
import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Container, Heading, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { readPayments } from "../transfer/register-transfer"
import { TransferForm } from "../transfer/transfer-form"

const PROVIDER = "pp_transfer_cn"

interface Money { paid_fen: Fen; due_fen: Fen }

/** What came and what is still due by bank transfer; null when the order is paid in another way. */
function moneyOf({ payment_collections = [] }: Pick<AdminOrder, "payment_collections">): Money | null {
  const payments = payment_collections.flatMap(({ payments: own }) => own ?? []).filter(({ provider_id }) => provider_id === PROVIDER)
  if (payments.length === 0) return null
  const total = (amounts: number[]) => amounts.reduce((sum, amount) => sum + fenFromYuan(amount), 0)
  const paid_fen = total(payments.flatMap(({ captures }) => (captures ?? []).map(({ amount }) => Number(amount))))
  const canceled = payments.every(({ canceled_at }) => canceled_at)
  return { paid_fen, due_fen: canceled ? 0 : total(payments.map(({ amount }) => Number(amount))) - paid_fen }
}

const OrderTransferWidget = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  const isByTransfer = moneyOf(order) !== null
  // The page's own order comes without its captures.
  const { data: money, error } = useQuery({ queryKey: ["order-transfers", order.id], queryFn: async () => moneyOf(await readPayments(order.id)), enabled: isByTransfer })
  if (!isByTransfer) return null
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">对公转账</Heading>
        {error && <Text size="small" role="alert" className="text-ui-fg-error">{error.message}</Text>}
        {money && <Text size="small" className="text-ui-fg-subtle">已到账 ¥{formatFen(money.paid_fen)}，{money.due_fen > 0 ? `尚欠 ¥${formatFen(money.due_fen)}` : "已付清"}</Text>}
      </div>
      {money && money.due_fen > 0 && <TransferForm key={money.due_fen} orderId={order.id} due={String(yuanFromFen(money.due_fen))} />}
    </Container>
  )
}

export const config = defineWidgetConfig({ zone: "order.details.side.before" })

export default OrderTransferWidget
