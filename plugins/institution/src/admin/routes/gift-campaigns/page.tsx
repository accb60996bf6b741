import { formatFen } from "@fupin/contract/money"
import type { CampaignState, OfficeCampaign } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Gift } from "@medusajs/icons"
import { Button, Container, Heading, StatusBadge, Table, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { PaymentForm } from "../../campaigns/payment-form"
import { get } from "../../lib/client"
import { PackedLotsDrawer } from "../../lib/packed-lots"
import { ListState } from "../../lib/states"

const STATES: Record<CampaignState, readonly ["grey" | "blue" | "orange" | "green", string]> = {
  draft: ["grey", "准备中"], collecting: ["blue", "选礼包"], closed: ["blue", "已截止"], approved: ["orange", "下单中"], ordered: ["orange", "已下单"], handing_out: ["green", "发放中"], done: ["green", "已完成"], cancelled: ["grey", "已取消"],
}

/** Something of it is, or was, packed. */
const PACKED: readonly CampaignState[] = ["approved", "ordered", "handing_out", "done"]

const CampaignsPage = () => {
  const client = useQueryClient()
  const [open, setOpen] = useState<OfficeCampaign | null>(null)
  const [packed, setPacked] = useState<OfficeCampaign | null>(null)
  const list = useQuery({ queryKey: ["institution", "campaigns"], queryFn: () => get<{ campaigns: OfficeCampaign[] }>("campaigns") })
  const rows = list.data?.campaigns ?? []
  const close = (isSaved: boolean) => { setOpen(null); if (isSaved) void client.invalidateQueries({ queryKey: ["institution", "campaigns"] }) }
  return (
    <Container className="divide-y p-0">
      <div className="px-6 py-4"><Heading>节日慰问{list.data ? `（${rows.length}）` : ""}</Heading><Text size="small" className="text-ui-fg-subtle">工会一次转账付清整场慰问；按附言登记，金额自动分摊到每张订单。</Text></div>
      <ListState query={list} isEmpty={rows.length === 0} empty="还没有慰问活动。工会在采购台新建。">
        <Table>
          <Table.Header><Table.Row>{["活动", "节日", "人数", "状态", "待付", ""].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>
            {rows.map((one) => (
              <Table.Row key={one.campaign.id}>
                <Table.Cell className="py-3"><Text size="small" weight="plus">{one.campaign.title}</Text><Text size="small" className="text-ui-fg-subtle">{one.organisation.name}</Text></Table.Cell>
                <Table.Cell><Text size="small">{one.campaign.year} 年{one.campaign.holiday_name}</Text></Table.Cell>
                <Table.Cell><Text size="small">{one.campaign.members} 人</Text><Text size="small" className="text-ui-fg-subtle">已领 {one.campaign.handed_out} 人</Text></Table.Cell>
                <Table.Cell><StatusBadge color={STATES[one.campaign.state][0]}>{STATES[one.campaign.state][1]}</StatusBadge></Table.Cell>
                <Table.Cell><Text size="small">¥{formatFen(one.due_fen)}</Text><Text size="small" className="text-ui-fg-subtle">附言 {one.transfer_code}</Text></Table.Cell>
                <Table.Cell className="text-right">{PACKED.includes(one.campaign.state) && <Button size="small" variant="transparent" aria-label={`${one.campaign.title} 的批次`} onClick={() => setPacked(one)}>批次</Button>}{one.due_fen > 0 && <Button size="small" variant="secondary" aria-label={`登记 ${one.campaign.title} 的到账`} onClick={() => setOpen(one)}>登记到账</Button>}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListState>
      {packed && <PackedLotsDrawer load={{ kind: "campaign", id: packed.campaign.id }} title={packed.campaign.title} onClose={() => setPacked(null)} />}
      {open && <PaymentForm one={open} onClose={close} />}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "节日慰问", icon: Gift, rank: 38 })

export default CampaignsPage
