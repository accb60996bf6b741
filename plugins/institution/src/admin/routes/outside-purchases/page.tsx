import { formatFen } from "@fupin/contract/money"
import type { OutsidePurchase } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentText } from "@medusajs/icons"
import { Button, Container, Heading, Input, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, messageOf, post } from "../../lib/client"
import { ListState } from "../../lib/states"

type Row = OutsidePurchase & { organisation_name: string }
const STATES = { proposed: ["orange", "待核"], approved: ["green", "已计入"], refused: ["grey", "未通过"] } as const

/** 平台外采购: purchases made elsewhere count for a unit once their proof was looked at. */
const OutsidePurchasesPage = () => {
  const client = useQueryClient()
  const queryKey = ["institution", "outside-purchases"]
  const list = useQuery({ queryKey, queryFn: () => get<{ outside_purchases: Row[] }>("outside-purchases") })
  const decide = useMutation({
    mutationFn: ({ id, ...body }: { id: string; verdict: "approve" | "refuse"; reason: string }) => post(`outside-purchases/${id}/decision`, body),
    onSuccess: () => client.invalidateQueries({ queryKey }),
    onError: (error) => toast.error("没有保存", { description: messageOf(error) }),
  })
  const rows = [...(list.data?.outside_purchases ?? [])].sort((a, b) => Number(b.state === "proposed") - Number(a.state === "proposed"))
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4"><Heading>平台外采购</Heading><Text size="small" className="text-ui-fg-subtle">核对凭证后才计入单位的计划；同一份凭证只能登记一次。</Text></div>
      <ListState query={list} isEmpty={rows.length === 0} empty="您负责的区划内还没有平台外采购。">
        <Table>
          <Table.Header><Table.Row>{["单位", "采购", "金额与付款", "凭证", ""].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>
            {rows.map((row) => (
              <Table.Row key={row.id}>
                <Table.Cell className="py-3"><Text size="small" weight="plus">{row.organisation_name}</Text><StatusBadge color={STATES[row.state][0]}>{STATES[row.state][1]}</StatusBadge></Table.Cell>
                <Table.Cell className="py-3"><Text size="small">{row.goods}</Text><Text size="small" className="text-ui-fg-subtle">{row.seller} · 产地 {row.origin_code} · {row.platform === "platform_832" ? "832平台" : "其他渠道"}</Text></Table.Cell>
                <Table.Cell className="py-3"><Text size="small">{formatFen(row.amount_fen)} 元</Text><Text size="small" className="text-ui-fg-subtle">{row.paid_on}</Text></Table.Cell>
                <Table.Cell><a className="text-ui-fg-interactive txt-small" href={`/admin/institution/outside-purchases/${row.id}/proof`} title={`SHA-256 ${row.proof_sha256}`}>{row.proof_name}</a></Table.Cell>
                <Table.Cell>{row.state === "proposed" ? <Decide isBusy={decide.isPending} onDecide={(verdict, reason) => decide.mutate({ id: row.id, verdict, reason })} /> : <Text size="small" className="text-ui-fg-subtle">{row.reason}</Text>}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListState>
    </Container>
  )
}

function Decide({ isBusy, onDecide }: { isBusy: boolean; onDecide: (verdict: "approve" | "refuse", reason: string) => void }) {
  const [reason, setReason] = useState("")
  return (
    <div className="flex items-center gap-x-2">
      <Input size="small" placeholder="不通过的原因" aria-label="不通过的原因" value={reason} onChange={(event) => setReason(event.target.value)} />
      <Button size="small" variant="secondary" disabled={isBusy} onClick={() => onDecide("approve", reason)}>计入</Button>
      <Button size="small" variant="transparent" disabled={isBusy || reason.trim() === ""} onClick={() => onDecide("refuse", reason)}>不通过</Button>
    </div>
  )
}

export const config = defineRouteConfig({ label: "平台外采购", icon: DocumentText, rank: 42 })

export default OutsidePurchasesPage
