import { type Fen, fenFromYuan, formatFen, yuanFromFen } from "@fupin/contract/money"
import { defineWidgetConfig } from "@medusajs/admin-sdk"
import type { AdminOrder, DetailWidgetProps } from "@medusajs/framework/types"
import { Container, Heading, Text } from "@medusajs/ui"
import { TransferForm } from "../transfer/transfer-form"

const PROVIDER = "pp_transfer_cn"

interface Money { paid_fen: Fen; due_fen: Fen }

/** What came and what is still due by bank transfer; null when the order is paid in another way. */
function moneyOf({ payment_collections = [] }: AdminOrder): Money | null {
  const payments = payment_collections.flatMap(({ payments: own }) => own ?? []).filter(({ provider_id }) => provider_id === PROVIDER)
  if (payments.length === 0) return null
  const total = (amounts: number[]) => amounts.reduce((sum, amount) => sum + fenFromYuan(amount), 0)
  const paid_fen = total(payments.flatMap(({ captures }) => (captures ?? []).map(({ amount }) => Number(amount))))
  const canceled = payments.every(({ canceled_at }) => canceled_at)
  return { paid_fen, due_fen: canceled ? 0 : total(payments.map(({ amount }) => Number(amount))) - paid_fen }
}

const OrderTransferWidget = ({ data: order }: DetailWidgetProps<AdminOrder>) => {
  const money = moneyOf(order)
  if (!money) return null
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4">
        <Heading level="h2">对公转账</Heading>
        <Text size="small" className="text-ui-fg-subtle">已到账 ¥{formatFen(money.paid_fen)}，尚欠 ¥{formatFen(money.due_fen)}</Text>
      </div>
      {money.due_fen > 0 && <TransferForm key={money.due_fen} orderId={order.id} due={String(yuanFromFen(money.due_fen))} />}
    </Container>
  )
}

export const config = defineWidgetConfig({ zone: "order.details.side.before" })

export default OrderTransferWidget
