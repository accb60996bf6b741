import { formatFen } from "@fupin/contract/money"
import type { GroupBuyRun, OfficeGroupBuy } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { UserGroup } from "@medusajs/icons"
import { Button, Container, Heading, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { CancelForm } from "../../group-buys/cancel-form"
import { GroupBuyForm } from "../../group-buys/group-buy-form"
import { momentText, STATES } from "../../group-buys/labels"
import { PartsDrawer } from "../../group-buys/parts-drawer"
import { get, messageOf, post } from "../../lib/client"
import { ListState } from "../../lib/states"

type Open = { what: "new" } | { what: "parts" | "cancel"; group: OfficeGroupBuy }

const GroupBuysPage = () => {
  const client = useQueryClient()
  const [open, setOpen] = useState<Open | null>(null)
  const list = useQuery({ queryKey: ["institution", "group-buys"], queryFn: () => get<{ group_buys: OfficeGroupBuy[] }>("group-buys") })
  const reload = () => client.invalidateQueries({ queryKey: ["institution", "group-buys"] })
  const failed = (error: Error) => toast.error("没有成功", { description: messageOf(error) })
  const start = useMutation({ mutationFn: ({ id }: OfficeGroupBuy) => post(`group-buys/${id}/steps`, { step: "open" }), onSuccess: () => { toast.success("已开团，库存已留出"); return reload() }, onError: failed })
  const run = useMutation({ mutationFn: () => post<GroupBuyRun>("group-buys/run"), onSuccess: ({ ended, settled, problems }) => { toast.success(`结束 ${ended} 个团，结算 ${settled} 份${problems > 0 ? `，${problems} 份要人看` : ""}`); return reload() }, onError: failed })
  const close = (isSaved: boolean) => { setOpen(null); if (isSaved) void reload() }
  const rows = list.data?.group_buys ?? []
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div><Heading>团购</Heading><Text size="small" className="text-ui-fg-subtle">到时自动结束、统一定价、退回差价；整点自动结算，也可以现在结算。</Text></div>
        <div className="flex gap-2"><Button variant="secondary" isLoading={run.isPending} onClick={() => run.mutate()}>现在结算</Button><Button onClick={() => setOpen({ what: "new" })}>新建团购</Button></div>
      </div>
      <ListState query={list} isEmpty={rows.length === 0} empty="您负责的区划内还没有团购。">
        <Table>
          <Table.Header><Table.Row>{["团购", "时间", "进度", "状态", "实收", ""].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>
            {rows.map((row) => (
              <Table.Row key={row.id}>
                <Table.Cell className="py-3"><Text size="small" weight="plus">{row.title}</Text><Text size="small" className="text-ui-fg-subtle">{row.product_title} {row.specification}</Text></Table.Cell>
                <Table.Cell><Text size="small">{momentText(row.starts_at)}</Text><Text size="small" className="text-ui-fg-subtle">至 {momentText(row.ends_at)}</Text></Table.Cell>
                <Table.Cell><Text size="small">{row.units} / {row.capacity} 份，{row.buyers} 位</Text><Text size="small" className="text-ui-fg-subtle">{row.final_price_fen !== null ? `成团价 ¥${formatFen(row.final_price_fen)}` : row.next ? `差 ${row.next.missing} 份到 ¥${formatFen(row.next.price_fen)}` : "已到最低价"}</Text></Table.Cell>
                <Table.Cell><StatusBadge color={STATES[row.state][0]}>{STATES[row.state][1]}</StatusBadge>{row.problems > 0 && <Text size="small" className="text-ui-fg-error">{row.problems} 份要人看</Text>}</Table.Cell>
                <Table.Cell className="tabular-nums">¥{formatFen(row.paid_fen - row.refunded_fen)}</Table.Cell>
                <Table.Cell>
                  <div className="flex justify-end gap-x-2">
                    {row.state === "draft" && <Button size="small" aria-label={`${row.title} 开团`} isLoading={start.isPending} onClick={() => start.mutate(row)}>开团</Button>}
                    {row.state !== "draft" && <Button size="small" variant="transparent" aria-label={`${row.title} 的参团名单`} onClick={() => setOpen({ what: "parts", group: row })}>参团名单</Button>}
                    {(row.state === "draft" || row.state === "open") && <Button size="small" variant="transparent" aria-label={`取消 ${row.title}`} onClick={() => setOpen({ what: "cancel", group: row })}>取消</Button>}
                  </div>
                </Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListState>
      {open?.what === "new" && <GroupBuyForm onClose={close} />}
      {open?.what === "parts" && <PartsDrawer group={open.group} onClose={() => setOpen(null)} />}
      {open?.what === "cancel" && <CancelForm group={open.group} onClose={close} />}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "团购", icon: UserGroup, rank: 36 })

export default GroupBuysPage
