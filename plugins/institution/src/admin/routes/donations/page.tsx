import { formatFen } from "@fupin/contract/money"
import type { OfficeDonationRecipient } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Gift } from "@medusajs/icons"
import { Button, Container, Heading, StatusBadge, Table, Text, toast, usePrompt } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { RECIPIENT_KINDS } from "../../donations/labels"
import { RecipientForm } from "../../donations/recipient-form"
import { get, messageOf, post } from "../../lib/client"
import { ListState } from "../../lib/states"

const DonationsPage = () => {
  const client = useQueryClient()
  const prompt = usePrompt()
  const [edited, setEdited] = useState<{ recipient: OfficeDonationRecipient | null } | null>(null)
  const list = useQuery({ queryKey: ["institution", "donations"], queryFn: () => get<{ recipients: OfficeDonationRecipient[] }>("donation-recipients") })
  const reload = () => client.invalidateQueries({ queryKey: ["institution", "donations"] })
  const turn = useMutation({
    mutationFn: ({ id, closed_at }: OfficeDonationRecipient) => post(`donation-recipients/${id}/${closed_at ? "open" : "close"}`),
    onSuccess: (_answer, { closed_at }) => { toast.success(closed_at ? "已恢复接收" : "已停止接收"); return reload() },
    onError: (error) => toast.error("没有成功", { description: messageOf(error) }),
  })
  const ask = async (recipient: OfficeDonationRecipient) => {
    const { name, closed_at } = recipient
    const isSure = closed_at !== null || (await prompt({ title: `${name} 停止接收？`, description: "不再出现在结算页；已下单的照常送达。", confirmText: "停止接收", cancelText: "取消" }))
    if (isSure) turn.mutate(recipient)
  }
  const recipients = list.data?.recipients ?? []
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div><Heading>爱心捐赠</Heading><Text size="small" className="text-ui-fg-subtle">买家可以把货捐给这些单位；受益仍归出产的农户</Text></div>
        <Button onClick={() => setEdited({ recipient: null })}>登记受赠单位</Button>
      </div>
      <ListState query={list} isEmpty={recipients.length === 0} empty="您负责的区划内还没有受赠单位。">
        <Table>
          <Table.Header><Table.Row>{["单位", "需要", "状态"].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}<Table.HeaderCell className="text-right">收到捐赠</Table.HeaderCell><Table.HeaderCell /></Table.Row></Table.Header>
          <Table.Body>
            {recipients.map((row) => (
              <Table.Row key={row.id}>
                <Table.Cell className="py-3"><Text size="small" weight="plus">{row.name}</Text><Text size="small" className="text-ui-fg-subtle">{RECIPIENT_KINDS[row.kind]}，{row.place}</Text></Table.Cell>
                <Table.Cell className="max-w-64 truncate" title={row.need}>{row.need}</Table.Cell>
                <Table.Cell><StatusBadge color={row.closed_at ? "grey" : "green"}>{row.closed_at ? "已停止" : "接收中"}</StatusBadge></Table.Cell>
                <Table.Cell className="text-right tabular-nums">{row.orders} 单　¥{formatFen(row.paid_fen)}</Table.Cell>
                <Table.Cell>
                  <div className="flex justify-end gap-x-2">
                    <Button size="small" variant="transparent" aria-label={`修改 ${row.name}`} onClick={() => setEdited({ recipient: row })}>修改</Button>
                    <Button size="small" variant="transparent" aria-label={`${row.name} ${row.closed_at ? "恢复接收" : "停止接收"}`} disabled={turn.isPending} onClick={() => void ask(row)}>{row.closed_at ? "恢复接收" : "停止接收"}</Button>
                  </div>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListState>
      {edited && <RecipientForm recipient={edited.recipient} onClose={(isSaved) => { setEdited(null); if (isSaved) void reload() }} />}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "爱心捐赠", icon: Gift, rank: 39 })

export default DonationsPage
