import { formatFen } from "@fupin/contract/money"
import type { BankPayable, BankRow, ResolveBankRowInput } from "@fupin/contract/schemas"
import { Button, Input, Text } from "@medusajs/ui"
import { useQuery } from "@tanstack/react-query"
import { useId, useState } from "react"
import { get, messageOf } from "../lib/client"
import { useLater } from "../lib/later"
import { PAYABLE_KINDS } from "./labels"

interface GiveRowProps { row: BankRow; busy: boolean; onGive: (input: ResolveBankRowInput) => void }

/** Looks for what a row pays, by code or unit, shows what it would do there, and books it with the reason. */
export const GiveRow = ({ row, busy, onGive }: GiveRowProps) => {
  const id = useId()
  const [text, setText] = useState("")
  const [chosen, setChosen] = useState<BankPayable | null>(null)
  const [reason, setReason] = useState("")
  const q = useLater(text.trim())
  const { data, error } = useQuery({ queryKey: ["institution", "bank-row-payables", row.id, row.open_fen, q], enabled: q.length > 1, queryFn: () => get<{ payables: BankPayable[] }>(`bank-rows/${row.id}/payables`, { q }) })
  const found = q.length > 1 ? data?.payables : undefined
  return (
    <div className="flex flex-col gap-y-2">
      <Input id={id} type="search" aria-label={`流水 ${row.reference} 入账到`} placeholder="识别码、订单号或单位名称，如 DZ、GH、FP" autoComplete="off" maxLength={60} value={text} onChange={(event) => { setText(event.target.value); setChosen(null) }} />
      {error && <Text size="small" role="alert" className="text-ui-fg-error">{messageOf(error)}</Text>}
      {found?.length === 0 && <Text size="small" role="status" className="text-ui-fg-subtle">没有找到“{q}”待付的对账单、订单或慰问活动。</Text>}
      {found && found.length > 0 && (
        <fieldset className="divide-y rounded-lg border">
          <legend className="sr-only">选择入账到哪一项</legend>
          {found.map((one) => (
            <label key={one.number} className="txt-small flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
              <input type="radio" name={id} checked={chosen?.number === one.number} disabled={one.closed !== null || one.open_fen === 0} onChange={() => setChosen(one)} />
              <span className="font-medium">{PAYABLE_KINDS[one.kind]} {one.number}</span><span className="text-ui-fg-subtle">{one.party}</span><span className="ml-auto tabular-nums">未付 ¥{formatFen(one.open_fen)}</span>
              {(one.closed ?? (one.open_fen === 0 ? "已付清" : null)) && <span className="text-ui-fg-error w-full">{one.closed ?? "已付清"}</span>}
            </label>
          ))}
        </fieldset>
      )}
      {chosen && <Text size="small" role="status">将入账 ¥{formatFen(chosen.pays_fen)}：{chosen.number} 还差 ¥{formatFen(chosen.remains_fen)}，这笔流水还剩 ¥{formatFen(chosen.left_fen)} 待处理。</Text>}
      {chosen && (
        <div className="flex flex-wrap gap-2">
          <Input aria-label="入账的原因" placeholder="为什么入到这里，如：电话核对" maxLength={200} value={reason} onChange={(event) => setReason(event.target.value)} />
          <Button size="small" disabled={busy || reason.trim().length < 2} onClick={() => { onGive({ act: "allocate", number: chosen.number, reason: reason.trim() }); setChosen(null); setText("") }}>入账</Button>
        </div>
      )}
    </div>
  )
}
