import { formatFen } from "@fupin/contract/money"
import type { BankRow, ResolveBankRowInput } from "@fupin/contract/schemas"
import { Button, Input, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, messageOf, post } from "../lib/client"
import { ListState } from "../lib/states"
import { GiveRow } from "./give-row"

/** Money that nobody could match, and what was paid too much: each row is given to what it pays, sent back or set aside. */
export const BankRows = () => {
  const list = useQuery({ queryKey: ["institution", "bank-rows"], queryFn: () => get<{ rows: BankRow[] }>("bank-rows") })
  const rows = list.data?.rows ?? []
  return (
    <ListState query={list} isEmpty={rows.length === 0} empty="没有待处理的到账。">
      <ul className="divide-y">
        {rows.map((row) => <OpenRow key={row.id} row={row} />)}
      </ul>
    </ListState>
  )
}

const OpenRow = ({ row }: { row: BankRow }) => {
  const client = useQueryClient()
  const [reason, setReason] = useState("")
  const resolve = useMutation({
    mutationFn: (input: ResolveBankRowInput) => post(`bank-rows/${row.id}/resolve`, input),
    onSuccess: () => { toast.success("已处理"); return client.invalidateQueries({ queryKey: ["institution"] }) },
    onError: (error) => toast.error("没有成功", { description: messageOf(error) }),
  })
  const dismiss = (act: "send_back" | "set_aside") => (reason.trim().length < 2 ? toast.error("请写明原因") : resolve.mutate({ act, reason: reason.trim() }))
  return (
    <li className="flex flex-col gap-y-2 px-6 py-4">
      <div className="flex flex-wrap justify-between gap-x-6"><Text size="small" weight="plus">{row.payer || "付款人不详"}　¥{formatFen(row.open_fen)} 待处理</Text><Text size="small" className="text-ui-fg-subtle">{row.received_on}　流水号 {row.reference}</Text></div>
      <Text size="small" className="text-ui-fg-subtle">到账 ¥{formatFen(row.amount_fen)}，已入账 ¥{formatFen(row.booked_fen)}　附言：{row.memo || "无"}　{row.reason}</Text>
      <GiveRow row={row} busy={resolve.isPending} onGive={resolve.mutate} />
      <div className="flex flex-wrap items-center gap-2">
        <Input aria-label="退回或搁置的原因" placeholder="退回或搁置的原因" value={reason} maxLength={200} onChange={(event) => setReason(event.target.value)} />
        <Button size="small" variant="secondary" disabled={resolve.isPending} onClick={() => dismiss("send_back")}>已退回</Button>
        <Button size="small" variant="secondary" disabled={resolve.isPending} onClick={() => dismiss("set_aside")}>不是货款</Button>
      </div>
    </li>
  )
}
