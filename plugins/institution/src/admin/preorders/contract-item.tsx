import { lotsText } from "@fupin/contract/codes"
import { formatFen } from "@fupin/contract/money"
import type { PreorderContract, PreorderDelivery } from "@fupin/contract/schemas"
import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useState } from "react"
import { PackedLotsDrawer } from "../lib/packed-lots"
import { ContractPaper } from "./contract-paper"
import { CONTRACT_STATES, DELIVERY_STATES } from "./labels"

export type ContractAct = { do: "in" | "back" | "deliver" | "close" } | { do: "accept" | "place" | "call-off"; delivery: PreorderDelivery }

/** One unit's contract: how much, what arrived, what waits. */
export function ContractItem({ contract, onAct }: { contract: PreorderContract; onAct: (act: ContractAct) => void }) {
  const { organisation, number, state, booked, allotted, extra, total_fen, received_fen, applied_fen, owed_back_fen, due_fen, deliveries, steps, ended_reason, offer, paybacks } = contract
  const isLate = steps.some(({ is_overdue }) => is_overdue)
  return (
    <section className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex items-center justify-between gap-3"><Text weight="plus">{organisation.name}</Text><StatusBadge color={CONTRACT_STATES[state][0]}>{CONTRACT_STATES[state][1]}</StatusBadge></div>
      <Text size="small" className="text-ui-fg-subtle">{number && `${number}　`}认购 {booked} 份{allotted !== null && `，分得 ${allotted} 份`}{extra > 0 && `，加购 ${extra} 份`}{ended_reason && `　${ended_reason}`}</Text>
      <Text size="small">合同额 ¥{formatFen(total_fen)}　预付款到账 ¥{formatFen(received_fen)}，其中转为货款 ¥{formatFen(applied_fen)}{due_fen > 0 && `　下一笔 ¥${formatFen(due_fen)}`}{isLate && <span className="text-ui-fg-error">　已逾期</span>}</Text>
      {owed_back_fen > 0 && <Text size="small" className="text-ui-fg-error">应退 ¥{formatFen(owed_back_fen)}</Text>}
      {paybacks.map(({ reference, amount_fen, paid_on, paid_by }) => <Text key={reference} size="small" className="text-ui-fg-subtle">{paid_on} 由 {paid_by} 退回 ¥{formatFen(amount_fen)}，流水 {reference}</Text>)}
      {deliveries.map((delivery) => <Batch key={delivery.id} delivery={delivery} onAct={onAct} />)}
      {number && <ContractPaper contract={contract} />}
      <div className="flex flex-wrap gap-2">
        {state === "running" && <Button size="small" variant="secondary" aria-label={`登记 ${organisation.name} 的预付款到账`} onClick={() => onAct({ do: "in" })}>登记到账</Button>}
        {owed_back_fen > 0 && <Button size="small" variant="secondary" aria-label={`登记给 ${organisation.name} 的退款`} onClick={() => onAct({ do: "back" })}>登记退款</Button>}
        {state === "running" && offer.state === "harvested" && <><Button size="small" variant="secondary" aria-label={`给 ${organisation.name} 安排交付`} onClick={() => onAct({ do: "deliver" })}>安排交付</Button><Button size="small" variant="transparent" aria-label={`终结 ${organisation.name} 的合同`} onClick={() => onAct({ do: "close" })}>终结</Button></>}
      </div>
    </section>
  )
}

function Batch({ delivery, onAct }: { delivery: PreorderDelivery; onAct: (act: ContractAct) => void }) {
  const { id, order_id, sequence, quantity, deliver_on, state, accepted, problem, lots } = delivery
  const [isPacking, setPacking] = useState(false)
  return (
    <div className="flex flex-wrap items-center gap-x-3">
      <Text size="small">第 {sequence} 批　{deliver_on}　{quantity} 份{accepted !== null && `，实收 ${accepted}`}　{DELIVERY_STATES[state]}</Text>
      {state === "planned" && problem && <Text size="small" className="text-ui-fg-error">{problem}</Text>}
      {state === "planned" && <><Button size="small" variant="transparent" onClick={() => onAct({ do: "place", delivery })}>再下单</Button><Button size="small" variant="transparent" onClick={() => onAct({ do: "call-off", delivery })}>取消这批</Button></>}
      {order_id !== null && <a className="txt-small text-ui-fg-interactive" href={`/admin/institution/preorder-deliveries/${id}/delivery-note`} target="_blank" rel="noreferrer">送货单（PDF）</a>}
      {state === "placed" && <Button size="small" variant="transparent" onClick={() => onAct({ do: "accept", delivery })}>代登验收</Button>}
      {order_id !== null && <Button size="small" variant="transparent" onClick={() => setPacking(true)}>批次{lots.length > 0 && `：${lotsText(lots)}`}</Button>}
      {isPacking && <PackedLotsDrawer load={{ kind: "batch", id }} title={`第 ${sequence} 批`} onClose={() => setPacking(false)} />}
    </div>
  )
}
