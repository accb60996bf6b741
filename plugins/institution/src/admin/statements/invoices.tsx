import { formatFen } from "@fupin/contract/money"
import type { Invoice } from "@fupin/contract/schemas"
import { Button, StatusBadge, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get } from "../lib/client"
import { ListState } from "../lib/states"
import { InvoicePanel } from "./invoice-panel"
import { INVOICE_STATES } from "./labels"

/** What units asked for, what was issued, what was taken back. */
export const Invoices = () => {
  const client = useQueryClient()
  const [open, setOpen] = useState<{ invoice: Invoice; act: "issue" | "red" } | null>(null)
  const list = useQuery({ queryKey: ["institution", "invoices"], queryFn: () => get<{ invoices: Invoice[] }>("invoices") })
  const rows = list.data?.invoices ?? []
  const close = (isSaved: boolean) => { setOpen(null); if (isSaved) void client.invalidateQueries({ queryKey: ["institution"] }) }
  return (
    <ListState query={list} isEmpty={rows.length === 0} empty="还没有开票申请。">
      <ul className="divide-y">
        {rows.map((invoice) => {
          const { id, organisation, seller, title, tax_number, kind, state, amount_fen, orders, campaigns, number, red_number, declined_reason, note } = invoice
          return (
            <li key={id} className="flex flex-wrap items-center justify-between gap-4 px-6 py-4">
              <div className="flex flex-col gap-y-1">
                <Text size="small" weight="plus">{organisation.name} → {seller?.name ?? "自营"}　¥{formatFen(amount_fen)}</Text>
                <Text size="small" className="text-ui-fg-subtle">{kind === "special" ? "专用发票" : "普通发票"}　{title}　<span className="font-mono">{tax_number}</span>　{orders.length > 0 && `订单 ${orders.map(({ display_id }) => display_id).join("、")}`}{campaigns.map((one) => `　${one.title} ${one.orders} 单`)}　{note}</Text>
                {number && <a className="txt-small text-ui-fg-interactive" href={`/admin/institution/invoices/${id}/file`} target="_blank" rel="noreferrer">发票 {number}</a>}
                {declined_reason && <Text size="small" className="text-ui-fg-subtle">谢绝原因：{declined_reason}</Text>}
                {red_number && <a className="txt-small text-ui-fg-interactive" href={`/admin/institution/invoices/${id}/file?red=true`} target="_blank" rel="noreferrer">红字发票 {red_number}</a>}
              </div>
              <div className="flex items-center gap-2">
                <StatusBadge color={INVOICE_STATES[state][0]}>{INVOICE_STATES[state][1]}</StatusBadge>
                {state === "requested" && <Button size="small" onClick={() => setOpen({ invoice, act: "issue" })}>上传发票</Button>}
                {state === "issued" && <Button size="small" variant="secondary" onClick={() => setOpen({ invoice, act: "red" })}>红冲</Button>}
              </div>
            </li>
          )
        })}
      </ul>
      {open && <InvoicePanel {...open} onClose={close} />}
    </ListState>
  )
}
