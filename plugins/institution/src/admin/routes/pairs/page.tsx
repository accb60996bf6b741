import { formatFen } from "@fupin/contract/money"
import type { Pair } from "@fupin/contract/schemas"
import { defineRouteConfig } from "@medusajs/admin-sdk"
import { Link } from "@medusajs/icons"
import { Button, Container, Heading, Select, StatusBadge, Table, Text } from "@medusajs/ui"
import { useQuery, useQueryClient } from "@tanstack/react-query"
import { useState } from "react"
import { get, today } from "../../lib/client"
import { ListState } from "../../lib/states"
import { PairForm } from "../../pairs/pair-form"
import { PAIR_KINDS, PAIR_STATES } from "../../pairs/words"

const THIS_YEAR = Number(today().slice(0, 4))
const YEARS = [0, 1, 2, 3].map((back) => THIS_YEAR - back)

/** Who helps whom, and how much of the year's plan was paid. */
const PairsPage = () => {
  const client = useQueryClient()
  const [year, setYear] = useState(THIS_YEAR)
  const [edited, setEdited] = useState<{ pair: Pair | null } | null>(null)
  const list = useQuery({ queryKey: ["institution", "pairs", year], queryFn: () => get<{ pairs: Pair[] }>("pairs", { year: String(year) }) })
  const pairs = list.data?.pairs ?? []
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 px-6 py-4">
        <div><Heading>结对帮扶</Heading><Text size="small" className="text-ui-fg-subtle">东西部协作、对口支援、定点帮扶和村企结对；按付款日和产地计入</Text></div>
        <div className="flex gap-x-2">
          <Select size="small" value={String(year)} onValueChange={(value) => setYear(Number(value))}><Select.Trigger aria-label="年度"><Select.Value /></Select.Trigger><Select.Content>{YEARS.map((one) => <Select.Item key={one} value={String(one)}>{one} 年</Select.Item>)}</Select.Content></Select>
          <Button size="small" className="shrink-0" onClick={() => setEdited({ pair: null })}>登记结对</Button>
        </div>
      </div>
      <ListState query={list} isEmpty={pairs.length === 0} empty="您负责的区划还没有登记结对。">
        <Table>
          <Table.Header><Table.Row><Table.HeaderCell>结对</Table.HeaderCell><Table.HeaderCell>进度</Table.HeaderCell>{["计划", "已付款", "上年", "参与单位"].map((text) => <Table.HeaderCell key={text} className="text-right">{text}</Table.HeaderCell>)}<Table.HeaderCell /></Table.Row></Table.Header>
          <Table.Body>{pairs.map((pair) => <PairRow key={pair.id} pair={pair} onEdit={() => setEdited({ pair })} />)}</Table.Body>
        </Table>
      </ListState>
      {edited && <PairForm pair={edited.pair} year={year} onClose={(isSaved) => { setEdited(null); if (isSaved) void client.invalidateQueries({ queryKey: ["institution", "pairs"] }) }} />}
    </Container>
  )
}

function PairRow({ pair: { kind, payer, helped, document, ended_on, state, target_fen, paid_fen, last_year_fen, units }, onEdit }: { pair: Pair; onEdit: () => void }) {
  const [text, color] = PAIR_STATES[state]
  return (
    <Table.Row>
      <Table.Cell className="py-3"><Text size="small" weight="plus">{payer.name} → {helped.name}</Text><Text size="small" className="text-ui-fg-subtle">{PAIR_KINDS[kind]}，{document}{ended_on && `，至 ${ended_on}`}</Text></Table.Cell>
      <Table.Cell><StatusBadge color={color}>{text}</StatusBadge></Table.Cell>
      <Table.Cell className="text-right tabular-nums">{target_fen === null ? "—" : `¥${formatFen(target_fen)}`}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">¥{formatFen(paid_fen)}</Table.Cell>
      <Table.Cell className="text-right tabular-nums">¥{formatFen(last_year_fen)}</Table.Cell>
      <Table.Cell className="text-right tabular-nums" title={units.map(({ name, paid_fen: fen }) => `${name} ¥${formatFen(fen)}`).join("\n")}>{units.length}</Table.Cell>
      <Table.Cell className="text-right"><Button size="small" variant="transparent" aria-label={`修改 ${payer.name} 与 ${helped.name} 的结对`} onClick={onEdit}>修改</Button></Table.Cell>
    </Table.Row>
  )
}

export const config = defineRouteConfig({ label: "结对帮扶", icon: Link, rank: 40 })

export default PairsPage
