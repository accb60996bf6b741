import type { OfficeOrganisation, SupplyAgreement } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { DocumentSeries } from "@medusajs/icons"
import { Button, Container, Heading, Input, StatusBadge, Table, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { AgreementForm } from "../../agreements/agreement-form"
import { DossierDrawer } from "../../agreements/dossier-drawer"
import { get } from "../../lib/client"
import { weekdaysText } from "../../lib/fields"
import { ListState } from "../../lib/states"

const STATES = { draft: ["grey", "草拟"], negotiating: ["orange", "协商中"], upcoming: ["blue", "未开始"], in_force: ["green", "执行中"], ended: ["grey", "已到期"], terminated: ["red", "已终止"] } as const

const AgreementsPage = () => {
  const client = useQueryClient()
  const [q, setQ] = useState("")
  const [open, setOpen] = useState<{ agreement: SupplyAgreement | null } | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const list = useQuery({ queryKey: ["institution", "agreements"], queryFn: () => get<{ agreements: SupplyAgreement[] }>("agreements") })
  const organisations = useQuery({ queryKey: ["institution", "organisations"], queryFn: () => get<{ organisations: OfficeOrganisation[] }>("organisations") })
  const nameOf = (id: string) => organisations.data?.organisations.find((one) => one.id === id)?.name ?? "—"
  const close = (isSaved: boolean) => { setOpen(null); if (isSaved) void client.invalidateQueries({ queryKey: ["institution"] }) }
  const all = list.data?.agreements ?? []
  const rows = all.filter(({ number, organisation_id, lines }) => `${number} ${nameOf(organisation_id)} ${lines.map(({ title }) => title).join(" ")}`.includes(q.trim()))
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <Heading>定向采购协议{list.data ? `（${all.length}）` : ""}</Heading>
        <div className="flex gap-x-2">
          <Input type="search" placeholder="编号、单位或商品" aria-label="搜索编号、单位或商品" value={q} onChange={(event) => setQ(event.target.value)} />
          <Button className="shrink-0" onClick={() => setOpen({ agreement: null })}>新建协议</Button>
        </div>
      </div>
      <ListState query={list} isEmpty={rows.length === 0} empty={all.length === 0 ? "还没有协议。先登记采购单位，再新建协议。" : "没有符合条件的协议。"}>
        <Table>
          <Table.Header><Table.Row>{["协议", "商品", "配送日", "有效期", "状态", ""].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>
            {rows.map((agreement) => (
              <Table.Row key={agreement.id}>
                <Table.Cell className="py-3"><Text size="small" weight="plus">{agreement.number}</Text><Text size="small" className="text-ui-fg-subtle">{nameOf(agreement.organisation_id)}</Text></Table.Cell>
                <Table.Cell><Text size="small">{agreement.lines.length} 种</Text><Text size="small" className="text-ui-fg-subtle max-w-48 truncate">{agreement.lines.map(({ title }) => title).join("、")}</Text></Table.Cell>
                <Table.Cell><Text size="small">{weekdaysText(agreement.weekdays)}</Text><Text size="small" className="text-ui-fg-subtle">提前 {agreement.lead_time_days} 天截单</Text></Table.Cell>
                <Table.Cell><Text size="small">{agreement.valid_from}</Text><Text size="small" className="text-ui-fg-subtle">至 {agreement.valid_to}</Text></Table.Cell>
                <Table.Cell><StatusBadge color={STATES[agreement.state][0]}>{STATES[agreement.state][1]}</StatusBadge>{agreement.renewal_due && <Text size="small" className="text-ui-fg-error">即将到期</Text>}</Table.Cell>
                <Table.Cell className="text-right"><Button size="small" variant="transparent" aria-label={`${agreement.number} 的协商与履约`} onClick={() => setShown(agreement.id)}>协商与履约</Button>{(agreement.state === "draft" || agreement.state === "negotiating") && <Button size="small" variant="transparent" aria-label={`修改 ${agreement.number}`} onClick={() => setOpen({ agreement })}>修改</Button>}</Table.Cell>
              </Table.Row>
            ))}
          </Table.Body>
        </Table>
      </ListState>
      {shown && <DossierDrawer id={shown} onClose={() => setShown(null)} />}
      {open && <AgreementForm agreement={open.agreement} onClose={close} />}
    </Container>
  )
}

export const config = defineRouteConfig({ label: "定向采购协议", icon: DocumentSeries, rank: 31 })

export default AgreementsPage
