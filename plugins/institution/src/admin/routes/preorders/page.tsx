import { formatFen } from "@fupin/contract/money"
import type { PreorderOffer, PreorderRun } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Sun } from "@medusajs/icons"
import { Button, Container, Heading, StatusBadge, Table, Text, toast } from "@medusajs/ui"
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, messageOf, post } from "../../lib/client"
import { ListState } from "../../lib/states"
import { ContractsDrawer } from "../../preorders/contracts-drawer"
import { HarvestForm } from "../../preorders/harvest-form"
import { OFFER_STATES } from "../../preorders/labels"
import { OfferForm } from "../../preorders/offer-form"
import { ReasonForm } from "../../preorders/reason-form"

type Open = { what: "new" } | { what: "contracts" | "cancel" | "enter" | "confirm"; offer: PreorderOffer }

const PreordersPage = () => {
  const client = useQueryClient()
  const [open, setOpen] = useState<Open | null>(null)
  const list = useQuery({ queryKey: ["institution", "preorders"], queryFn: () => get<{ offers: PreorderOffer[] }>("preorders") })
  const reload = () => client.invalidateQueries({ queryKey: ["institution", "preorders"] })
  const failed = (error: Error) => toast.error("没有成功", { description: messageOf(error) })
  const start = useMutation({ mutationFn: ({ id }: PreorderOffer) => post(`preorders/${id}/steps`, { step: "open" }), onSuccess: () => { toast.success("已开放认购"); return reload() }, onError: failed })
  const run = useMutation({ mutationFn: () => post<PreorderRun>("preorders/run"), onSuccess: ({ lapsed, shared, placed, problems }) => { toast.success(`失效 ${lapsed} 份，分配余量 ${shared} 项，下单 ${placed} 批${problems > 0 ? `，${problems} 项要人看` : ""}`); return reload() }, onError: failed })
  const close = (isSaved: boolean) => { setOpen(null); if (isSaved) void reload() }
  const rows = list.data?.offers ?? []
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div><Heading>预购</Heading><Text size="small" className="text-ui-fg-subtle">订单式生产认购：先定量定价、分期预付，采收后按约定分配和交付。每小时自动处理，也可以现在处理。</Text></div>
        <div className="flex gap-2"><Button variant="secondary" isLoading={run.isPending} onClick={() => run.mutate()}>现在处理</Button><Button onClick={() => setOpen({ what: "new" })}>新建预购</Button></div>
      </div>
      <ListState query={list} isEmpty={rows.length === 0} empty="您负责的区划内还没有预购。">
        <Table>
          <Table.Header><Table.Row>{["预购", "认购", "采收", "状态", ""].map((text) => <Table.HeaderCell key={text}>{text}</Table.HeaderCell>)}</Table.Row></Table.Header>
          <Table.Body>{rows.map((offer) => <OfferRow key={offer.id} offer={offer} onOpen={(what) => setOpen({ what, offer })} onStart={() => start.mutate(offer)} />)}</Table.Body>
        </Table>
      </ListState>
      {open?.what === "new" && <OfferForm onClose={close} />}
      {open?.what === "contracts" && <ContractsDrawer offer={open.offer} onClose={() => setOpen(null)} />}
      {(open?.what === "enter" || open?.what === "confirm") && <HarvestForm offer={open.offer} act={open.what} onClose={close} />}
      {open?.what === "cancel" && <ReasonForm title={`取消 ${open.offer.title}`} description="所有合同终止，已付的预付款全部退回。" path={`preorders/${open.offer.id}/steps`} more={{ step: "cancel" }} onClose={close} />}
    </Container>
  )
}

interface RowProps { offer: PreorderOffer; onOpen: (what: "contracts" | "cancel" | "enter" | "confirm") => void; onStart: () => void }

function OfferRow({ offer, onOpen, onStart }: RowProps) {
  const { title, product_title, specification, producer, price_fen, expected_yield, left, book_by, harvest_from, harvest_to, state, harvest } = offer
  const isOpen = state === "open"
  return (
    <Table.Row>
      <Table.Cell className="py-3"><Text size="small" weight="plus">{title}</Text><Text size="small" className="text-ui-fg-subtle">{product_title} {specification}，{producer.name}</Text></Table.Cell>
      <Table.Cell className="tabular-nums"><Text size="small">{expected_yield - left} / {expected_yield} 份，¥{formatFen(price_fen)}</Text><Text size="small" className="text-ui-fg-subtle">{book_by} 截止</Text></Table.Cell>
      <Table.Cell className="tabular-nums"><Text size="small">{harvest_from} 至 {harvest_to}</Text>{harvest && <Text size="small" className="text-ui-fg-subtle">{harvest.confirmed_at ? `实际 ${harvest.actual_yield} 份，答复至 ${harvest.answer_by}` : `${harvest.entered_by} 登记，待复核`}</Text>}</Table.Cell>
      <Table.Cell><StatusBadge color={OFFER_STATES[state][0]}>{OFFER_STATES[state][1]}</StatusBadge></Table.Cell>
      <Table.Cell>
        <div className="flex justify-end gap-x-2">
          {state === "draft" && <Button size="small" aria-label={`开放 ${title}`} onClick={onStart}>开放认购</Button>}
          {state !== "draft" && <Button size="small" variant="secondary" aria-label={`${title} 的合同`} onClick={() => onOpen("contracts")}>合同</Button>}
          {isOpen && <Button size="small" variant="transparent" aria-label={`登记 ${title} 的产量`} onClick={() => onOpen("enter")}>登记产量</Button>}
          {isOpen && harvest && <Button size="small" variant="transparent" aria-label={`复核 ${title} 的产量`} onClick={() => onOpen("confirm")}>复核产量</Button>}
          {(isOpen || state === "draft") && <Button size="small" variant="transparent" aria-label={`取消 ${title}`} onClick={() => onOpen("cancel")}>取消</Button>}
        </div>
      </Table.Cell>
    </Table.Row>
  )
}

export const config = defineRouteConfig({ label: "预购", icon: Sun, rank: 37 })

export default PreordersPage
