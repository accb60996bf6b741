import type { SettlementPayment } from "@fupin/contract/schemas"
import { Badge, DropdownMenu, IconButton, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { EllipsisHorizontal } from "@medusajs/icons"
import { useState } from "react"
import { ask } from "../../lib/ask"
import { yuan } from "../../lib/labels"
import { save } from "./files"
import { ReasonForm } from "./reason-form"
import { useAct } from "./use-act"
import { METHOD, PAYMENT_STATE } from "./words"

const MONEY = "text-right tabular-nums"
const ASKS = {
  return: { title: "登记退票？", explains: "已付的钱退回来了：这笔款重新成为应付，列入下一批。", hint: "收款账户已销户", action: "登记退票", done: "已登记退票，款项重新应付" },
  release: { title: "放弃这笔付款？", explains: "款项退回应付，由以后的批次再付。", hint: "等开立新账户再付", action: "放弃", done: "已放弃，款项退回应付" },
} as const

/** One payment and what can be done with it as it stands. */
export function PaymentRow({ payment, isPayable }: { payment: SettlementPayment; isPayable: boolean }) {
  const { id, beneficiary, payee_name, is_successor, method, state, earned_fen, netted_fen, amount_fen, attempts } = payment
  const act = useAct(["settlement"])
  const [asked, setAsked] = useState<keyof typeof ASKS | null>(null)
  const last = attempts.at(-1)
  const [text, colour] = PAYMENT_STATE[state]
  const does = (path: string, body: object, done: string) => act.mutate({ run: () => ask(`benefit/settlement-payments/${id}/${path}`, body), done })
  const other = method === "bank" ? "cash" : "bank"
  return (
    <Table.Row>
      <Table.Cell className="py-2"><Text size="small">{beneficiary.code} {beneficiary.name}</Text><Text size="xsmall" className="text-ui-fg-subtle">{beneficiary.place}</Text></Table.Cell>
      <Table.Cell>{payee_name} {is_successor && <Badge size="2xsmall" color="purple">继任</Badge>}</Table.Cell>
      <Table.Cell className={MONEY}>{yuan(earned_fen)}</Table.Cell>
      <Table.Cell className={MONEY}>{netted_fen === 0 ? "—" : yuan(-netted_fen)}</Table.Cell>
      <Table.Cell className={MONEY}>{yuan(amount_fen)}</Table.Cell>
      <Table.Cell>{METHOD[method]}</Table.Cell>
      <Table.Cell>
        <StatusBadge color={colour}>{text}</StatusBadge>
        {last && <Text size="xsmall" className="text-ui-fg-subtle">{last.reason ?? (attempts.length > 1 ? `第 ${attempts.length} 次` : last.reference)}</Text>}
      </Table.Cell>
      <Table.Cell className="text-right">
        <DropdownMenu>
          <DropdownMenu.Trigger asChild><IconButton size="small" variant="transparent" aria-label={`${beneficiary.code} 的操作`} isLoading={act.isPending}><EllipsisHorizontal /></IconButton></DropdownMenu.Trigger>
          <DropdownMenu.Content>
            {isPayable && state === "failed" && <DropdownMenu.Item onClick={() => does("retry", {}, "已列入下一份付款文件")}>按原方式重付</DropdownMenu.Item>}
            {isPayable && state === "failed" && <DropdownMenu.Item onClick={() => does("retry", { method: other }, `已改为${METHOD[other]}`)}>改为{METHOD[other]}重付</DropdownMenu.Item>}
            {isPayable && state === "failed" && <DropdownMenu.Item onClick={() => setAsked("release")}>放弃，下批再付</DropdownMenu.Item>}
            {isPayable && state === "planned" && <DropdownMenu.Item onClick={() => does("payee", {}, "已更新领款账号")}>核对并更新领款账号</DropdownMenu.Item>}
            {isPayable && state === "planned" && <DropdownMenu.Item onClick={() => does("payee", { method: other }, `已改为${METHOD[other]}`)}>改为{METHOD[other]}</DropdownMenu.Item>}
            {state === "paid" && <DropdownMenu.Item onClick={() => setAsked("return")}>登记退票</DropdownMenu.Item>}
            <DropdownMenu.Item onClick={() => save(`settlement-statements/${beneficiary.id}?format=pdf`).catch((error: Error) => toast.error("没有下载", { description: error.message }))}>下载对账单</DropdownMenu.Item>
          </DropdownMenu.Content>
        </DropdownMenu>
        {asked && <ReasonForm {...ASKS[asked]} isBusy={act.isPending} onDone={() => setAsked(null)} onReason={(reason) => { does(asked, { reason }, ASKS[asked].done); setAsked(null) }} />}
      </Table.Cell>
    </Table.Row>
  )
}
